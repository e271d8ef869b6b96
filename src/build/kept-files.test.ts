import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { audienceOf, keepHashedFiles } from './kept-files.ts';

let root = '';
let list = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'kept-'));
  list = path.join(root, 'builds.json');
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Builds a site of these files, each holding its own name, in the place of an earlier one. Returns the names of all its bundles. */
function build(name: string, files: readonly string[], replaces: string, { count = 2, audience = 'everybody' } = {}): string[] {
  const site = path.join(root, name);
  for (const file of ['index.html', ...files]) {
    mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    writeFileSync(path.join(site, file), file);
  }
  keepHashedFiles(site, path.join(root, replaces), { count, audience, list });
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
  expect(build('2', ['_astro/a.2.js'], '1', { count: 0 })).toEqual(['a.2.js']);
});

it('leaves nothing of it in the site, which is for readers', () => {
  build('1', ['_astro/a.1.js'], 'none');
  build('2', ['_astro/a.2.js'], '1');
  expect(readdirSync(path.join(root, '2')).sort()).toEqual(['_astro', 'index.html']);
});

it('keeps nothing of a site for others, and takes it up again with its own', () => {
  const notes = ['_astro/a.1.js', 'pagefind/fragment/en_notes.pf_fragment'];
  build('1', notes, 'none', { audience: 'example corp' });
  expect(build('2', ['_astro/a.2.js'], '1')).toEqual(['a.2.js']);
  expect(existsSync(path.join(root, '2/pagefind'))).toBe(false);
  expect(build('3', ['_astro/a.3.js'], '2')).toEqual(['a.2.js', 'a.3.js']);
  expect(existsSync(path.join(root, '3/pagefind'))).toBe(false);
});

it('keeps nothing where nobody knows whom a site was for', () => {
  build('1', ['_astro/a.1.js'], 'none');
  rmSync(list);
  expect(build('2', ['_astro/a.2.js'], '1')).toEqual(['a.2.js']);
  // A list that tells of another site says nothing of this one.
  writeFileSync(path.join(root, '2/_astro/b.js'), '');
  expect(build('3', ['_astro/a.3.js'], '2')).toEqual(['a.3.js']);
});

it('knows the site that stayed because a build was stopped before it took its place', () => {
  build('1', ['_astro/a.1.js'], 'none');
  build('2', ['_astro/a.2.js'], '1');
  build('stopped', ['_astro/a.x.js'], '2', { audience: 'example corp' });
  expect(build('3', ['_astro/a.3.js'], '2')).toEqual(['a.1.js', 'a.2.js', 'a.3.js']);
});

it.each([
  '[["_ast',
  'null',
  '{}',
  '[[]]',
  '[{"audience":"everybody"}]',
  '[{"audience":"everybody","builds":[["../secret.txt", "_astro/../../secret.txt", 7, "_astro/gone.js"], "x"]}]',
  '[{"audience":"everybody","builds":[["_astro/a.1.js", "_astro/../../secret.txt"]]}]',
])('copies nothing that a list like %s names wrongly', (text) => {
  build('1', ['_astro/a.1.js'], 'none');
  writeFileSync(path.join(root, 'secret.txt'), 'secret');
  writeFileSync(list, text);
  expect(build('2', ['_astro/a.2.js'], '1').filter((name) => name !== 'a.1.js')).toEqual(['a.2.js']);
});

it('tells readers of a company from others, by what its overlay says and by the address', () => {
  const file = path.join(root, 'organization.yaml');
  const place = { site: 'https://cloud.example.com', base: '/' };
  writeFileSync(file, 'name: Example Corp');
  const marks = [
    audienceOf(place, []),
    audienceOf({ ...place, base: '/tideline/' }, []),
    audienceOf({ ...place, site: 'https://other.example.com' }, []),
    audienceOf(place, [file]),
  ];
  expect(audienceOf(place, [file])).toBe(marks[3]);
  writeFileSync(file, 'name: Other Corp');
  marks.push(audienceOf(place, [file]));
  expect(new Set(marks).size).toBe(5);
  // The list may be read by more people than the overlay.
  expect(marks.join('')).not.toMatch(/example|corp/iu);
});
