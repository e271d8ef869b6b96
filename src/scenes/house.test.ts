import { expect, it } from 'vitest';
import type { HouseData } from '../model/organization/house.ts';
import type { Cell } from '../model/record/schema/cell.ts';
import { defaults, parties } from '../model/split/names.fixture.ts';
import { mapLayers } from '../model/vocabulary.ts';
import { withHouse, withHouses, withOwners } from './house.ts';
import { countsScene, splitScene } from './split.ts';

const common = { detail: 'x', source: ['https://docs.aws.amazon.com/x'] };
const cells = mapLayers((layer): Cell => {
  if (layer === 'backup')
    return { party: 'shared', default: 'done', you: 'Set retention, rehearse a restore, and keep it', aws: 'Copies', ...common };
  if (layer === 'network') return { party: 'shared', default: 'done', you: 'Close it', aws: 'Opens it', ...common };
  if (layer === 'access') return { party: 'customer', default: 'yours', you: 'Decide who may do what', ...common };
  return { party: 'aws', default: 'done', aws: 'Does it', ...common };
});
const layers = (['access', 'network', 'backup', 'os'] as const).map((id) => ({ id, name: id, question: 'Who?' }));
const names = { layers, parties, defaults };
const house: HouseData = {
  name: 'Example Corp',
  owners: {
    layers: { access: 'Identity team', network: 'Network team', os: 'Server team' },
    categories: {},
    services: { x: { backup: 'Database team' } },
  },
  rules: [{ layer: 'os', text: 'Look at it.' }],
};

it('puts the team on your half where it fits, and leaves it to the panel where it does not', () => {
  const { bands } = withHouse(splitScene(names, cells), house, 'x', 'managed');
  expect(bands.map(({ layer, house: told }) => [layer, told?.owner, told?.fits])).toEqual([
    ['access', 'Identity team', true],
    ['network', 'Network team', true],
    ['backup', 'Database team', false],
    // No half of it is yours, so that nobody owns it; a rule may hold all the same.
    ['os', undefined, false],
  ]);
  expect(bands[3]?.house?.rules).toEqual([{ text: 'Look at it.', link: undefined }]);
});

it('puts no team on a band that has no sides', () => {
  const { bands } = withHouse(splitScene(names, cells, 'defaults'), house, 'x', 'managed');
  expect(bands.map(({ house: told }) => [told?.owner, told?.fits])).toEqual([
    ['Identity team', false],
    ['Network team', false],
    ['Database team', false],
    [undefined, false],
  ]);
});

it('is the same diagram without an overlay', () => {
  const scene = splitScene(names, cells);
  expect(withHouse(scene, undefined, 'x', 'managed')).toBe(scene);
});

it('tells the teams of several services in the panels that are drawn', () => {
  const way = {
    service: { id: 'x', short: 'X' },
    option: { id: 'default', category: 'managed', parties: mapLayers((layer) => cells[layer].party) },
  } as const;
  const counted = countsScene(names, [], () => '');
  const told = (panel: 'all' | 'none' | 'backup') => withHouses(counted, house, [way], panel).bands.map((band) => band.house?.owner);
  expect(told('all')).toEqual(['Identity team', 'Network team', 'Database team', undefined]);
  expect(told('backup')).toEqual([undefined, undefined, 'Database team', undefined]);
  expect(withHouses(counted, house, [way], 'none')).toBe(counted);
});

it('puts the team on each of your halves in a column of a comparison, and says whose where a column speaks for several ways', () => {
  const { owners } = house;
  const teams = { owners, categories: { 'x.default': 'managed', 'y.default': 'managed' } } as const;
  const x = { key: 'x.default', name: 'X' };
  const scene = splitScene(names, cells);
  const told = (ways: readonly (typeof x)[]) => withOwners(scene, teams, ways).bands.map((band) => [band.house?.owner, band.house?.fits]);
  expect(told([x])).toEqual([
    ['Identity team', true],
    ['Network team', true],
    ['Database team', true],
    [undefined, undefined],
  ]);
  expect(told([x, { key: 'y.default', name: 'Y' }])[2]).toEqual(['Database team (X)', false]);
  expect(withOwners(scene, {}, [x])).toBe(scene);
});
