// The configurations of deploy/ for other places: every address keeps to the path that the site lies below.
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { serverConfig, servedFolder, servers } from './server-config.ts';
import type { ServerName } from './server-config.ts';
import { root } from './steps.ts';

const names: readonly ServerName[] = ['nginx', 'caddy'];
const dist = '/home/a/tideline/dist';
const atRoot = { site: undefined, base: '/', served: dist, dist };

describe.each(names)('the configuration for %s', (name) => {
  const file = readFileSync(path.join(root, 'deploy', servers[name]), 'utf8');

  it('is the file of deploy/, with the folder of the site', () => {
    expect(serverConfig(name, atRoot)).toBe(file.replaceAll(/(?<=(?:include|import|root|root \*) )\/srv\/tideline\/dist/gu, dist));
  });

  it('has the name that SITE says', () => {
    const named = { nginx: 'server_name cloud.example.org;', caddy: '\nhttps://cloud.example.org {' }[name];
    expect(serverConfig(name, { ...atRoot, site: 'https://cloud.example.org' })).toContain(named);
  });

  it('begins every address of a site below a path with the path', () => {
    const below = serverConfig(name, { ...atRoot, base: '/a/b/', served: '/home/a/tideline/.below' });
    // Every folder that the site has at its root, and every file that a rule names.
    const written =
      /(?<path>\S*)\/(?:\(\?:)?(?:_astro|_\(\?:headers|_headers|_redirects|404\.html|changes|data|diagrams|embed|fonts|opensearch\.xml|pagefind)/gu;
    const lines = below.split('\n').filter((line) => !line.trim().startsWith('#') && !line.includes(dist));
    const found = lines.flatMap((line) => [...line.matchAll(written)].map(({ groups }) => groups?.['path'] ?? ''));
    expect(found.length).toBeGreaterThan(8);
    for (const before of found) expect(before).toMatch(/\/a\/b$/u);
    expect(below).toContain(`${dist}/redirects/${name}.map`);
  });
});

it('makes a folder that holds the site under its path, and no other', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'below-'));
  const built = path.join(folder, 'dist');
  mkdirSync(built);
  writeFileSync(path.join(built, 'index.html'), 'the site');
  const made = path.join(folder, '.below');
  expect(servedFolder('/', built, made)).toBe(built);
  for (const base of ['/a/b/', '/tideline/']) {
    expect(servedFolder(base, built, made)).toBe(made);
    expect(readFileSync(path.join(made, base, 'index.html'), 'utf8')).toBe('the site');
  }
  expect(lstatSync(path.join(made, 'a'), { throwIfNoEntry: false })).toBeUndefined();
  expect(readlinkSync(path.join(made, 'tideline'))).toBe(built);
  rmSync(folder, { recursive: true });
});
