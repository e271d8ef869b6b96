// Questions about splits: how many services leave a layer to whom, and what a whole split adds up to.
import { mapLayers, layerIds } from '../vocabulary.ts';
import type { LayerId, PartyId } from '../vocabulary.ts';
import { customerShare, partyLetter, partyOfLetter } from './party.ts';

/** Number of splits by party, for one layer. */
export type PartyCounts = Readonly<Record<PartyId, number>>;

/** The party of each layer: all that counting needs of a split. */
export type Parties = Readonly<Record<LayerId, PartyId>>;

/** How many of the splits leave each layer to each party. The counts of a layer add up to `splits.length`. */
export function countParties(splits: readonly Parties[]): Record<LayerId, PartyCounts> {
  return mapLayers((layer) => {
    const counts = { customer: 0, shared: 0, aws: 0, none: 0 };
    for (const split of splits) counts[split[layer]] += 1;
    return counts;
  });
}

/** How many of the layers of one split fall to each party. */
export function countLayers(split: Parties): PartyCounts {
  const counts = { customer: 0, shared: 0, aws: 0, none: 0 };
  for (const layer of layerIds) counts[split[layer]] += 1;
  return counts;
}

/** How much of a whole split is the customer's, in half layers: 0 to twice the number of layers. */
export function yourHalves(split: Parties): number {
  return layerIds.reduce((sum, layer) => sum + customerShare[split[layer]], 0);
}

/** "7 layers are yours, 3 are AWS's and 4 are shared. 1 doesn't apply." */
export function describeCounts(counts: PartyCounts): string {
  const parts = [
    { count: counts.customer, whose: 'yours' },
    { count: counts.aws, whose: "AWS's" },
    { count: counts.shared, whose: 'shared' },
  ]
    .filter(({ count }) => count > 0)
    .map(
      ({ count, whose }, index) => `${count}${index > 0 ? '' : count === 1 ? ' layer' : ' layers'} ${count === 1 ? 'is' : 'are'} ${whose}`,
    );
  const last = parts.pop() ?? 'No layer is anybody’s';
  return `${parts.length > 0 ? `${parts.join(', ')} and ` : ''}${last}.${describeAbsent(counts.none)}`;
}

/** " 2 don't apply.", to stand after another sentence; empty where every layer applies. */
export function describeAbsent(count: number): string {
  if (count === 0) return '';
  return count === 1 ? " 1 doesn't apply." : ` ${count} don't apply.`;
}

/** One letter for each layer in order: the shortest form of a split for a page or the log of changes. */
export function encodeParties(parties: Parties): string {
  return layerIds.map((layer) => partyLetter(parties[layer])).join('');
}

/**
 * The reverse of {@link encodeParties}.
 * @throws Error if the text is not one letter of a party for each layer
 */
export function decodeParties(code: string): Parties {
  if (code.length !== layerIds.length)
    throw new Error(`"${code}" has ${code.length} letters: expected one for each of ${layerIds.length} layers`);
  return mapLayers((layer) => {
    const party = partyOfLetter(code[layerIds.indexOf(layer)]);
    if (party === undefined) throw new Error(`"${code}" has no party for ${layer}: expected one of c, s, a, n`);
    return party;
  });
}
