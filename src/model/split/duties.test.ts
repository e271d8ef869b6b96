import { expect, it } from 'vitest';
import { duties, dutyGroups } from './duties.ts';
import type { Cell } from '../record/schema/cell.ts';
import { mapLayers } from '../vocabulary.ts';
import type { LayerId } from '../vocabulary.ts';

const common = { detail: 'That is so.', source: ['https://docs.aws.amazon.com/x/'] };
const theirs: Cell = { party: 'aws', default: 'done', aws: 'Guards the building', ...common };
const cells: Partial<Record<LayerId, Cell>> = {
  access: { party: 'shared', default: 'partly', you: 'Write policies', aws: 'Checks calls', ...common },
  application: { party: 'none', reason: 'No code runs here', ...common },
  network: { party: 'customer', default: 'open', you: 'Close the door', ...common },
  platform: { party: 'shared', default: 'when-asked', you: 'Choose versions', aws: 'Installs them', ...common },
  os: { party: 'customer', default: 'yours', you: 'Patch it', ...common },
};
const split = mapLayers((layer) => cells[layer] ?? theirs);

it('lists what is open first, then what is off, done in part, and only yours, each in the order of the layers', () => {
  expect(duties(split)).toEqual([
    { layer: 'network', task: 'Close the door', shared: false, default: 'open' },
    { layer: 'platform', task: 'Choose versions', shared: true, default: 'when-asked' },
    { layer: 'access', task: 'Write policies', shared: true, default: 'partly' },
    { layer: 'os', task: 'Patch it', shared: false, default: 'yours' },
  ]);
});

it('groups what is equally urgent, and has no group without a duty', () => {
  expect(dutyGroups(split).map((group) => [group.default, group.items.map(({ layer }) => layer)])).toEqual([
    ['open', ['network']],
    ['when-asked', ['platform']],
    ['partly', ['access']],
    ['yours', ['os']],
  ]);
});

it('asks nothing where AWS does it all', () => {
  expect(duties(mapLayers(() => theirs))).toEqual([]);
  expect(dutyGroups(mapLayers(() => theirs))).toEqual([]);
});
