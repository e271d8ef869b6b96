// Types and loader for Pagefind, the full-text search. https://pagefind.app/docs/api/
// Every page loads this file, so that Pagefind starts loading as soon as the search opens.
import type { FilterCounts } from '../../scenes/results.ts';
import { root } from '../../model/root.ts';

/** A page that Pagefind found. Excerpts are HTML with `<mark>` around each matching word. */
export interface PagefindPage {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
  /** The matching passages of the page, by heading. */
  readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
}

export interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  init(): Promise<void>;
  /** Loads the values of all filters. Without them a search returns no counts. */
  filters(): Promise<unknown>;
  /** Resets Pagefind. Without it, init() would return a failed start again. */
  destroy(): Promise<void>;
  /** Resolves to null if another search starts within `wait` milliseconds. */
  debouncedSearch(
    query: string,
    options: { readonly filters?: Readonly<Record<string, string>> },
    wait: number,
  ): Promise<{ readonly results: readonly { data(): Promise<PagefindPage> }[]; readonly filters: FilterCounts } | null>;
}

/** When Pagefind last said that a part of its index is none: src/build/pagefind-faults.ts makes it say so. */
let lastFault = -1;

/** Whether a part of the index did not come, or came wrong, since a time of the page's clock. Pagefind then finds less, and goes on. */
export function lostIndex(since: number): boolean {
  if (lastFault >= since) return true;
  return performance
    .getEntriesByType('resource')
    .some(
      (entry) =>
        entry instanceof PerformanceResourceTiming &&
        entry.startTime >= since &&
        /\.pf_(?:index|filter|meta)(?:$|\?)/u.test(entry.name) &&
        (entry.responseStatus === 0 || entry.responseStatus >= 400),
    );
}

/** Loads the code of Pagefind (13 kB) without its index. Rejects if it cannot be loaded. */
export function importPagefind(): Promise<Pagefind> {
  const address = `${root}/pagefind/pagefind.js`;
  addEventListener('tideline:index-lost', noteFault);
  return import(/* @vite-ignore */ address);
}

/** One function, so that it listens once however often Pagefind starts. */
const noteFault = (): void => {
  lastFault = performance.now();
};
