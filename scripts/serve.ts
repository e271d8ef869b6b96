// Serves the built site on the loopback as a static host would: compressed, folders by their index.html, 404.html for the rest,
// with the headers that public/_headers asks for.
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';

export const built = path.join(import.meta.dirname, '../dist');
/** Where the tests and measurements meet the site. */
export const port = Number(process.env['TIDELINE_TEST_PORT'] ?? 4329);
export const origin = `http://127.0.0.1:${port}`;
const host = '127.0.0.1';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * Starts the server on the loopback; resolves once it listens.
 * @param at port to listen on
 * @throws Error if the port is taken, or there is no built site
 */
export async function serve(at: number = port): Promise<Server> {
  const packed = new Map<string, Buffer>();
  const rules = headerRules();
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url ?? '/', origin);
      const found = await fileOf(decodeURIComponent(pathname));
      const file = found ?? path.join(built, '404.html');
      const body = await readFile(file);
      const type = types[path.extname(file)];
      const headers = {
        'cache-control': 'no-cache',
        ...Object.fromEntries(rules.filter(({ matches }) => matches(pathname)).flatMap(({ entries }) => entries)),
        'content-type': type ?? 'application/octet-stream',
      };
      if (type === undefined || type === 'font/woff2' || !/\bgzip\b/u.test(request.headers['accept-encoding'] ?? '')) {
        response.writeHead(found === undefined ? 404 : 200, headers).end(body);
        return;
      }
      const small = packed.get(file) ?? gzipSync(body);
      packed.set(file, small);
      response.writeHead(found === undefined ? 404 : 200, { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' }).end(small);
    })().catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(error instanceof Error ? error.message : String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at, host, resolve);
  });
  return server;
}

interface HeaderRule {
  readonly matches: (pathname: string) => boolean;
  readonly entries: readonly (readonly [name: string, value: string])[];
}

/** A line that is not indented is a path, with a star for any end; indented lines are its headers. */
function headerRules(): HeaderRule[] {
  const rules: { matches: HeaderRule['matches']; entries: (readonly [string, string])[] }[] = [];
  for (const line of readFileSync(path.join(built, '_headers'), 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [name = '', ...value] = line.trim().split(':');
    if (/^\s/u.test(line)) rules.at(-1)?.entries.push([name.toLowerCase(), value.join(':').trim()]);
    else {
      const start = line.trim().replace(/\*$/u, '');
      rules.push({ matches: (pathname) => (line.trim().endsWith('*') ? pathname.startsWith(start) : pathname === start), entries: [] });
    }
  }
  return rules;
}

/** The file an address stands for; undefined where there is none, or where it would leave the built site. */
async function fileOf(pathname: string): Promise<string | undefined> {
  const file = path.join(built, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  if (!file.startsWith(built + path.sep)) return undefined;
  try {
    return (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  const asked = process.env['PORT'];
  const first = Number(asked ?? 4321);
  try {
    // Whoever names a port means that one; otherwise the next free one will do.
    const at = await firstFree(first, asked === undefined ? 20 : 1);
    process.stdout.write(`Tideline is at http://${host}:${at}/ (end with Ctrl+C)\n`);
  } catch (error) {
    process.stderr.write(`The site could not be served: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

/** Serves on the first free port of `count` from `from` on, and says which. */
async function firstFree(from: number, count: number): Promise<number> {
  for (let at = from; ; at += 1) {
    try {
      await serve(at);
      return at;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || at + 1 >= from + count) throw error;
    }
  }
}
