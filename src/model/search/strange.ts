// Tells a question about something else, such as flights and shoes, in which a word or two are ours by accident.
import { weights } from './terms.ts';
import { askedStems } from './texts.ts';
import type { Understanding } from './understand.ts';

/** A service named this surely is asked about, whatever else is said. */
const sureName = 0.5;

/** Which share of the words may be unknown here, by the surest word of a layer: "at rest" is never an accident, "old" often is. */
const mostUnknown = (surestLayer: number): number =>
  surestLayer >= weights.means ? Infinity : surestLayer >= weights.suggests ? 0.6 : 0.33;

/**
 * Whether a question that names no service is mostly of words that nothing on the site has.
 * @param knows whether any text has a word, given without its ending
 */
export function isStrange({ query, services, layers }: Understanding, knows: (stem: string) => boolean): boolean {
  if (services.some(({ words, strength }) => words.length > 0 && strength >= sureName)) return false;
  const asked = askedStems(query);
  const unknown = asked.filter((word) => !knows(word));
  return asked.length > 1 && unknown.length >= mostUnknown(Math.max(0, ...layers.map(({ value }) => value.weight))) * asked.length;
}
