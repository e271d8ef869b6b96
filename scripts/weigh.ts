// The compressed size of everything a page loads on a first visit. One kB is 1000 bytes.
import { statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { builtServices } from './built.ts';
import { built } from './serve.ts';

export interface Weight {
  readonly all: number;
  readonly script: number;
  /** "document 15.1", largest first, kB. */
  readonly parts: readonly string[];
}

export interface Kind {
  readonly kind: string;
  readonly address: string;
  /** kB, compressed. */
  readonly budget: { readonly all: number; readonly script: number };
}

export const kilobytes = (bytes: number): number => Math.round(bytes / 100) / 10;

/**
 * The kinds of pages with an address that stands for each. The budget of service pages is a promise; scripts and the explorer are
 * what was measured on 2026-11-24 and 15 % more, the other sums what was measured on 2026-11-29 and 3 % more.
 * The explorer grows with each way to run a service, by 84 bytes then.
 */
export function kinds(): Kind[] {
  const services = builtServices();
  const options = services.flatMap((each) => each.options).length;
  const bySize = services
    .map((service) => ({ url: service.url, size: statSync(path.join(built, service.url, 'index.html')).size }))
    .sort((a, b) => a.size - b.size);
  const largest = bySize.at(-1)?.url ?? '/services/amazon-eks/';
  const median = bySize[Math.floor(bySize.length / 2)]?.url ?? largest;
  const promised = { all: 80, script: 25 };
  return [
    { kind: 'largest service page', address: largest, budget: promised },
    { kind: 'median service page', address: median, budget: promised },
    { kind: 'front page', address: '/', budget: { all: 42.2, script: 3.6 } },
    { kind: 'explorer', address: '/explore/', budget: { all: Math.round(783 + 0.97 * options) / 10, script: 30 } },
    { kind: 'comparison', address: '/compare/', budget: { all: 69.1, script: 28.1 } },
    { kind: 'page for frames', address: '/embed/amazon-eks/', budget: { all: 57.4, script: 25.2 } },
    { kind: 'guide page', address: '/guide/service-categories/', budget: { all: 68.5, script: 7 } },
  ];
}

/** Loads the page and compresses each response; fonts and images are as small as they are. */
export async function weigh(page: Page, address: string): Promise<Weight> {
  const bodies: Promise<{ type: string; size: number }>[] = [];
  const gather = (response: Response): void => {
    bodies.push(
      response.body().then((body) => {
        const type = response.request().resourceType();
        return { type, size: type === 'font' || type === 'image' ? body.length : gzipSync(body).length };
      }),
    );
  };
  page.on('response', gather);
  await page.goto(address, { waitUntil: 'networkidle' });
  // What a browser asks for later of its own accord, such as the icon, would be read when the test has ended.
  page.off('response', gather);
  const sizes = new Map<string, number>();
  for (const { type, size } of await Promise.all(bodies)) sizes.set(type, (sizes.get(type) ?? 0) + size);
  return {
    all: [...sizes.values()].reduce((sum, size) => sum + size, 0),
    script: sizes.get('script') ?? 0,
    parts: [...sizes].sort(([, a], [, b]) => b - a).map(([type, size]) => `${type} ${kilobytes(size)}`),
  };
}
