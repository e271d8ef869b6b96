import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { licenceTexts, packageFolder, partOf } from './licences.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'licences-'));
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'example', version: '1.2.3', license: 'ISC' }));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('the package of a module, with scope, query and one inside another', () => {
  expect(packageFolder('/site/node_modules/minisearch/dist/es/index.js')).toBe('/site/node_modules/minisearch');
  expect(packageFolder('/site/node_modules/@astrojs/starlight/user.css?inline')).toBe('/site/node_modules/@astrojs/starlight');
  expect(packageFolder('/site/node_modules/a/node_modules/b/x.js')).toBe('/site/node_modules/a/node_modules/b');
  expect(packageFolder('/site/src/interaction/print.ts')).toBeUndefined();
  expect(packageFolder('\0vite/preload-helper.js')).toBeUndefined();
});

test('name, version, licence and its text', () => {
  writeFileSync(path.join(folder, 'LICENSE.md'), 'Do as you like.\n');
  expect(partOf(folder)).toEqual({ name: 'example', version: '1.2.3', licence: 'ISC', text: 'Do as you like.' });
});

test('a folder with a licence of each author', () => {
  mkdirSync(path.join(folder, 'LICENSE'));
  writeFileSync(path.join(folder, 'LICENSE/LICENSE'), 'Do as you like.\n');
  writeFileSync(path.join(folder, 'LICENSE/LICENSE-other'), 'And say who made it.\n');
  expect(partOf(folder).text).toBe('Do as you like.\n\nAnd say who made it.');
});

test('a package without the text of its licence stops the build', () => {
  expect(() => partOf(folder)).toThrow('example 1.2.3 (ISC) has no file with its licence');
});

test('each part once, by name', () => {
  const part = (name: string): { name: string; version: string; licence: string; text: string } => ({
    name,
    version: '1.0.0',
    licence: 'MIT',
    text: `Text of ${name}`,
  });
  const texts = licenceTexts([part('b'), part('a'), part('b')]);
  expect(texts.match(/^\w 1\.0\.0/gmu)).toEqual(['a 1.0.0', 'b 1.0.0']);
  expect(texts).toContain('Text of a');
});
