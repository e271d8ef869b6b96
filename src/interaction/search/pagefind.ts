// Pagefind, the full-text search: what of it is used, and where it is.
// Every page loads this file, to start loading Pagefind as soon as the search opens.
import type { FilterCounts } from '../../scenes/results.ts';

/** A page that Pagefind found. Excerpts are HTML, with `<mark>` around each word that was found. */
export interface PagefindPage {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
  /** The passages that were found, by heading. */
  readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
}

export interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  init(): Promise<void>;
  /** Loads the values of all filters; without them a search counts none. */
  filters(): Promise<unknown>;
  /** Forgets a failed start, which init() would otherwise keep. */
  destroy(): Promise<void>;
  /** Null where another search has begun within `wait` milliseconds. */
  debouncedSearch(
    query: string,
    options: { readonly filters?: Readonly<Record<string, string>> },
    wait: number,
  ): Promise<{ readonly results: readonly { data(): Promise<PagefindPage> }[]; readonly filters: FilterCounts } | null>;
}

/** Loads the code of Pagefind (13 kB), not its index. Rejects where it cannot be loaded. */
export function importPagefind(): Promise<Pagefind> {
  const address = '/pagefind/pagefind.js';
  return import(/* @vite-ignore */ address);
}
