// Finds questions that were asked before in much the same words, whichever words their answers use.
import type { Steps } from '../steps.ts';
import { askedStems, textIndexInSteps } from './texts.ts';
import type { ReadWords } from './texts.ts';
import { wordsOf } from './words.ts';

/** A text with the questions that it answers, each in the words in which people ask it. */
export interface Worded {
  readonly wordings: readonly string[];
}

/**
 * Returns, by the index of the text, how near a query comes to its wordings: 0 to 1, and 1 where one has all words of the query and no other.
 * @param alone whether nothing else is known of the query, so that a single telling word counts
 */
export type FindWordings = (query: string, alone: boolean) => ReadonlyMap<number, number>;

/** People add words of their own; fewer of them tell questions apart than in whole texts. */
const strange = 0.2;
/** In words. One word in common is chance, or the name of a service. */
const leastShared = 2;
/** What counts of a wording that says more than the query: the query may be shorter. */
const ownShare = 0.35;
/** What words count that stand in several wordings of one text. */
const togetherShare = 0.75;
/** Of two texts with a wording equally near, the one with more of the query in its other wordings is meant. */
const tieShare = 0.25;

/** What counts of a wording that lacks the most telling word of the query: "configuration management" for "patch management". */
const besideShare = 0.8;

/** Prepares the wordings once, in steps. */
export function* wordingsInSteps(texts: readonly Worded[], read: ReadWords): Steps<FindWordings> {
  const rows: { readonly at: number; readonly wording: string; readonly stems: string[]; readonly written: string[] }[] = [];
  for (const [at, { wordings }] of texts.entries()) {
    for (const wording of wordings) rows.push({ at, wording, stems: askedStems(wording, read), written: askedStems(wording) });
    yield;
  }
  const each = yield* textIndexInSteps(
    rows.map(({ wording }) => ({ title: wording, body: '' })),
    read,
    strange,
  );
  const together = yield* textIndexInSteps(
    texts.map(({ wordings }) => ({ title: wordings.join(' . '), body: '' })),
    read,
  );
  const owners = new Map<string, Set<number>>();
  for (const { at, stems } of rows) for (const stem of stems) owners.set(stem, (owners.get(stem) ?? new Set()).add(at));

  return (query, alone) => {
    const asked = new Set(askedStems(query, read));
    const written = askedStems(query);
    /** "Penetration test" are two words that mean one. A word that one text alone has tells it, but not by itself. */
    const isEnough = (stems: readonly string[], own: readonly string[]): boolean => {
      const shared = stems.filter((stem) => asked.has(stem));
      if (Math.max(shared.length, written.filter((stem) => own.includes(stem)).length) >= leastShared) return true;
      return alone && written.length > 1 && shared.some((stem) => owners.get(stem)?.size === 1);
    };
    /** The word of the query that the fewest texts are asked by: what it is about. */
    const known = [...asked].filter((stem) => owners.has(stem));
    const subject = [...known].sort((a, b) => (owners.get(a)?.size ?? 0) - (owners.get(b)?.size ?? 0))[0];
    const isAbout = (at: number): boolean => known.length < 2 || subject === undefined || owners.get(subject)?.has(at) === true;
    const one = new Map<number, number>();
    for (const { at, cover } of each.find(query)) {
      const row = rows[at];
      if (!row || !isEnough(row.stems, row.written)) continue;
      const own = row.stems.filter((stem) => asked.has(stem)).length / Math.max(1, row.stems.length);
      const share = cover * (1 - ownShare + ownShare * own) * (isAbout(row.at) ? 1 : besideShare);
      if (share > (one.get(row.at) ?? 0)) one.set(row.at, share);
    }
    const near = new Map<number, number>();
    for (const { at, cover, words } of together.find(query)) {
      const best = one.get(at);
      const all = words < leastShared ? 0 : cover;
      if (best !== undefined || all > 0) near.set(at, Math.max(togetherShare * all, (best ?? 0) * (1 - tieShare) + all * tieShare));
    }
    return near;
  };
}

/**
 * Returns a query without the words that exams put around it; the query itself where nothing else is left.
 * @param framing such words, "under the shared responsibility model"
 */
export function withoutFraming(query: string, framing: readonly string[]): string {
  const words = ` ${wordsOf(query).join(' ')} `;
  const left = [...framing]
    .map((phrase) => ` ${wordsOf(phrase).join(' ')} `)
    .sort((a, b) => b.length - a.length)
    .reduce((text, phrase) => text.replaceAll(phrase, ' '), words);
  return left === words || askedStems(left).length === 0 ? query : left.trim();
}
