// Finds services by any of their names, with typos, and reads questions. Without document and network, so it answers within a keystroke.
import MiniSearch from 'minisearch';
import { readQuestion } from '../../model/search/question.ts';
import { normalize, withoutStopWords } from '../../model/search/normalize.ts';
import type { ServiceEntry, ServiceHit } from '../../model/search/question.ts';
import type { LayerId } from '../../model/vocabulary.ts';

export interface ServiceSearch {
  /** At most six, the best first; empty for a query that means nothing. */
  readonly find: (query: string) => ServiceHit[];
  /** At most three services whose names look like the query, for a query that found nothing. */
  readonly suggest: (query: string) => ServiceEntry[];
}

interface NameLine {
  readonly id: number;
  readonly at: number;
  readonly words: string;
  readonly glued: string;
}

const maxResults = 6;
const maxSuggestions = 3;
/** Characters. A longer query is neither a name nor a question. */
const maxNameLength = 160;
/** Characters. Shorter words are too like each other for typos. */
const minTypoLength = 4;

/** Indexes the services once, so that each query answers within a keystroke. */
export function makeServiceSearch(entries: readonly ServiceEntry[]): ServiceSearch {
  const names = entries.flatMap((entry, at) => entry.names.map((name) => ({ at, words: normalize(name), glued: glue(name) })));
  const exact = new Map<string, number[]>();
  for (const { at, glued } of names) exact.set(glued, [...(exact.get(glued) ?? []), at]);
  const byName = indexOf(names);
  const byWhat = indexOf(entries.map(({ what }, at) => ({ at, words: withoutStopWords(normalize(what).split(' ')).join(' '), glued: '' })));

  /** Positions of entries, the best first, with how well they match. */
  const named = (words: readonly string[], all: boolean): Map<number, number> => {
    const text = words.join(' ');
    const last = words.length - 1;
    const scores = new Map<number, number>();
    const take = (at: number, score: number): void => {
      scores.set(at, Math.max(scores.get(at) ?? 0, score));
    };
    for (const at of exact.get(words.join('')) ?? []) take(at, 1000);
    if (!all) for (const word of words) for (const at of exact.get(word) ?? []) take(at, 500);
    for (const found of byName.search(text, {
      fields: ['words'],
      combineWith: all ? 'AND' : 'OR',
      prefix: (term, index) => index === last || term.length >= 3,
      fuzzy: typos,
      weights: { prefix: 0.6, fuzzy: 0.3 },
    }))
      take(positionOf(found), found.score * (found.queryTerms.length / Math.max(words.length, 1)));
    const glued = words.join('');
    if (glued.length > minTypoLength)
      for (const found of byName.search(glued, {
        fields: ['glued'],
        prefix: true,
        fuzzy: typos(glued),
        weights: { prefix: 0.5, fuzzy: 0.4 },
      }))
        take(positionOf(found), found.score * 0.9);
    return scores;
  };
  const ranked = (scores: ReadonlyMap<number, number>): number[] =>
    [...scores].sort(([a, x], [b, y]) => y - x || (entries[a]?.short.length ?? 0) - (entries[b]?.short.length ?? 0)).map(([at]) => at);
  const hits = (found: readonly number[], layer?: LayerId): ServiceHit[] =>
    found.slice(0, maxResults).flatMap((at) => {
      const entry = entries[at];
      return entry ? [{ entry, layer }] : [];
    });

  const find = (query: string): ServiceHit[] => {
    const text = normalize(query.slice(0, maxNameLength));
    const every = text.split(' ').filter((word) => word !== '');
    const words = withoutStopWords(every).length > 0 ? withoutStopWords(every) : every;
    if (words.length === 0) return [];
    // The words of some names also ask about a layer: AWS Backup, Network Firewall. The name comes first.
    const own = exact.get(every.join('')) ?? exact.get(words.join(''));
    if (own) return hits([...new Set([...own, ...ranked(named(words, true))])]);
    const question = readQuestion(text);
    const whole = named(words, true);
    if (question) {
      const rest = question.rest.split(' ').filter((word) => word !== '');
      if (rest.length > 0) {
        const asked = named(rest, true);
        const about = asked.size > 0 ? asked : mostly(named(rest, false), rest);
        if (exact.has(rest.join(''))) return hits(ranked(about), question.layer);
        // "backup vault" is a name though "backup" asks about a layer: a match of the whole query is better than one of its rest.
        if (about.size > 0 && whole.size === 0) return hits(ranked(about), question.layer);
        if (about.size > 0) return hits([...new Set([...ranked(whole), ...ranked(about)])]);
      } else if (whole.size === 0) return [{ entry: undefined, layer: question.layer }];
    }
    if (whole.size > 0) return hits(ranked(whole));
    const some = mostly(named(words, false), words);
    if (some.size > 0) return hits(ranked(some));
    const doing = byWhat.search(words.join(' '), {
      fields: ['words'],
      combineWith: 'AND',
      prefix: (term) => term.length >= 4,
      fuzzy: typos,
    });
    return hits([...new Set(doing.map(positionOf))]);
  };

  /** The scores if at least half of the words are known, else none: a stray word would find a service in any nonsense. */
  const mostly = (scores: ReadonlyMap<number, number>, words: readonly string[]): Map<number, number> => {
    const known = words.filter((word) => named([word], true).size > 0);
    return new Map(known.length * 2 >= words.length ? scores : []);
  };

  const suggest = (query: string): ServiceEntry[] => {
    const words = normalize(query.slice(0, maxNameLength)).split(' ').filter(Boolean);
    const found = byName.search(words.join(' '), {
      fields: ['words', 'glued'],
      fuzzy: (term) => (term.length > 2 ? 0.5 : false),
      prefix: false,
    });
    return [...new Set(found.map(positionOf))].slice(0, maxSuggestions).flatMap((at) => entries[at] ?? []);
  };

  return { find, suggest };
}

const glue = (name: string): string => normalize(name).replaceAll(' ', '');

/** How many edits a word may have, as a share of its length; a word with digits none. */
const typos = (term: string): number | false => (term.length < minTypoLength || /\d/u.test(term) ? false : term.length < 6 ? 0.2 : 0.25);

function indexOf(lines: readonly Omit<NameLine, 'id'>[]): MiniSearch<NameLine> {
  const index = new MiniSearch<NameLine>({
    fields: ['words', 'glued'],
    storeFields: ['at'],
    tokenize: (text) => text.split(' ').filter((word) => word !== ''),
    processTerm: (term) => term,
  });
  index.addAll(lines.map((line, id) => ({ ...line, id })));
  return index;
}

function positionOf(found: Readonly<Record<string, unknown>>): number {
  const at = found['at'];
  if (typeof at !== 'number') throw new Error('the index kept no position');
  return at;
}
