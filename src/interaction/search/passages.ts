// Searches the phrases of layers and the sections of the guide, which answers before Pagefind's index has loaded.
import MiniSearch from 'minisearch';
import { entryHref } from '../../model/search/question.ts';
import type { ServiceEntry, ServiceSearchData } from '../../model/search/question.ts';
import { placesOf } from '../../model/search/passages.ts';
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
/** In characters. Shorter words match too many passages. */
const minWordLength = 3;
/** The number of characters shown before the first match. */
const contextLength = 40;
/** In characters. */
const maxExcerptLength = 140;

/**
 * Builds the index of passages.
 * @param data the file `/search/passages.json`, whose layers refer to services by index
 */
export function makePassages(data: PassageData, { services, layers }: ServiceSearchData): Passages {
  const layerPassages = data.layers.map(([entry, option, layer, text]): Passage | undefined => {
    const service = services[entry];
    if (!service) return undefined;
    const name = service.options.find(({ id }) => id === option)?.name;
    return {
      href: entryHref(service, option === '' ? undefined : option, layer),
      title: `${service.short}${name === undefined ? '' : `, ${name}`}: ${layers[layer]}`,
      kind: service.kind,
      text,
    };
  });
  const sections = data.sections.map(([href, title, page, text]): Passage => ({
    href,
    title: page === '' ? title : `${page}: ${title}`,
    kind: 'Guide',
    text,
  }));
  const passages = [...sections, ...layerPassages];
  const index = new MiniSearch<{ id: number; title: string; words: string }>({
    fields: ['title', 'words'],
    tokenize: (text) => text.split(' ').filter((word) => word !== ''),
    processTerm: (term) => term,
  });
  index.addAll(
    passages.flatMap((passage, id) =>
      passage ? [{ id, title: passage.kind === 'Guide' ? normalize(passage.title) : '', words: normalize(passage.text) }] : [],
    ),
  );
  return {
    find: (query, keep) => {
      const words = withoutStopWords(normalize(query).split(' ')).filter((word) => word.length >= minWordLength);
      if (words.length === 0) return [];
      const found = index.search(words.join(' '), {
        combineWith: 'AND',
        prefix: (term) => term.length > minWordLength,
        boost: { title: 3 },
        weights: { fuzzy: 0, prefix: 0.6 },
      });
      return found
        .flatMap(({ id, terms }) => {
          const passage = typeof id === 'number' ? passages[id] : undefined;
          if (!passage || !keep(passage.kind)) return [];
          return [passage.kind === 'Guide' ? { ...passage, text: around(passage.text, terms) } : passage];
        })
        .slice(0, maxResults);
    },
    findDetails: (query, keep, words) =>
      placesOf(words, query)
        .flatMap((at) => layerPassages[at] ?? [])
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

/** Returns the text around the first term that occurs in it, cut at spaces. */
function around(text: string, terms: readonly string[]): string {
  const places = terms.map((term) => text.toLowerCase().indexOf(term)).filter((at) => at >= 0);
  const at = Math.max(0, Math.min(...places, text.length) - contextLength);
  const from = at === 0 || at >= text.length ? 0 : text.indexOf(' ', at) + 1;
  const part = text.slice(from, from + maxExcerptLength);
  return `${from > 0 ? '… ' : ''}${from + maxExcerptLength < text.length ? `${part.slice(0, part.lastIndexOf(' '))} …` : part}`;
}
