// The sections of the guide for the search, each with its address and words.
import type { SectionLine } from '../model/search/passages.ts';
import { wordsOf } from './guide.ts';
import type { Content } from './load.ts';

/** Headings that most pages have; a search for them would find every page. */
const everywhere = new Set(['Sources', 'Check yourself']);

/** Returns a line for the introduction of each page and for each of its sections. */
export function sectionLines({
  guide,
  cases,
  edges,
  catalog: { defaults },
}: Pick<Content, 'guide' | 'cases' | 'edges' | 'catalog'>): SectionLine[] {
  return guide.flatMap(({ href, title, description, sections }) =>
    sections.flatMap(({ heading, nodes }): SectionLine[] => {
      const words = wordsOf(nodes, { cases, edges, defaults });
      if (!heading) return [[href, title, '', `${description} ${words}`.trim()]];
      return everywhere.has(heading.text) ? [] : [[`${href}#${heading.slug}`, heading.text, title, words]];
    }),
  );
}
