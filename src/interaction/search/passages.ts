// Searches the phrases of layers, which answers before Pagefind's index has loaded.
import MiniSearch from 'minisearch';
import { entryHref } from '../../model/search/question.ts';
import type { ServiceEntry, ServiceSearchData } from '../../model/search/question.ts';
import { placesOf } from '../../model/search/passages.ts';
import type { Steps } from '../../model/steps.ts';
import type { ServicePlace } from '../../scenes/result.ts';
import type { DetailWords, Passage, PassageData } from '../../model/search/passages.ts';
import { normalize, withoutStopWords } from '../../model/normalize.ts';

export interface Passages {
  /** Returns at most four passages, best first. Each contains every word of the query except stop words. */
  readonly find: (query: string, keep: (kind: string) => boolean) => Passage[];
  /** Returns at most four layers whose details contain the words, for a query that matches no phrase. */
  readonly findDetails: (query: string, keep: (kind: string) => boolean, words: DetailWords) => Passage[];
  /** Returns the first layer of a service whose detail has every word, and the option that has it; undefined where none has. */
  readonly placeIn: (entry: ServiceEntry, query: string, words: DetailWords) => ServicePlace | undefined;
}

const maxResults = 4;
/** How many are one step: a phone puts them into the index within milliseconds. */
const passagesAtOnce = 25;
/** In characters. Shorter words match too many passages. */
const minWordLength = 3;

/**
 * Builds the index of passages, in steps.
 * @param data the file `/search/passages.json`, whose layers refer to services by index
 */
export function* passagesInSteps(data: PassageData, { services, layers }: ServiceSearchData): Steps<Passages> {
  const passageAt = (at: number): Passage | undefined => {
    const line = data.layers[at];
    const service = line && services[line[0]];
    if (!service) return undefined;
    const [, option, layer, text] = line;
    const name = service.options.find(({ id }) => id === option)?.name;
    return {
      href: entryHref(service, option === '' ? undefined : option, layer),
      title: `${service.short}${name === undefined ? '' : `, ${name}`}: ${layers[layer]}`,
      kind: service.kind,
      text,
    };
  };
  const index = new MiniSearch<{ id: number; words: string }>({
    fields: ['words'],
    tokenize: (text) => text.split(' ').filter((word) => word !== ''),
    processTerm: (term) => term,
  });
  for (let from = 0; from < data.layers.length; from += passagesAtOnce) {
    const some = data.layers.slice(from, from + passagesAtOnce);
    index.addAll(some.flatMap(([entry, , , text], at) => (services[entry] ? [{ id: from + at, words: normalize(text) }] : [])));
    yield;
  }
  return {
    find: (query, keep) => {
      const words = withoutStopWords(normalize(query).split(' ')).filter((word) => word.length >= minWordLength);
      if (words.length === 0) return [];
      const found = index.search(words.join(' '), {
        combineWith: 'AND',
        prefix: (term) => term.length > minWordLength,
        weights: { fuzzy: 0, prefix: 0.6 },
      });
      return found
        .flatMap(({ id }) => (typeof id === 'number' ? (passageAt(id) ?? []) : []))
        .filter(({ kind }) => keep(kind))
        .slice(0, maxResults);
    },
    findDetails: (query, keep, words) =>
      placesOf(words, query)
        .flatMap((at) => passageAt(at) ?? [])
        .filter(({ kind }) => keep(kind))
        .slice(0, maxResults),
    placeIn: (entry, query, words) => {
      const of = services.indexOf(entry);
      const line = placesOf(words, query)
        .map((at) => data.layers[at])
        .find((each) => each?.[0] === of);
      if (!line) return undefined;
      const [, option, layer] = line;
      return { entry, option: entry.options.find(({ id }) => id === option), layer };
    },
  };
}
