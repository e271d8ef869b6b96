// Says in words what a filter asks for, and how much of what is counted it leaves.
import { approvalNames } from '../organization/house.ts';
import { nameOf } from '../record/lookup.ts';
import type { LayerId } from '../vocabulary.ts';
import { nameInText } from '../wording.ts';
import { countedIn, noFilter } from './filter.ts';
import type { Chosen, Filter, HoldsBy, Outline, UnitId } from './filter.ts';
import type { Names } from './names.ts';

/** "12 of 104 services, as usually run", or "30 of 174 ways to run, of 21 services": what is counted, and how much of it is left. */
export function describeUnit(chosen: readonly Chosen[], services: readonly Outline[], unit: UnitId): string {
  if (unit === 'services') {
    const [left, all] = [chosen.length, services.length];
    return `${left === all ? `All ${all}` : `${left} of ${all}`} services, as usually run`;
  }
  const all = countWays(services);
  if (chosen.length === all) return `All ${all} ways to run ${services.length} services`;
  const run = new Set(chosen.map(({ service }) => service)).size;
  return `${chosen.length} of ${all} ways to run, of ${countedIn('services', run)}`;
}

/** All ways to run all services. */
export const countWays = (services: readonly Outline[]): number => services.reduce((sum, { options }) => sum + options.length, 0);

/** "12 of 104 services, as usually run, abstracted, Guest operating system: yours": a heading for what is left. */
export const describeFilter = (counted: string, filter: Filter, names: Names): string =>
  [counted, ...(typeof siteBare === 'undefined' ? setFiltersAndDecision : setFilters)(filter, names).map(({ value }) => value)].join(', ');

/** A filter that is set. */
export interface SetFilter {
  readonly key: FilterKey;
  /** "Area" */
  readonly name: string;
  /** "database" */
  readonly value: string;
}

export const filterKeys = ['category', 'area', 'secured', 'holds', 'services'] as const;
export type FilterKey = (typeof filterKeys)[number] | 'approval';

/** The filters that are set, in words. */
export function setFilters({ category, area, services, secured, holds }: Filter, { layers, parties, defaults }: Names): SetFilter[] {
  const of = (layer: LayerId | undefined): string => (layer === undefined ? '' : `${nameOf(layers, layer)}: `);
  return [
    ...(category === undefined ? [] : [{ key: 'category', name: 'Category', value: category } as const]),
    ...(area === undefined ? [] : [{ key: 'area', name: 'Area', value: area.replaceAll('-', ' ') } as const]),
    ...(secured === undefined
      ? []
      : [{ key: 'secured', name: 'Who secures it', value: `${of(secured.layer)}${parties[secured.party].predicate}` } as const]),
    ...(holds === undefined
      ? []
      : [{ key: 'holds', name: 'If you do nothing', value: `${of(holds.layer)}${nameInText(defaults[holds.default].name)}` } as const]),
    ...(services.length === 0
      ? []
      : [{ key: 'services', name: 'Chosen', value: services.length === 1 ? 'one service' : `${services.length} services` } as const]),
  ];
}

/** The filters that are set on a site with an overlay, where a company's decision is one. */
export function setFiltersAndDecision(filter: Filter, names: Names): SetFilter[] {
  const { approval } = filter;
  const decision =
    approval === undefined ? [] : [{ key: 'approval' as const, name: 'Decision', value: approvalNames[approval].toLowerCase() }];
  return [...setFilters(filter, names), ...decision];
}

/** The filter without one of its conditions. */
export const withoutFilter = (filter: Filter, key: FilterKey): Filter => ({ ...filter, [key]: noFilter[key] });

/** "Network and firewall, if you do nothing: open until you close it.", said of the services that are left. */
export function describeHolds({ layer, default: id }: HoldsBy, { layers, defaults }: Pick<Names, 'layers' | 'defaults'>): string {
  return `${layer === undefined ? 'In at least one layer' : nameOf(layers, layer)}, if you do nothing: ${nameInText(defaults[id].name)}.`;
}
