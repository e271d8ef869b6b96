import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepHashedFiles, listName } from './kept-files.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'kept-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Builds a site of these files, each holding its own name, in the place of an earlier one. Returns the names of all its bundles. */
function build(name: string, files: readonly string[], replaces: string, count = 2): string[] {
  const site = path.join(root, name);
  for (const file of ['index.html', ...files]) {
    mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    writeFileSync(path.join(site, file), file);
  }
  keepHashedFiles(site, path.join(root, replaces), count);
  return readdirSync(path.join(site, '_astro')).sort();
}

it('keeps the hashed files of the last two builds, and no older ones', () => {
  expect(build('1', ['_astro/a.1.js', '_astro/same.js'], 'none')).toEqual(['a.1.js', 'same.js']);
  expect(build('2', ['_astro/a.2.js', '_astro/same.js'], '1')).toEqual(['a.1.js', 'a.2.js', 'same.js']);
  expect(build('3', ['_astro/a.3.js', '_astro/same.js'], '2')).toEqual(['a.1.js', 'a.2.js', 'a.3.js', 'same.js']);
  expect(build('4', ['_astro/a.4.js', '_astro/same.js'], '3')).toEqual(['a.2.js', 'a.3.js', 'a.4.js', 'same.js']);
  expect(readFileSync(path.join(root, '4/_astro/a.2.js'), 'utf8')).toBe('_astro/a.2.js');
});

it('counts the same site built again as one build', () => {
  build('1', ['_astro/a.1.js'], 'none');
  build('2', ['_astro/a.2.js'], '1');
  build('3', ['_astro/a.2.js'], '2');
  expect(build('4', ['_astro/a.2.js'], '3')).toEqual(['a.1.js', 'a.2.js']);
});

it('keeps the index of the search too, but nothing whose name does not change', () => {
  const index = ['pagefind/fragment/en_1.pf_fragment', 'pagefind/index/en_1.pf_index', 'pagefind/pagefind.en_1.pf_meta'];
  build('1', ['_astro/a.1.js', ...index, 'pagefind/pagefind.js', 'services/gone/index.html'], 'none');
  build('2', ['_astro/a.2.js'], '1');
  for (const file of index) expect(existsSync(path.join(root, '2', file))).toBe(true);
  expect(existsSync(path.join(root, '2/pagefind/pagefind.js'))).toBe(false);
  expect(existsSync(path.join(root, '2/services'))).toBe(false);
});

it('keeps none if asked for none', () => {
  build('1', ['_astro/a.1.js'], 'none');
  expect(build('2', ['_astro/a.2.js'], '1', 0)).toEqual(['a.2.js']);
});

it('takes all files of a site without a list for those of one build', () => {
  build('1', ['_astro/a.1.js'], 'none');
  rmSync(path.join(root, '1', listName));
  expect(build('2', ['_astro/a.2.js'], '1')).toEqual(['a.1.js', 'a.2.js']);
});

it.each(['[]', '[["../secret.txt", "_astro/../../secret.txt", 7, "_astro/gone.js"], "x"]'])(
  'copies nothing that a list like %s names wrongly',
  (list) => {
    build('1', ['_astro/a.1.js'], 'none');
    writeFileSync(path.join(root, 'secret.txt'), 'secret');
    writeFileSync(path.join(root, '1', listName), list);
    expect(build('2', ['_astro/a.2.js'], '1')).toEqual(['a.2.js']);
  },
);

it('reads a broken list as no list', () => {
  build('1', ['_astro/a.1.js'], 'none');
  writeFileSync(path.join(root, '1', listName), '[["_ast');
  expect(build('2', ['_astro/a.2.js'], '1')).toEqual(['a.1.js', 'a.2.js']);
});
