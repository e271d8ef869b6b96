import { describe, expect, it } from 'vitest';
import { describeFilter, describeHolds, describeUnit, setFilters, setFiltersAndDecision, withoutFilter } from './describe-filter.ts';
import { countChoices, filterServices, nameChosen, noFilter, noQuery, sortChosen } from './filter.ts';
import type { Filter, Outline, UnitId } from './filter.ts';
import { decodeParties, yourHalves } from './counts.ts';
import { decodeDefaults } from './default.ts';
import { defaults, parties } from './names.fixture.ts';
import type { CategoryId } from '../vocabulary.ts';

const option = (
  id: string,
  name: string,
  category: CategoryId,
  parties = 'c'.repeat(14),
  holding = 'y'.repeat(14),
): Outline['options'][number] => ({
  id,
  name,
  category,
  parties: decodeParties(parties),
  defaults: decodeDefaults(holding),
});

const services: readonly Outline[] = [
  {
    id: 'amazon-ecs',
    short: 'Amazon ECS',
    area: 'containers',
    options: [option('ec2', 'EC2', 'infrastructure'), option('fargate', 'Fargate', 'managed', 'ccccccccccaaaa')],
  },
  {
    id: 'amazon-rds',
    short: 'Amazon RDS',
    area: 'database',
    options: [option('default', 'RDS', 'managed'), option('custom', 'RDS Custom', 'managed')],
  },
  { id: 'amazon-s3', short: 'Amazon S3', area: 'storage', options: [option('default', 'S3', 'abstracted')] },
];

/** `id.option` of what is left. */
const left = (filter: Partial<Filter>, unit: UnitId = 'services'): string[] =>
  filterServices(services, { ...noFilter, ...filter }, unit).map((each) => `${each.service.id}.${each.option.id}`);
const ref = (service: string, chosen?: string): Filter['services'][number] => ({ service, option: chosen });

describe('filtering', () => {
  it('leaves every service, by its default option, where nothing is asked', () => {
    expect(left({})).toEqual(['amazon-ecs.ec2', 'amazon-rds.default', 'amazon-s3.default']);
  });

  it('by category looks at each service as it is usually run', () => {
    expect(left({ category: 'managed' })).toEqual(['amazon-rds.default']);
    expect(left({ category: 'infrastructure' })).toEqual(['amazon-ecs.ec2']);
  });

  it('counts every way to run a service where it is asked for', () => {
    expect(left({}, 'ways')).toEqual([
      'amazon-ecs.ec2',
      'amazon-ecs.fargate',
      'amazon-rds.default',
      'amazon-rds.custom',
      'amazon-s3.default',
    ]);
    expect(left({ category: 'managed' }, 'ways')).toEqual(['amazon-ecs.fargate', 'amazon-rds.default', 'amazon-rds.custom']);
    expect(left({ services: [ref('amazon-ecs')] }, 'ways')).toEqual(['amazon-ecs.ec2', 'amazon-ecs.fargate']);
    expect(left({ services: [ref('amazon-ecs', 'fargate')] }, 'ways')).toEqual(['amazon-ecs.fargate']);
  });

  it('by area', () => {
    expect(left({ area: 'storage' })).toEqual(['amazon-s3.default']);
    expect(left({ area: 'robotics' })).toEqual([]);
  });

  it('by service, and by its option', () => {
    expect(left({ services: [ref('amazon-s3'), ref('amazon-ecs')] })).toEqual(['amazon-ecs.ec2', 'amazon-s3.default']);
    expect(left({ services: [ref('amazon-ecs', 'fargate')] })).toEqual(['amazon-ecs.fargate']);
  });

  it('counts an option that is named, usual or not', () => {
    expect(left({ services: [ref('amazon-ecs', 'ec2'), ref('amazon-ecs', 'fargate')] })).toEqual(['amazon-ecs.ec2', 'amazon-ecs.fargate']);
    expect(left({ category: 'managed', services: [ref('amazon-ecs', 'fargate')] })).toEqual(['amazon-ecs.fargate']);
    expect(left({ category: 'managed', services: [ref('amazon-ecs', 'ec2')] })).toEqual([]);
  });

  it('asks for all conditions at once', () => {
    expect(left({ category: 'managed', area: 'database' })).toEqual(['amazon-rds.default']);
    expect(left({ category: 'abstracted', area: 'database' })).toEqual([]);
  });
});

it('names the option only where the plain name could mean several', () => {
  expect(filterServices(services, noFilter).map(nameChosen)).toEqual(['Amazon ECS, EC2', 'Amazon RDS', 'Amazon S3']);
  expect(filterServices(services, { ...noFilter, services: [ref('amazon-rds', 'custom')] }).map(nameChosen)).toEqual([
    'Amazon RDS, RDS Custom',
  ]);
});

describe('filtering by who secures a layer', () => {
  it('leaves what that party secures', () => {
    expect(left({ secured: { layer: 'os', party: 'aws' } })).toEqual([]);
    expect(left({ secured: { layer: 'os', party: 'aws' } }, 'ways')).toEqual(['amazon-ecs.fargate']);
    expect(left({ secured: { layer: 'os', party: 'customer' } })).toEqual(['amazon-ecs.ec2', 'amazon-rds.default', 'amazon-s3.default']);
    expect(left({ secured: { layer: 'os', party: 'aws' }, category: 'infrastructure' })).toEqual([]);
  });
});

describe('filtering by what holds', () => {
  const stores: readonly Outline[] = [
    {
      id: 'store',
      short: 'Store',
      area: 'storage',
      options: [
        option('closed', 'Closed', 'managed', undefined, 'd'.repeat(14)),
        option('open', 'Open', 'managed', undefined, 'dddddodddddddd'),
      ],
    },
    { id: 'shed', short: 'Shed', area: 'storage', options: [option('default', 'Shed', 'managed', undefined, 'yyyyywyyyyyddd')] },
  ];
  const found = (filter: Partial<Filter>): string[] =>
    filterServices(stores, { ...noFilter, ...filter }, 'ways').map(({ service, option: { id } }) => `${service.id}.${id}`);

  it('in one layer leaves the ways that have it', () => {
    expect(found({ holds: { layer: 'network', default: 'open' } })).toEqual(['store.open']);
    expect(found({ holds: { layer: 'data', default: 'open' } })).toEqual([]);
  });
  it('in any layer, where none is named', () => {
    expect(found({ holds: { layer: undefined, default: 'when-asked' } })).toEqual(['shed.default']);
    expect(found({ holds: { layer: undefined, default: 'done' } })).toEqual(['store.closed', 'store.open', 'shed.default']);
  });
  it('is counted beside the choices', () => {
    const counted = (unit: UnitId): number[] => [...countChoices(stores, { ...noQuery, unit }, []).default.values()];
    expect([...countChoices(stores, noQuery, []).default.keys()]).toEqual([
      '',
      'done',
      'partly',
      'when-asked',
      'open',
      'yours',
      'unstated',
    ]);
    expect(counted('services')).toEqual([2, 2, 0, 1, 0, 1, 0]);
    expect(counted('ways')).toEqual([3, 3, 0, 1, 1, 1, 0]);
  });
});

describe('the counts beside choices', () => {
  const areas = ['containers', 'database', 'robotics'];

  it('say what each choice would leave, with the others as they are', () => {
    const counts = countChoices(
      services,
      { filter: { ...noFilter, secured: { layer: 'os', party: 'customer' } }, layer: 'os', unit: 'services' },
      areas,
    );
    expect([...counts.category]).toEqual([
      ['', 3],
      ['infrastructure', 1],
      ['managed', 1],
      ['abstracted', 1],
    ]);
    expect([...counts.area]).toEqual([
      ['', 3],
      ['containers', 1],
      ['database', 1],
      ['robotics', 0],
    ]);
    expect([...counts.party]).toEqual([
      ['', 3],
      ['customer', 3],
      ['shared', 0],
      ['aws', 0],
      ['none', 0],
    ]);
  });

  it.each(['services', 'ways'] as const)('add up to what is counted: %s', (unit) => {
    const all = filterServices(services, noFilter, unit).length;
    const counts = countChoices(services, { ...noQuery, layer: 'os', unit }, [...areas, 'storage']);
    for (const of of [counts.category, counts.area, counts.party]) {
      const [first = 0, ...rest] = of.values();
      expect([first, rest.reduce((sum, each) => sum + each, 0)]).toEqual([all, all]);
    }
  });

  it('have none for parties while no layer is chosen', () => {
    expect(countChoices(services, noQuery, areas).party.size).toBe(0);
  });
});

describe('the order', () => {
  const all = filterServices(
    [
      { id: 'b', short: 'B', area: 'x', options: [option('default', 'B', 'managed', 'cssssssssaaaan')] },
      { id: 'c', short: 'C', area: 'x', options: [option('default', 'C', 'managed', 'cccccccccccaaa')] },
      { id: 'd', short: 'D', area: 'x', options: [option('default', 'D', 'managed', 'cccccccccccaan')] },
      { id: 'e', short: 'E', area: 'x', options: [option('default', 'E', 'managed', 'aaaaaaaaaanaaa')] },
    ],
    noFilter,
  );
  const ids = (sort: Parameters<typeof sortChosen>[1]): string =>
    sortChosen(all, sort)
      .map(({ service }) => service.id)
      .join('');

  it('is that of names unless another is asked for', () => {
    expect(ids(undefined)).toBe('bcde');
    expect(ids({ by: 'name', reversed: false })).toBe('bcde');
    expect(ids({ by: 'name', reversed: true })).toBe('edcb');
  });
  it('by how much is yours puts the most first; equals stay by name either way', () => {
    expect(all.map((each) => yourHalves(each.option.parties))).toEqual([10, 22, 22, 0]);
    expect(ids({ by: 'yours', reversed: false })).toBe('cdbe');
    expect(ids({ by: 'yours', reversed: true })).toBe('ebcd');
  });
  it('by a layer puts yours first, then shared, AWS, not there', () => {
    expect(ids({ by: 'os', reversed: false })).toBe('cdbe');
    expect(ids({ by: 'os', reversed: true })).toBe('ebcd');
    expect(ids({ by: 'backup', reversed: false })).toBe('cdbe');
    expect(ids({ by: 'facilities', reversed: false })).toBe('cebd');
  });
  it('by a layer, through the other lens, goes by how soon its default asks for an act', () => {
    const holdings = ['d', 'o', 'n', 'w', 'p', 'u', 'y'].map((letter) => ({
      service: { id: letter, short: letter, area: 'x', options: [] },
      option: option('default', letter, 'managed', undefined, letter.repeat(14)),
    }));
    const letters = (reversed: boolean): string =>
      sortChosen(holdings, { by: 'os', reversed }, 'defaults')
        .map(({ service }) => service.id)
        .join('');
    expect(letters(false)).toBe('owpyudn');
    expect(letters(true)).toBe('nduypwo');
    expect(
      sortChosen(holdings, { by: 'name', reversed: true }, 'defaults')
        .map(({ service }) => service.id)
        .join(''),
    ).toBe('yupwnod');
  });
});

describe('what is left, as a heading', () => {
  const names = { layers: [{ id: 'os' as const, name: 'Guest operating system', question: '?' }], parties, defaults };
  it('says how much of what is counted, and what was asked', () => {
    const counted = (filter: Partial<Filter>, unit: UnitId): string =>
      describeUnit(filterServices(services, { ...noFilter, ...filter }, unit), services, unit);
    expect(counted({}, 'services')).toBe('All 3 services, as usually run');
    expect(counted({ area: 'storage' }, 'services')).toBe('1 of 3 services, as usually run');
    expect(counted({}, 'ways')).toBe('All 5 ways to run 3 services');
    expect(counted({ category: 'managed' }, 'ways')).toBe('3 of 5 ways to run, of 2 services');
    expect(counted({ area: 'storage' }, 'ways')).toBe('1 of 5 ways to run, of 1 service');
    const told = (filter: Partial<Filter>): string => describeFilter('3 of 4', { ...noFilter, ...filter }, names);
    expect(told({})).toBe('3 of 4');
    expect(told({ holds: { layer: 'os', default: 'open' } })).toBe('3 of 4, Guest operating system: open until you close it');
    expect(told({ holds: { layer: undefined, default: 'when-asked' } })).toBe('3 of 4, not until you ask');
    const secured = { layer: 'os', party: 'aws' } as const;
    expect(told({ category: 'abstracted', area: 'content-delivery', secured })).toBe(
      '3 of 4, abstracted, content delivery, Guest operating system: AWS',
    );
    expect(describeHolds({ layer: undefined, default: 'open' }, names)).toBe(
      'In at least one layer, if you do nothing: open until you close it.',
    );
    expect(describeHolds({ layer: 'os', default: 'unstated' }, names)).toBe('Guest operating system, if you do nothing: AWS does not say.');
  });

  it('lists what is set, each of which can be taken back', () => {
    const filter: Filter = { ...noFilter, area: 'database', services: [ref('amazon-s3')], holds: { layer: 'os', default: 'open' } };
    expect(setFilters(filter, names).map(({ key, name, value }) => `${key}|${name}|${value}`)).toEqual([
      'area|Area|database',
      'holds|If you do nothing|Guest operating system: open until you close it',
      'services|Chosen|one service',
    ]);
    for (const { key } of setFilters(filter, names)) expect(setFilters(withoutFilter(filter, key), names)).toHaveLength(2);
    expect(setFilters(noFilter, names)).toEqual([]);
  });
});

it('leaves what the company has decided on alike, says so, and takes it back', () => {
  const decided = services.map((service, at) => ({
    ...service,
    approval: (['approved', 'undecided', 'approved'] as const)[at] ?? 'undecided',
  }));
  const filter: Filter = { ...noFilter, approval: 'approved' };
  expect(filterServices(decided, filter).map(({ service }) => service.id)).toEqual(['amazon-ecs', 'amazon-s3']);
  expect(filterServices(decided, { ...filter, category: 'abstracted' }).map(({ service }) => service.id)).toEqual(['amazon-s3']);
  expect(setFiltersAndDecision(filter, { layers: [], parties, defaults })).toEqual([
    { key: 'approval', name: 'Decision', value: 'approved' },
  ]);
  expect(describeFilter('2 services', filter, { layers: [], parties, defaults })).toBe('2 services, approved');
  expect(withoutFilter(filter, 'approval').approval).toBeUndefined();
});
