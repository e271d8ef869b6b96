// Searches phrases of layers and headings of the lesson: an answer while the full text is still on its way.
import MiniSearch from 'minisearch';
import type { FinderData } from '../model/finder.ts';
import type { PassageData } from '../model/passages.ts';
import { plain, telling } from '../model/words.ts';

export interface Passage {
  readonly href: string;
  readonly title: string;
  /** "Database · Managed", or "Guide". */
  readonly kind: string;
  readonly text: string;
}

export interface Passages {
  /** The best first; empty where not every telling word is met. */
  readonly find: (query: string, keep: (kind: string) => boolean) => Passage[];
}

const most = 4;
/** A prefix shorter than this is in too many words. */
const shortest = 3;

export function makePassages(data: PassageData, { services, layers }: FinderData): Passages {
  const passages: Passage[] = [
    ...data.headings.map(([href, page, heading]) => ({ href, title: heading, kind: 'Guide', text: page })),
    ...data.layers.flatMap(([entry, option, layer, text]) => {
      const service = services[entry];
      if (!service) return [];
      const query = `${option === '' ? '' : `option=${option}&`}layer=${layer}`;
      return [{ href: `${service.url}?${query}`, title: `${service.short}: ${layers[layer]}`, kind: service.kind, text }];
    }),
  ];
  const index = new MiniSearch<{ id: number; words: string }>({
    fields: ['words'],
    tokenize: (text) => text.split(' ').filter((word) => word !== ''),
    processTerm: (term) => term,
  });
  index.addAll(passages.map(({ title, text, kind }, id) => ({ id, words: plain(kind === 'Guide' ? title : text) })));
  return {
    find: (query, keep) => {
      const every = plain(query).split(' ');
      const words = telling(every).filter((word) => word.length >= shortest);
      if (words.length === 0) return [];
      const found = index.search(words.join(' '), {
        combineWith: 'AND',
        prefix: (term) => term.length > shortest,
        weights: { fuzzy: 0, prefix: 0.6 },
      });
      return found
        .flatMap(({ id }) => {
          const passage = typeof id === 'number' ? passages[id] : undefined;
          return passage && keep(passage.kind) ? [passage] : [];
        })
        .slice(0, most);
    },
  };
}
