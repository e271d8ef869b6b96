// What builds the site and what readers load is among the dependencies, so that a host that leaves the others out can build it too.
import { readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { root } from './steps.ts';

const names = z.record(z.string(), z.string());
const own = z
  .object({ dependencies: names, devDependencies: names })
  .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));

/** Files that a build reads: flowcharts have packages of their own, and are drawn before. */
const files = [
  'astro.config.mjs',
  ...readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.split(path.sep).join('/')}`)
    .filter((name) => /\.(?:ts|astro)$/u.test(name) && !/\.(?:test|fixture|d)\.ts$|\/node_modules\/|^src\/flowcharts\//u.test(name)),
];

/** Packages that a file imports, types aside. */
function imported(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const found = text.matchAll(
    /^(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'(?<whole>[^'.][^']*)'|\bimport\('(?<late>[^'.][^']*)'\)/gmu,
  );
  return [...found]
    .map(({ groups }) => groups?.['whole'] ?? groups?.['late'] ?? '')
    .filter((name) => !/^(?:node|astro|virtual):|^\//u.test(name) && !builtinModules.includes(name))
    .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
}

it('a build needs none of the packages that only tests and checks need', () => {
  const used = new Map(files.flatMap((file) => imported(file).map((name) => [name, file] as const)));
  expect(used.size).toBeGreaterThan(20);
  expect([...used].filter(([name]) => !(name in own.dependencies)).map(([name, file]) => `${file}: ${name}`)).toEqual([]);
});

it('no package is both', () => {
  // Of two entries npm takes the one for development alone.
  expect(Object.keys(own.devDependencies).filter((name) => name in own.dependencies)).toEqual([]);
});
