import { describe, expect, it } from 'vitest';
import { decodeParties } from '../model/split/counts.ts';
import { decodeDefaults } from '../model/split/default.ts';
import type { Chosen, Sort } from '../model/split/filter.ts';
import { defaults, parties } from '../model/split/names.fixture.ts';
import type { Names } from '../model/split/names.ts';
import { matrixRow, matrixScene } from './matrix.ts';

const layers: Names['layers'] = [
  { id: 'os', name: 'Guest operating system', question: 'Who patches it?' },
  { id: 'data', name: 'Customer data', question: 'Who deletes it?' },
];
const names: Names = { layers, parties, defaults };

/** A service run in the ways of these codes; the last way is the one chosen. */
function chosenOf(id: string, ...codes: readonly string[]): Chosen {
  const options = codes.map((code, index) => ({
    id: `way-${index}`,
    name: `Way ${index}`,
    category: 'managed' as const,
    parties: decodeParties(code),
    defaults: decodeDefaults('d'.repeat(14)),
  }));
  const option = options.at(-1);
  if (!option) throw new Error('a service needs a way to run it');
  return { service: { id, short: id.toUpperCase(), area: 'compute', options }, option };
}

const one = chosenOf('a', 'ccccccccccaaaa');
const two = chosenOf('b', 'cccccccccccccc', 'sssssssssannaa');

describe('a row', () => {
  it('names the way chosen and says who secures each layer, in the order of the layers', () => {
    expect(matrixRow(names, two, '/services/b/?option=way-1')).toEqual({
      key: 'b.way-1',
      name: 'B, Way 1',
      href: '/services/b/?option=way-1',
      other: true,
      yours: '0 + 9',
      cells: [
        { layer: 'os', kind: 'none', word: "Doesn't apply" },
        { layer: 'data', kind: 'shared', word: 'Shared' },
      ],
    });
  });

  it('goes by the service alone where there is one way, and counts what is yours before what is shared', () => {
    expect(matrixRow(names, one, '/services/a/')).toMatchObject({ key: 'a.way-0', name: 'A', yours: '10 + 0' });
  });

  it('says through the other lens what holds if you do nothing', () => {
    const { service, option } = one;
    const open = { service, option: { ...option, defaults: decodeDefaults('wddddddddddndd') } };
    expect(matrixRow(names, open, '', 'defaults')).toMatchObject({
      yours: '10 + 0',
      cells: [
        { layer: 'os', kind: 'holds-done', word: 'Done' },
        { layer: 'data', kind: 'holds-when-asked', word: 'Ask' },
      ],
    });
    expect(matrixRow(names, two, '', 'defaults').cells[1]).toEqual({ layer: 'data', kind: 'holds-done', word: 'Done' });
  });
});

describe('the scene', () => {
  const rows = [one, two].map((each) => matrixRow(names, each, ''));

  it('keeps every row in its place and marks those shown', () => {
    const scene = matrixScene(names, rows, [two], undefined);
    expect(scene.rows).toEqual(rows);
    expect([...scene.shown]).toEqual(['b.way-1']);
    expect([...matrixScene(names, rows, [], undefined).shown]).toEqual([]);
  });

  it('has a column for the name, the count and each layer', () => {
    expect(matrixScene(names, rows, [], undefined).columns.map(({ by, name }) => [by, name])).toEqual([
      ['name', 'Service'],
      ['yours', 'Yours + shared'],
      ['os', 'Guest operating system'],
      ['data', 'Customer data'],
    ]);
  });

  it.each<[Sort | undefined, string]>([
    [undefined, 'name ascending'],
    [{ by: 'name', reversed: true }, 'name descending'],
    [{ by: 'yours', reversed: false }, 'yours descending'],
    [{ by: 'yours', reversed: true }, 'yours ascending'],
    [{ by: 'data', reversed: false }, 'data ascending'],
    [{ by: 'data', reversed: true }, 'data descending'],
  ])('says of one column alone that the rows stand in its order: %o', (sort, said) => {
    const { columns } = matrixScene(names, rows, [], sort);
    expect(columns.filter(({ sorted }) => sorted !== 'none').map(({ by, sorted }) => `${by} ${sorted}`)).toEqual([said]);
  });
});
