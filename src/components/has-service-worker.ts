// Whether the site has a service worker: src/build/service-worker.ts puts it here in the place of the name.
declare const siteHasServiceWorker: boolean | undefined;

export const hasServiceWorker: boolean = typeof siteHasServiceWorker !== 'undefined' && siteHasServiceWorker;
