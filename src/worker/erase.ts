// Erases a cache together with the list of addresses by which Workbox knows the age of what is in it.
import { CacheExpiration } from 'workbox-expiration';

declare const self: ServiceWorkerGlobalScope;

/** Rejects where the browser stores nothing; then nothing was stored. */
export async function erase(name: string): Promise<void> {
  await self.caches.delete(name);
  // It refuses to be made without a bound, which this one never applies.
  await new CacheExpiration(name, { maxEntries: 1 }).delete();
}
