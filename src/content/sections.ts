// Sections of the guide's pages for the search: addresses and words.
import type { SectionLine } from '../model/search/passages.ts';
import { wordsOf } from './guide.ts';
import type { Content } from './load.ts';

/** Sections that say nothing of their own. */
const everywhere = new Set(['Sources', 'Check yourself']);

/** A line for each page, with what stands before its first heading, and one for each of its sections. */
export function sectionLines({ guide, cases }: Pick<Content, 'guide' | 'cases'>): SectionLine[] {
  return guide.flatMap(({ href, title, description, sections }) =>
    sections.flatMap(({ heading, nodes }): SectionLine[] => {
      const words = wordsOf(nodes, { cases });
      if (!heading) return [[href, title, '', `${description} ${words}`.trim()]];
      return everywhere.has(heading.text) ? [] : [[`${href}#${heading.slug}`, heading.text, title, words]];
    }),
  );
}
