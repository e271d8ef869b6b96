/**
 * The header by which a page says of which revision of the data it is. The build writes the revision into the page.
 * It has a file of its own, as browsers would load one more file for what pages share.
 */
export const revisionHeader = 'tideline-revision';

/** What the build writes into each data file of the search: these count in each other's order, so that those of two builds do not fit. */
export interface Revised {
  /** Undefined while the site is developed. */
  readonly revision?: string;
}

const mark = /^\{"revision":"([^"]*)",?/u;

/** Returns the text of a JSON object that says of which revision it is. */
export const markRevision = (json: string, revision: string): string =>
  json.replace('{', `{"revision":${JSON.stringify(revision)},`).replace(/,\}$/u, '}');

/** Returns the text without what {@link markRevision} wrote. */
export const withoutMark = (json: string): string => json.replace(mark, '{');

/** In characters. The start of a file that holds its mark, if it has one. */
export const markLength = 60;

/** Returns the revision that a file says at its start; undefined where it says none. */
export const revisionIn = (start: string): string | undefined => mark.exec(start)?.[1];
