// One result in the search dialog: made of a service, a passage, a page or a page opened before.
import type { Passage } from '../model/search/passages.ts';
import type { ServiceHit, ServiceSearchData } from '../model/search/question.ts';

/** Pages shown at most. */
export const maxPages = 8;
/** Sections shown at most below each page. */
const maxSections = 2;

/** A piece of text; marked where it is a word of the query. */
export interface TextSegment {
  readonly text: string;
  readonly marked: boolean;
}

export interface Result {
  readonly href: string;
  readonly title: string;
  readonly kind: string;
  readonly excerpt: readonly TextSegment[];
  /** A section of the page above it. */
  readonly nested: boolean;
}

/** A page that holds the words of the query. */
export interface FoundPage {
  readonly url: string;
  readonly title: string;
  /** "Managed · Database"; empty for a page of the guide. */
  readonly kind: string;
  readonly excerpt: readonly TextSegment[];
  /** Passages of the page that hold the words, each with the heading above it. */
  readonly sections: readonly { readonly url: string; readonly title: string; readonly excerpt: readonly TextSegment[] }[];
}

const plain = (text: string): TextSegment[] => (text === '' ? [] : [{ text, marked: false }]);

/** Each service, opened at the layer that the query asks about; the explorer where it asks about a layer of every service. */
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
 * The first few pages, each followed by its sections.
 * @param services the results above; a page that they lead to is left out
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
