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
  service: key.toUpperCase(),
  option: undefined,
  href: `/services/${key}/`,
  cells: mapLayers((layer) => (layer === 'os' ? os : yours)),
});

describe('the scene of a comparison', () => {
  const scene = compareScene(names, [column('a', yours), column('b', theirs), column('c', yours)]);

  it('has a row for each layer that differs, with a cell for each column', () => {
    expect(scene.rows.map(({ layer, cells }) => [layer, cells.map(({ mark }) => mark.text)])).toEqual([['os', ['You', 'AWS', 'You']]]);
  });
  it('has what is the same once, and says how much it is', () => {
    expect(scene.same.map(({ layer, cells }) => [layer, cells.map(({ mark }) => mark.text)])).toEqual([['network', ['You']]]);
    expect(scene.sameTold).toBe('1 layer is the same');
    expect(compareScene(names, [column('a', yours), column('b', yours)]).sameTold).toBe('2 layers are the same');
  });
  it('of a single column has every row', () => {
    const { rows, same, sameTold } = compareScene(names, [column('a', yours)]);
    expect([rows.length, same, sameTold]).toEqual([2, [], '']);
  });
  it('says the way from the first column to each other', () => {
    expect(scene.sentences).toEqual([
      'B instead of A: 1 more layer is done without you (guest operating system). AWS takes over 1 layer (guest operating system).',
      'C instead of A: every layer is the same.',
    ]);
  });
  it('names who does what only where the mark has not', () => {
    const both: Cell = { party: 'shared', default: 'partly', you: 'Ask', aws: 'Patches', with: 'Red Hat', ...common };
    const [row] = compareScene(names, [
      column('a', both),
      column('b', theirs),
      column('c', { party: 'none', reason: 'Not here', ...common }),
    ]).rows;
    expect(row?.cells.map(({ mark, holds, phrases }) => [mark, holds?.name, phrases.map(({ who, text }) => `${who}|${text}`)])).toEqual([
      [{ kind: 'shared', text: 'Shared' }, 'Partly', ['You|Ask', 'AWS with Red Hat|Patches']],
      [{ kind: 'aws', text: 'AWS' }, 'Done', ['|Patches it']],
      [{ kind: 'none', text: "Doesn't apply" }, undefined, ['|Not here']],
    ]);
  });
  it('shows the default in place of the party through the other lens', () => {
    const [row] = compareScene(names, [column('a', yours), column('b', theirs)], 'defaults').rows;
    expect(row?.cells.map(({ mark, holds, meaning, phrases }) => [mark, holds, meaning, phrases[0]?.who])).toEqual([
      [{ kind: 'holds-yours', text: 'Only you can' }, undefined, 'Only you can', 'You'],
      [{ kind: 'holds-done', text: 'Done' }, undefined, 'Done', 'AWS'],
    ]);
  });
  it('keeps the place of a column that is missing, and compares the others', () => {
    const missing = { key: 'x', name: 'X', href: '/services/x/', missing: 'Not loaded' };
    const partial = compareScene(names, [column('a', yours), missing, column('c', theirs)]);
    expect(partial.columns.map(({ name }) => name)).toEqual(['A', 'X', 'C']);
    expect(partial.rows.map(({ cells }) => cells.map(({ mark, detail }) => [mark.text, detail]))).toEqual([
      [
        ['You', 'The same.'],
        ['Not loaded', ''],
        ['AWS', 'The same.'],
      ],
    ]);
    expect(partial.same).toHaveLength(1);
    expect(partial.sentences).toEqual([expect.stringContaining('C instead of A')]);
    expect(compareScene(names, [missing, missing])).toMatchObject({
      columns: [missing, missing].map(({ missing: _, ...head }) => head),
      rows: [],
      same: [],
    });
  });
  it('of nothing is empty', () => {
    expect(compareScene(names, [])).toEqual({ columns: [], rows: [], same: [], sameTold: '', sentences: [] });
  });
});
