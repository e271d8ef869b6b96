// The merged split of a stack: for each layer which members leave it to whom and how it starts, and what is open or off until somebody acts.
import { mapLayers, layerIds, partyIds } from '../vocabulary.ts';
import type { DefaultId, LayerId, PartyId } from '../vocabulary.ts';
import { urgency } from '../split/default.ts';
import type { Defaults, Holding } from '../split/default.ts';
import type { Parties } from '../split/counts.ts';
import { joined } from '../wording.ts';

/** What merging needs to know of a member. */
export interface Merged {
  readonly option: { readonly parties: Parties; readonly defaults: Defaults };
}

/** Members that leave a layer to the same party, and where the same holds until somebody acts. */
export interface LayerShare<M extends Merged> {
  readonly party: PartyId;
  /** Undefined where the layer does not exist. */
  readonly default: DefaultId | undefined;
  /** At least one, in the order of the stack. */
  readonly members: readonly M[];
}

/** For each layer its shares: what is the customer's first, and of it the most urgent. The members of a layer add up to all. */
export function mergeSplits<M extends Merged>(members: readonly M[]): Record<LayerId, readonly LayerShare<M>[]> {
  return mapLayers((layer) => {
    const shares = new Map<string, { party: PartyId; default: DefaultId | undefined; members: M[] }>();
    for (const member of members) {
      const [party, holds] = [member.option.parties[layer], member.option.defaults[layer]];
      const key = `${party} ${holds ?? ''}`;
      const share = shares.get(key) ?? { party, default: holds, members: [] };
      share.members.push(member);
      shares.set(key, share);
    }
    return [...shares.values()].sort((a, b) => partyIds.indexOf(a.party) - partyIds.indexOf(b.party) || rank(a.default) - rank(b.default));
  });
}

const rank = (id: DefaultId | undefined): number => (id === undefined ? Object.keys(urgency).length : urgency[id]);

/** What waits for an act before it protects anything: the first is open to others, the second not switched on. */
export const waitingIds = ['open', 'when-asked'] as const satisfies readonly DefaultId[];

/** One default that waits for an act: in which layers of which members. */
export interface Waiting<M extends Merged> {
  readonly default: (typeof waitingIds)[number];
  /** Layers of members: each asks for an act of its own. */
  readonly count: number;
  /** Those members that have at least one such layer, in the order of the stack. */
  readonly members: readonly M[];
  readonly layers: readonly { readonly layer: LayerId; readonly members: readonly M[] }[];
}

/** What is open, and what is off until the customer asks: with the layers in their order. Only what there is. */
export function waitingOf<M extends Merged>(members: readonly M[]): Waiting<M>[] {
  return waitingIds.flatMap((id) => {
    const layers = layerIds
      .map((layer) => ({ layer, members: members.filter(({ option }) => option.defaults[layer] === id) }))
      .filter((each) => each.members.length > 0);
    if (layers.length === 0) return [];
    const count = layers.reduce((sum, each) => sum + each.members.length, 0);
    return [
      { default: id, count, layers, members: members.filter(({ option }) => layerIds.some((layer) => option.defaults[layer] === id)) },
    ];
  });
}

/** How many members hold each default in a layer, the most urgent first; `none` last. Only what there is. */
export function holdingsOf<M extends Merged>(shares: readonly LayerShare<M>[]): { readonly id: Holding; readonly count: number }[] {
  const counts = new Map<Holding, number>();
  for (const share of shares) {
    const id = share.default ?? 'none';
    counts.set(id, (counts.get(id) ?? 0) + share.members.length);
  }
  return [...counts]
    .map(([id, count]) => ({ id, count }))
    .sort((a, b) => rank(a.id === 'none' ? undefined : a.id) - rank(b.id === 'none' ? undefined : b.id));
}

/** So many names stand one by one; of more the rest is counted. */
const maxNamed = 5;

/** "Amazon S3, Amazon SQS and 12 more". */
export function someNames(members: readonly { readonly listed: string }[], most = maxNamed): string {
  const names = members.map(({ listed }) => listed);
  // "And 1 more" says less than the name.
  if (names.length <= most + 1) return joined(names);
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}
