import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { CompareScene } from '../scenes/compare.ts';
import type { Band } from '../scenes/split.ts';
import { decodeParties } from '../model/split/counts.ts';
import { decodeDefaults } from '../model/split/default.ts';
import { defaults } from '../model/split/names.fixture.ts';
import { fingerprintScene } from '../scenes/fingerprint.ts';
import { drawComparison, emptyComparison } from './compare.ts';

const print = fingerprintScene({ parties: decodeParties('csannnnnnnnnnn'), defaults: decodeDefaults('ydwnnnnnnnnnnn') }, { defaults });
const cell = (key: string, text: string): CompareScene['rows'][number]['cells'][number] => ({
  key,
  band: key === 'c' ? undefined : bandOf(text),
  missing: key === 'c' ? 'Not loaded' : '',
  detail: `<b>${text}</b> or nothing happens.`,
  sources: [{ href: 'https://docs.aws.amazon.com/store/latest/dg/patching.html', name: 'AWS docs: Patching' }],
});
const bandOf = (text: string): Band => ({
  layer: 'os',
  name: 'Guest operating system',
  kind: 'words',
  party: 'customer',
  holds: { id: 'yours', name: 'Only you can', glyph: 'dash' },
  parts: [{ kind: 'customer', x0: 0, x1: 100 }],
  line: { x: 100, top: 100, bottom: 100, next: undefined, enters: 'end', crosses: false },
  labels: [],
  phrases: [{ kind: 'customer', who: 'You', text }],
  spoken: 'Yours',
  panel: { question: '', blocks: [], holds: '', detail: '', sources: [] },
});
const scene = (...keys: readonly string[]): CompareScene => ({
  columns: keys.map((key) => ({ key, name: `Service ${key}`, href: `/services/${key}/`, print: key === 'c' ? undefined : print })),
  rows: [
    {
      layer: 'os',
      name: 'Guest operating system',
      difference: 'party',
      told: 'Changes hands',
      cells: keys.map((key) => cell(key, `Patch ${key}`)),
    },
  ],
  same: [{ layer: 'data', name: 'Your data', difference: 'none', told: '', cells: [cell('a', 'Classify')] }],
  sameTold: keys.length === 1 ? '' : '1 layer is the same',
  finding: 'b instead of a',
  sentences: keys.slice(1).map((key) => `${key} instead of ${keys[0] ?? ''}: every layer is the same.`),
});

function empty(): Element {
  const { document } = parseHTML(`<!doctype html><html><body><div>${emptyComparison}</div></body></html>`);
  const root = document.querySelector('div');
  if (!root) throw new Error('linkedom did not parse the root');
  return root;
}
function drawn(...scenes: readonly CompareScene[]): string {
  const root = empty();
  for (const each of scenes) drawComparison(root, each);
  return root.innerHTML;
}

describe('the table of a comparison', () => {
  it('holds a column for each split and a row for each layer', () => {
    expect(drawn(scene('a', 'b'))).toMatchSnapshot();
  });
  it('is the same however it was reached', () => {
    const wanted = drawn(scene('a', 'b', 'c'));
    expect(drawn(scene('a', 'b', 'c'), scene('a', 'b', 'c'))).toBe(wanted);
    expect(drawn(scene('x'), scene('a', 'b', 'c'))).toBe(wanted);
    expect(drawn(scene('w', 'x', 'y', 'z'), scene('a', 'b', 'c'))).toBe(wanted);
  });
  it('shows text as text', () => {
    expect(drawn(scene('a', 'b'))).toContain('&lt;b&gt;Patch a&lt;/b&gt;');
  });
});

it('draws the team behind each of your halves and above its reasons, and takes both away again', () => {
  const plain = scene('a', 'b');
  const owned: CompareScene = {
    ...plain,
    rows: plain.rows.map((row) => ({
      ...row,
      cells: row.cells.map((each, at) => ({
        ...each,
        band: at === 0 && each.band ? { ...each.band, house: { by: '', owner: 'Team <b>', rules: [], fits: true } } : each.band,
      })),
    })),
  };
  const root = empty();
  const texts = (selector: string): (string | null)[] => [...root.querySelectorAll(selector)].map(({ textContent }) => textContent);
  drawComparison(root, owned);
  drawComparison(root, owned);
  expect(texts('.words.customer .team')).toEqual(['Team <b>']);
  expect(texts('.why .house-owner')).toEqual(['Your half: Team <b>']);
  expect(root.querySelector('.house-owner')?.nextElementSibling?.className).toBe('detail');
  drawComparison(root, plain);
  expect(root.innerHTML).toBe(drawn(plain));
});
