import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { CompareScene } from '../scenes/compare.ts';
import { drawComparison } from './compare.ts';

const cell = (key: string, text: string): CompareScene['rows'][number]['cells'][number] => ({
  key,
  party: 'customer',
  partyName: 'You',
  phrases: [{ party: 'customer', who: 'You', text }],
  detail: `<b>${text}</b> or nothing happens.`,
  sources: [{ href: 'https://docs.aws.amazon.com/store/latest/dg/patching.html', name: 'docs.aws.amazon.com, patching' }],
});
const scene = (...keys: readonly string[]): CompareScene => ({
  columns: keys.map((key) => ({ key, name: `Service ${key}`, href: `/services/${key}/` })),
  rows: [
    { layer: 'os', name: 'Guest operating system', differs: true, cells: keys.map((key) => cell(key, `Patch ${key}`)) },
    { layer: 'data', name: 'Your data', differs: false, cells: keys.map((key) => cell(key, 'Classify')) },
  ],
  sentences: keys.slice(1).map((key) => `Moving from ${keys[0] ?? ''} to ${key} moves no duty.`),
});

function empty(): Element {
  const { document } = parseHTML(
    '<!doctype html><html><body><div><ul data-sentences></ul><table><thead><tr></tr></thead><tbody></tbody></table></div></body></html>',
  );
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
