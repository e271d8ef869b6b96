import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { KnownInline } from './known-inline.ts';
import { putSheetsIn, withRules } from './sheets.ts';
import { presentIn, usedRules } from './used-rules.ts';

const present = presentIn(
  ['<main id="top" lang="en-GB" dir="ltr" data-theme="dark"><p class="lead wide" data-needs-js>Say <em>table</em></p></main>'],
  ['node.classList.add("open");row.dataset.shareAs="x";list.className=`part holds-${kind}`;let az=hr(dt.n);i.append(`dd`),a.select("b.m")'],
);
const left = (css: string): string => usedRules(css, present);

test.each([
  ['.lead{color:red}', 'a class of the page'],
  ['.open{color:red}', 'a class that a script gives'],
  ['.holds-yours{color:red}', 'a class that a script completes'],
  ['[data-share-as]{color:red}', 'an attribute that a script sets by its property'],
  ['#top em{color:red}', 'an id and an element'],
  ['dd{color:red}', 'a short name of an element that a script makes'],
  ['.m{color:red}', 'a short class that a script names'],
  ['[dir=ltr] p{color:red}', 'a direction of the page'],
  ['[lang]:not(:lang(zh)) p:lang(en){color:red}', 'a language of the page'],
  ['p:not(.gone :where(em)){color:red}', 'an exception that weighs something'],
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
  ['.az,hr,dt,.n{color:red}', '', 'what is only a name that the bundler gave'],
  ['[dir=rtl] p{color:red}', '', 'a direction that no page has'],
  ['p:lang(zh){color:red}', '', 'a language that no page has'],
  ['p:not(:where(.gone *)):hover{color:red}', 'p:hover{color:red}', 'an exception of what is nowhere'],
  ['@media print{.gone{color:red}}', '', 'what a condition leaves empty'],
  ['p{color:red}:root{--a:var(--b);--b:red}', 'p{color:red}', 'properties that nothing reads'],
])('%s becomes "%s": %s', (css, wanted) => {
  expect(left(css)).toBe(wanted);
});

describe('a custom property that others always override', () => {
  const own = ':root,:root[data-theme=light]{--a:red}';
  const read = 'p{color:var(--a)}';
  const gone = (css: string): void => {
    expect(left(`${css}${own}${read}`)).toBe(`${own}${read}`);
  };
  const stays = (css: string): void => {
    expect(left(css)).toBe(css);
  };

  test('goes where a layer sets it for the page, in whatever state or width', () => {
    const layered = (rules: string): string => left(`@layer x{${rules}}${own}${read}`);
    for (const rules of [':root,::backdrop{--a:blue}', 'html[data-theme=light]{--a:blue}', '@media (width>=50em){:root{--a:blue}}'])
      expect(layered(rules)).toBe(`@layer x{}${own}${read}`);
  });

  test('goes before a plain rule for the page', () => {
    gone('@media print{:root{--a:blue}}');
  });

  test('stays where it may win: after it, for a state, for a part, or where nothing is sure', () => {
    stays(`${own}@media print{:root{--a:blue}}${read}`);
    stays(`@media print{:root[data-theme=dark]{--a:blue}}${own}${read}`);
    stays(`@layer x{p{--a:blue}}${own}${read}`);
    stays(`@layer x{:root{--a:blue}}@media print{:root{--a:red}}${read}`);
    stays(`@layer x{:root{--a:blue}}:root[data-theme=light]{--a:red}${read}`);
  });

  test('stays for backdrops where a rule for one reads it', () => {
    stays(`@layer x{:root,::backdrop{--a:blue}}${own}::backdrop{color:var(--a)}`);
  });
});

const page = (sheets: string, body: string): string =>
  `<!doctype html><html><head><meta charset="utf-8">${sheets}</head><body>${body}</body></html>`;

test('each page holds the rules that its kind can use, in the order of its links, and what nothing links any more goes', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'sheets-'));
  const folder = path.join(root, '_astro');
  await mkdir(folder);
  const link = (name: string, media = ''): string => `<link rel="stylesheet" href="/_astro/${name}.css"${media}>`;
  const script = (name: string): string => `<script type="module" src="/_astro/${name}.js"></script>`;
  await writeFile(path.join(folder, 'a.css'), '.one{color:red}.two{color:blue}.drawn{color:red}');
  await writeFile(path.join(folder, 'b.css'), '.two{color:green}');
  await writeFile(path.join(folder, 'print.css'), '.one{color:black}');
  await writeFile(path.join(folder, 'late.css'), '.late{color:red}');
  await writeFile(path.join(folder, 'x.js'), 'import("./y.js");load("late.css")');
  await writeFile(path.join(folder, 'y.js'), 'node.className="drawn"');
  await writeFile(path.join(root, 'one.html'), page(link('print', ' media="print"') + link('a'), '<p class="one">'));
  await writeFile(path.join(root, 'two.html'), page(link('a') + link('b'), '<p class="two">'));
  await writeFile(path.join(root, 'three.html'), page(link('a') + link('b'), '<p class="one">'));
  await writeFile(path.join(root, 'live.html'), page(link('a') + link('b'), `<p class="two">${script('x')}`));
  await writeFile(path.join(root, 'plain.html'), page('', '<p>'));
  const known: KnownInline = { scripts: new Set(), styles: new Set() };
  expect((await putSheetsIn(root, known)).kinds).toBe(3);
  const rules = async (name: string): Promise<string> => {
    const html = await readFile(path.join(root, name), 'utf8');
    expect(html).not.toContain('<link');
    const [sheet = '', ...others] = [...html.matchAll(/<style>(.*?)<\/style>/gu)].map(([, text = '']) => text);
    expect(others).toEqual([]);
    expect(known.styles).toContain(sheet);
    return sheet;
  };
  expect(await rules('one.html')).toBe('@media print{.one{color:black}}.one{color:red}');
  expect(await rules('two.html')).toBe('.one{color:red}.two{color:blue}.two{color:green}');
  expect(await rules('three.html')).toBe(await rules('two.html'));
  // What a script draws that the page loads only later.
  expect(await rules('live.html')).toBe('.two{color:blue}.drawn{color:red}.two{color:green}');
  expect((await readdir(folder)).toSorted()).toEqual(['late.css', 'x.js', 'y.js']);
  await rm(root, { recursive: true });
});

test('a page keeps everything else', () => {
  const late = '<link rel="stylesheet" href="/_astro/late.css" disabled>';
  const html = page('<link rel="stylesheet" href="/_astro/a.css"><link rel="icon" href="/i.svg">', late);
  expect(withRules(html, 'p{content:"$&"}')).toBe(page('<style>p{content:"$&"}</style><link rel="icon" href="/i.svg">', late));
});

test('a sheet cannot end the element that holds it', () => {
  expect(() => withRules(page('', ''), 'p{content:"</Style>"}')).toThrow('</style');
});

test('a page keeps what a sheet reads that it enables later', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'sheets-'));
  const folder = path.join(root, '_astro');
  await mkdir(folder);
  await writeFile(path.join(folder, 'a.css'), ':root{--ink:var(--deep);--deep:red;--gone:blue}p{color:red}');
  await writeFile(path.join(folder, 'late.css'), '.late{color:var(--ink)}');
  const links = '<link rel="stylesheet" href="/_astro/a.css"><link rel="stylesheet" href="/_astro/late.css" disabled>';
  await writeFile(path.join(root, 'one.html'), page(links, '<p>'));
  await putSheetsIn(root, { scripts: new Set(), styles: new Set() });
  expect(await readFile(path.join(root, 'one.html'), 'utf8')).toContain('<style>:root{--ink:var(--deep);--deep:red}p{color:red}</style>');
  await rm(root, { recursive: true });
});
