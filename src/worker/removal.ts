// The worker of a site that has its service worker switched off: takes the place of one that readers still have, and removes itself.
import { isCacheOf } from '../model/offline.ts';
import { erase } from './erase.ts';

declare const self: ServiceWorkerGlobalScope;

const { scope } = self.registration;

self.addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(remove());
});

async function remove(): Promise<void> {
  // First, because it must not wait for caches that cannot be opened.
  await self.registration.unregister();
  const own = (await self.caches.keys()).filter((name) => isCacheOf(name, scope));
  await Promise.all(own.map(erase));
}
