// Questions about splits: how many services leave a layer to whom, and what a whole split adds up to.
import { mapLayers, layerIds } from '../vocabulary.ts';
import type { LayerId, PartyId } from '../vocabulary.ts';

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

/** How many of the fourteen layers of one split fall to each party. */
export function countLayers(split: Parties): PartyCounts {
  const counts = { customer: 0, shared: 0, aws: 0, none: 0 };
  for (const layer of layerIds) counts[split[layer]] += 1;
  return counts;
}

/** How much of a layer is the customer's: all, half, nothing. A layer that does not exist asks nothing of anyone. */
export const load: Readonly<Record<PartyId, number>> = { customer: 2, shared: 1, aws: 0, none: 0 };

/** How much of a whole split is the customer's, in half layers: 0 to 28. */
export function yourHalves(split: Parties): number {
  return layerIds.reduce((sum, layer) => sum + load[split[layer]], 0);
}

/** "You look after 5 layers, AWS after 4, and 5 are shared." Layers that do not exist are named last. */
export function describeCounts(counts: PartyCounts): string {
  const layers = (count: number): string => (count === 1 ? '1 layer' : `${count} layers`);
  const shared = counts.shared === 1 ? '1 is shared' : `${counts.shared} are shared`;
  const absent = counts.none === 0 ? '' : counts.none === 1 ? ' One does not exist here.' : ` ${counts.none} do not exist here.`;
  return `You look after ${layers(counts.customer)}, AWS after ${counts.aws}, and ${shared}.${absent}`;
}

const letters: Readonly<Record<PartyId, string>> = { customer: 'c', shared: 's', aws: 'a', none: 'n' };

/** Fourteen letters, one for each layer in order: the shortest form of a split for an address or a page. */
export function encodeParties(parties: Parties): string {
  return layerIds.map((layer) => letters[parties[layer]]).join('');
}

/**
 * The reverse of {@link encodeParties}.
 * @throws Error if the text is not fourteen of the letters c, s, a, n
 */
export function decodeParties(code: string): Parties {
  if (code.length !== layerIds.length)
    throw new Error(`"${code}" has ${code.length} letters: expected one for each of ${layerIds.length} layers`);
  return mapLayers((layer) => {
    const letter = code[layerIds.indexOf(layer)];
    if (letter === 'c') return 'customer';
    if (letter === 's') return 'shared';
    if (letter === 'a') return 'aws';
    if (letter === 'n') return 'none';
    throw new Error(`"${code}" has no party for ${layer}: expected one of c, s, a, n`);
  });
}
