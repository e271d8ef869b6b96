// The configurations of deploy/ for a site below a path of its host, in the real servers.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { below } from '../scripts/check-below.ts';
import { concerns, headerLines } from '../scripts/header-lines.ts';
import { realServers } from '../scripts/real-servers.ts';
import type { RunningServer } from '../scripts/real-servers.ts';
import { servedFolder } from '../scripts/server-config.ts';

const secure = { 'x-forwarded-proto': 'https' };

for (const { name, start } of realServers()) {
  test.describe(name, () => {
    test.describe.configure({ mode: 'default' });
    let server: RunningServer | undefined;
    let folder = '';
    const get = (address: string): Promise<Response> => fetch(`${server?.origin ?? ''}${address}`, { headers: secure, redirect: 'manual' });
    test.beforeAll(async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'tideline-below-'));
      const served = servedFolder(below.base, below.folder, path.join(folder, 'served'));
      server = await start({ site: undefined, base: below.base, served, dist: below.folder });
    });
    test.afterAll(async () => {
      await server?.stop();
      rmSync(folder, { recursive: true });
    });

    test('every line of _headers is sent below the path', async () => {
      const lines = headerLines(readFileSync(path.join(below.folder, '_headers'), 'utf8'));
      const script = /src="([^"]*\/_astro\/[^"]*\.js)"/u.exec(readFileSync(path.join(below.folder, 'index.html'), 'utf8'))?.[1] ?? '';
      const files = ['', 'explore/', 'services/amazon-rds/', 'embed/amazon-rds/', 'data/v1/services.json', 'diagrams/amazon-rds.svg'];
      const more = ['fonts/source-sans-3.woff2', 'changes/feed.xml', 'opensearch.xml', 'guide/', 'search/'];
      for (const address of [...[...files, ...more].map((each) => `${below.base}${each}`), script]) {
        const { status, headers } = await get(address);
        expect([address, status]).toEqual([address, 200]);
        const wanted = lines.filter((line) => concerns(line, address));
        expect(wanted.length, address).toBeGreaterThan(4);
        for (const line of wanted) expect(headers.get(line.name), `${address}: ${line.name}`).toBe(line.value);
        if (address.startsWith(`${below.base}embed/`)) expect(headers.get('x-frame-options')).toBeNull();
      }
    });

    test("a company's decisions are for its own pages, however their address is written", async () => {
      const { hostname, port } = new URL(server?.origin ?? '');
      const answers = await Promise.all(
        ['', 'v1/../', 'v1/%2e%2e/', 'v1/..%2f', './v1/..//'].map(
          (way) =>
            new Promise<{ way: string; status: number; open: unknown }>((resolve, reject) => {
              // As it is written, which fetch would tidy up first.
              ask({ hostname, port, path: `${below.base}data/${way}organization.json`, agent: false }, (response) => {
                response.resume();
                resolve({ way, status: response.statusCode ?? 0, open: response.headers['access-control-allow-origin'] });
              })
                .once('error', reject)
                .end();
            }),
        ),
      );
      expect(answers[0]).toEqual({ way: '', status: 200, open: undefined });
      expect(answers.filter(({ status, open }) => status < 300 && open !== undefined)).toEqual([]);
    });

    test('other names and addresses without their slash lead on below the path', async () => {
      for (const [asked, leads] of [
        ['services/rds/', 'services/amazon-rds/'],
        ['services/emr-serverless/?layer=os', 'services/amazon-emr/?option=emr-serverless&layer=os'],
        ['services/amazon-rds?layer=os', 'services/amazon-rds/?layer=os'],
      ] as const) {
        const { status, headers } = await get(`${below.base}${asked}`);
        expect([301, 308]).toContain(status);
        const led = new URL(headers.get('location') ?? '', 'http://host.example');
        const goal = new URL(`${below.base}${leads}`, led);
        expect(led.pathname).toBe(goal.pathname);
        for (const [key, value] of goal.searchParams) if (key === 'layer') expect(led.searchParams.get(key)).toBe(value);
      }
    });

    test('what is missing gets the page that says so, and nothing is handed out beside the path', async () => {
      const missing = await get(`${below.base}no/such/page/`);
      expect(missing.status).toBe(404);
      expect(missing.headers.get('cache-control')).toBe('no-store');
      expect(await missing.text()).toContain(`href="${below.base}services/"`);
      for (const address of ['/', '/index.html', '/services/amazon-rds/', `${below.base}_headers`, `${below.base}../dist/index.html`])
        expect((await get(address)).status, address).toBe(404);
    });
  });
}
