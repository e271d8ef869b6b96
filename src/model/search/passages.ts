// The search data beyond names: phrases of layers, sections of the guide, and an index of the words in details.
import type { Catalog } from '../record/catalog.ts';
import type { Cell } from '../record/schema/cell.ts';
import { phraseTexts } from '../split/cell.ts';
import { layerIds } from '../vocabulary.ts';
import type { LayerId } from '../vocabulary.ts';
import { normalize, withoutStopWords } from '../normalize.ts';

/** The phrases of one layer: index of its service in ServiceSearchData.services, option id (empty for the first option), layer, phrases. */
export type LayerLine = readonly [entry: number, option: string, layer: LayerId, text: string];
/** A section of the guide: address, heading, title of its page (empty if the section is the page's introduction), prose. */
export type SectionLine = readonly [href: string, heading: string, page: string, text: string];

export interface PassageData {
  readonly layers: readonly LayerLine[];
}

/** A layer that matches a query. */
export interface Passage {
  readonly href: string;
  readonly title: string;
  /** "Database · Managed" */
  readonly kind: string;
  readonly text: string;
}

/** An index of words in the details of layers. It is a tenth of the size of the details. */
export interface DetailWords {
  /** Sorted, so that a word can be found by binary search. */
  readonly words: readonly string[];
  /** For each word, its indexes in PassageData.layers, each as the distance from the previous one, separated by spaces. */
  readonly places: readonly string[];
}

/** The parts of the index, each by its first letter and about as large as the others. Digits are in the first part. */
export const detailParts = 'a b d f l o r s t'.split(' ');

/** The part of the index that a word is in. */
const partOf = (word: string): string => detailParts.findLast((first) => first <= word) ?? detailParts[0] ?? '';

type Services = Pick<Catalog, 'services'>;

/** Returns the cells that a service or an option states itself. Cells of a category would match a hundred times. */
function ownCells({ services }: Services): { readonly line: LayerLine; readonly cell: Cell }[] {
  return services.flatMap((service, entry) => {
    const seen = new Set<unknown>();
    return service.options.flatMap((option) =>
      layerIds.flatMap((layer) => {
        const cell = option.cells[layer];
        if (option.origins[layer] === 'category' || seen.has(cell)) return [];
        seen.add(cell);
        const line: LayerLine = [entry, option === service.options[0] ? '' : option.id, layer, phraseTexts(cell).join(' · ')];
        return [{ line, cell }];
      }),
    );
  });
}

export const layerLines = (catalog: Services): LayerLine[] => ownCells(catalog).map(({ line }) => line);

/** In characters. Shorter words are not indexed and are ignored in queries. */
const minWordLength = 3;

export function detailWords(catalog: Services): DetailWords {
  const places = new Map<string, number[]>();
  ownCells(catalog).forEach(({ cell }, at) => {
    for (const word of new Set(withoutStopWords(normalize(cell.detail).split(' ')))) {
      if (word.length >= minWordLength) places.set(word, [...(places.get(word) ?? []), at]);
    }
  });
  const sorted = [...places].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    words: sorted.map(([word]) => word),
    places: sorted.map(([, ats]) => ats.map((at, index) => at - (ats[index - 1] ?? 0)).join(' ')),
  };
}

/** Returns one part of the index. */
export function detailPart({ words, places }: DetailWords, part: string): DetailWords {
  const own = (_: unknown, at: number): boolean => partOf(words[at] ?? '') === part;
  return { words: words.filter(own), places: places.filter(own) };
}

/** The words of a query that details are searched for. */
const askedWords = (query: string): string[] =>
  withoutStopWords(normalize(query).split(' ')).filter((word) => word.length >= minWordLength);

/** Returns the parts of the index that a query needs, in their order. */
export function partsFor(query: string): string[] {
  const needed = new Set(askedWords(query).map(partOf));
  return detailParts.filter((part) => needed.has(part));
}

/** Puts parts together, which are in their order. */
export const joinParts = (parts: readonly DetailWords[]): DetailWords => ({
  words: parts.flatMap(({ words }) => words),
  places: parts.flatMap(({ places }) => places),
});

/**
 * Returns the indexes in PassageData.layers of the details that contain every word of the query except stop words.
 * A word longer than `minWordLength` also matches words that begin with it.
 */
export function placesOf({ words, places }: DetailWords, query: string): number[] {
  const found = askedWords(query).map((word) => {
    const ats = new Set<number>();
    for (let index = firstFrom(words, word); words[index]?.startsWith(word) === true; index += 1) {
      if (words[index] !== word && word.length === minWordLength) break;
      let at = 0;
      for (const step of (places[index] ?? '').split(' ')) {
        at += Number(step);
        ats.add(at);
      }
    }
    return ats;
  });
  const [first, ...others] = found;
  return first ? [...first].filter((at) => others.every((each) => each.has(at))).sort((a, b) => a - b) : [];
}

/** Binary search: the index of the first word that is equal to `word` or sorts after it. */
function firstFrom(words: readonly string[], word: string): number {
  let from = 0;
  let to = words.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((words[middle] ?? '') < word) from = middle + 1;
    else to = middle;
  }
  return from;
}
