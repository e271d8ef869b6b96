import { describe, expect, it } from 'vitest';
import type { Cell } from '../model/record/schema/cell.ts';
import { defaults, parties } from '../model/split/names.fixture.ts';
import { mapLayers } from '../model/vocabulary.ts';
import type { LayerId } from '../model/vocabulary.ts';
import { compareScene } from './compare.ts';
import type { CompareColumn, ComparedCell } from './compare.ts';
import { comparePicture } from './compare-picture.ts';
import type { PictureScene } from './picture.ts';

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

const said = (cells: readonly ComparedCell[]): string[] => cells.map(({ band, missing }) => band?.party ?? missing);

describe('the scene of a comparison', () => {
  const scene = compareScene(names, [column('a', yours), column('b', theirs), column('c', yours)]);

  it('has a row for each layer that differs, with a band of each column', () => {
    expect(scene.rows.map(({ layer, told, cells }) => [layer, told, said(cells)])).toEqual([
      ['os', 'Changes hands', ['customer', 'aws', 'customer']],
    ]);
  });
  it('has what is the same once, and says how much it is', () => {
    expect(scene.same.map(({ layer, told, cells }) => [layer, told, said(cells)])).toEqual([['network', '', ['customer']]]);
    expect(scene.sameTold).toBe('1 layer is the same');
    expect(compareScene(names, [column('a', yours), column('b', yours)]).sameTold).toBe('2 layers are the same');
  });
  it('of a single column has every row', () => {
    const { rows, same, sameTold, finding } = compareScene(names, [column('a', yours)]);
    expect([rows.length, same, sameTold, finding]).toEqual([2, [], '', '']);
  });
  it('says the way from the first column to each other', () => {
    expect(scene.sentences).toEqual([
      'B instead of A: 1 more layer is done without you (guest operating system). AWS takes over 1 layer (guest operating system).',
      'C instead of A: every layer is the same.',
    ]);
  });
  it('runs one line through each column, in the order of the rows', () => {
    const [os] = scene.rows;
    expect(os?.cells.map(({ band }) => band?.line?.x)).toEqual([100, 0, 100]);
    expect(os?.cells.map(({ band }) => band?.line?.next)).toEqual([undefined, undefined, undefined]);
  });
  it('puts first what changes hands, then what starts differently, then other work', () => {
    const open: Cell = { ...yours, default: 'open' };
    const cells = (os: Cell, network: Cell, data: Cell): CompareColumn['cells'] =>
      mapLayers(
        (layer) =>
          new Map<LayerId, Cell>([
            ['os', os],
            ['network', network],
            ['data', data],
          ]).get(layer) ?? yours,
      );
    const three = { ...names, layers: [...layers, { id: 'data' as const, name: 'Customer data', question: 'Who keeps it?' }] };
    const at = (key: string, own: CompareColumn['cells']): CompareColumn => ({ ...column(key, yours), cells: own });
    const { rows } = compareScene(three, [
      at('a', cells({ ...yours, you: 'Patch' }, yours, yours)),
      at('b', cells({ ...yours, you: 'Update' }, open, theirs)),
    ]);
    expect(rows.map(({ layer, difference, told }) => `${layer} ${difference} ${told}`)).toEqual([
      'data party Changes hands',
      'network default Starts differently',
      'os work Other work',
    ]);
    expect(rows[0]?.cells.map(({ band }) => band?.line?.next)).toEqual([100, 100]);
  });
  it('says a reason once, and names the column that has it', () => {
    const { rows } = compareScene(names, [column('a', yours), column('b', { ...theirs, detail: 'Otherwise.' }), column('c', yours)]);
    expect(rows[0]?.cells.map(({ detail, sources }) => [detail, sources.length])).toEqual([
      ['The same.', 1],
      ['Otherwise.', 1],
      ['As with A.', 0],
    ]);
  });
  it('shows the default in place of the party through the other lens', () => {
    const [row] = compareScene(names, [column('a', yours), column('b', theirs)], 'defaults').rows;
    expect(row?.cells.map(({ band }) => band?.phrases.map(({ kind, text }) => `${kind} ${text}`))).toEqual([
      ['holds-yours Only you can'],
      ['holds-done Done'],
    ]);
  });
  it('keeps the place of a column that is missing, and compares the others', () => {
    const missing = { key: 'x', name: 'X', href: '/services/x/', missing: 'Not loaded' };
    const partial = compareScene(names, [column('a', yours), missing, column('c', theirs)]);
    expect(partial.columns.map(({ name }) => name)).toEqual(['A', 'X', 'C']);
    expect(partial.rows.map(({ cells }) => said(cells))).toEqual([['customer', 'Not loaded', 'aws']]);
    expect(partial.same).toHaveLength(1);
    expect(partial.sentences).toEqual([expect.stringContaining('C instead of A')]);
    expect(compareScene(names, [missing, missing])).toMatchObject({
      columns: [missing, missing].map(({ missing: _, ...head }) => head),
      rows: [],
      same: [],
    });
  });
  it('of nothing is empty', () => {
    expect(compareScene(names, [])).toEqual({ columns: [], rows: [], same: [], sameTold: '', sentences: [], finding: '' });
  });
});

describe('what a comparison found', () => {
  it('is what the second column does more, or how many layers differ', () => {
    expect(compareScene(names, [column('a', yours), column('b', theirs)]).finding).toBe('B instead of A: 1 more layer is done without you');
    expect(compareScene(names, [column('a', yours), column('b', theirs), column('c', yours)]).finding).toBe('A, B and C differ in 1 layer');
    const way = (key: string, option: string, os: Cell): CompareColumn => ({
      ...column(key, os),
      name: `Amazon EKS, ${option}`,
      service: 'Amazon EKS',
      option,
    });
    expect(compareScene(names, [way('a', 'Nodes (own)', yours), way('b', 'Auto Mode', theirs)]).finding).toBe(
      'Amazon EKS: Auto Mode instead of Nodes (own): 1 more layer is done without you',
    );
  });
});

describe('the picture of a comparison', () => {
  const shared: Cell = { party: 'shared', default: 'when-asked', you: 'Ask for it at creation', aws: 'Encrypts what you store', ...common };
  const picture = (count: number): PictureScene => {
    const scene = compareScene(
      names,
      Array.from({ length: count }, (_, at) => column(String(at), at === 0 ? yours : shared)),
    );
    return comparePicture(scene, { title: scene.finding, foot: 'tideline.example' });
  };

  it.each([2, 3, 4])('of %i columns holds every word within its width', (count) => {
    const { texts, shapes, width, height, line } = picture(count);
    const said = texts.map(({ text }) => text).join(' ');
    for (const words of ['Patch it', 'Ask for', 'creation', 'Guest operating system', 'Changes hands', '1 layer is the same'])
      expect(said).toContain(words);
    expect(line.match(/M/gu)).toHaveLength(count);
    for (const { x, y } of texts) expect(x >= 0 && x <= width && y > 0 && y < height).toBe(true);
    const xs = shapes.flatMap(({ points }) => points.split(' ').map((point) => Number(point.split(',')[0])));
    expect(Math.max(...xs)).toBeLessThanOrEqual(width);
  });
  it('says of halves above each other whose they are', () => {
    const whose = (count: number): number => picture(count).texts.filter(({ text }) => /^(?:You|AWS): /u.test(text)).length;
    expect([whose(2), whose(4)]).toEqual([0, 6]);
  });
});
