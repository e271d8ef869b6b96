// Open data by its addresses: all of it in one compressed file, and by area.
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { builtServices } from '../scripts/built.ts';

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
