// What the texts of the cells say for a layer: the words of a question that stand in the phrases and details of a service.
import type { LayerId } from '../vocabulary.ts';
import type { DetailWords, LayerLine } from './passages.ts';
import { askedStems } from './texts.ts';
import { stem, wordsOf } from './words.ts';

export interface CellTexts {
  /** `/search/passages.json` */
  readonly layers: readonly LayerLine[];
  /** `/search/details.json` */
  readonly details: DetailWords;
}

export interface Evidence {
  /** Returns for each layer of a service from 0 to 1 which share of the words its cells have, rarer words counted more. */
  readonly of: (entry: number, query: string) => Map<LayerId, number>;
  readonly knows: (stem: string) => boolean;
}

/** A phrase says what a cell is about; a detail also tells what it is not about. */
const shares = { phrase: 1, detail: 0.7 } as const;

/** Builds the index once from the two files that the search loads anyway. */
export function makeEvidence({ layers, details }: CellTexts): Evidence {
  const byWord = new Map<string, Map<number, number>>();
  const put = (word: string, at: number, share: number): void => {
    const places = byWord.get(word) ?? new Map<number, number>();
    byWord.set(word, places.set(at, Math.max(places.get(at) ?? 0, share)));
  };
  details.words.forEach((word, index) => {
    let at = 0;
    for (const step of (details.places[index] ?? '').split(' ')) {
      at += Number(step);
      put(stem(word), at, shares.detail);
    }
  });
  layers.forEach(([, , , text], at) => {
    for (const word of wordsOf(text)) put(stem(word), at, shares.phrase);
  });
  const of = (entry: number, query: string): Map<LayerId, number> => {
    const stems = askedStems(query).filter((word) => byWord.has(word));
    const rarity = (word: string): number => Math.log(1 + layers.length / (byWord.get(word)?.size ?? 1));
    const all = stems.reduce((sum, word) => sum + rarity(word), 0);
    const best = new Map<LayerId, number>();
    layers.forEach(([service, , layer], at) => {
      if (service !== entry || all === 0) return;
      const sum = stems.reduce((total, word) => total + rarity(word) * (byWord.get(word)?.get(at) ?? 0), 0);
      best.set(layer, Math.max(best.get(layer) ?? 0, sum / all));
    });
    return best;
  };
  return { of, knows: (word) => byWord.has(word) };
}
