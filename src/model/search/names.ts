// Finds the services that a question names: by whole names, spaced or glued, by what is particular in a name, with typos, while typing.
import type { Steps } from '../steps.ts';
import { editsBetween, glued, singular, typosIn, wordsOf } from './words.ts';

/** Something with names: a service, or one that has no record. */
export interface Named {
  /** Whether it has no record: then a name of ordinary words, such as "managed services", says too little. */
  readonly missing?: boolean;
  readonly names: readonly string[];
  readonly options: readonly { readonly id: string; readonly name: string; readonly aliases?: readonly string[] | undefined }[];
}

/** How a name was recognised, the surest first. */
export type NameKind = 'name' | 'part' | 'typo' | 'beginning';

/** A name of a service found in a question. */
export interface NameMatch {
  /** Its index in the list of the named. */
  readonly at: number;
  /** The words of the question it was found in, from 0; `to` is the first word after them. */
  readonly from: number;
  readonly to: number;
  /** From 0 to 1. */
  readonly strength: number;
  readonly kind: NameKind;
  /** Whether the words are so ordinary that they name a service only beside "AWS" or alone. */
  readonly ordinary: boolean;
}

export interface NameIndex {
  /** Returns the matches, the longest and surest first; of matches within a longer one the longer alone. */
  readonly find: (words: readonly string[]) => NameMatch[];
  /** Returns whether the word, without a typo, is part of a name. */
  readonly knows: (word: string) => boolean;
}

const vendors = new Set(['aws', 'amazon']);
/** Words that join the words of a name and say nothing themselves. */
const joining = new Set(['for', 'on', 'and', 'with', 'the', 'of', 'in', 'to', 'at', 'by', 'from', 'your', 'own', 'a']);
/** In words. No name is longer, and a longer run is no name. */
const longestName = 9;
/** In letters. A shorter beginning begins too many names. */
const minBeginning = 3;

const strengths: Readonly<Record<NameKind, number>> = { name: 1, part: 0.8, typo: 0.7, beginning: 0.5 };

interface Part {
  readonly at: number;
  /** The share of the particular words of its name that this word is. */
  readonly share: number;
}

/**
 * Builds the index once, in steps, so that a question is read within a keystroke.
 * @param ordinary words that name a service only in company
 * @param known returns whether a word is a word of the language here, and so no typo of a name
 */
export function* nameIndexInSteps(
  named: readonly Named[],
  ordinary: ReadonlySet<string>,
  known: (word: string) => boolean,
): Steps<NameIndex> {
  const whole = new Map<string, Set<number>>();
  const parts = new Map<string, Part[]>();
  const runs = new Map<string, { readonly at: number; readonly share: number }[]>();
  const isPlain = (word: string): boolean => ordinary.has(word) || ordinary.has(singular(word)) || joining.has(word) || vendors.has(word);
  const put = <T>(map: Map<string, T[]>, key: string, value: T): void => {
    map.set(key, [...(map.get(key) ?? []), value]);
  };
  const putWhole = (name: string, at: number, mayShare: boolean): void => {
    const words = wordsOf(name);
    for (const key of new Set([glued(words), glued(words.filter((word) => !vendors.has(word)))])) {
      const before = whole.get(key);
      if (!before) whole.set(key, new Set([at]));
      else if (mayShare) before.add(at);
    }
  };
  for (const [at, { names }] of named.entries()) {
    for (const name of names) putWhole(name, at, true);
    yield;
  }
  for (const [at, { names, options, missing }] of named.entries()) {
    // "Roles Anywhere" is IAM Roles Anywhere.
    const first = wordsOf(names[0] ?? '');
    for (const name of names) {
      const words = wordsOf(name);
      const rest = words.slice(first.length);
      if (rest.length > 1 && first.every((word, index) => words[index] === word) && !joining.has(rest[0] ?? ''))
        putWhole(rest.join(' '), at, false);
    }
    // The name of an option gives way to the same name of a service: FSx for Lustre is both.
    for (const option of options)
      for (const name of [`${names[0] ?? ''} ${option.name}`, ...(option.aliases ?? [])]) putWhole(name, at, false);
    // A part of an alias of something that has no record is too little to say that it is not covered.
    for (const name of missing ? names.slice(0, 1) : names) {
      const words = wordsOf(name).filter((word) => !vendors.has(word));
      const particular = words.filter((word) => !isPlain(word));
      // The X of X-Ray names nothing by itself.
      for (const word of new Set(particular.map(singular).filter((each) => each.length > 1)))
        put(parts, word, { at, share: 1 / particular.length });
      if (particular.length > 0) continue;
      for (let from = 0; from < words.length; from += 1)
        for (let to = from + 2; to <= words.length; to += 1) {
          if (to - from < words.length && words.length > 2)
            put(runs, glued(words.slice(from, to)), { at, share: (to - from) / words.length });
        }
    }
    yield;
  }
  const nameWords: Set<string>[] = [];
  for (const { names } of named) {
    const words = names.flatMap(wordsOf).map(singular);
    nameWords.push(new Set(words.filter((word) => !joining.has(word))));
    yield;
  }
  const fullNames = new Set(named.map(({ names }) => glued(wordsOf(names[0] ?? '').filter((word) => !vendors.has(word)))));
  const wholes = [...whole.keys()];
  const particulars = [...parts.keys()];

  const exact = (words: readonly string[]): NameMatch[] => {
    const found: NameMatch[] = [];
    for (let from = 0; from < words.length; from += 1) {
      for (let to = Math.min(words.length, from + longestName); to > from; to -= 1) {
        const span = words.slice(from, to);
        if (vendors.has(span.at(-1) ?? '') && span.length > 1) continue;
        const ats = whole.get(glued(span));
        if (!ats) continue;
        const plain = span.every(isPlain) && !span.some((word) => vendors.has(word)) && !vendors.has(words[from - 1] ?? '');
        for (const at of ats) {
          const weak = plain && (span.length === 1 || named[at]?.missing === true);
          found.push({ at, from, to, strength: strengths.name, kind: 'name', ordinary: weak });
        }
      }
    }
    return found;
  };

  const partial = (words: readonly string[], free: (index: number) => boolean): NameMatch[] => {
    const found: NameMatch[] = [];
    const best = new Map<number, NameMatch>();
    words.forEach((word, index) => {
      if (!free(index)) return;
      for (const { at, share } of parts.get(singular(word)) ?? []) {
        const strength = strengths.part * (0.5 + share / 2);
        const before = best.get(at);
        // Two particular words of one name together are surer than each.
        if (!before || before.strength < strength)
          best.set(at, { at, from: index, to: index + 1, strength: Math.min(strengths.part, strength), kind: 'part', ordinary: false });
        else best.set(at, { ...before, to: Math.max(before.to, index + 1), strength: Math.min(strengths.part, before.strength + 0.15) });
      }
    });
    found.push(...[...best.values()].map((match) => extended(match, words)));
    for (let from = 0; from + 1 < words.length; from += 1) {
      for (let to = Math.min(words.length, from + longestName); to > from + 1; to -= 1) {
        if (!free(from)) continue;
        for (const { at, share } of runs.get(glued(words.slice(from, to))) ?? [])
          found.push({ at, from, to, strength: strengths.part * (0.6 + 0.4 * share), kind: 'part', ordinary: false });
      }
    }
    // One word of the name of what has no record, such as the "step" of Step Functions, names it alone and not in a question.
    return found.filter(({ at, from, to }) => named[at]?.missing !== true || to - from > 1 || words.length === 1);
  };

  /** A particular word with the words of its name beside it: "access analyzer" of IAM Access Analyzer. */
  const extended = (match: NameMatch, words: readonly string[]): NameMatch => {
    const has = (index: number): boolean => {
      const word = words[index];
      return word !== undefined && nameWords[match.at]?.has(singular(word)) === true;
    };
    let { from, to } = match;
    while (has(from - 1)) from -= 1;
    while (has(to)) to += 1;
    return { ...match, from, to, strength: Math.min(strengths.part, match.strength + 0.1 * (to - from - (match.to - match.from))) };
  };

  /** Names with a typo, and names that the last words begin. Only of words that mean nothing else. */
  const guessed = (words: readonly string[], free: (index: number) => boolean): NameMatch[] => {
    const found: NameMatch[] = [];
    const strange = (index: number): boolean => {
      const word = words[index] ?? '';
      return free(index) && !known(word) && !isPlain(word);
    };
    for (let from = 0; from < words.length; from += 1) {
      for (let to = Math.min(words.length, from + 3); to > from; to -= 1) {
        const span = words.slice(from, to);
        if (!span.some((_, index) => strange(from + index)) || !span.every((_, index) => free(from + index))) continue;
        if (span.length > 1 && span.some((word, index) => !strange(from + index) && !ordinary.has(singular(word)))) continue;
        const text = glued(span);
        const most = typosIn(text);
        if (most === 0) continue;
        const near = (keys: readonly string[], add: (key: string, edits: number) => void): void => {
          for (const key of keys) {
            if (key.length < 5 || !key.startsWith(text.charAt(0))) continue;
            const edits = editsBetween(text, key, most);
            if (edits <= most) add(key, edits);
          }
        };
        near(wholes, (key, edits) => {
          for (const at of whole.get(key) ?? [])
            found.push({ at, from, to, strength: strengths.typo - 0.05 * edits, kind: 'typo', ordinary: false });
        });
        if (span.length === 1)
          near(particulars, (key, edits) => {
            for (const { at, share } of parts.get(key) ?? [])
              found.push({
                at,
                from,
                to,
                strength: (strengths.typo - 0.1) * (0.5 + share / 2) - 0.05 * edits,
                kind: 'typo',
                ordinary: false,
              });
          });
      }
    }
    return found;
  };

  const begun = (words: readonly string[], free: (index: number) => boolean): NameMatch[] => {
    const last = words.length - 1;
    const found: NameMatch[] = [];
    for (const from of new Set([0, last])) {
      const span = words.slice(from);
      const text = `${glued(span.slice(0, -1))}${span.at(-1) ?? ''}`;
      const word = span.at(-1) ?? '';
      if (last < 0 || text.length < minBeginning || !span.every((_, index) => free(from + index))) continue;
      if (from === last && (known(word) || (last > 0 && isPlain(word)))) continue;
      for (const key of wholes) {
        if (!key.startsWith(text) || key === text) continue;
        const strength = strengths.beginning * (0.6 + (0.4 * text.length) / key.length);
        for (const at of whole.get(key) ?? []) {
          // What has no record has aliases in plain words, which begin like any word.
          if (named[at]?.missing === true && !fullNames.has(key)) continue;
          found.push({ at, from, to: words.length, strength, kind: 'beginning', ordinary: false });
        }
      }
    }
    return found;
  };

  const find = (words: readonly string[]): NameMatch[] => {
    const names = longest(exact(words));
    const taken = new Set(names.filter(({ ordinary: plain }) => !plain).flatMap(({ from, to }) => range(from, to)));
    const free = (index: number): boolean => !taken.has(index);
    const some = partial(words, free);
    for (const { from, to } of some) for (const index of range(from, to)) taken.add(index);
    return [...names, ...some, ...begun(words, free), ...guessed(words, free)].sort((a, b) => b.strength - a.strength);
  };

  return { find, knows: (word) => parts.has(singular(word)) || whole.has(singular(word)) };
}

/** Returns the matches that lie in no longer one. */
function longest(matches: readonly NameMatch[]): NameMatch[] {
  return matches.filter(
    (match) => !matches.some((other) => other.from <= match.from && other.to >= match.to && other.to - other.from > match.to - match.from),
  );
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);
