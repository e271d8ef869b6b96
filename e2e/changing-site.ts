// The built site under an address of its own, with files that tests exchange, hold back or let fail, and what the worker keeps of it.
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import { origin as original } from '../scripts/serve.ts';

/** An answer in place of that of the built site. */
export interface Instead {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Gets the text of the built file. */
  readonly body?: (built: string) => string;
}

export class ChangingSite {
  /** `http://127.0.0.1:<port>` */
  origin = '';
  /** Paths that were asked for, in order. */
  readonly asked: string[] = [];
  /** By path: what is answered instead. */
  readonly instead = new Map<string, Instead>();
  private readonly gates = new Map<string, { readonly opened: Promise<void>; readonly open: () => void }>();
  private readonly server = createServer((request, response) => {
    this.answer(request, response).catch(() => response.destroy());
  });

  /** Lets a path wait until it is released. */
  hold(path: string): void {
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    this.gates.set(path, { opened, open });
  }

  release(path: string): void {
    this.gates.get(path)?.open();
    this.gates.delete(path);
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the site has no port');
    this.origin = `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    for (const path of [...this.gates.keys()]) this.release(path);
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').replace(/\?.*$/u, '');
    this.asked.push(path);
    await this.gates.get(path)?.opened;
    const built = await fetch(`${original}${request.url ?? '/'}`, { redirect: 'manual' });
    const { status = built.status, headers = {}, body } = this.instead.get(path) ?? {};
    for (const [name, value] of built.headers)
      if (!['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'keep-alive'].includes(name))
        response.setHeader(name, value);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.statusCode = status;
    response.end(body ? body(await built.text()) : Buffer.from(await built.arrayBuffer()));
  }
}

/** Says what differs in a later version of the site: the revision of its data, and a mark behind the heading of a page. */
export const laterPage: Instead = {
  body: (built) => built.replace(/data-revision="[^"]*"/u, 'data-revision="later"').replace(/<\/h1>/u, ' (later)</h1>'),
};

/** What is kept, as paths with the revision of data: by the kind that a cache's name says. */
export const kept = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => {
    const found: Record<string, string[]> = {};
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      found[name.replace(/^tideline-(\w+) .*$/u, '$1')] = requests.map(({ url }) => url.slice(location.origin.length)).sort();
    }
    return found;
  });

/** The pages whose age is known, as paths: the list that Workbox keeps beside the copies. */
export const remembered = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('workbox-expiration');
        opening.onerror = () => {
          reject(new Error('the list could not be opened'));
        };
        opening.onsuccess = () => {
          const reading = opening.result.transaction('cache-entries').objectStore('cache-entries').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            const entries: unknown[] = reading.result;
            resolve(
              entries.flatMap((entry) => {
                if (typeof entry !== 'object' || entry === null || !('cacheName' in entry) || !('url' in entry)) return [];
                const { cacheName, url } = entry;
                if (typeof cacheName !== 'string' || typeof url !== 'string' || !cacheName.startsWith('tideline-pages')) return [];
                return [new URL(url).pathname];
              }),
            );
          };
        };
      }),
  );

/** Bundles that a kept page or bundle names, and that are not kept. */
const lacking = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const named = new Set<string>();
    const there = new Set<string>();
    for (const name of (await caches.keys()).filter((each) => /^tideline-(?:pages|hashed) /u.test(each))) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        there.add(new URL(request.url).pathname);
        const text = (await (await cache.match(request))?.text()) ?? '';
        for (const [, file = ''] of text.matchAll(/["'`](?:\.\/|[^"'`\s]*\/?_astro\/)([\w.-]+\.(?:js|css|wasm))["'`]/gu)) named.add(file);
      }
    }
    return [...named].filter((file) => ![...there].some((path) => path.endsWith(`/_astro/${file}`)));
  });

/** Goes there and waits until the worker has kept the page, and what its controls may load. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(async () => (await kept(page))['pages']).toContain(new URL(address, page.url()).pathname);
  await expect.poll(() => lacking(page)).toEqual([]);
}

/** The test with a site of its own, whose worker is allowed. Whatever goes wrong on a page fails it. */
export const test = base.extend<{ readonly site: ChangingSite; readonly faults: string[] }>({
  site: async ({}, use) => {
    const site = new ChangingSite();
    await site.start();
    await use(site);
    await site.stop();
  },
  baseURL: async ({ site }, use) => {
    await use(site.origin);
  },
  serviceWorkers: async ({}, use) => {
    await use('allow');
  },
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});
