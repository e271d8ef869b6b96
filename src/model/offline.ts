// What pages and the service worker must agree on: src/worker/ keeps, src/interaction/ asks and lists.

/** What is kept, by how it changes. */
export type Kind = 'pages' | 'data' | 'hashed' | 'search' | 'fixed';

/**
 * Returns the name of a cache. Sites below different paths of one host have caches of their own.
 * @param scope the address of the site's front page
 */
export const cacheName = (kind: Kind | 'shell', scope: string): string => `tideline-${kind} ${scope}`;

/** Whether a cache belongs to the site with that front page. */
export const isCacheOf = (name: string, scope: string): boolean => name.startsWith('tideline-') && name.endsWith(` ${scope}`);

/** What a page tells the worker once it has loaded. */
export interface Visit {
  /** The revision of the data that the page was built with; empty if the build wrote none. */
  readonly revision: string;
  /** Addresses that were loaded without the worker. */
  readonly loaded: readonly string[];
}

/** Reads what a page told. Undefined if it is something else. */
export function parseVisit(told: unknown): Visit | undefined {
  if (typeof told !== 'object' || told === null || !('revision' in told) || !('loaded' in told)) return undefined;
  const { revision, loaded } = told;
  if (typeof revision !== 'string' || !Array.isArray(loaded)) return undefined;
  return { revision, loaded: loaded.filter((each): each is string => typeof each === 'string') };
}
