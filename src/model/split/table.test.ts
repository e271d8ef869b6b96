import { describe, expect, it } from 'vitest';
import type { Cell } from '../record/schema/cell.ts';
import { decodeParties } from './counts.ts';
import { comparisonTable, servicesTable, splitTable } from './table.ts';
import type { Table } from './table.ts';
import { parties } from './parties.fixture.ts';
import { mapLayers } from '../vocabulary.ts';

const layers = [
  { id: 'os' as const, name: 'Guest operating system', question: '?' },
  { id: 'platform' as const, name: 'Platform and runtime', question: '?' },
  { id: 'application' as const, name: 'Application code', question: '?' },
];
const names = { layers, parties };
const common = { detail: 'If you wait, it waits.', source: 'https://docs.aws.amazon.com/store/os.html' };
const yours: Cell = { party: 'customer', you: 'Patch it', ...common };
const split = mapLayers((layer): Cell => {
  if (layer === 'os') return yours;
  if (layer === 'platform') return { party: 'shared', you: 'Choose a window', aws: 'Patches in it', with: 'Red Hat', ...common };
  return { party: 'none', reason: 'None of your code runs here', ...common };
});

const widths = (table: Table): number[] => [...new Set([table.head, ...table.rows].map((row) => row.length))];

describe('a table to take along', () => {
  it('of a split says who, what, why and where', () => {
    const table = splitTable(names, split);
    expect(table.rows).toEqual([
      ['Guest operating system', 'You', 'Patch it', '', common.detail, common.source],
      ['Platform and runtime', 'Shared', 'Choose a window', 'Patches in it (with Red Hat)', common.detail, common.source],
      ['Application code', "Doesn't apply", '', '', `None of your code runs here. ${common.detail}`, common.source],
    ]);
    expect(widths(table)).toEqual([6]);
  });
  it('of services says who, layer by layer', () => {
    const option = { id: 'default', name: 'Default', category: 'managed' as const, parties: decodeParties('cccnsssssscaaa') };
    const table = servicesTable(names, [{ service: { id: 'a', short: 'Amazon A', area: 'compute', options: [option] }, option }]);
    expect(table.head).toEqual(['Service', 'Yours', 'Shared', 'Guest operating system', 'Platform and runtime', 'Application code']);
    expect(table.rows).toEqual([['Amazon A', '4', '6', 'You', 'Shared', "Doesn't apply"]]);
  });
  it('of a comparison marks what differs', () => {
    const table = comparisonTable(names, [
      { name: 'A', cells: split },
      { name: 'B', cells: mapLayers((layer) => (layer === 'os' ? yours : split.application)) },
    ]);
    expect(table.head).toEqual(['Layer', 'Differs', 'A', 'A: source', 'B', 'B: source']);
    expect(table.rows.map((row) => [row[1], row[2], row[4]])).toEqual([
      ['', 'You: Patch it', 'You: Patch it'],
      ['Differs', 'You: Choose a window. AWS with Red Hat: Patches in it', "Doesn't apply: None of your code runs here"],
      ['', "Doesn't apply: None of your code runs here", "Doesn't apply: None of your code runs here"],
    ]);
    expect(widths(table)).toEqual([6]);
  });
});
