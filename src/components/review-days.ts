// When the records were reviewed.
import { getContent } from '../content/load.ts';

/** The first and the last day on which a record was reviewed. */
export function reviewDays(): { readonly first: string; readonly last: string } {
  const days = getContent()
    .catalog.services.map(({ reviewed }) => reviewed)
    .sort();
  return { first: days[0] ?? '', last: days.at(-1) ?? '' };
}
