// Finds services by any of their names, despite typos, and understands questions about layers.
import MiniSearch from 'minisearch';
import { optionAsked, readQuestion } from '../../model/search/question.ts';
import { normalize, withoutStopWords } from '../../model/normalize.ts';
import type { ServiceEntry, ServiceHit } from '../../model/search/question.ts';
import type { LayerId } from '../../model/vocabulary.ts';

export interface ServiceSearch {
  /** Returns at most six hits, best first. Empty if nothing matches. */
  readonly find: (query: string) => ServiceHit[];
  /** Returns at most three services with names similar to the query, for a query without hits. */
  readonly suggest: (query: string) => ServiceEntry[];
}

/** One line of an index. */
interface NameLine {
  readonly id: number;
  /** The index of the service in the entries. */
  readonly at: number;
  /** Normalized. */
  readonly words: string;
  /** The same words without spaces, so that "dynamo db" finds DynamoDB. */
  readonly glued: string;
}

const maxResults = 6;
const maxSuggestions = 3;
/** In characters. A longer query is neither a name nor a question. */
const maxNameLength = 160;
/** In characters. Shorter words are too similar to each other to allow typos. */
const minTypoLength = 4;

/** Builds the indexes once, so that each query is answered within a keystroke. */
export function makeServiceSearch(entries: readonly ServiceEntry[]): ServiceSearch {
  const names = entries.flatMap((entry, at) =>
    [...entry.names, ...entry.options.map(({ name }) => `${entry.names[0] ?? ''} ${name}`)].map((name) => ({
      at,
      words: normalize(name),
      glued: glue(name),
    })),
  );
  const exact = new Map<string, number[]>();
  for (const { at, glued } of names) exact.set(glued, [...(exact.get(glued) ?? []), at]);
  const byName = indexOf(names);
  const byWhat = indexOf(entries.map(({ what }, at) => ({ at, words: withoutStopWords(normalize(what).split(' ')).join(' '), glued: '' })));

  /** Returns a score for each entry whose names match, by its index. With `all`, every word must match. */
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
  const find = (query: string): ServiceHit[] => {
    const hits = (found: readonly number[], layer?: LayerId): ServiceHit[] =>
      found.slice(0, maxResults).flatMap((at) => {
        const entry = entries[at];
        return entry ? [{ entry, option: optionAsked(entry, query), layer }] : [];
      });
    const text = normalize(query.slice(0, maxNameLength));
    const every = text.split(' ').filter((word) => word !== '');
    const words = withoutStopWords(every).length > 0 ? withoutStopWords(every) : every;
    if (words.length === 0) return [];
    // Some names contain the words of a layer, such as AWS Backup and Network Firewall. The name wins.
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
        // "backup vault" is a name although "backup" is a layer, so matches of the whole query come before matches of the rest.
        if (about.size > 0 && whole.size === 0) return hits(ranked(about), question.layer);
        if (about.size > 0) return hits([...new Set([...ranked(whole), ...ranked(about)])]);
      } else if (whole.size === 0) return [{ entry: undefined, option: undefined, layer: question.layer }];
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

  /** Returns the scores if at least half of the words occur in names, else none, so that one known word in nonsense finds nothing. */
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

/** Returns the edits allowed in a word as a share of its length; false (none) for a short word or one with digits. */
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
  if (typeof at !== 'number') throw new Error('the search index has a result without the position of its service');
  return at;
}
