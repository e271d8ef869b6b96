// Open data by its addresses: all of it in one compressed file, and by area; lists and pictures for programs.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { builtAddresses, builtFile, builtServices } from '../scripts/built.ts';
import { built } from '../scripts/serve.ts';

test('all services come as one compressed file too, and by area', async ({ request }) => {
  const all = await request.get('/data/v1/services.json');
  const packed = await request.get('/data/v1/services.json.gz');
  expect(packed.headers()['content-type']).toBe('application/gzip');
  expect(packed.headers()['content-encoding']).toBeUndefined();
  expect(packed.headers()['access-control-allow-origin']).toBe('*');
  expect(gunzipSync(await packed.body()).toString()).toBe(await all.text());
  const databases: unknown = await (await request.get('/data/v1/areas/database.json')).json();
  const wanted = builtServices().filter(({ area }) => area === 'database');
  expect(wanted.length).toBeGreaterThan(3);
  expect(databases).toMatchObject({ version: 1, services: wanted.map(({ id }) => ({ id, area: 'database' })) });
});

test('every page that search engines list stands beside it as Markdown, and the list for programs names it', () => {
  const list = builtFile('llms.txt');
  const pages = builtAddresses().map((address) => new URL(address, 'https://tideline.example').pathname);
  expect(pages.length).toBeGreaterThan(100);
  for (const page of pages) {
    const twin = page === '/' ? '/index.md' : page.replace(/\/$/u, '.md');
    expect(list).toContain(`${twin})`);
    expect(builtFile(twin)).toMatch(/^# \S/u);
    expect(headless(builtFile(twin)), `heads of ${twin} without words`).toEqual([]);
    expect(builtFile(`${page}index.html`)).toContain(`type="text/markdown" href="${twin}"`);
  }
});

/** Rows of tables in Markdown whose head is empty, and lines of heads with an empty one. The corner of a table may be empty. */
const headless = (markdown: string): string[] =>
  markdown.split('\n').filter((line, index, lines) => {
    const isHead = lines[index + 1]?.startsWith('| -') === true;
    return isHead ? /^\|[^|]*\|.*(?<=\|)\s*\|/u.test(line) : /^\|\s*\|/u.test(line);
  });

test('robots.txt names the list of pages, which says when the facts of each service were last checked', () => {
  const [, address = ''] = /^Sitemap: (\S+)$/mu.exec(builtFile('robots.txt')) ?? [];
  expect(new URL(address).pathname).toBe('/sitemap-index.xml');
  const entries = builtFile('sitemap-0.xml').matchAll(/<url><loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?<\/url>/gu);
  const days = new Map([...entries].map(([, page = '', day = '']) => [new URL(page).pathname, day.slice(0, 10)]));
  expect(days.size).toBe(builtAddresses().length);
  for (const { id } of builtServices()) {
    const [, reviewed] = /"reviewed":\s*"([^"]+)"/u.exec(builtFile(`data/v1/services/${id}.json`)) ?? [];
    expect(days.get(`/services/${id}/`), id).toBe(reviewed);
  }
  for (const page of ['/questions/', '/guide/compute/', '/guide/glossary/']) expect(days.get(page), page).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
});

test('each service and each way to run it has a picture for previews, and its pages name it', () => {
  const pictureOf = (file: string): string => new URL(/property="og:image" content="([^"]+)"/u.exec(builtFile(file))?.[1] ?? '').pathname;
  for (const { id, options } of builtServices()) {
    expect(pictureOf(`services/${id}/index.html`)).toBe(`/diagrams/${id}.png`);
    for (const [index, option] of options.entries()) {
      const picture = `/diagrams/${id}${index === 0 ? '' : `.${option.id}`}.png`;
      expect(existsSync(path.join(built, picture)), picture).toBe(true);
    }
  }
});
