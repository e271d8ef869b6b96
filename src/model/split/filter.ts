// Which services a reader looks at, and by which of its options each is represented.
import type { ApprovalId } from '../organization/house.ts';
import { categoryIds, defaultIds, layerIds, partyIds } from '../vocabulary.ts';
import type { CategoryId, DefaultId, LayerId, PartyId } from '../vocabulary.ts';
import { yourHalves } from './counts.ts';
import type { Parties } from './counts.ts';
import { holdingIds, urgency } from './default.ts';
import type { Defaults } from './default.ts';

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
  /** What the company has decided on a service; only where the site has an overlay. */
  readonly approval?: ApprovalId | undefined;
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
  /** What is counted, in chips, bands, panels and rows alike. */
  readonly unit: UnitId;
}

/** Services, each by the way it is usually run; or every way to run every service. */
export const unitIds = ['services', 'ways'] as const;
export type UnitId = (typeof unitIds)[number];

const singular: Readonly<Record<UnitId, string>> = { services: 'service', ways: 'way' };

/** "12 services", "1 way". */
export const countedIn = (unit: UnitId, count: number): string => `${count} ${count === 1 ? singular[unit] : unit}`;

export const lensIds = ['parties', 'defaults'] as const;
export type LensId = (typeof lensIds)[number];

export const noFilter: Filter = { category: undefined, area: undefined, services: [], secured: undefined, holds: undefined };
export const noQuery: Query = { filter: noFilter, layer: undefined, sort: undefined, lens: 'parties', unit: 'services' };

/** What filtering and counting need to know of a service: enough for the explorer, a few bytes each. */
export interface Outline {
  readonly id: string;
  readonly short: string;
  readonly area: string;
  readonly options: readonly OptionOutline[];
  /** What the company has decided on it; only where the site has an overlay. */
  readonly approval?: ApprovalId;
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
 * What matches of all that is counted: of each service its usual option, or all of them. An option that the filter names is counted
 * whatever the unit.
 */
export function filterServices(services: readonly Outline[], filter: Filter, unit: UnitId = 'services'): Chosen[] {
  const chosen: Chosen[] = [];
  eachMatch(services, filter, unit, (service, option) => chosen.push({ service, option }));
  return chosen;
}

/** How many {@link filterServices} returns. */
export function countLeft(services: readonly Outline[], filter: Filter, unit: UnitId): number {
  let count = 0;
  eachMatch(services, filter, unit, () => {
    count += 1;
  });
  return count;
}

function eachMatch(
  services: readonly Outline[],
  filter: Filter,
  unit: UnitId,
  found: (service: Outline, option: OptionOutline) => void,
): void {
  for (const service of services) {
    if (!isAskedFor(service, filter)) continue;
    if (typeof siteBare === 'undefined' && filter.approval !== undefined && service.approval !== filter.approval) continue;
    service.options.forEach((option, index) => {
      if (isCounted(service, option, index, filter, unit) && matches(option, filter)) found(service, option);
    });
  }
}

/** By area, and by name where some are named. */
const isAskedFor = ({ id, area }: Outline, filter: Filter): boolean =>
  (filter.area === undefined || area === filter.area) &&
  (filter.services.length === 0 || filter.services.some(({ service }) => service === id));

function isCounted({ id }: Outline, option: OptionOutline, index: number, { services }: Filter, unit: UnitId): boolean {
  const usual = unit === 'ways' || index === 0;
  if (services.length === 0) return usual;
  return services.some((ref) => ref.service === id && (ref.option === undefined ? usual : ref.option === option.id));
}

const matches = ({ category, parties, defaults }: OptionOutline, filter: Filter): boolean =>
  (filter.category === undefined || category === filter.category) &&
  (filter.secured === undefined || parties[filter.secured.layer] === filter.secured.party) &&
  (filter.holds === undefined || holdsIn(defaults, filter.holds));

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

/** How much would be left by each choice, in the unit of the query, with everything else as it is; `''` stands for no choice. */
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
  { filter, layer, unit }: Pick<Query, 'filter' | 'layer' | 'unit'>,
  areas: readonly string[],
): ChoiceCounts {
  const left = (change: Partial<Filter>): number => countLeft(services, { ...filter, ...change }, unit);
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

/** What the name of an option needs. */
export interface NamedOption {
  readonly service: { readonly short: string; readonly options: readonly unknown[] };
  readonly option: { readonly id: string; readonly name: string };
}

/** What counting needs to know of an option beside its name. */
export type CountedOption = NamedOption & { readonly option: Pick<OptionOutline, 'parties' | 'defaults'> };

/**
 * "Amazon S3", or "Amazon ECS, Fargate" where the plain name could mean several.
 * The option id `default` stands for the service as everybody means it, so it is never named.
 */
export function nameChosen({ service, option }: NamedOption): string {
  return option.id !== 'default' && service.options.length > 1 ? `${service.short}, ${option.name}` : service.short;
}
