// Ranks texts by the words they share with a question: BM25F over titles and bodies, with the share of the question that a text covers.
import { stem, wordsOf } from './words.ts';

/** A text to be found. */
export interface Text {
  readonly title: string;
  readonly body: string;
}

export interface TextMatch {
  /** The index of the text. */
  readonly at: number;
  readonly score: number;
  /** The share of the question that the text has, its rarer words counted more: 0 to 1. */
  readonly cover: number;
  /** The share of the question that the title has. */
  readonly titleCover: number;
}

export interface TextIndex {
  /** Returns every text that has a word of the question, the best first. */
  readonly find: (query: string) => TextMatch[];
  readonly knows: (stem: string) => boolean;
}

/** The usual values: https://doi.org/10.1561/1500000019 */
const saturation = 1.2;
const lengthWeight = 0.6;
const titleWeight = 3;

/** Two words that stand together say more than each: "of the" and "the cloud". */
const pairsOf = (words: readonly string[]): string[] => words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`);
const pairWeight = 0.5;

/** Words that are in every text and every question. What tells a question about the model, such as "responsible", is not among them. */
const empty = new Set(
  (
    'a an and any are as at be by can do does for from get has have how i if in into is it its me my of on or our so that the their them ' +
    'then there they this to us was we were what when where which who whom whose why will with you your aws amazon s'
  ).split(' '),
);

/** Returns the words of a question that a text can share, without their endings; none of a question that says nothing. */
export function askedStems(query: string): string[] {
  const words = wordsOf(query);
  const telling = words.filter((word) => !empty.has(word));
  return [...new Set(telling.map(stem))];
}

/** Builds an index of the texts once. */
export function makeTextIndex(texts: readonly Text[]): TextIndex {
  const places = new Map<string, { readonly at: number; readonly weight: number; readonly inTitle: boolean }[]>();
  const lengths = texts.map(({ title, body }) => titleWeight * wordsOf(title).length + wordsOf(body).length);
  const average = Math.max(1, lengths.reduce((sum, each) => sum + each, 0) / Math.max(1, texts.length));
  texts.forEach(({ title, body }, at) => {
    const counts = new Map<string, { weight: number; inTitle: boolean }>();
    const count = (text: string, weight: number, inTitle: boolean): void => {
      const stems = wordsOf(text).map(stem);
      for (const word of [...stems, ...pairsOf(stems)]) {
        const before = counts.get(word);
        counts.set(word, { weight: (before?.weight ?? 0) + weight, inTitle: inTitle || before?.inTitle === true });
      }
    };
    count(title, titleWeight, true);
    count(body, 1, false);
    for (const [word, { weight, inTitle }] of counts) {
      const list = places.get(word);
      if (list) list.push({ at, weight, inTitle });
      else places.set(word, [{ at, weight, inTitle }]);
    }
  });
  const rarity = (word: string): number => {
    const having = places.get(word)?.length ?? 0;
    return Math.log(1 + (texts.length - having + 0.5) / (having + 0.5));
  };

  const find = (query: string): TextMatch[] => {
    const stems = askedStems(query);
    const all = stems.reduce((sum, word) => sum + rarity(word), 0);
    const pairs = pairsOf(wordsOf(query).map(stem));
    const sums = new Map<number, { score: number; cover: number; titleCover: number }>();
    for (const word of stems) {
      const rare = rarity(word);
      for (const { at, weight, inTitle } of places.get(word) ?? []) {
        const sum = sums.get(at) ?? { score: 0, cover: 0, titleCover: 0 };
        const norm = 1 - lengthWeight + (lengthWeight * (lengths[at] ?? 0)) / average;
        sum.score += (rare * weight * (saturation + 1)) / (weight + saturation * norm);
        sum.cover += rare / all;
        if (inTitle) sum.titleCover += rare / all;
        sums.set(at, sum);
      }
    }
    for (const pair of new Set(pairs)) {
      for (const { at, weight } of places.get(pair) ?? []) {
        const sum = sums.get(at) ?? { score: 0, cover: 0, titleCover: 0 };
        sum.score += (pairWeight * rarity(pair) * weight * (saturation + 1)) / (weight + saturation);
        sums.set(at, sum);
      }
    }
    return [...sums].map(([at, sum]) => ({ at, ...sum })).sort((a, b) => b.score - a.score || a.at - b.at);
  };
  return { find, knows: (word) => places.has(word) };
}
