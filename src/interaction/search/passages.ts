// Searches phrases of layers and sections of the lesson: an answer while the full text is still on its way.
import MiniSearch from 'minisearch';
import type { FinderData } from '../../model/search/question.ts';
import { placesOf } from '../../model/search/passages.ts';
import type { DetailWords, PassageData } from '../../model/search/passages.ts';
import { normalize, withoutStopWords } from '../../model/search/normalize.ts';

export interface Passage {
  readonly href: string;
  readonly title: string;
  /** "Database · Managed", or "Guide". */
  readonly kind: string;
  readonly text: string;
}

export interface Passages {
  /** The best first; empty where not every withoutStopWords word is met. */
  readonly find: (query: string, keep: (kind: string) => boolean) => Passage[];
  /** Layers whose details hold the words, for which no phrase does. */
  readonly findDetails: (query: string, keep: (kind: string) => boolean, words: DetailWords) => Passage[];
}

const most = 4;
/** A prefix shorter than this is in too many words. */
const shortest = 3;
/** Characters of prose shown before a word that was found. */
const before = 40;
const shown = 140;

export function makePassages(data: PassageData, { services, layers }: FinderData): Passages {
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
      const words = withoutStopWords(normalize(query).split(' ')).filter((word) => word.length >= shortest);
      if (words.length === 0) return [];
      const found = index.search(words.join(' '), {
        combineWith: 'AND',
        prefix: (term) => term.length > shortest,
        boost: { title: 3 },
        weights: { fuzzy: 0, prefix: 0.6 },
      });
      return found
        .flatMap(({ id, terms }) => {
          const passage = typeof id === 'number' ? passages[id] : undefined;
          if (!passage || !keep(passage.kind)) return [];
          return [passage.kind === 'Guide' ? { ...passage, text: around(passage.text, terms) } : passage];
        })
        .slice(0, most);
    },
    findDetails: (query, keep, words) =>
      placesOf(words, query)
        .flatMap((at) => layerPassages[at] ?? [])
        .filter(({ kind }) => keep(kind))
        .slice(0, most),
  };
}

/** The words around the first that was found. */
function around(text: string, terms: readonly string[]): string {
  const places = terms.map((term) => text.toLowerCase().indexOf(term)).filter((at) => at >= 0);
  const at = Math.max(0, Math.min(...places, text.length) - before);
  const from = at === 0 || at >= text.length ? 0 : text.indexOf(' ', at) + 1;
  const part = text.slice(from, from + shown);
  return `${from > 0 ? '… ' : ''}${from + shown < text.length ? `${part.slice(0, part.lastIndexOf(' '))} …` : part}`;
}
