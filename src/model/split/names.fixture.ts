// The names of parties and defaults as tests say them, so that a test by value reads no file.
import { defaultNames } from './default.ts';
import { partyNames } from './party.ts';

export const parties = partyNames([
  { id: 'customer', name: 'You', predicate: 'yours' },
  { id: 'shared', name: 'Shared', predicate: 'shared' },
  { id: 'aws', name: 'AWS', predicate: 'AWS' },
  { id: 'none', name: "Doesn't apply", predicate: "doesn't apply" },
]);

export const defaults = defaultNames([
  { id: 'done', name: 'Done', glyph: 'disc', layers: {} },
  { id: 'partly', name: 'Partly', glyph: 'half-disc', layers: {} },
  { id: 'when-asked', name: 'Not until you ask', glyph: 'ring', layers: {} },
  { id: 'open', name: 'Open until you close it', glyph: 'triangle', layers: { network: 'Reachable until you restrict it' } },
  { id: 'yours', name: 'Only you can', glyph: 'dash', layers: {} },
  { id: 'unstated', name: 'AWS does not say', glyph: 'question', layers: {} },
]);
