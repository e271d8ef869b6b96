// Makes the results of the search dialog from services, passages, pages and recently opened pages.
import { root } from '../model/root.ts';
import { stem, wordsOf } from '../model/search/words.ts';
import type { Passage } from '../model/search/passages.ts';
import type { FingerprintPath } from './fingerprint.ts';
import { entryHref } from '../model/search/question.ts';
import type { ServiceEntry, ServiceHit, ServiceSearchData } from '../model/search/question.ts';

/** The most pages shown. */
export const maxPages = 8;
/** The most sections shown below each page. */
const maxSections = 2;

/** A piece of text; marked if it matches a word of the query. */
export interface TextSegment {
  readonly text: string;
  readonly marked: boolean;
}

/** A fingerprint whose paths are ready, because what draws results comes before the answers do. */
export interface Strip {
  /** As the viewBox of an svg says it. */
  readonly box: string;
  readonly paths: readonly FingerprintPath[];
}

export interface Result {
  readonly href: string;
  readonly title: string;
  readonly kind: string;
  readonly excerpt: readonly TextSegment[];
  /** Whether it is a section of the page above it. */
  readonly nested: boolean;
  /** The way to run a service that it leads to, as a strip; null until the splits are loaded, undefined where it leads elsewhere. */
  readonly strip?: Strip | null | undefined;
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

/** A text without marks. */
export const plain = (text: string): TextSegment[] => (text === '' ? [] : [{ text, marked: false }]);

/** Returns a link to each service that a name finds, at the option and the layer that the query asks about. A hit without a service becomes a link to the explorer. */
export function serviceResults(hits: readonly ServiceHit[], layers: ServiceSearchData['layers']): Result[] {
  return hits.map(({ entry, option, layer }) => {
    const name = layer === undefined ? '' : layers[layer];
    if (!entry) return { href: `${root}/explore/?layer=${layer ?? ''}`, title: name, kind: 'Every service', excerpt: [], nested: false };
    const shown = option === undefined ? entry.short : `${entry.short}, ${option.name}`;
    return {
      href: entryHref(entry, option?.id, layer),
      title: layer === undefined ? shown : `${shown}: ${name}`,
      kind: entry.kind,
      excerpt: plain(entry.what),
      nested: false,
      strip: null,
    };
  });
}

export const passageResults = (passages: readonly Passage[]): Result[] =>
  passages.map(({ href, title, kind, text }) => ({ href, title, kind, excerpt: plain(text), nested: false }));

export const recentResults = (recent: readonly Pick<Result, 'href' | 'title'>[]): Result[] =>
  recent.map(({ href, title }) => ({ href, title, kind: '', excerpt: [], nested: false }));

/**
 * Returns the first few pages, each followed by its sections.
 * @param above the results shown above; pages that they already link to are skipped
 * @param placeOf where on the page of a service the words stand; undefined for every other page
 */
export function pageResults(
  pages: readonly FoundPage[],
  above: readonly Pick<Result, 'href'>[],
  placeOf: (path: string) => ServicePlace | undefined,
): Result[] {
  const shown = new Set(above.map(({ href }) => pathOf(href)));
  return pages
    .filter(({ url }) => !shown.has(pathOf(url)))
    .slice(0, maxPages)
    .flatMap(({ url, title, kind, excerpt, sections }) => {
      const place = placeOf(pathOf(url));
      // A section is shown by its heading; an open layer would move it.
      const at = (href: string): string => (place ? `${entryHref(place.entry, place.option?.id, undefined)}${hashOf(href)}` : href);
      const shown = place?.option === undefined ? title : `${title}, ${place.option.name}`;
      return [
        { href: place ? entryHref(place.entry, place.option?.id, place.layer) : url, title: shown, kind, excerpt, nested: false },
        ...sections
          .filter((section) => section.url.includes('#') && section.title !== title)
          .slice(0, maxSections)
          .map((section) => ({ href: at(section.url), title: section.title, kind: '', excerpt: section.excerpt, nested: true })),
      ];
    });
}

/**
 * Whether a page has a word of the query, in some form of it. Pagefind shortens a word that no page has until one is found: "kinesis" to
 * the K of Ctrl K.
 */
export function hasWordOf({ excerpt, sections }: Pick<FoundPage, 'excerpt' | 'sections'>, query: string): boolean {
  const asked = wordsOf(query);
  const marked = [excerpt, ...sections.map((section) => section.excerpt)].flat().filter(({ marked: is }) => is);
  const isForm = (word: string, of: string): boolean =>
    stem(word) === stem(of) || word.startsWith(of) || (word.length >= minForm && of.startsWith(word));
  return marked.length === 0 || marked.some(({ text }) => wordsOf(text).some((word) => asked.some((each) => isForm(word, each))));
}

/** In letters. A shorter word begins too many others. */
const minForm = 4;

/** Where on the page of a service the words of a query stand. */
export type ServicePlace = Pick<ServiceHit, 'option' | 'layer'> & { readonly entry: ServiceEntry };

const hashOf = (href: string): string => /#.*$/u.exec(href)?.[0] ?? '';
const pathOf = (href: string): string => href.split(/[?#]/u)[0] ?? '';
