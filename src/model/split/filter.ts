// Which services a reader looks at, and by which of its options each is represented.
import { categoryIds, defaultIds, layerIds, partyIds } from '../vocabulary.ts';
import type { CategoryId, DefaultId, LayerId, PartyId } from '../vocabulary.ts';
import { yourHalves } from './counts.ts';
import type { Parties } from './counts.ts';
import { holdingIds, nameInText, urgency } from './default.ts';
import type { Defaults } from './default.ts';
import type { Names } from './names.ts';
import { nameOf } from '../record/lookup.ts';

/** By name, by how much of a service is the reader's, or by who secures one layer. */
export interface Sort {
  readonly by: 'name' | 'yours' | LayerId;
  /** Names from A, most of it yours, your layers first; or the other way round. */
  readonly reversed: boolean;
}

/** One service, or one option of it. */
export interface ServiceRef {
  readonly service: string;
  readonly option: string | undefined;
}

/** Who has to secure one layer. */
export interface SecuredBy {
  readonly layer: LayerId;
  readonly party: PartyId;
}

/** What holds in one layer, or in any, if the customer does nothing. */
export interface HoldsBy {
  readonly layer: LayerId | undefined;
  readonly default: DefaultId;
}

/** What selects services; undefined or empty means all. */
export interface Filter {
  readonly category: CategoryId | undefined;
  readonly area: string | undefined;
  readonly services: readonly ServiceRef[];
  readonly secured: SecuredBy | undefined;
  readonly holds: HoldsBy | undefined;
}

/** A reader's whole question: what is selected, which layer is open, in which order the list is. */
export interface Query {
  readonly filter: Filter;
  /** The opened layer; the one that `filter.secured` is about where there is one. */
  readonly layer: LayerId | undefined;
  /** By name if undefined. */
  readonly sort: Sort | undefined;
  /** What is counted and coloured: who secures a layer, or what holds if the customer does nothing. */
  readonly lens: LensId;
}

export const lensIds = ['parties', 'defaults'] as const;
export type LensId = (typeof lensIds)[number];

export const noFilter: Filter = { category: undefined, area: undefined, services: [], secured: undefined, holds: undefined };
export const noQuery: Query = { filter: noFilter, layer: undefined, sort: undefined, lens: 'parties' };

/** What filtering and counting need to know of a service: enough for the explorer, a few bytes each. */
export interface Outline {
  readonly id: string;
  readonly short: string;
  readonly area: string;
  readonly options: readonly OptionOutline[];
}

export interface OptionOutline {
  readonly id: string;
  readonly name: string;
  readonly category: CategoryId;
  readonly parties: Parties;
  readonly defaults: Defaults;
}

/** A service together with the option that stands for it in the present view. */
export interface Chosen {
  readonly service: Outline;
  readonly option: OptionOutline;
}

/**
 * The services that match, each once, represented by its first option that matches:
 * the default unless the filter asks for another.
 */
export function filterServices(services: readonly Outline[], filter: Filter): Chosen[] {
  const chosen: Chosen[] = [];
  for (const service of services) {
    const option = optionThatMatches(service, filter);
    if (option) chosen.push({ service, option });
  }
  return chosen;
}

function optionThatMatches(service: Outline, filter: Filter): OptionOutline | undefined {
  const { area, category, secured, holds } = filter;
  if (area !== undefined && service.area !== area) return undefined;
  const refs = filter.services.length === 0 ? undefined : filter.services.filter((ref) => ref.service === service.id);
  if (refs?.length === 0) return undefined;
  return service.options.find(
    (each, index) =>
      (category === undefined || each.category === category) &&
      (secured === undefined || each.parties[secured.layer] === secured.party) &&
      (holds === undefined || holdsIn(each.defaults, holds)) &&
      (refs === undefined ||
        refs.some((ref) =>
          ref.option === undefined
            ? index === 0 || category !== undefined || secured !== undefined || holds !== undefined
            : ref.option === each.id,
        )),
  );
}

function holdsIn(defaults: Defaults, { layer, default: wanted }: HoldsBy): boolean {
  return layer === undefined ? layerIds.some((each) => defaults[each] === wanted) : defaults[layer] === wanted;
}

/**
 * In the order asked for. What is equal stays in the order of names.
 * @param chosen in the order of names
 * @param lens what an order by a layer goes by: whose it is, or how soon its default asks for an act
 */
export function sortChosen(chosen: readonly Chosen[], sort: Sort | undefined, lens: LensId = 'parties'): Chosen[] {
  if (sort === undefined) return [...chosen];
  const { by, reversed } = sort;
  if (by === 'name') return reversed ? [...chosen].reverse() : [...chosen];
  const rank = ({ option }: Chosen): number => {
    if (by === 'yours') return -yourHalves(option.parties);
    if (lens === 'parties') return partyIds.indexOf(option.parties[by]);
    const holding = option.defaults[by];
    // A layer that does not exist asks for nothing, so it comes last.
    return holding === undefined ? holdingIds.length : urgency[holding];
  };
  return chosen
    .map((each) => ({ each, rank: reversed ? -rank(each) : rank(each) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ each }) => each);
}

/** How many services would be left by each choice, with everything else as it is; `''` stands for no choice. */
export interface ChoiceCounts {
  readonly category: ReadonlyMap<string, number>;
  readonly area: ReadonlyMap<string, number>;
  /** Empty while no layer is chosen. */
  readonly party: ReadonlyMap<string, number>;
  /** In the opened layer, or in any. */
  readonly default: ReadonlyMap<string, number>;
}

/** @param layer the opened layer, which the party is asked about */
export function countChoices(
  services: readonly Outline[],
  { filter, layer }: Pick<Query, 'filter' | 'layer'>,
  areas: readonly string[],
): ChoiceCounts {
  const left = (change: Partial<Filter>): number => {
    const changed = { ...filter, ...change };
    return services.reduce((sum, service) => (optionThatMatches(service, changed) ? sum + 1 : sum), 0);
  };
  return {
    category: new Map([
      ['', left({ category: undefined })],
      ...categoryIds.map((category): [string, number] => [category, left({ category })]),
    ]),
    area: new Map([['', left({ area: undefined })], ...areas.map((area): [string, number] => [area, left({ area })])]),
    party: new Map(
      layer === undefined
        ? []
        : [['', left({ secured: undefined })], ...partyIds.map((party): [string, number] => [party, left({ secured: { layer, party } })])],
    ),
    default: new Map([
      ['', left({ holds: undefined })],
      ...defaultIds.map((id): [string, number] => [id, left({ holds: { layer, default: id } })]),
    ]),
  };
}

/** "12 of 104 services, abstracted, database, Guest operating system: yours": a heading for what is left. */
export function describeFilter(
  { category, area, secured, holds }: Filter,
  left: number,
  all: number,
  { layers, parties, defaults }: Names,
): string {
  return [
    left === all ? `All ${all} services` : `${left} of ${all} services`,
    ...(category === undefined ? [] : [category]),
    ...(area === undefined ? [] : [area.replaceAll('-', ' ')]),
    ...(secured === undefined ? [] : [`${nameOf(layers, secured.layer)}: ${parties[secured.party].predicate}`]),
    ...(holds === undefined
      ? []
      : [`${holds.layer === undefined ? '' : `${nameOf(layers, holds.layer)}: `}${nameInText(defaults[holds.default].name)}`]),
  ].join(', ');
}

/** "Network and firewall, if you do nothing: open until you close it.", said of the services that are left. */
export function describeHolds({ layer, default: id }: HoldsBy, { layers, defaults }: Pick<Names, 'layers' | 'defaults'>): string {
  return `${layer === undefined ? 'In at least one layer' : nameOf(layers, layer)}, if you do nothing: ${nameInText(defaults[id].name)}.`;
}

/**
 * "Amazon S3", or "Amazon ECS, Fargate" where the plain name could mean several.
 * The option id `default` stands for the service as everybody means it, so it is never named.
 */
export function nameChosen({ service, option }: Chosen): string {
  return option.id !== 'default' && service.options.length > 1 ? `${service.short}, ${option.name}` : service.short;
}
