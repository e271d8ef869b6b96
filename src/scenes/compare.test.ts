import { describe, expect, it } from 'vitest';
import type { Cell } from '../model/record/schema/cell.ts';
import { defaults, parties } from '../model/split/names.fixture.ts';
import { mapLayers } from '../model/vocabulary.ts';
import { compareScene } from './compare.ts';
import type { CompareColumn } from './compare.ts';

const layers = [
  { id: 'os' as const, name: 'Guest operating system', question: 'Who patches it?' },
  { id: 'network' as const, name: 'Network and firewall', question: 'Who lets it in?' },
];
const names = { layers, parties, defaults };
const common = { detail: 'The same.', source: ['https://docs.aws.amazon.com/store/same.html'] };
const yours: Cell = { party: 'customer', default: 'yours', you: 'Patch it', ...common };
const theirs: Cell = { party: 'aws', default: 'done', aws: 'Patches it', ...common };
const column = (key: string, os: Cell): CompareColumn => ({
  key,
  name: key.toUpperCase(),
  href: `/services/${key}/`,
  cells: mapLayers((layer) => (layer === 'os' ? os : yours)),
});

describe('the scene of a comparison', () => {
  const scene = compareScene(names, [column('a', yours), column('b', theirs), column('c', yours)]);

  it('has a row for each layer, in order, with a cell for each column', () => {
    expect(scene.rows.map(({ layer, cells }) => [layer, cells.map(({ party }) => party)])).toEqual([
      ['os', ['customer', 'aws', 'customer']],
      ['network', ['customer', 'customer', 'customer']],
    ]);
  });
  it('marks the rows in which any column differs', () => {
    expect(scene.rows.map(({ differs }) => differs)).toEqual([true, false]);
  });
  it('says the way from the first column to each other', () => {
    expect(scene.sentences).toEqual([
      'With B, done without you: Guest operating system.',
      '1 layer changes hands: Guest operating system (you → AWS).',
      'A and C are the same in every layer.',
    ]);
  });
  it('of nothing is a list of layers without cells', () => {
    expect(compareScene(names, [])).toEqual({
      columns: [],
      rows: layers.map(({ id, name }) => ({ layer: id, name, differs: false, cells: [] })),
      sentences: [],
    });
  });
});
