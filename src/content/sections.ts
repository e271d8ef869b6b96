// Sections of the guide's pages, with their addresses and their prose.
import { getCollection, render } from 'astro:content';
import { getCases } from './load.ts';
import type { SectionLine } from '../model/search/passages.ts';

/** Sections that say nothing of their own. */
const everywhere = new Set(['Sources', 'Check yourself']);

export async function sectionLines(): Promise<SectionLine[]> {
  const pages = await getCollection('docs');
  const lines = await Promise.all(
    pages.map(async (page): Promise<SectionLine[]> => {
      const { headings } = await render(page);
      const { title, description = '' } = page.data;
      const [start = '', ...sections] = (page.body ?? '').split(/^#{2,3} .+$/mu);
      const levels = headings.filter(({ depth }) => depth === 2 || depth === 3);
      if (sections.length !== levels.length)
        throw new Error(
          `${page.id}: ${sections.length} sections and ${levels.length} headings; write headings as ## or ### on lines of their own`,
        );
      return [
        [`/${page.id}/`, title, '', `${description} ${prose(start)}`.trim()],
        ...levels.flatMap(({ slug, text }, index): SectionLine[] =>
          everywhere.has(text) ? [] : [[`/${page.id}/#${slug}`, text, title, prose(sections[index] ?? '')]],
        ),
      ];
    }),
  );
  return lines.flat();
}

/** The words of MDX without its marks; a case is told where it is placed. */
function prose(source: string): string {
  const cases = getCases();
  return source
    .replaceAll(/^import .*$/gmu, '')
    .replaceAll(/<Case id="([^"]+)" \/>/gu, (_, id: string) => {
      const story = cases.find((each) => each.id === id);
      return story ? `${story.happened} ${story.whose} ${story.prevent}` : '';
    })
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/\]\([^)]*\)/gu, ' ')
    .replaceAll(/[[\]*|]|^\s*(?:-|\d+\.) |-{3,}/gmu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
