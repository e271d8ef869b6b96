import { describe, expect, it } from 'vitest';
import type { Cell } from '../record/schema/cell.ts';
import { defaultOf } from '../record/holding.ts';
import { mapLayers } from '../vocabulary.ts';
import type { LayerId } from '../vocabulary.ts';
import { defaults, parties } from './names.fixture.ts';
import { countOpen, countServices, matchesOpen, noOpenQuery, openItems, openPageData, openTable } from './open.ts';
import type { OpenService } from './open.ts';

const page = 'https://docs.aws.amazon.com/x/';
const common = { detail: 'That is so.', source: [page] };
const done: Cell = { party: 'aws', default: 'done', aws: 'Guards the building', ...common };
const open = (you: string): Cell => ({ party: 'customer', default: 'open', you, ...common });
const asked = (you: string): Cell => ({ party: 'shared', default: 'when-asked', you, aws: 'Does it', ...common });
const partly = (you: string, source = page): Cell => ({
  party: 'shared',
  default: 'partly',
  you,
  aws: 'Does a part',
  ...common,
  source: [source],
});
const yours: Cell = { party: 'customer', default: 'yours', you: 'Write good code', ...common };

const option = (id: string, cells: Partial<Record<LayerId, Cell>>): OpenService['options'][number] => {
  const all = mapLayers((layer) => cells[layer] ?? done);
  return { id, name: `Way ${id}`, cells: all, defaults: mapLayers((layer) => defaultOf(all[layer])) };
};
const services: OpenService[] = [
  {
    id: 'amazon-a',
    short: 'Amazon A',
    area: 'compute',
    options: [
      option('one', { network: partly('Close the rest'), os: asked('Ask for patches'), application: yours }),
      option('two', { network: partly('Close the rest'), os: asked('Order patches') }),
      option('three', { network: open('Close the door') }),
    ],
  },
  {
    id: 'amazon-b',
    short: 'Amazon B',
    area: 'database',
    options: [option('default', { network: open('Shut the door'), application: yours })],
  },
];
const items = openItems({ services });
const told = items.map((item) => [
  item.layer,
  item.default,
  item.service.short,
  item.everywhere ? '' : item.options.map(({ id }) => id).join(', '),
  item.task,
]);

describe('what waits for an act', () => {
  it('goes by layer, then by urgency, then by name, and what only you can do is no part of it', () => {
    expect(told).toEqual([
      ['network', 'open', 'Amazon A', 'three', 'Close the door'],
      ['network', 'open', 'Amazon B', '', 'Shut the door'],
      ['network', 'partly', 'Amazon A', 'one, two', 'Close the rest'],
      ['os', 'when-asked', 'Amazon A', 'one', 'Ask for patches'],
      ['os', 'when-asked', 'Amazon A', 'two', 'Order patches'],
    ]);
  });

  it('stays apart where options say the same on different pages', () => {
    const other = 'https://docs.aws.amazon.com/y/';
    const options = [option('one', { data: partly('Delete it') }), option('two', { data: partly('Delete it', other) })];
    const apart = openItems({ services: [{ id: 'c', short: 'C', area: 'compute', options }] });
    expect(apart.map(({ source }) => source)).toEqual([[page], [other]]);
  });

  it('counts each service once', () => {
    expect([countServices(items, 'open'), countServices(items, 'when-asked'), countServices(items, 'partly')]).toEqual([2, 1, 1]);
  });
});

describe('filtering the list', () => {
  const keys = items.map((item) => ({ area: item.service.area, default: item.default, layer: item.layer }));

  it('keeps what matches every choice', () => {
    expect(keys.filter((key) => matchesOpen(key, noOpenQuery))).toHaveLength(5);
    expect(keys.filter((key) => matchesOpen(key, { area: 'compute', default: 'open', layer: 'network' }))).toEqual([keys[0]]);
    expect(keys.filter((key) => matchesOpen(key, { area: 'database', default: 'partly', layer: undefined }))).toEqual([]);
  });

  it('counts what each choice would leave, with the others as they are', () => {
    const counts = countOpen(keys, { ...noOpenQuery, default: 'open' });
    expect([...counts.default]).toEqual([
      ['', 5],
      ['open', 2],
      ['partly', 1],
      ['when-asked', 2],
    ]);
    expect([...counts.area]).toEqual([
      ['', 2],
      ['compute', 1],
      ['database', 1],
    ]);
    expect([...counts.layer]).toEqual([
      ['', 2],
      ['network', 2],
    ]);
  });
});

describe('the list to take along', () => {
  const layers = [
    { id: 'network' as const, name: 'Network and firewall', question: '?' },
    { id: 'os' as const, name: 'Guest operating system', question: '?' },
  ];

  it('says in each row what holds, what that means, what closes it and who says so', () => {
    const row = {
      layer: 'network',
      default: 'open',
      service: 'Amazon A',
      options: 'Way three',
      task: 'Close the door',
      source: [page, page],
    } as const;
    const table = openTable({ layers, defaults }, [row, { ...row, layer: 'os', default: 'partly', options: '' }]);
    expect(table.rows).toEqual([
      [
        'Network and firewall',
        'Amazon A',
        'Way three',
        'Open until you close it',
        'Reachable until you restrict it',
        'Close the door',
        `${page} ${page}`,
      ],
      ['Guest operating system', 'Amazon A', 'All', 'Partly', 'Partly', 'Close the door', `${page} ${page}`],
    ]);
    expect(table.rows.map(({ length }) => length)).toEqual([table.head.length, table.head.length]);
  });

  it('is made from words of the page, which leaves out those it does not list', () => {
    const words = { ...defaults, done: { ...defaults.done, layers: { os: 'Patched' } } };
    const data = openPageData({ layers, parties, defaults: words }, ['compute']);
    expect(data.defaults.done).toEqual({ ...defaults.done, layers: {} });
    expect(data.defaults.open).toEqual(defaults.open);
    expect(data.areas).toEqual(['compute']);
  });
});
