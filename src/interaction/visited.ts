// On the page for readers without a connection: lists the pages that this browser has kept.
import { drawVisited } from '../drawings/visited.ts';
import type { VisitedPage } from '../drawings/visited.ts';
import { cacheName } from '../model/offline.ts';

/** Reads what a kept page is called; undefined for one that nobody looks for, such as another name of a service. */
async function readPage(cache: Cache, request: Request): Promise<VisitedPage | undefined> {
  const html = await (await cache.match(request))?.text();
  const parsed = new DOMParser().parseFromString(html ?? '', 'text/html');
  const title = parsed.querySelector('h1')?.textContent.trim();
  if (title === undefined || parsed.querySelector('meta[name="robots"][content="noindex"]')) return undefined;
  return { href: new URL(request.url).pathname, title };
}

async function list(): Promise<void> {
  const cache = await caches.open(cacheName('pages', new URL(import.meta.env.BASE_URL, location.href).href));
  const pages = await Promise.all((await cache.keys()).map((request) => readPage(cache, request)));
  const visited = document.querySelector<HTMLElement>('[data-visited]');
  const found = pages.filter((page) => page !== undefined).sort((one, other) => one.title.localeCompare(other.title, 'en'));
  const target = visited?.querySelector('ul');
  if (!visited || !target || found.length === 0) return;
  drawVisited(target, found);
  visited.hidden = false;
}

// Without storage nothing was kept, and the page stays as it is.
list().catch(() => undefined);
/** Loads the page that was asked for, whose address this still is. A browser may say that it is online before it has a line. */
async function tryAgain(): Promise<void> {
  const limit = new AbortController();
  setTimeout(() => {
    limit.abort();
  }, 8000);
  const { status } = await fetch(location.href, { method: 'HEAD', cache: 'no-store', signal: limit.signal });
  if (status < 500) location.reload();
}

addEventListener('online', () => {
  tryAgain().catch(() => undefined);
});
