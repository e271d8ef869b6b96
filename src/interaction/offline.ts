// Starts the service worker once all else has loaded, and tells it of this visit.
import type { Visit } from '../model/offline.ts';

async function start({ serviceWorker }: Navigator): Promise<void> {
  const entries = performance.getEntriesByType('navigation');
  // The worker has not seen this page if it did not control it, or if the browser fetched the page ahead.
  const ahead = entries.some(
    (entry) =>
      ('activationStart' in entry && entry.activationStart !== 0) ||
      ('deliveryType' in entry && entry.deliveryType === 'navigational-prefetch'),
  );
  const files = serviceWorker.controller ? [] : performance.getEntriesByType('resource').map(({ name }) => name);
  const visit: Visit = {
    revision: document.documentElement.dataset['revision'] ?? '',
    loaded: serviceWorker.controller && !ahead ? [] : [location.href, ...files],
  };
  // Not the root of model/root.ts, for which each page would load one more file.
  await serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`);
  (await serviceWorker.ready).active?.postMessage(visit);
}

addEventListener('load', () => {
  // A browser that forbids storage has no worker, or refuses this one. All works without it.
  if ('serviceWorker' in navigator && self === top) start(navigator).catch(() => undefined);
});
