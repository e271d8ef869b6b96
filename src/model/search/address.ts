// Reads and writes the query in the address of the search page.
import { keyName } from '../key-name.ts';
import { root } from '../root.ts';

export const searchPath = `${root}/search/`;

/** In characters. Longer than any query a reader types; an address may hold anything. */
export const maxQueryLength = 200;

/**
 * Reads the query from an address of the search page, cut to `maxQueryLength`. Empty if the address has none.
 * @param search the query string of the address, with or without "?"
 */
export function parseSearch(search: string): string {
  const [, query = ''] = [...new URLSearchParams(search)].find(([key, value]) => keyName(key) === 'q' && value !== '') ?? [];
  return query.slice(0, maxQueryLength);
}

/** Returns the address of the search page for a query, cut to `maxQueryLength`: `/search/?q=rds`. */
export function formatSearch(query: string): string {
  return query === '' ? searchPath : `${searchPath}?${new URLSearchParams({ q: query.slice(0, maxQueryLength) }).toString()}`;
}
