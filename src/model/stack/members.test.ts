import { expect, it } from 'vitest';
import { mapLayers } from '../vocabulary.ts';
import { getContent } from '../../content/load.ts';
import { membersOf, refsOf, stackPageData, unpackStack } from './members.ts';
import type { StackService } from './members.ts';

const option = (id: string, name = id) => ({
  id,
  name,
  aliases: [],
  parties: mapLayers(() => 'aws' as const),
  defaults: mapLayers(() => 'done' as const),
});
const services: readonly StackService[] = [
  { id: 'amazon-a', short: 'Amazon A', names: ['Amazon A'], options: [option('default')] },
  { id: 'amazon-b', short: 'Amazon B', names: ['Amazon B'], options: [option('first', 'First'), option('second', 'Second')] },
];

it('makes each way to run a service a member once, in the order of the address', () => {
  const refs = [
    { service: 'amazon-b', option: 'second' },
    { service: 'amazon-b', option: undefined },
    { service: 'amazon-a', option: undefined },
    { service: 'amazon-b', option: 'first' },
  ];
  expect(membersOf(refs, services).map(({ key, name, listed, href }) => [key, name, listed, href])).toEqual([
    ['amazon-b.second', 'Amazon B, Second', 'Amazon B (Second)', '/services/amazon-b/?option=second'],
    ['amazon-b.first', 'Amazon B, First', 'Amazon B (First)', '/services/amazon-b/'],
    ['amazon-a.default', 'Amazon A', 'Amazon A', '/services/amazon-a/'],
  ]);
});

it('leaves out what is not there', () => {
  const refs = [
    { service: 'amazon-x', option: undefined },
    { service: 'amazon-b', option: 'third' },
  ];
  expect(membersOf(refs, services)).toEqual([]);
});

it('names members as the address did, by the shortest names', () => {
  const refs = [
    { service: 'amazon-b', option: 'second' },
    { service: 'amazon-b', option: 'first' },
  ];
  expect(refsOf(membersOf(refs, services))).toEqual([
    { service: 'amazon-b', option: 'second' },
    { service: 'amazon-b', option: undefined },
  ]);
});

it('packs every service of the catalog, and unpacks it as it was', () => {
  const { catalog } = getContent();
  const unpacked = unpackStack(stackPageData(catalog));
  expect(unpacked.map(({ id }) => id)).toEqual(catalog.services.map(({ id }) => id));
  for (const [at, service] of catalog.services.entries())
    for (const [index, { id, parties, defaults }] of service.options.entries())
      expect(unpacked[at]?.options[index]).toMatchObject({ id, parties, defaults });
});
