// The compressed size of everything a page loads on a first visit. One kB is 1000 bytes.
import { gzipSync } from 'node:zlib';
import type { Page, Request } from '@playwright/test';

export interface Weight {
  readonly all: number;
  readonly script: number;
  /** "document 15.1", largest first, kB. */
  readonly parts: readonly string[];
}

export const kilobytes = (bytes: number): number => Math.round(bytes / 100) / 10;

/** Loads the page and compresses each response; fonts and images are as small as they are. */
export async function weigh(page: Page, address: string): Promise<Weight> {
  const asked: Request[] = [];
  const open = new Set<Request>();
  page.on('request', (request) => {
    // The icon is asked for by the browser, at a time of its own.
    if (request.url().endsWith('/favicon.svg')) return;
    asked.push(request);
    open.add(request);
  });
  const ended = (request: Request): void => {
    open.delete(request);
  };
  page.on('requestfinished', ended).on('requestfailed', ended);
  await page.goto(address);
  // What scripts ask for as they start is asked for by now, and what an answer makes them ask for once it is there.
  for (let last = -1; last < asked.length || open.size > 0;) {
    last = asked.length;
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  }
  const sizes = new Map<string, number>();
  for (const request of asked) {
    const type = request.resourceType();
    const body = await (await request.response())?.body();
    if (!body) throw new Error(`${address} asked for ${request.url()} and got nothing`);
    sizes.set(type, (sizes.get(type) ?? 0) + (type === 'font' || type === 'image' ? body.length : gzipSync(body).length));
  }
  return {
    all: [...sizes.values()].reduce((sum, size) => sum + size, 0),
    script: sizes.get('script') ?? 0,
    parts: [...sizes].sort(([, a], [, b]) => b - a).map(([type, size]) => `${type} ${kilobytes(size)}`),
  };
}
