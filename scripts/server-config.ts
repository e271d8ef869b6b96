// `npm run server-config -- nginx` (or caddy) prints the configuration of deploy/ for where this site is reached: SITE and BASE, as the
// build reads them, and the folder it is built into. Below a path the server needs a folder that holds the site under that path:
// .below/ leads there, and `dist/` stays what the build exchanges.
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from './steps.ts';

export const servers = { nginx: 'nginx.conf', caddy: 'Caddyfile' } as const;
export type ServerName = keyof typeof servers;

export interface ServedAt {
  /** Scheme and host; left out, the configuration keeps its example. */
  readonly site: string | undefined;
  /** The path below which the site lies, with a slash at both ends. */
  readonly base: string;
  /** The folder whose files answer at the root of the host. */
  readonly served: string;
  /** The folder that the build writes. */
  readonly dist: string;
}

/** Every address that a configuration writes, by what stands before it: only files and regular expressions begin with a slash, too. */
const addresses: Readonly<Record<ServerName, readonly RegExp[]>> = {
  nginx: [/(?<=~\^)\//gu, /(?<="~\^[^"/]* )\//gu, /(?<=location (?:= |~ \^)?)\//gu, /(?<==404 )\//gu],
  caddy: [/(?<=^\t*(?:@\w+ )?(?:not )?(?:path|header) (?:\/\S+ )*)\//gmu, /(?<=rewrite \* )\//gu],
};

/**
 * Returns a configuration of deploy/ for a place.
 * @throws Error if a line to change is not in it
 */
export function serverConfig(name: ServerName, { site, base, served, dist }: ServedAt): string {
  const file = servers[name];
  let text = readFileSync(path.join(root, 'deploy', file), 'utf8');
  const change = (pattern: RegExp, value: string): void => {
    if (text.search(pattern) === -1) throw new Error(`deploy/${file} has no ${pattern.source}: change scripts/server-config.ts with it.`);
    text = text.replace(pattern, () => value);
  };
  if (base !== '/') for (const pattern of addresses[name]) change(pattern, base);
  change(/(?<=(?:include|import) )\/srv\/tideline\/dist/gu, dist);
  change(/(?<=root (?:\* )?)\/srv\/tideline\/dist/gu, served);
  if (site !== undefined && name === 'nginx') change(/(?<=server_name )[^;]+/u, new URL(site).hostname);
  // With https, Caddy fetches a certificate by itself.
  if (site !== undefined && name === 'caddy') change(/^:80(?= \{$)/mu, site);
  return text;
}

/** Makes the folder that holds the site under its path, and returns it; at the root of the host it is the site's own. */
export function servedFolder(base: string, dist: string, folder: string): string {
  if (base === '/') return dist;
  const link = path.join(folder, base.slice(1, -1));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.dirname(link), { recursive: true });
  symlinkSync(dist, link, 'dir');
  return folder;
}

if (import.meta.main) {
  const { placeOf } = await import('../src/build/place.ts');
  const [name = ''] = process.argv.slice(2);
  if (name !== 'nginx' && name !== 'caddy') {
    process.stderr.write(`"${name}" is no server that deploy/ has a configuration for: write nginx or caddy.\n`);
    process.exitCode = 1;
  } else {
    const { base, site } = placeOf(process.env);
    const dist = path.join(root, 'dist');
    const served = servedFolder(base, dist, path.join(root, '.below'));
    process.stdout.write(serverConfig(name, { site: process.env['SITE'] === undefined ? undefined : site, base, served, dist }));
  }
}
