import { expect, it } from 'vitest';
import { mapLayers } from '../vocabulary.ts';
import type { DefaultId, LayerId, PartyId } from '../vocabulary.ts';
import { holdingsOf, mergeSplits, someNames, waitingOf } from './merged.ts';

interface Said {
  readonly party: PartyId;
  readonly default?: DefaultId;
}

/** A member that AWS secures but for what is said. */
function member(listed: string, said: Partial<Record<LayerId, Said>>) {
  return {
    listed,
    option: {
      parties: mapLayers((layer) => said[layer]?.party ?? 'aws'),
      defaults: mapLayers((layer) => (said[layer] ? said[layer].default : 'done')),
    },
  };
}

const bucket = member('bucket', { network: { party: 'shared', default: 'when-asked' }, os: { party: 'none' } });
const host = member('host', { network: { party: 'customer', default: 'open' }, os: { party: 'customer', default: 'yours' } });
const queue = member('queue', { network: { party: 'customer', default: 'open' }, backup: { party: 'shared', default: 'when-asked' } });
const all = [bucket, host, queue];
const names = (members: readonly { readonly listed: string }[]): string[] => members.map(({ listed }) => listed);

it('merges each layer by party and default, yours first, with the members of each', () => {
  const merged = mergeSplits(all);
  expect(merged.network.map((share) => [share.party, share.default, names(share.members)])).toEqual([
    ['customer', 'open', ['host', 'queue']],
    ['shared', 'when-asked', ['bucket']],
  ]);
  expect(merged.os.map((share) => [share.party, share.default, names(share.members)])).toEqual([
    ['customer', 'yours', ['host']],
    ['aws', 'done', ['queue']],
    ['none', undefined, ['bucket']],
  ]);
  for (const shares of Object.values(merged)) expect(shares.reduce((sum, { members }) => sum + members.length, 0)).toBe(3);
});

it('sorts what is the same party by how urgent it is', () => {
  const later = member('later', { access: { party: 'customer', default: 'yours' } });
  const sooner = member('sooner', { access: { party: 'customer', default: 'open' } });
  expect(mergeSplits([later, sooner]).access.map((share) => share.default)).toEqual(['open', 'yours']);
});

it('merges nothing into no shares', () => {
  expect(mergeSplits([]).data).toEqual([]);
  expect(waitingOf([])).toEqual([]);
});

it('says what is open, then what is off, with number and names by layer', () => {
  expect(
    waitingOf(all).map((waiting) => ({
      ...waiting,
      members: names(waiting.members),
      layers: waiting.layers.map(({ layer, members }) => [layer, names(members)]),
    })),
  ).toEqual([
    { default: 'open', count: 2, members: ['host', 'queue'], layers: [['network', ['host', 'queue']]] },
    {
      default: 'when-asked',
      count: 2,
      members: ['bucket', 'queue'],
      layers: [
        ['network', ['bucket']],
        ['backup', ['queue']],
      ],
    },
  ]);
});

it('counts the defaults of a layer, the most urgent first and what does not exist last', () => {
  expect(holdingsOf(mergeSplits(all).network)).toEqual([
    { id: 'open', count: 2 },
    { id: 'when-asked', count: 1 },
  ]);
  expect(holdingsOf(mergeSplits(all).os)).toEqual([
    { id: 'yours', count: 1 },
    { id: 'done', count: 1 },
    { id: 'none', count: 1 },
  ]);
});

it('names all of a few, and of many the first and how many more', () => {
  const many = Array.from({ length: 7 }, (_, at) => ({ listed: `s${at}` }));
  expect(someNames([])).toBe('');
  expect(someNames(many.slice(0, 1))).toBe('s0');
  expect(someNames(many.slice(0, 6))).toBe('s0, s1, s2, s3, s4 and s5');
  expect(someNames(many)).toBe('s0, s1, s2, s3, s4 and 2 more');
});
