import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { mergeSheets, sheetsOf, withSheet } from './sheets.ts';
import { presentIn, usedRules } from './used-rules.ts';

const present = presentIn(
  ['<main id="top"><p class="lead wide" data-needs-js>Say <em>table</em></p></main>'],
  ['node.classList.add("open");row.dataset.shareAs="x";list.className=`part holds-${kind}`'],
);
const left = (css: string): string => usedRules(css, present);

test.each([
  ['.lead{color:red}', 'a class of the page'],
  ['.open{color:red}', 'a class that a script gives'],
  ['.holds-yours{color:red}', 'a class that a script completes'],
  ['[data-share-as]{color:red}', 'an attribute that a script sets by its property'],
  ['#top em{color:red}', 'an id and an element'],
  ['p:not(.gone){color:red}', 'a negation'],
  [':is(.gone,.lead) p{color:red}', 'one of several'],
  ['@layer a;@layer b{}', 'the order of layers'],
  ['@keyframes turn{from{opacity:0}50%{opacity:1}}', 'steps of an animation'],
  ['p{color:red;color:light-dark(red,blue)}', 'a fallback before a newer value'],
  ['p{color:var(--a)}:root{--a:var(--b);--b:red}', 'properties that are read'],
])('%s stays: %s', (css) => {
  expect(left(css)).toBe(css);
});

test.each([
  ['.gone{color:red}', '', 'a class that is nowhere'],
  ['.lead .gone,p{color:red}', 'p{color:red}', 'one selector of a list'],
  ['table{color:red}', '', 'an element that is only a word of the text'],
  [':is(.gone,.lost) p{color:red}', '', 'all of several'],
  ['@media print{.gone{color:red}}', '', 'what a condition leaves empty'],
  ['p{color:red}:root{--a:var(--b);--b:red}', 'p{color:red}', 'properties that nothing reads'],
])('%s becomes "%s": %s', (css, wanted) => {
  expect(left(css)).toBe(wanted);
});

const page = (sheets: string, body: string): string =>
  `<!doctype html><html><head><meta charset="utf-8">${sheets}</head><body>${body}</body></html>`;

test('each kind of page gets one sheet, in the order of its links, and what nothing links any more goes', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'sheets-'));
  const folder = path.join(root, '_astro');
  await mkdir(folder);
  const link = (name: string, media = ''): string => `<link rel="stylesheet" href="/_astro/${name}.css"${media}>`;
  await writeFile(path.join(folder, 'a.css'), '.one{color:red}.two{color:blue}');
  await writeFile(path.join(folder, 'b.css'), '.two{color:green}');
  await writeFile(path.join(folder, 'print.css'), '.one{color:black}');
  await writeFile(path.join(folder, 'late.css'), '.late{color:red}');
  await writeFile(path.join(folder, 'x.js'), 'load("late.css")');
  await writeFile(path.join(root, 'one.html'), page(link('print', ' media="print"') + link('a'), '<p class="one">'));
  await writeFile(path.join(root, 'two.html'), page(link('a') + link('b'), '<p class="two">'));
  await writeFile(path.join(root, 'three.html'), page(link('a') + link('b'), '<p class="one">'));
  await writeFile(path.join(root, 'plain.html'), page('', '<p>'));
  expect((await mergeSheets(root)).kinds).toBe(2);
  const sheet = async (name: string): Promise<string> => {
    const sheets = sheetsOf(await readFile(path.join(root, name), 'utf8'));
    expect(sheets).toHaveLength(1);
    return readFile(path.join(root, sheets[0]?.href ?? ''), 'utf8');
  };
  expect(await sheet('one.html')).toBe('@media print{.one{color:black}}.one{color:red}');
  expect(await sheet('two.html')).toBe('.one{color:red}.two{color:blue}.two{color:green}');
  expect(await sheet('three.html')).toBe(await sheet('two.html'));
  expect((await readdir(folder)).filter((name) => !name.startsWith('page.')).toSorted()).toEqual(['late.css', 'x.js']);
  await rm(root, { recursive: true });
});

test('a page keeps everything else', () => {
  const html = page('<link rel="stylesheet" href="/_astro/a.css"><link rel="icon" href="/i.svg">', '<p>');
  expect(withSheet(html, '/_astro/a.css')).toBe(html);
});
