// A question over all services: the layer, default and party it asks for, the services that match, and the page that lists them.
import { exploreHref } from '../address.ts';
import { openHref } from '../open-address.ts';
import type { NamedDefaultId } from '../record/schema/thesaurus.ts';
import { decodeParties } from '../split/counts.ts';
import { decodeDefaults } from '../split/default.ts';
import type { Defaults } from '../split/default.ts';
import { noFilter, noQuery } from '../split/filter.ts';
import { urgentIds } from '../vocabulary.ts';
import type { LayerId, PartyId } from '../vocabulary.ts';
import type { AnswerData } from './answer-data.ts';
import { layerWeights } from './terms.ts';
import type { Understanding } from './understand.ts';

/** One way to run a service, as a question over all services sees it. */
export interface Split {
  readonly id: string;
  readonly parties: Readonly<Record<LayerId, PartyId>>;
  readonly defaults: Defaults;
}

/** Returns the ways to run each service. */
export const splitsOf = ({ options }: Pick<AnswerData, 'options'>): Split[][] =>
  options.map((ways) =>
    ways.map(([id, parties, defaults]) => ({ id, parties: decodeParties(parties), defaults: decodeDefaults(defaults) })),
  );

/** What a question asks of all services. */
export interface Wanted {
  /** Undefined for any layer; then `default` is there. */
  readonly layer: LayerId | undefined;
  readonly default: NamedDefaultId | undefined;
  readonly party: 'customer' | 'aws' | undefined;
}

export interface EveryService {
  readonly wanted: Wanted;
  /** The list of them, filtered: the explorer, or what AWS leaves open or off. */
  readonly href: string;
  /** How surely the question asks for the layer, as the thesaurus weighs it. */
  readonly weight: number;
  /** The indexes of the services that match in at least one way to run them. */
  readonly which: readonly number[];
}

/** Over all services a hint says no layer. */
const leastOfAll = 2;
/** Beside the name of a service only the surest word asks about all of them. */
const sure = 3;

/** Returns the layer that a question is about, whichever service; undefined where no word says one surely. */
export function layerOfAll(question: Understanding): { readonly layer: LayerId; readonly weight: number } | undefined {
  const [best] = [...layerWeights(question.layers)].sort(([, a], [, b]) => b - a);
  return best && best[1] >= leastOfAll ? { layer: best[0], weight: best[1] } : undefined;
}

/**
 * Reads a question as one over all services. Undefined where it is none.
 * @param asked whether it says "which services"
 * @param splits of each service, the default way first; empty for a retired service
 */
export function everyService(question: Understanding, asked: boolean, splits: readonly (readonly Split[])[]): EveryService | undefined {
  const { layer, weight } = layerOfAll(question) ?? { layer: undefined, weight: 0 };
  // "open" is a word of the network, and of the default alone where nothing else says network.
  const holds = layer === undefined && question.default === 'done' ? undefined : question.default;
  const isNamed = question.services.some(({ words }) => words.length > 0);
  if ((layer === undefined || (isNamed && !asked && weight < sure)) && holds === undefined) return undefined;
  if (!asked && layer === undefined) return undefined;
  const wanted: Wanted = {
    layer,
    default: asked || holds !== 'done' ? holds : undefined,
    party: asked && holds === undefined && layer !== undefined ? question.party : undefined,
  };
  const which = splits.flatMap((options, at) => (options.some((split) => isWanted(split, wanted)) ? [at] : []));
  return { wanted, href: hrefOf(wanted), weight, which };
}

function isWanted({ parties, defaults }: Split, { layer, default: holds, party }: Wanted): boolean {
  if (holds !== undefined) return layer === undefined ? Object.values(defaults).includes(holds) : defaults[layer] === holds;
  return layer === undefined || party === undefined || parties[layer] === party;
}

/** The list of what AWS leaves open or off where the default is one of those, else the explorer. */
function hrefOf({ layer, default: holds, party }: Wanted): string {
  const urgent = urgentIds.find((id) => id === holds);
  if (urgent !== undefined) return openHref({ area: undefined, default: urgent, layer });
  return exploreHref({
    ...noQuery,
    // A service is found by any of its ways.
    unit: holds === undefined && party === undefined ? 'services' : 'ways',
    layer,
    filter: {
      ...noFilter,
      holds: holds === undefined ? undefined : { layer, default: holds },
      secured: party !== undefined && layer !== undefined ? { layer, party } : undefined,
    },
  });
}
