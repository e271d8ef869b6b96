// The parties' names as tests say them, so that a test by value reads no file.
import { partyNames } from './party.ts';

export const parties = partyNames([
  { id: 'customer', name: 'You', predicate: 'yours' },
  { id: 'shared', name: 'Shared', predicate: 'shared' },
  { id: 'aws', name: 'AWS', predicate: 'AWS' },
  { id: 'none', name: "Doesn't apply", predicate: "doesn't apply" },
]);
