// Ranks texts by the words they share with a question: BM25F over titles and bodies, with the share of the question that a text covers.
import { atOnce } from '../steps.ts';
import type { Steps } from '../steps.ts';
import { stem, stemsOf, wordsOf } from './words.ts';

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
  /** How many words of the question it has. */
  readonly words: number;
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
/** A word that no text has counts less: people say more than they must. */
const strangeShare = 0.6;

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

/** Reads the words of a text without their endings, one word for all of one meaning. */
export type ReadWords = (words: readonly string[]) => string[];
const asStems: ReadWords = (words) => words.map(stem);

/** Returns the reader for groups of words that mean the same; a group may hold words of two, such as "file system". */
export function makeReader(groups: readonly (readonly string[])[]): ReadWords {
  const one = new Map<string, string>();
  const two = new Map<string, string>();
  for (const group of groups) {
    const [meant = ''] = group.map((word) => stemsOf(word).join(' '));
    for (const word of group) {
      const stems = stemsOf(word);
      (stems.length === 1 ? one : two).set(stems.join(' '), meant);
    }
  }
  return (words) => {
    const stems = words.map(stem);
    const read: string[] = [];
    for (let index = 0; index < stems.length; index += 1) {
      const word = stems[index] ?? '';
      const pair = two.get(`${word} ${stems[index + 1] ?? ''}`);
      read.push(pair ?? one.get(word) ?? word);
      if (pair !== undefined) index += 1;
    }
    return read;
  };
}

const emptyStems = new Set([...empty].map(stem));

/** Returns the words of a question that a text can share, each once; none of a question that says nothing. */
export const askedStems = (query: string, read: ReadWords = asStems): string[] => [
  ...new Set(read(wordsOf(query)).filter((word) => !emptyStems.has(word))),
];

/**
 * Builds an index of the texts once.
 * @param strange how much a word counts that no text has, beside one that a single text has
 */
export const makeTextIndex = (texts: readonly Text[], read: ReadWords = asStems, strange = strangeShare): TextIndex =>
  atOnce(textIndexInSteps(texts, read, strange));

/** The same in steps. */
export function* textIndexInSteps(texts: readonly Text[], read: ReadWords = asStems, strange = strangeShare): Steps<TextIndex> {
  const places = new Map<string, { readonly at: number; readonly weight: number; readonly inTitle: boolean }[]>();
  const lengths: number[] = [];
  for (const [at, { title, body }] of texts.entries()) {
    const counts = new Map<string, { readonly at: number; weight: number; readonly inTitle: boolean }>();
    // The title first, so that whatever word it has is known to be there.
    const count = (text: string, weight: number, inTitle: boolean): number => {
      const words = wordsOf(text);
      const stems = read(words);
      for (const word of [...stems, ...pairsOf(stems)]) {
        const before = counts.get(word);
        if (before) before.weight += weight;
        else counts.set(word, { at, weight, inTitle });
      }
      return weight * words.length;
    };
    lengths.push(count(title, titleWeight, true) + count(body, 1, false));
    for (const [word, place] of counts) {
      const list = places.get(word);
      if (list) list.push(place);
      else places.set(word, [place]);
    }
    yield;
  }
  const average = Math.max(1, lengths.reduce((sum, each) => sum + each, 0) / Math.max(1, texts.length));
  const rarity = (word: string): number => {
    const having = places.get(word)?.length ?? 0;
    if (having === 0) return strange * Math.log(1 + (texts.length + 0.5) / 0.5);
    return Math.log(1 + (texts.length - having + 0.5) / (having + 0.5));
  };

  const find = (query: string): TextMatch[] => {
    const stems = askedStems(query, read);
    const all = stems.reduce((sum, word) => sum + rarity(word), 0);
    const pairs = pairsOf(read(wordsOf(query)));
    const sums = new Map<number, { score: number; cover: number; titleCover: number; words: number }>();
    for (const word of stems) {
      const rare = rarity(word);
      for (const { at, weight, inTitle } of places.get(word) ?? []) {
        const sum = sums.get(at) ?? { score: 0, cover: 0, titleCover: 0, words: 0 };
        const norm = 1 - lengthWeight + (lengthWeight * (lengths[at] ?? 0)) / average;
        sum.score += (rare * weight * (saturation + 1)) / (weight + saturation * norm);
        sum.cover += rare / all;
        sum.words += 1;
        if (inTitle) sum.titleCover += rare / all;
        sums.set(at, sum);
      }
    }
    for (const pair of new Set(pairs)) {
      for (const { at, weight } of places.get(pair) ?? []) {
        const sum = sums.get(at) ?? { score: 0, cover: 0, titleCover: 0, words: 0 };
        sum.score += (pairWeight * rarity(pair) * weight * (saturation + 1)) / (weight + saturation);
        sums.set(at, sum);
      }
    }
    return [...sums].map(([at, sum]) => ({ at, ...sum })).sort((a, b) => b.score - a.score || a.at - b.at);
  };
  return { find, knows: (word) => places.has(word) };
}
