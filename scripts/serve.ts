// Serves the built site on the loopback as a static host would: compressed, folders by their index.html, 404.html for the rest,
// with the headers that public/_headers asks for. What deploy/ has for real servers answers the same; e2e/servers.spec.ts compares them.
import { createServer } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeaders, Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { concerns, headerLines } from './header-lines.ts';
import type { HeaderLine } from './header-lines.ts';
import { endWithParent, withParent } from './with-parent.ts';

const root = path.join(import.meta.dirname, '..');
export const built = path.resolve(root, process.env['TIDELINE_DIST'] ?? 'dist');
/** Where the tests and measurements meet the site. */
export const port = Number(process.env['TIDELINE_TEST_PORT'] ?? 4329);
export const origin = `http://127.0.0.1:${port}`;
const host = '127.0.0.1';

/**
 * Returns the path below which the built site lies on its host, with a slash at both ends.
 * @throws Error if there is no built site
 */
export function builtBase(): string {
  const front = readFileSync(path.join(built, 'index.html'), 'utf8');
  const canonical = /<link rel="canonical" href="([^"]+)"/u.exec(front)?.[1];
  if (canonical === undefined) throw new Error(`${path.join(built, 'index.html')} does not say its address: run "npm run build" again`);
  return new URL(canonical).pathname;
}

/** Instructions for hosts, which they do not hand out. */
const unpublished = new Set(['_headers', '_redirects']);

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.yaml': 'application/yaml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * Starts the server on the loopback; resolves once it listens.
 * @param at port to listen on
 * @throws Error if the port is taken, or there is no built site
 */
export async function serve(at: number = port): Promise<Server> {
  const site = { base: builtBase(), rules: headerLines(readFileSync(path.join(built, '_headers'), 'utf8')) };
  const server = createServer((request, response) => {
    void answer(request, site)
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body))
      .catch((error: unknown) => {
        response.writeHead(500, plainText).end(error instanceof Error ? error.message : String(error));
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at, host, resolve);
  });
  return server;
}

interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer | string;
}

const plainText = { 'content-type': 'text/plain; charset=utf-8' };

interface Site {
  readonly base: string;
  readonly rules: readonly HeaderLine[];
}

async function answer(request: IncomingMessage, { base, rules }: Site): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { status: 405, headers: { ...plainText, allow: 'GET, HEAD' }, body: 'This server only hands files out.' };
  const { pathname, search } = new URL(request.url ?? '/', origin);
  const whole = decoded(pathname);
  if (whole === undefined) return { status: 400, headers: plainText, body: 'This address is not well-formed.' };
  if (`${whole}/` === base) return { status: 301, headers: { location: `${base}${search}` }, body: '' };
  if (!whole.startsWith(base)) return { status: 404, headers: plainText, body: `The site lies below ${base}` };
  const asked = whole.slice(base.length - 1);
  const found = await fileOf(asked);
  if (found === undefined && !asked.endsWith('/') && (await fileOf(`${asked}/`)) !== undefined)
    return { status: 301, headers: { location: `${pathname}/${search}` }, body: '' };
  const file = found ?? path.join(built, '404.html');
  const type = types[path.extname(file)];
  // The page that says what is missing is the same everywhere.
  const ruled = found === undefined ? `${base}404.html` : path.posix.normalize(whole);
  const headers = {
    'content-type': type ?? 'application/octet-stream',
    'cache-control': 'no-cache',
    ...Object.fromEntries(rules.filter((rule) => concerns(rule, ruled)).map(({ name, value }) => [name, value])),
    // What is not there today may be there tomorrow.
    ...(found === undefined ? { 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' } : {}),
  };
  const status = found === undefined ? 404 : 200;
  const packed = /\bgzip\b/u.test(request.headers['accept-encoding'] ?? '')
    ? await readFile(`${file}.gz`).catch(() => undefined)
    : undefined;
  if (packed === undefined) return { status, headers: { ...headers, vary: 'accept-encoding' }, body: await readFile(file) };
  return { status, headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' }, body: packed };
}

/** The path without percent signs; undefined where they are broken or hide a zero. */
function decoded(pathname: string): string | undefined {
  try {
    const asked = decodeURIComponent(pathname);
    return asked.includes('\0') ? undefined : asked;
  } catch {
    return undefined;
  }
}

/** The file an address stands for; undefined where there is none, or where it would leave the built site. */
async function fileOf(pathname: string): Promise<string | undefined> {
  const file = path.join(built, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  if (!file.startsWith(built + path.sep) || unpublished.has(path.basename(file))) return undefined;
  try {
    return (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  if (process.argv.includes(withParent)) endWithParent();
  const asked = process.env['PORT'];
  const first = Number(asked ?? 4321);
  try {
    // Whoever names a port means that one; otherwise the next free one will do.
    const at = await firstFree(first, asked === undefined ? 20 : 1);
    process.stdout.write(`Tideline is at http://${host}:${at}${builtBase()} (end with Ctrl+C)\n`);
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
