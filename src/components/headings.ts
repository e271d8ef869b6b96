// Titles and headings of the guide's pages, with their addresses.
import { getCollection, render } from 'astro:content';
import type { HeadingLine } from '../model/passages.ts';

/** Headings that say nothing of their own. */
const everywhere = new Set(['Sources', 'Check yourself']);

export async function headingLines(): Promise<HeadingLine[]> {
  const pages = await getCollection('docs');
  const lines = await Promise.all(
    pages.map(async (page): Promise<HeadingLine[]> => {
      const { headings } = await render(page);
      const { title } = page.data;
      return [
        [`/${page.id}/`, page.data.description ?? '', title],
        ...headings.filter(({ text }) => !everywhere.has(text)).map(({ slug, text }): HeadingLine => [`/${page.id}/#${slug}`, title, text]),
      ];
    }),
  );
  return lines.flat();
}
