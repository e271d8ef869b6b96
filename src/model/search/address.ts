// The query of a search in the address of the search page.

export const searchPath = '/search/';

/** Characters. Nobody types more, and an address may hold anything. */
export const maxQueryLength = 200;

/**
 * The query in an address of the search page, at most `maxQueryLength` long; empty where there is none.
 * @param search the query string of the address, with or without "?"
 */
export function parseSearch(search: string): string {
  return (new URLSearchParams(search).get('q') ?? '').slice(0, maxQueryLength);
}

/** The address of the search page for a query, cut to `maxQueryLength`: `/search/?q=rds`. */
export function formatSearch(query: string): string {
  return query === '' ? searchPath : `${searchPath}?${new URLSearchParams({ q: query.slice(0, maxQueryLength) }).toString()}`;
}
