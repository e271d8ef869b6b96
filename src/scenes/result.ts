// Makes the results of the search dialog from services, passages, pages and recently opened pages.
import type { Passage } from '../model/search/passages.ts';
import type { ServiceHit, ServiceSearchData } from '../model/search/question.ts';

/** The most pages shown. */
export const maxPages = 8;
/** The most sections shown below each page. */
const maxSections = 2;

/** A piece of text; marked if it matches a word of the query. */
export interface TextSegment {
  readonly text: string;
  readonly marked: boolean;
}

export interface Result {
  readonly href: string;
  readonly title: string;
  readonly kind: string;
  readonly excerpt: readonly TextSegment[];
  /** Whether it is a section of the page above it. */
  readonly nested: boolean;
}

/** A page that matches the query. */
export interface FoundPage {
  readonly url: string;
  readonly title: string;
  /** "Managed · Database"; empty for a page of the guide. */
  readonly kind: string;
  readonly excerpt: readonly TextSegment[];
  /** The matching passages of the page, each with its heading. */
  readonly sections: readonly { readonly url: string; readonly title: string; readonly excerpt: readonly TextSegment[] }[];
}

const plain = (text: string): TextSegment[] => (text === '' ? [] : [{ text, marked: false }]);

/** Returns a link to each service, at the layer that the query asks about. A hit without a service becomes a link to the explorer. */
export function serviceResults(hits: readonly ServiceHit[], layers: ServiceSearchData['layers']): Result[] {
  return hits.map(({ entry, layer }) => {
    const name = layer === undefined ? '' : layers[layer];
    if (!entry) return { href: `/explore/?layer=${layer ?? ''}`, title: name, kind: 'Every service', excerpt: [], nested: false };
    return {
      href: layer === undefined ? entry.url : `${entry.url}?layer=${layer}`,
      title: layer === undefined ? entry.short : `${entry.short}: ${name}`,
      kind: entry.kind,
      excerpt: plain(entry.what),
      nested: false,
    };
  });
}

export const passageResults = (passages: readonly Passage[]): Result[] =>
  passages.map(({ href, title, kind, text }) => ({ href, title, kind, excerpt: plain(text), nested: false }));

export const recentResults = (recent: readonly Pick<Result, 'href' | 'title'>[]): Result[] =>
  recent.map(({ href, title }) => ({ href, title, kind: '', excerpt: [], nested: false }));

/**
 * Returns the first few pages, each followed by its sections.
 * @param services the results shown above; pages that they already link to are skipped
 */
export function pageResults(pages: readonly FoundPage[], services: readonly Result[]): Result[] {
  const shown = new Set(services.map(({ href }) => pathOf(href)));
  return pages
    .filter(({ url }) => !shown.has(pathOf(url)))
    .slice(0, maxPages)
    .flatMap(({ url, title, kind, excerpt, sections }) => [
      { href: url, title, kind, excerpt, nested: false },
      ...sections
        .filter((section) => section.url.includes('#') && section.title !== title)
        .slice(0, maxSections)
        .map((section) => ({ href: section.url, title: section.title, kind: '', excerpt: section.excerpt, nested: true })),
    ]);
}

const pathOf = (href: string): string => href.split(/[?#]/u)[0] ?? '';
