// What moves between two splits, by value.
import { describe, expect, it } from 'vitest';
import { describeComparison, differing, moves } from './compare.ts';
import { comparedOf } from './compared.ts';
import type { ComparedOption } from './compared.ts';
import type { Cell } from '../record/schema/cell.ts';
import { decodeParties } from './counts.ts';
import { defaults, parties } from './names.fixture.ts';
import { mapLayers } from '../vocabulary.ts';
import type { PartyId } from '../vocabulary.ts';

const common = { detail: 'The same.', source: ['https://docs.aws.amazon.com/store/same.html'] };
const cell = (party: PartyId): Cell => {
  if (party === 'customer') return { party, default: 'yours', you: 'Do it', ...common };
  if (party === 'shared') return { party, default: 'partly', you: 'Ask', aws: 'Does it', ...common };
  if (party === 'aws') return { party, default: 'done', aws: 'Does it', ...common };
  return { party, reason: 'Not here', ...common };
};
const column = (option: string, code: string): ComparedOption => {
  const parties = decodeParties(code);
  return { name: `Store, ${option}`, service: 'Store', option, cells: mapLayers((layer) => cell(parties[layer])) };
};
const layers = [
  { id: 'network' as const, name: 'Network and firewall', question: '?' },
  { id: 'server-encryption' as const, name: 'Encryption at rest', question: '?' },
  { id: 'platform' as const, name: 'Platform and runtime', question: '?' },
  { id: 'os' as const, name: 'Guest operating system', question: '?' },
  { id: 'backup' as const, name: 'Backup and recovery', question: '?' },
  { id: 'application' as const, name: 'Application code', question: '?' },
];
const names = { layers, parties, defaults };
const nodes = column('Nodes', 'cccccccccccaaa');
const auto = column('Auto', 'cccccccccsaaaa');

const store = (option: string, network: Cell, encryption: Cell, os: Cell): ComparedOption => ({
  ...column(option, 'aaaaaaaaaaaaaa'),
  cells: { ...mapLayers(() => cell('aws')), network, 'server-encryption': encryption, os },
});
const open: Cell = { party: 'customer', default: 'open', you: 'Close it', ...common };
const whenAsked: Cell = { party: 'shared', default: 'when-asked', you: 'Ask', aws: 'Does it', ...common };
const patched: Cell = { party: 'shared', default: 'done', you: 'Choose a window', aws: 'Patches', ...common };

describe('moving', () => {
  it('is found in the layers whose party differs', () => {
    expect(moves(nodes, auto)).toEqual([
      { layer: 'platform', from: 'customer', to: 'shared' },
      { layer: 'os', from: 'customer', to: 'aws' },
    ]);
  });
});

describe('a comparison in sentences', () => {
  const first = (...columns: readonly ComparedOption[]): string | undefined => describeComparison(columns, names)[0];

  it('begins with what is done without you and whose work it is, then says what stays open or off', () => {
    const before = store('Nodes', open, whenAsked, cell('customer'));
    const after = store('Auto', open, whenAsked, cell('aws'));
    expect(describeComparison([before, after], names)).toEqual([
      'Auto instead of Nodes: 1 more layer is done without you (guest operating system). AWS takes over 1 layer (guest operating system).',
      'Still open in both: network and firewall.',
      'Still not done until you ask, in both: encryption at rest.',
    ]);
    expect(first(after, before)).toBe('Nodes instead of Auto: 1 more layer is left to you (guest operating system).');
  });
  it('tells what is better before what is worse', () => {
    expect(first(store('A', whenAsked, cell('aws'), cell('aws')), store('B', patched, open, cell('shared')))).toBe(
      'B instead of A: 1 more layer is done without you (network and firewall), 1 is done only in part (guest operating system) and ' +
        '1 more is open until you close it (encryption at rest). You share the work on 1 layer (guest operating system).',
    );
    expect(first(store('A', cell('customer'), cell('customer'), cell('aws')), store('B', open, cell('shared'), whenAsked))).toBe(
      'B instead of A: 1 more layer is done in part (encryption at rest), 1 is not done until you ask (guest operating system) and ' +
        '1 more is open until you close it (network and firewall). AWS shares the work on 1 layer (encryption at rest). ' +
        'You share the work on 1 layer (guest operating system).',
    );
  });
  it('says so where a default moves and no layer changes hands', () => {
    expect(describeComparison([store('A', open, open, whenAsked), store('B', open, open, patched)], names)).toEqual([
      'B instead of A: 1 more layer is done without you (guest operating system).',
      'Still open in both: network and firewall, encryption at rest.',
    ]);
  });
  it('names what applies in one of them alone, and what AWS does not say', () => {
    const unstated: Cell = { party: 'customer', default: 'unstated', you: 'Ask', ...common };
    expect(first(store('A', cell('none'), cell('aws'), patched), store('B', open, cell('none'), unstated))).toBe(
      'B instead of A: AWS does not say what holds in 1 more layer (guest operating system), 1 more applies (network and firewall) and ' +
        "1 doesn't apply (encryption at rest). You take over 1 layer (guest operating system).",
    );
  });
  it('of several columns says once what is open in all, and measures each by the first', () => {
    const columns = [store('A', open, open, whenAsked), store('B', open, patched, whenAsked), store('C', open, open, cell('aws'))];
    expect(describeComparison(columns, names)).toEqual([
      'B instead of A: 1 more layer is done without you (encryption at rest). AWS shares the work on 1 layer (encryption at rest).',
      'C instead of A: 1 more layer is done without you (guest operating system). AWS takes over 1 layer (guest operating system).',
      'Still open in all: network and firewall.',
    ]);
  });
  it('says what is the same, and where the work differs', () => {
    const one = column('A', 'cccccccccccaaa');
    expect(describeComparison([one, { ...one, option: 'B' }], names)).toEqual(['B instead of A: every layer is the same.']);
    const other = { ...one, option: 'B', cells: { ...one.cells, os: { ...one.cells.os, detail: 'Another.' } } };
    expect(describeComparison([one, other], names)).toEqual([
      'B instead of A: the same holds if you do nothing, but the work differs in 1 layer (guest operating system).',
    ]);
  });
  it('names the service where the columns have several, and sets a second name apart', () => {
    const one = column('With nodes', 'cccccccccccaaa');
    expect(first(one, { ...one, option: 'Standard, updates off' })).toMatch(/^Standard \(updates off\) instead of with nodes: /u);
    const other = { ...one, name: 'Shop, Fast', service: 'Shop', option: 'Fast' };
    expect(first(one, other)).toMatch(/^Shop \(Fast\) instead of Store \(With nodes\): /u);
    expect(first(one, { ...other, name: 'Shop' })).toMatch(/^Shop instead of Store/u);
  });
  it('is nothing for fewer than two columns', () => {
    expect(describeComparison([nodes], names)).toEqual([]);
    expect(describeComparison([], names)).toEqual([]);
  });
});

describe('a column', () => {
  const way = { category: 'managed' as const, parties: decodeParties('aaaaaaaaaaaaaa'), defaults: mapLayers(() => undefined) };
  const [usual, fast] = [
    { ...way, id: 'default', name: 'Usual' },
    { ...way, id: 'fast', name: 'Fast' },
  ];
  it('carries the name of its option where the service has several', () => {
    const service = { id: 'store', short: 'Store', area: 'storage' };
    const { cells } = nodes;
    expect(comparedOf({ service: { ...service, options: [usual, fast] }, option: fast }, cells)).toEqual({
      name: 'Store, Fast',
      service: 'Store',
      option: 'Fast',
      cells,
    });
    expect(comparedOf({ service: { ...service, options: [usual] }, option: usual }, cells).option).toBeUndefined();
  });
});

describe('differing layers', () => {
  it('are those where any column says something else', () => {
    const other = { ...nodes, cells: { ...nodes.cells, data: { ...cell('customer'), detail: 'Another.' } } };
    expect([...differing([nodes, nodes, other])]).toEqual(['data']);
    expect([...differing([nodes, auto])]).toEqual(['platform', 'os']);
    const worded: Cell = { party: 'customer', default: 'yours', you: 'Do something else', ...common };
    expect([...differing([nodes, { ...nodes, cells: { ...nodes.cells, data: worded } }])]).toEqual(['data']);
    expect(differing([]).size).toBe(0);
  });
});
