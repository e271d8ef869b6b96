import { expect, it } from 'vitest';
import type { MarkdownElement } from './markdown-plugins.ts';
import { stackedTables } from './stacked-tables.ts';

interface Node extends MarkdownElement {
  readonly text?: string;
  readonly children?: readonly Node[];
}
const cells = (tagName: string, ...texts: string[]): Node => ({
  tagName: 'tr',
  children: texts.map((text) => ({ tagName, children: [{ text }] })),
});
const textOf = ({ text = '', children = [] }: Node): string => text + children.map(textOf).join('');

it('gives parts of a table their roles, and cells the heads that they stand below', () => {
  const head = cells('th', 'Step', 'Guest operating system');
  const row = cells('td', 'Amazon EC2', 'You');
  const table: Node = {
    tagName: 'table',
    children: [{ tagName: 'thead', children: [head] }, { text: '\n' }, { tagName: 'tbody', children: [row] }],
  };
  const given: string[] = [];
  stackedTables.element.visit(table, {
    setProperty: (node, name, value) => {
      given.push(`${node.tagName ?? ''} ${textOf(node).replace('\n', '')}: ${name} ${value}`);
    },
    textContent: textOf,
  });
  expect(given).toEqual([
    expect.stringMatching(/^table .+: className stacked$/u),
    expect.stringMatching(/^table .+: role table$/u),
    expect.stringMatching(/^thead .+: role rowgroup$/u),
    expect.stringMatching(/^tbody .+: role rowgroup$/u),
    'tr StepGuest operating system: role row',
    'tr Amazon EC2You: role row',
    'th Step: role columnheader',
    'th Guest operating system: role columnheader',
    'td Amazon EC2: role rowheader',
    'td You: role cell',
    'td You: dataHead Guest operating system',
  ]);
});
