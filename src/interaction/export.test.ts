import { csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { csvFile, markdownFile } from './export.ts';

const table = {
  head: ['Service', '-1'],
  rows: [
    ['=1+1', '+44'],
    ['@home', '-'],
    ['a=b', 'so, "quoted"'],
  ],
};

/** Texts of everything that some format reads as its own. */
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        ...Array.from('=+-@\t\r\n"\',|`*_[]()<>&!#\\~1.: '),
        '<img src=x onerror=alert(1)>',
        'javascript:alert(1)',
        '＝1',
        'a',
      ),
      {
        maxLength: 12,
      },
    )
    .map((all) => all.join('')),
);

describe('a CSV file', () => {
  it('has an apostrophe before what a spreadsheet would run, and before nothing else', async () => {
    const text = await csvFile(table).text();
    expect(text.replace('\uFEFF', '')).toBe(`Service,'-1\n'=1+1,'+44\n'@home,'-\na=b,"so, ""quoted"""\n`);
  });

  it('never begins a cell with a formula, and loses nothing, whatever the texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 2, maxLength: 3 }), async (given) => {
        const texts = given.map((text) => text.toWellFormed());
        const rows = csvParseRows((await csvFile({ head: texts, rows: [texts] }).text()).replace('\uFEFF', '').replace(/\n$/u, ''));
        for (const row of rows) {
          expect(row.map((cell, index) => (cell === `'${texts[index] ?? ''}` ? cell.slice(1) : cell))).toEqual(texts);
          for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u);
        }
      }),
      { numRuns: 300, seed: 16 },
    );
  });
});

describe('a Markdown file', () => {
  const markdown = unified().use(remarkParse).use(remarkGfm);
  const kinds = (node: Nodes): string[] => [node.type, ...('children' in node ? node.children.flatMap(kinds) : [])];

  it('keeps a formula as it is, for nothing there is run', async () => {
    const text = await markdownFile(table, { title: 'T', address: 'https://tideline.example/' }).text();
    expect(text).toContain('| =1+1 ');
  });

  it('keeps addresses as addresses', async () => {
    const page = 'https://docs.aws.amazon.com/a_b/c_d.html#e-f';
    const text = await markdownFile({ head: ['Sources'], rows: [[`${page} ${page}`]] }, { title: 'T', address: page }).text();
    expect(text).toContain(`| ${page} ${page} |`);
  });

  it('holds one heading and one table of plain text, whatever the texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 2, maxLength: 3 }), async (given) => {
        const texts = given.map((text) => text.toWellFormed().replaceAll(/\p{C}/gu, ' '));
        const file = await markdownFile(
          { head: texts, rows: [texts] },
          { title: texts[0] ?? '', address: 'https://tideline.example/' },
        ).text();
        const tree = markdown.parse(file);
        expect(tree.children.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'table']);
        // The link is the address under the heading.
        expect(
          kinds(tree).filter((kind) => !['root', 'heading', 'paragraph', 'text', 'table', 'tableRow', 'tableCell'].includes(kind)),
        ).toEqual(['link']);
        const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
        const last = tree.children[2];
        const cells = last?.type === 'table' ? last.children.flatMap((row) => row.children.map((cell) => plain(toString(cell)))) : [];
        expect(cells).toEqual([...texts, ...texts].map(plain));
      }),
      { numRuns: 300, seed: 16 },
    );
  });
});
