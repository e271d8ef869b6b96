// What the search knows beside names: the phrases of each layer, the sections of the lesson, and which words the details hold.
import type { Catalog } from '../record/catalog.ts';
import type { Cell } from '../record/schema/cell.ts';
import { phraseTexts } from '../split/cell.ts';
import { layerIds } from '../vocabulary.ts';
import type { LayerId } from '../vocabulary.ts';
import { normalize, withoutStopWords } from './normalize.ts';

/** Phrases of one layer: place of its service in ServiceSearchData.services, option (empty for the service itself), layer, the words. */
export type LayerLine = readonly [entry: number, option: string, layer: LayerId, text: string];
/** Section of a page of the guide: address, heading, the page's title (empty for the page itself), its prose. */
export type SectionLine = readonly [href: string, heading: string, page: string, text: string];

export interface PassageData {
  readonly layers: readonly LayerLine[];
  readonly sections: readonly SectionLine[];
}

/** A layer or a section that a query found. */
export interface Passage {
  readonly href: string;
  readonly title: string;
  /** "Database · Managed", or "Guide". */
  readonly kind: string;
  readonly text: string;
}

/** Which layers' details hold a word. It has a tenth of the size of the details themselves. */
export interface DetailWords {
  /** In order. */
  readonly words: readonly string[];
  /** For each word the places in PassageData.layers, each as its distance from the one before, parted by spaces. */
  readonly places: readonly string[];
}

type Services = Pick<Catalog, 'services'>;

/** Every layer that a service or one of its options states itself; what a whole category shares would be found a hundred times. */
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

/** Characters. Shorter words are neither listed nor asked for. */
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

/** Places of the layers whose details hold every word of the query but its stop words; a longer word may be the beginning of one. */
export function placesOf({ words, places }: DetailWords, query: string): number[] {
  const asked = withoutStopWords(normalize(query).split(' ')).filter((word) => word.length >= minWordLength);
  const found = asked.map((word) => {
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

/** Place of the first word that is not before this one. */
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
