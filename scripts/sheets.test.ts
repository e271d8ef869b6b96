// Checks that style sheets are short and keep their rules in cascade layers. A rule outside of them would override every view.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { getContent } from '../src/content/load.ts';

const folder = path.join(import.meta.dirname, '../src/styles');
const sheets = readdirSync(folder).map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));

describe.each(sheets)('styles/$name', ({ name, text }) => {
  it('has at most 250 lines', () => {
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(250);
  });

  it('uses !important only for hidden elements and print', () => {
    const weighty = text.match(/!important/gu) ?? [];
    expect(weighty.length).toBe(name === 'base.css' ? 4 : 0);
  });
});

// tokens.css must override rules that Starlight has outside of layers. picture.css is used outside the site.
it.each(sheets.filter(({ name }) => !['tokens.css', 'picture.css'].includes(name)))(
  'styles/$name keeps its rules in layers',
  ({ text }) => {
    const outermost = text.replaceAll(/\/\*[\s\S]*?\*\//gu, '').match(/^[^\s}].*$/gmu) ?? [];
    const allowed = /^@layer (?:base|views|hidden) \{$|^@layer starlight, base, views, hidden;$|^@import '\.\/[\w-]+\.css';$/u;
    expect(outermost.filter((line) => !allowed.test(line))).toEqual([]);
  },
);

it('gives the matrix a column for each layer', () => {
  const matrix = sheets.find(({ name }) => name === 'matrix.css')?.text ?? '';
  expect(Number(/--layers: (\d+);/u.exec(matrix)?.[1])).toBe(getContent().catalog.layers.length);
});
