// The service worker: keeps visited pages and what they loaded usable without a connection. src/build/service-worker.ts bundles it.
import { cacheName, isCacheOf, parseVisit } from '../model/offline.ts';
import type { Kind, Visit } from '../model/offline.ts';
import { revisionHeader } from '../model/revision.ts';
import { savesData } from '../model/saves-data.ts';
import { erase } from './erase.ts';
import { bundlesIn, isGone, kindOf } from './kind.ts';
import { fillShell, offlinePage, shellCopy } from './shell.ts';
import { isOfAnother } from './served.ts';
import { cacheOf, copyOf, forget, strategies } from './strategies.ts';

declare const self: ServiceWorkerGlobalScope;

const { scope } = self.registration;

self.addEventListener('install', (event) => {
  // Open pages need nothing of the worker before: it keeps what they kept, under the same names.
  event.waitUntil(Promise.all([fillShell(), self.skipWaiting()]));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(start());
});

async function start(): Promise<void> {
  const own = new Set([cacheName('shell', scope), ...Object.values(strategies).map((strategy) => strategy.cacheName)]);
  const stale = (await self.caches.keys()).filter((name) => isCacheOf(name, scope) && !own.has(name));
  await Promise.all(stale.map((name) => self.caches.delete(name)));
  // Otherwise each page would wait for the worker to start before it is asked for.
  await self.registration.navigationPreload.enable();
  await self.clients.claim();
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope) || request.headers.has('range')) return;
  const kind = kindFor(request);
  if (kind) event.respondWith(answer(event, kind));
  // The browser has asked ahead for every page, and would ask again for one that is left to it.
  else if (request.mode === 'navigate') event.respondWith(pass(event));
});

function kindFor({ url, headers }: Request): Kind | undefined {
  const { origin, pathname } = new URL(url);
  return kindOf(`${origin}${pathname}`.slice(scope.length), headers.get(revisionHeader));
}

async function answer(event: FetchEvent, kind: Kind): Promise<Response> {
  const { request } = event;
  try {
    const response = await strategies[kind].handle(event);
    if (isGone(response.status)) event.waitUntil(forget(request, kind));
    // A copy is of more use than the error of a server that will be back, and than what does not fit the rest of the page's data.
    return response.status >= 500 || (kind === 'data' && (await isOfAnother(request, response)))
      ? ((await copyOf(request, kind)) ?? response)
      : response;
  } catch {
    const copy = await shellCopy(request.url);
    if (copy) return copy;
    // A browser that stores nothing fails here too, which must not cost the file.
    return request.mode === 'navigate' ? missing(request) : fetch(request);
  }
}

async function pass(event: FetchEvent): Promise<Response> {
  try {
    const ahead: unknown = await event.preloadResponse;
    return ahead instanceof Response ? ahead : await fetch(event.request);
  } catch {
    return missing(event.request);
  }
}

/** The answer where there is neither a connection nor a copy. */
async function missing({ url }: Request): Promise<Response> {
  const address = new URL(url);
  if (!/\/[^./]+$/u.test(address.pathname)) return offlinePage();
  // The host would add the slash of a page.
  address.pathname = `${address.pathname}/`;
  return Response.redirect(address.href);
}

self.addEventListener('message', (event) => {
  // As src/interaction/search/recent.ts says it.
  if (event.data === 'forget') event.waitUntil(erase(strategies.pages.cacheName));
  const visit = parseVisit(event.data);
  if (visit) event.waitUntil(keep(event, visit));
});

/** Keeps what was loaded without the worker, then what the page and its data need later. */
async function keep(event: ExtendableMessageEvent, { revision, loaded }: Visit): Promise<void> {
  const fetchAs = async (url: string): Promise<void> => {
    const request = new Request(url, { headers: { [revisionHeader]: revision }, priority: 'low' });
    const kind = url.startsWith(scope) ? kindFor(request) : undefined;
    // With the end of the keeping, as what is kept is read next.
    if (kind) await Promise.all(strategies[kind].handleAll({ event, request }));
  };
  try {
    for (const url of loaded) await fetchAs(url);
    if (savesData(navigator)) return;
    if (event.source instanceof WindowClient) await followBundles(event.source.url, fetchAs);
    if (revision !== '') await renewData(revision, fetchAs);
  } catch {
    // The line went, or the disk is full: what was not kept is kept when it is next used.
  }
}

/** Bundles whose own bundles are kept; forgotten whenever the browser ends the worker. */
const followed = new Set<string>();

/** Keeps what a kept page or bundle names: a control that was never used works offline only with the script it loads late. */
async function followBundles(address: string, fetchAs: (url: string) => Promise<void>): Promise<void> {
  const copy = (await copyOf(new Request(address), 'pages')) ?? (await copyOf(new Request(address), 'hashed'));
  for (const url of bundlesIn((await copy?.text()) ?? '').map((path) => scope + path)) {
    if (followed.has(url)) continue;
    await fetchAs(url);
    followed.add(url);
    await followBundles(url, fetchAs);
  }
}

/** Fetches the data that was used so far in the revision of the page. */
async function renewData(revision: string, fetchAs: (url: string) => Promise<void>): Promise<void> {
  const [current, earlier] = [new Set<string>(), new Set<string>()];
  for (const { url } of await (await cacheOf('data')).keys()) {
    const { origin, pathname, searchParams } = new URL(url);
    (searchParams.get('revision') === revision ? current : earlier).add(`${origin}${pathname}`);
  }
  for (const url of earlier) if (!current.has(url)) await fetchAs(url);
}
