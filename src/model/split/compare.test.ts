// What moves between two splits, by value.
import { describe, expect, it } from 'vitest';
import { describeComparison, differing, moves } from './compare.ts';
import type { Compared } from './compare.ts';
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
const column = (name: string, code: string): Compared => {
  const parties = decodeParties(code);
  return { name, cells: mapLayers((layer) => cell(parties[layer])) };
};
const layers = [
  { id: 'platform' as const, name: 'Platform and runtime', question: '?' },
  { id: 'os' as const, name: 'Guest operating system', question: '?' },
  { id: 'backup' as const, name: 'Backup and recovery', question: '?' },
  { id: 'application' as const, name: 'Application code', question: '?' },
];
const names = { layers, parties, defaults };
const nodes = column('Nodes', 'cccccccccccaaa');
const auto = column('Auto', 'cccccccccsaaaa');

const store = (name: string, network: Cell, encryption: Cell, os: Cell): Compared => ({
  name,
  cells: { ...mapLayers(() => cell('aws')), network, 'server-encryption': encryption, os },
});
const open: Cell = { party: 'customer', default: 'open', you: 'Close it', ...common };
const whenAsked: Cell = { party: 'shared', default: 'when-asked', you: 'Ask', aws: 'Does it', ...common };

describe('moving', () => {
  it('is found in the layers whose party differs', () => {
    expect(moves(nodes, auto)).toEqual([
      { layer: 'platform', from: 'customer', to: 'shared' },
      { layer: 'os', from: 'customer', to: 'aws' },
    ]);
  });
});

describe('a comparison in sentences', () => {
  it('begins with what is done without you, then says what stays open or off, then what changes hands', () => {
    const before = store('Nodes', open, whenAsked, cell('customer'));
    const after = store('Auto', open, whenAsked, cell('aws'));
    expect(describeComparison(before, after, names)).toEqual([
      'With Auto, done without you: Guest operating system.',
      'Still open in both: network.',
      'Off in both until you ask: server-encryption.',
      '1 layer changes hands: Guest operating system (you → AWS).',
    ]);
    expect(describeComparison(after, before, names)[0]).toBe('With Nodes, only you can do it: Guest operating system.');
  });
  it('says so where a default moves and no layer changes hands', () => {
    const patched: Cell = { party: 'shared', default: 'done', you: 'Choose a window', aws: 'Patches', ...common };
    expect(describeComparison(store('A', open, open, whenAsked), store('B', open, open, patched), names)).toEqual([
      'With B, done without you: Guest operating system.',
      'Still open in both: network and server-encryption.',
    ]);
  });
  it('says what is the same, and in how many layers the work differs', () => {
    const one = column('A', 'cccccccccccaaa');
    expect(describeComparison(one, { ...one, name: 'B' }, names)).toEqual(['A and B are the same in every layer.']);
    const other = { name: 'B', cells: { ...one.cells, os: { ...one.cells.os, detail: 'Another.' } } };
    expect(describeComparison(one, other, names)).toEqual([
      'Whichever you choose, the same holds if you do nothing; the work differs in 1 layer.',
    ]);
  });
});

describe('differing layers', () => {
  it('are those where any column says something else', () => {
    const other: Compared = { name: 'Other', cells: { ...nodes.cells, data: { ...cell('customer'), detail: 'Another.' } } };
    expect([...differing([nodes, nodes, other])]).toEqual(['data']);
    expect([...differing([nodes, auto])]).toEqual(['platform', 'os']);
    expect(differing([]).size).toBe(0);
  });
});
