// The titles of AWS's pages that content cites, by address: content/pages.yaml.
import { z } from 'zod';
import { name, source } from './field.ts';

/** Addresses without the part after "#": a title is that of a whole page. */
export const pagesSchema = z.record(
  source.refine((address) => !address.includes('#'), 'names a part of a page: write the address without "#" and what follows'),
  name('the title of the page', 160),
);

/** Titles by address. */
export type PageTitles = ReadonlyMap<string, string>;

/** The titles of several pages, in their order; null where one is not kept. */
export const titlesOf = (titles: PageTitles, addresses: readonly string[]): (string | null)[] =>
  addresses.map((address) => titleOf(titles, address) ?? null);

/** The title of a page, whichever part of it an address names; undefined where it is not kept. */
export const titleOf = (titles: PageTitles, address: string): string | undefined => titles.get(address.replace(/#.*$/u, ''));
