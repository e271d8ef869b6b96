import { describe, expect, it } from 'vitest';
import type { Cell } from '../record/schema/cell.ts';
import { decodeParties } from './counts.ts';
import { decodeDefaults } from './default.ts';
import { comparisonTable, servicesTable, splitTable } from './table.ts';
import type { Table } from './table.ts';
import { defaults, parties } from './names.fixture.ts';
import { mapLayers } from '../vocabulary.ts';

const layers = [
  { id: 'os' as const, name: 'Guest operating system', question: '?' },
  { id: 'platform' as const, name: 'Platform and runtime', question: '?' },
  { id: 'application' as const, name: 'Application code', question: '?' },
];
const names = { layers, parties, defaults };
const page = 'https://docs.aws.amazon.com/store/os.html';
const common = { detail: 'If you wait, it waits.', source: ['https://docs.aws.amazon.com/store/os.html'] };
const yours: Cell = { party: 'customer', default: 'yours', you: 'Patch it', ...common };
const split = mapLayers((layer): Cell => {
  if (layer === 'os') return yours;
  if (layer === 'platform')
    return { party: 'shared', default: 'partly', you: 'Choose a window', aws: 'Patches in it', with: 'Red Hat', ...common };
  return { party: 'none', reason: 'None of your code runs here', ...common };
});

const widths = (table: Table): number[] => [...new Set([table.head, ...table.rows].map((row) => row.length))];

describe('a table to take along', () => {
  it('of a split says who, what, why and where', () => {
    const table = splitTable(names, split);
    expect(table.rows).toEqual([
      ['Guest operating system', 'You', 'Only you can: Only you can', 'Patch it', '', common.detail, page],
      ['Platform and runtime', 'Shared', 'Partly: Partly', 'Choose a window', 'Patches in it (with Red Hat)', common.detail, page],
      ['Application code', "Doesn't apply", '', '', '', `None of your code runs here. ${common.detail}`, page],
    ]);
    expect(widths(table)).toEqual([7]);
  });
  it('of services says who, layer by layer', () => {
    const option = {
      id: 'default',
      name: 'Default',
      category: 'managed' as const,
      parties: decodeParties('cccnsssssscaaa'),
      defaults: decodeDefaults('d'.repeat(14)),
    };
    const table = servicesTable(names, [{ service: { id: 'a', short: 'Amazon A', area: 'compute', options: [option] }, option }]);
    expect(table.head).toEqual(['Service', 'Yours', 'Shared', 'Guest operating system', 'Platform and runtime', 'Application code']);
    expect(table.rows).toEqual([['Amazon A', '4', '6', 'You', 'Shared', "Doesn't apply"]]);
    const holding = { ...option, defaults: decodeDefaults('dddndddddwdddd') };
    const through = servicesTable(names, [{ service: { id: 'a', short: 'A', area: 'compute', options: [] }, option: holding }], 'defaults');
    expect(through.head).toEqual(table.head);
    expect(through.rows).toEqual([['A', '4', '6', 'Done', 'Not until you ask', "Doesn't apply"]]);
  });
  it('of a comparison marks what differs', () => {
    const table = comparisonTable(names, [
      { name: 'A', cells: split },
      { name: 'B', cells: mapLayers((layer) => (layer === 'os' ? yours : split.application)) },
    ]);
    expect(table.head).toEqual(['Layer', 'Differs', 'A', 'A: if you do nothing', 'A: sources', 'B', 'B: if you do nothing', 'B: sources']);
    expect(table.rows.map((row) => [row[1], row[2], row[5]])).toEqual([
      ['', 'You: Patch it', 'You: Patch it'],
      ['Differs', 'You: Choose a window. AWS with Red Hat: Patches in it', "Doesn't apply: None of your code runs here"],
      ['', "Doesn't apply: None of your code runs here", "Doesn't apply: None of your code runs here"],
    ]);
    expect(widths(table)).toEqual([8]);
  });
});
