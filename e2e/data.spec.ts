// Open data by its addresses: all of it in one compressed file, and by area.
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { builtAddresses, builtFile, builtServices } from '../scripts/built.ts';

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
    expect(builtFile(`${page}index.html`)).toContain(`type="text/markdown" href="${twin}"`);
  }
});
