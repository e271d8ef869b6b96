// The configurations of deploy/, in the real servers, and the small server of this project: all answer alike, and as public/_headers says.
import { request as ask } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { concerns, headerLines } from '../scripts/header-lines.ts';
import { installObservatory, scoreOf } from '../scripts/observatory/score.ts';
import { realServers } from '../scripts/real-servers.ts';
import type { RunningServer } from '../scripts/real-servers.ts';
import { built, origin } from '../scripts/serve.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks for a path exactly as written, which fetch would tidy up first. */
function get(from: string, written: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(from);
  return new Promise((resolve, reject) => {
    const sent = ask({ hostname, port, path: written, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
      });
      response.once('error', reject);
    });
    sent.once('error', reject);
    sent.end();
  });
}

const files = readdirSync(built, { recursive: true, encoding: 'utf8' })
  .map((name) => `/${name.split(path.sep).join('/')}`)
  .filter((name) => !/\.(?:gz|br)$/u.test(name) && statSync(path.join(built, name)).isFile());

/** Addresses that a pattern of _headers stands for: the first file of each kind below it. */
function addressesOf(pattern: string): string[] {
  if (!pattern.endsWith('*')) return [pattern];
  const kinds = new Map<string, string>();
  for (const file of files) {
    if (!file.startsWith(pattern.slice(0, -1)) || /^\/_[^/]*$/u.test(file)) continue;
    const kind = path.extname(file);
    if (!kinds.has(kind)) kinds.set(kind, file.replace(/\/index\.html$/u, '/'));
  }
  return [...kinds.values()];
}

const secure = { 'x-forwarded-proto': 'https' };
const largest = files
  .filter((file) => file.startsWith('/services/') && file.endsWith('/index.html'))
  .map((file) => ({ file, address: file.replace(/index\.html$/u, '') }))
  .reduce((one, other) => (statSync(path.join(built, other.file)).size > statSync(path.join(built, one.file)).size ? other : one));

const subjects = [
  { name: 'this project', start: (): Promise<RunningServer> => Promise.resolve({ origin, stop: () => Promise.resolve() }) },
  ...realServers(),
];

for (const subject of subjects) {
  test.describe(subject.name, () => {
    test.describe.configure({ mode: 'default' });
    let server: RunningServer | undefined;
    const at = (): string => server?.origin ?? '';
    test.beforeAll(async () => {
      server = await subject.start();
    });
    test.afterAll(async () => {
      await server?.stop();
    });

    test('every line of _headers is sent, to each kind of file', async () => {
      const lines = headerLines(readFileSync(path.join(built, '_headers'), 'utf8'));
      expect(lines.length).toBeGreaterThan(20);
      const missing: string[] = [];
      for (const { pattern, name, value } of lines) {
        const addresses = addressesOf(pattern);
        expect(addresses, `files for ${pattern}`).not.toEqual([]);
        for (const address of addresses) {
          const { headers } = await get(at(), address, secure);
          // A rule for fewer addresses takes the place of one for more.
          const last = lines.findLast((line) => line.name === name && concerns(line, address));
          const got = String(headers[name] ?? 'nothing');
          if (got !== (last?.value ?? value)) missing.push(`${address} ${name}: ${got} instead of ${last?.value ?? value}`);
        }
      }
      expect(missing).toEqual([]);
    });

    test('frames and pictures get no more than theirs', async () => {
      const frame = await get(at(), '/embed/amazon-rds/', secure);
      expect(frame.status).toBe(200);
      expect([frame.headers['x-frame-options'], frame.headers['content-security-policy']]).toEqual([undefined, undefined]);
      expect((await get(at(), '/services/amazon-rds/', secure)).headers['access-control-allow-origin']).toBeUndefined();
    });

    test('pages are asked for anew, hashed files kept for a year, what is missing never', async () => {
      const hashed = files.find((file) => file.startsWith('/_astro/') && file.endsWith('.js')) ?? '';
      expect((await get(at(), '/services/amazon-rds/')).headers['cache-control']).toBe('no-cache');
      expect((await get(at(), hashed)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
      for (const address of [
        '/_astro/old.0a1b2c3d.js',
        '/fonts/none.woff2',
        '/services/none/',
        '/none',
        '/data/',
        '/embed/none/',
        '/diagrams/none.svg',
        '/_headers',
        '/_redirects',
      ]) {
        const { status, headers, body } = await get(at(), address);
        expect(status, address).toBe(404);
        // It is the same page everywhere, and none for frames.
        expect([headers['x-frame-options'], headers['content-security-policy']], address).toEqual(['DENY', "frame-ancestors 'none'"]);
        expect(headers['x-content-type-options'], address).toBe('nosniff');
        expect(headers['cache-control'], address).toBe('no-store');
        expect(body.toString(), address).toContain('<h1');
      }
    });

    if (subject.name !== 'this project') {
      test('text is sent as the build packed it, and what was kept is confirmed', async () => {
        const plain = readFileSync(path.join(built, largest.file));
        for (const [encoding, ending] of [
          ['br', 'br'],
          ['gzip', 'gz'],
        ] as const) {
          const { headers, body } = await get(at(), largest.address, { 'accept-encoding': encoding });
          expect(headers['content-encoding']).toBe(encoding);
          expect(headers.vary?.toLowerCase()).toContain('accept-encoding');
          expect(body.equals(readFileSync(path.join(built, `${largest.file}.${ending}`)))).toBe(true);
        }
        const { headers, body } = await get(at(), largest.address);
        expect(headers['content-encoding']).toBeUndefined();
        expect(body.equals(plain)).toBe(true);
        expect((await get(at(), largest.address, { 'if-none-match': String(headers.etag) })).status).toBe(304);
      });

      test('every other name of a service leads to it, and the query goes along', async () => {
        const aliases = z
          .object({ aliases: z.array(z.object({ from: z.string(), to: z.string() })) })
          .parse(JSON.parse(readFileSync(path.join(built, 'data/v1/aliases.json'), 'utf8'))).aliases;
        expect(aliases.length).toBeGreaterThan(300);
        const wrong: string[] = [];
        for (const { from, to } of aliases) {
          const asked = new URLSearchParams({ layer: 'os' });
          for (const query of ['', `?${asked.toString()}`]) {
            const { status, headers } = await get(at(), `${from}${query}`);
            const goal = new URL(to, origin);
            const led = new URL(headers.location ?? '/', origin);
            const same =
              led.pathname === goal.pathname &&
              led.searchParams.get('option') === goal.searchParams.get('option') &&
              led.searchParams.get('layer') === (query === '' ? null : 'os');
            if (status !== 301 || !same) wrong.push(`${from}${query}: ${status} ${headers.location ?? ''}`);
          }
        }
        expect(wrong).toEqual([]);
      });

      test('HTTP alone is not told to stay with HTTPS', async () => {
        expect((await get(at(), '/')).headers['strict-transport-security']).toBeUndefined();
      });

      test('a changed address, by another method, is refused', async () => {
        for (const method of ['POST', 'PUT', 'DELETE']) expect((await get(at(), '/', {}, method)).status, method).toBe(405);
      });
    }

    test('Markdown is sent as such, and as UTF-8, to be read and not to be saved', async () => {
      for (const address of ['/index.md', '/guide/compute.md', '/services/amazon-rds.md'])
        expect((await get(at(), address)).headers['content-type'], address).toBe('text/markdown; charset=utf-8');
      expect((await get(at(), '/services/no-such-service.md')).status).toBe(404);
    });

    test('conformance packs are sent as YAML', async () => {
      const { headers } = await get(at(), '/data/v1/packs/amazon-rds.yaml');
      expect(headers['content-type']).toBe('application/yaml; charset=utf-8');
    });

    test('an address without its slash leads to the one with it, and the query goes along', async () => {
      for (const [asked, leads] of [
        ['/services/amazon-rds', '/services/amazon-rds/'],
        ['/services/amazon-rds?option=custom&layer=os', '/services/amazon-rds/?option=custom&layer=os'],
      ] as const) {
        const { status, headers } = await get(at(), asked);
        expect([301, 308]).toContain(status);
        expect(headers.location).toBe(leads);
      }
    });

    test('an address with more slashes leads to no other host', async () => {
      for (const asked of ['//services', '//services/amazon-rds', '/\\services', '//services/rds/', '///guide']) {
        const { headers } = await get(at(), asked);
        if (headers.location !== undefined) expect(new URL(headers.location, origin).origin, asked).toBe(origin);
      }
    });

    test('nothing outside the site is handed out', async () => {
      const ups = ['..', '%2e%2e', '.%2e', '%2e.', '..%2f..', '%252e%252e', '..\\..', '%c0%ae%c0%ae'];
      const starts = ['/', '/services/', '/_astro/', '/data/v1/'];
      for (const start of starts) {
        for (const up of ups) {
          for (const goal of ['etc/passwd', 'package.json', '_headers']) {
            const written = `${start}${`${up}/`.repeat(8)}${goal}`;
            const { status, body } = await get(at(), written);
            expect([301, 308, 400, 404], written).toContain(status);
            expect(body.toString(), written).not.toMatch(/root:x:|"dependencies"|X-Frame-Options/u);
          }
        }
      }
      for (const written of [
        '/%',
        '/%zz',
        '/services/%E0%A4%A',
        '/%00',
        '/.git/config',
        '/.builds.json',
        '/.prerender/',
        `/${'long'.repeat(2250)}`,
      ])
        expect([400, 404, 414], written).toContain((await get(at(), written)).status);
    });
  });
}

test("Mozilla Observatory's scorer gives every kind of page an A+, from every real server", async () => {
  test.setTimeout(240_000);
  installObservatory();
  const folders = [...new Set(files.filter((file) => file.endsWith('.html')).map((file) => file.split('/', 2).join('/')))];
  const kinds = folders
    .filter((kind) => kind !== '/embed')
    .map((kind) => files.find((file) => file === kind || (file.startsWith(`${kind}/`) && file.endsWith('/index.html'))) ?? kind)
    .map((file) => file.replace(/index\.html$/u, ''));
  expect(kinds.length).toBeGreaterThan(8);
  const low: string[] = [];
  for (const { name, start } of realServers()) {
    const server = await start();
    try {
      for (const address of [...kinds, '/index.html', '/nothing/here/']) {
        const { status, headers, body } = await get(server.origin, address, secure);
        const page = { address: new URL(address, 'https://cloud.example.com'), status, headers, html: body.toString() };
        const { score, grade, reasons } = await scoreOf(page);
        test.info().annotations.push({ type: `${name} ${address}`, description: `${score} ${grade}` });
        if (score < 115 || grade !== 'A+') low.push(`${name} ${address}: ${score}, ${grade} (${reasons.join(', ')})`);
      }
    } finally {
      await server.stop();
    }
  }
  expect(low).toEqual([]);
});
