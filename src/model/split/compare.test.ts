// What moves between two splits, by value.
import { describe, expect, it } from 'vitest';
import { describeMoves, differing, moves } from './compare.ts';
import type { Compared } from './compare.ts';
import type { Cell } from '../record/schema/cell.ts';
import { decodeParties } from './counts.ts';
import { parties } from './parties.fixture.ts';
import { mapLayers } from '../vocabulary.ts';
import type { PartyId } from '../vocabulary.ts';

const common = { detail: 'The same.', source: 'https://docs.aws.amazon.com/store/same.html' };
const cell = (party: PartyId): Cell => {
  if (party === 'customer') return { party, you: 'Do it', ...common };
  if (party === 'shared') return { party, you: 'Ask', aws: 'Does it', ...common };
  if (party === 'aws') return { party, aws: 'Does it', ...common };
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
const names = { layers, parties };
const nodes = column('Nodes', 'cccccccccccaaa');
const auto = column('Auto', 'cccccccccsaaaa');

describe('moving', () => {
  it('is told by the layers whose party differs', () => {
    expect(moves(nodes, auto)).toEqual([
      { layer: 'platform', from: 'customer', to: 'shared' },
      { layer: 'os', from: 'customer', to: 'aws' },
    ]);
    expect(describeMoves(nodes, auto, names)).toBe(
      'Moving from Nodes to Auto takes 2 duties off you: Platform and runtime (shared), Guest operating system (AWS).',
    );
  });
  it('the other way adds them', () => {
    expect(describeMoves(auto, nodes, names)).toBe(
      'Moving from Auto to Nodes adds 2 duties: Platform and runtime (yours), Guest operating system (yours).',
    );
  });
  it('can do both, and count one duty as one', () => {
    expect(describeMoves(column('A', 'ccccccscccaaaa'), column('B', 'cccnccccccaaaa'), names)).toBe(
      "Moving from A to B takes 1 duty off you: Application code (doesn't apply); it adds 1 duty: Backup and recovery (yours).",
    );
  });
  it('from AWS to a layer that does not exist moves nothing', () => {
    expect(describeMoves(column('A', 'ccccccccccaaaa'), column('B', 'ccccccccccnaaa'), names)).toBe(
      'Moving from A to B moves no duty between you and AWS.',
    );
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
