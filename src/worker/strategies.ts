// How each kind is answered and kept: how long, and how many.
import { ExpirationPlugin } from 'workbox-expiration';
import { CacheFirst, NetworkFirst, StaleWhileRevalidate } from 'workbox-strategies';
import type { Strategy } from 'workbox-strategies';
import type { WorkboxPlugin } from 'workbox-core/types.js';
import { cacheName } from '../model/offline.ts';
import type { Kind } from '../model/offline.ts';
import { revisionHeader } from '../model/revision.ts';
import { keyOf, mayKeep } from './kind.ts';
import { isOfAnother } from './served.ts';

declare const self: ServiceWorkerGlobalScope;

/** In seconds. A line that answers no sooner is as good as none, if there is a copy. */
const networkTimeoutSeconds = 3;

const day = 24 * 60 * 60;

/** The same for each kind: the answer depends on the address alone, whatever a host says it varies by. */
const matchOptions = { ignoreVary: true };

interface Bounds {
  readonly maxEntries: number;
  readonly maxAgeSeconds: number;
}

/** The options of a strategy. Where the disk is full, each cache is emptied. */
function options(kind: Kind, { maxEntries, maxAgeSeconds }: Bounds, ...more: readonly WorkboxPlugin[]) {
  const keeping: WorkboxPlugin = {
    cacheKeyWillBeUsed: ({ request }) => Promise.resolve(keyOf(request.url, kind, request.headers.get(revisionHeader))),
    cacheWillUpdate: async ({ request, response }) =>
      // What a browser fetches ahead was not visited.
      mayKeep(response, kind) && !request.headers.has('sec-purpose') && !(await isOfAnother(request, response)) ? response : null,
  };
  return {
    cacheName: cacheName(kind, self.registration.scope),
    matchOptions,
    plugins: [keeping, ...more, expiring(new ExpirationPlugin({ maxEntries, maxAgeSeconds, purgeOnQuotaError: true, matchOptions }))],
  };
}

/** The plugin by its parts: its own type says that they may be undefined, and that of plugins that they may only be missing. */
const expiring = ({ cachedResponseWillBeUsed, cacheDidUpdate }: ExpirationPlugin): WorkboxPlugin => ({
  ...(cachedResponseWillBeUsed && { cachedResponseWillBeUsed }),
  ...(cacheDidUpdate && { cacheDidUpdate }),
});

/** Without its date a copy ages from its last use. Pages that are kept need their files, however old these are. */
const undated: WorkboxPlugin = {
  cacheWillUpdate: ({ response }) => {
    const headers = new Headers(response.headers);
    headers.delete('date');
    return Promise.resolve(new Response(response.body, { status: response.status, headers }));
  },
};

/** On a slow line its answer is the copy, and the event ended with that: the browser then dropped the answer that was still to come. */
class PatientNetworkFirst extends NetworkFirst {
  override _getNetworkPromise(given: Parameters<NetworkFirst['_getNetworkPromise']>[0]): Promise<Response | undefined> {
    return given.handler.waitUntil(super._getNetworkPromise(given));
  }
}

export const strategies: Readonly<Record<Kind, Strategy>> = {
  pages: new PatientNetworkFirst({ networkTimeoutSeconds, ...options('pages', { maxEntries: 60, maxAgeSeconds: 30 * day }) }),
  // A page finds only copies that were fetched for its own revision, so that no page shows older data than itself.
  data: new PatientNetworkFirst({ networkTimeoutSeconds, ...options('data', { maxEntries: 80, maxAgeSeconds: 30 * day }) }),
  // The start of Pagefind, which names the files of its index.
  search: new PatientNetworkFirst({ networkTimeoutSeconds, ...options('search', { maxEntries: 10, maxAgeSeconds: 30 * day }) }),
  hashed: new CacheFirst(options('hashed', { maxEntries: 300, maxAgeSeconds: 90 * day }, undated)),
  // The typeface and the icon.
  fixed: new StaleWhileRevalidate(options('fixed', { maxEntries: 10, maxAgeSeconds: 90 * day }, undated)),
};

/** Opens the cache of a kind. Rejects where the browser stores nothing. */
export const cacheOf = (kind: Kind | 'shell'): Promise<Cache> => self.caches.open(cacheName(kind, self.registration.scope));

/** Returns the copy of an answer, however old; undefined if there is none, or the browser stores nothing. */
export async function copyOf(request: Request, kind: Kind): Promise<Response | undefined> {
  try {
    return await (await cacheOf(kind)).match(keyOf(request.url, kind, request.headers.get(revisionHeader)), matchOptions);
  } catch {
    return undefined;
  }
}

/** Removes the copy of what is no longer there. */
export async function forget(request: Request, kind: Kind): Promise<void> {
  await (await cacheOf(kind)).delete(keyOf(request.url, kind, request.headers.get(revisionHeader)), matchOptions);
}
