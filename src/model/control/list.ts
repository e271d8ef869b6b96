// The list of controls: one row for each control and service, filtered by the address, and as a table.
import { severityIds } from '../severity.ts';
import type { SeverityId } from '../severity.ts';
import type { Service } from '../record/catalog.ts';
import type { LayerId } from '../vocabulary.ts';
import type { Table } from '../split/table.ts';
import { isYours } from './control.ts';
import type { Control, ControlDuty } from './control.ts';

type ListedService = Pick<Service, 'id' | 'short'> & {
  readonly options: readonly Pick<Service['options'][number], 'id' | 'name' | 'parties'>[];
};

/** One duty of one service that a control can show. */
export interface ListedDuty {
  readonly layer: LayerId;
  /** The first way to run the service of which it is true. */
  readonly option: string;
  /** The names of the ways to run the service; empty where it is true of each in which you have a half. */
  readonly options: string;
}

/** What a control can show of one service. */
export interface ListedControl {
  readonly control: Control;
  readonly duties: readonly ListedDuty[];
}

/** The services that controls are about, in their order, each with its controls. */
export function listControls<S extends ListedService>(
  controls: readonly Control[],
  services: readonly S[],
): { readonly service: S; readonly controls: readonly ListedControl[] }[] {
  return services
    .map((service) => ({
      service,
      controls: controls
        .map((control) => ({
          control,
          duties: control.duties.filter((duty) => duty.service === service.id).map((duty) => listed(duty, service)),
        }))
        .filter(({ duties }) => duties.length > 0),
    }))
    .filter((each) => each.controls.length > 0);
}

function listed({ layer, options }: ControlDuty, service: ListedService): ListedDuty {
  const yours = service.options.filter((option) => isYours(option, layer));
  const named = yours.filter(({ id }) => options.includes(id));
  return { layer, option: options[0] ?? '', options: named.length === yours.length ? '' : named.map(({ name }) => name).join(', ') };
}

export const severityNames: Readonly<Record<SeverityId, string>> = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' };

// ---- filtering ----

/** What selects controls; undefined means all. */
export interface ControlQuery {
  readonly service: string | undefined;
  readonly layer: LayerId | undefined;
  readonly severity: SeverityId | undefined;
}

export const noControlQuery: ControlQuery = { service: undefined, layer: undefined, severity: undefined };

/** What filtering needs to know of a row. */
export interface ControlKey {
  readonly id: string;
  readonly service: string;
  readonly layers: readonly string[];
  readonly severity: SeverityId;
}

export const matchesControl = (key: ControlKey, query: ControlQuery): boolean =>
  (query.service === undefined || key.service === query.service) &&
  (query.layer === undefined || key.layers.includes(query.layer)) &&
  (query.severity === undefined || key.severity === query.severity);

/** How many of them are distinct: a control stands at each of its services. */
export const countControls = (keys: readonly Pick<ControlKey, 'id'>[]): number => new Set(keys.map(({ id }) => id)).size;

/** How many controls each severity would leave, with everything else as it is; `''` stands for no choice. */
export function countSeverities(keys: readonly ControlKey[], query: ControlQuery): ReadonlyMap<string, number> {
  const left = keys.filter((key) => matchesControl(key, { ...query, severity: undefined }));
  const counts = severityIds.map((id) => [id, countControls(left.filter(({ severity }) => severity === id))] as const);
  return new Map<string, number>([['', countControls(left)], ...counts]);
}

// ---- what readers take along ----

/** A row in words. */
export interface ControlRow {
  readonly id: string;
  readonly service: string;
  /** "Access and identities (Custom)", one text for each duty. */
  readonly duties: readonly string[];
  readonly shows: string;
  readonly severity: string;
  /** Empty where there is none. */
  readonly rule: string;
  readonly types: readonly string[];
  readonly source: string;
}

export const controlTable = (rows: readonly ControlRow[]): Table => ({
  head: ['Control', 'Service', 'Layers', 'Can show whether', 'Severity', 'AWS Config rule', 'Resource types', 'AWS page'],
  rows: rows.map(({ id, service, duties, shows, severity, rule, types, source }) => [
    id,
    service,
    duties.join('; '),
    shows,
    severity,
    rule,
    types.join(' '),
    source,
  ]),
});
