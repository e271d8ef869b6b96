// What the build made, read from its own outputs: addresses of the sitemap, services and layers of the public data, the path.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { z } from 'zod';
import { built, builtBase } from './serve.ts';

interface BuiltCell {
  readonly party: string;
  /** Missing where the layer does not exist. */
  readonly default?: string | undefined;
  readonly detail: string;
  readonly source: string;
  readonly sources: readonly string[];
}

/** The part of a published service that the tests ask about. */
export interface BuiltService {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly area: string;
  readonly status: string;
  readonly summary: string;
  readonly aliases: readonly string[];
  readonly formerly: readonly string[];
  readonly url: string;
  readonly options: readonly {
    readonly id: string;
    readonly name: string;
    readonly category: string;
    readonly split: Readonly<Record<string, BuiltCell>>;
  }[];
}

const published = z.object({
  services: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      short: z.string(),
      area: z.string(),
      status: z.string(),
      summary: z.string(),
      aliases: z.array(z.string()),
      formerly: z.array(z.string()),
      url: z.string(),
      options: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          category: z.string(),
          split: z.record(
            z.string(),
            z.object({
              party: z.string(),
              default: z.string().optional(),
              detail: z.string(),
              source: z.string(),
              sources: z.array(z.string()),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** A file of the build as text. */
export function builtFile(name: string): string {
  const file = path.join(built, name);
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first`);
  return readFileSync(file, 'utf8');
}

/** The file of a page or the name of a file, by its address: `/services/` stands in `services/index.html`. */
export function fileOf(address: string): string {
  const below = address.slice(builtBase().length);
  return below === '' || below.endsWith('/') ? `${below}index.html` : below;
}

export function builtServices(): readonly BuiltService[] {
  return published.parse(JSON.parse(builtFile('data/v1/services.json'))).services;
}

/** How many checks of AWS Security Hub the site knows. */
export function builtControls(): number {
  return z.object({ controls: z.array(z.unknown()) }).parse(JSON.parse(builtFile('data/v1/controls.json'))).controls.length;
}

/** Ids of the layers, top to bottom. */
export function builtLayers(): readonly string[] {
  return z
    .array(z.object({ id: z.string() }))
    .parse(JSON.parse(builtFile('data/v1/layers.json')))
    .map(({ id }) => id);
}

/** Ids of the lessons, in the order of the path. */
export function builtLessons(): readonly string[] {
  const { document } = parseHTML(builtFile('guide/index.html'));
  const found = [...document.querySelectorAll('[data-lesson]')].map((item) => item.getAttribute('data-lesson') ?? '');
  if (found.length === 0) throw new Error('the guide lists no lesson');
  return found;
}

/** Addresses of the service pages with the most HTML, and with a middling amount. */
export function pagesBySize(): { readonly largest: string; readonly median: string } {
  const bySize = builtServices()
    .map(({ url }) => ({ url, size: statSync(path.join(built, fileOf(url))).size }))
    .sort((a, b) => a.size - b.size);
  const [largest, median] = [bySize.at(-1), bySize[Math.floor(bySize.length / 2)]];
  if (!largest || !median) throw new Error('there is no service page');
  return { largest: largest.url, median: median.url };
}

/** Paths of all pages in the sitemap, without the origin. */
export function builtAddresses(): string[] {
  const maps = locations(builtFile('sitemap-index.xml')).map((map) => new URL(map).pathname);
  const found = maps.flatMap((map) => locations(builtFile(fileOf(map)))).map((page) => new URL(page).pathname);
  if (found.length === 0) throw new Error('the sitemap names no page');
  return found;
}

const locations = (xml: string): string[] => [...xml.matchAll(/<loc>([^<]+)<\/loc>/gu)].map((match) => match[1] ?? '');

/** Deals the entries out to `count` groups of nearly the same size, so that workers can share them. */
export function deal<T>(entries: readonly T[], count: number): T[][] {
  const groups = Array.from({ length: Math.min(count, entries.length) }, (): T[] => []);
  entries.forEach((entry, index) => groups[index % groups.length]?.push(entry));
  return groups;
}
