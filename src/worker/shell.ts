// What the worker fetches before it is needed: the page that says that there is no connection, the list of services, and their files.
import { savesData } from '../model/saves-data.ts';
import { cacheOf } from './strategies.ts';

declare const self: ServiceWorkerGlobalScope;

/** Addresses below the front page, pages first; src/build/service-worker.ts writes them. They change with any of the files. */
declare const shell: { readonly offline: string; readonly pages: readonly string[]; readonly files: readonly string[] };

const addressOf = (path: string): string => new URL(path, self.registration.scope).href;

/** Fetches the shell. Rejects if a file is missing or cannot be stored, and then the browser tries again at the next visit. */
export async function fillShell(): Promise<void> {
  const cache = await cacheOf('shell');
  const pages = savesData(navigator) ? [shell.offline] : [shell.offline, ...shell.pages];
  const wanted = [
    ...pages.map((path) => new Request(addressOf(path), { cache: 'no-cache' })),
    ...shell.files.map((path) => new Request(addressOf(path))),
  ];
  await cache.addAll(wanted);
  // What an earlier version needed.
  const needed = new Set(wanted.map(({ url }) => url));
  for (const { url } of await cache.keys()) if (!needed.has(url)) await cache.delete(url);
}

/** Returns the shell's copy of a page or file; undefined if it has none. */
export async function shellCopy(address: string): Promise<Response | undefined> {
  try {
    return await (await cacheOf('shell')).match(address, { ignoreSearch: true, ignoreVary: true });
  } catch {
    return undefined;
  }
}

/** Returns the page that says that there is no connection, as the failure that it is. */
export async function offlinePage(): Promise<Response> {
  const page = await shellCopy(addressOf(shell.offline));
  return page ? new Response(page.body, { status: 503, headers: page.headers }) : Response.error();
}
