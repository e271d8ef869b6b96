// Searches phrases of layers and sections of the lesson, so that an answer stands while Pagefind's index is still loading.
import MiniSearch from 'minisearch';
import type { ServiceSearchData } from '../../model/search/question.ts';
import { placesOf } from '../../model/search/passages.ts';
import type { DetailWords, Passage, PassageData } from '../../model/search/passages.ts';
import { normalize, withoutStopWords } from '../../model/search/normalize.ts';

export interface Passages {
  /** At most four, the best first; each holds every word of the query but its stop words. */
  readonly find: (query: string, keep: (kind: string) => boolean) => Passage[];
  /** At most four layers whose details hold the words, for a query that no phrase holds. */
  readonly findDetails: (query: string, keep: (kind: string) => boolean, words: DetailWords) => Passage[];
}

const maxResults = 4;
/** Characters. Shorter words are in too many passages. */
const minWordLength = 3;
/** Characters of prose shown before the first word that was found. */
const contextLength = 40;
/** Characters. */
const maxExcerptLength = 140;

/**
 * Indexes the passages once.
 * @param data the file `/search/passages.json`, of which each layer names its service by its place in the services
 */
export function makePassages(data: PassageData, { services, layers }: ServiceSearchData): Passages {
  const layerPassages = data.layers.map(([entry, option, layer, text]): Passage | undefined => {
    const service = services[entry];
    const query = `${option === '' ? '' : `option=${option}&`}layer=${layer}`;
    return service && { href: `${service.url}?${query}`, title: `${service.short}: ${layers[layer]}`, kind: service.kind, text };
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
  };
}

/** The words around the first term that was found. */
function around(text: string, terms: readonly string[]): string {
  const places = terms.map((term) => text.toLowerCase().indexOf(term)).filter((at) => at >= 0);
  const at = Math.max(0, Math.min(...places, text.length) - contextLength);
  const from = at === 0 || at >= text.length ? 0 : text.indexOf(' ', at) + 1;
  const part = text.slice(from, from + maxExcerptLength);
  return `${from > 0 ? '… ' : ''}${from + maxExcerptLength < text.length ? `${part.slice(0, part.lastIndexOf(' '))} …` : part}`;
}
