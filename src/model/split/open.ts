// What AWS leaves open, off or half done until the customer acts: as items, filtered and counted, and as a table.
import type { Option, Service } from '../record/catalog.ts';
import { layerIds, urgentIds } from '../vocabulary.ts';
import type { DefaultId, LayerId } from '../vocabulary.ts';
import { nameOf } from '../record/lookup.ts';
import { taskOf } from './cell.ts';
import { defaultNames, meaningOf } from './default.ts';
import type { DefaultName, DefaultNames } from './default.ts';
import type { Names } from './names.ts';
import type { Table } from './table.ts';

/** A default that leaves something to be done at once. */
export type UrgentId = (typeof urgentIds)[number];

type OpenOption = Pick<Option, 'id' | 'name' | 'cells' | 'defaults'>;

/** What the list needs to know of a service. */
export interface OpenService extends Pick<Service, 'id' | 'short' | 'area'> {
  readonly options: readonly OpenOption[];
}

/** One layer of one service, of all its options or of some, that waits for an act. */
export interface OpenItem {
  readonly layer: LayerId;
  readonly default: UrgentId;
  readonly service: OpenService;
  /** The options that it is true of, in their order; at least one. */
  readonly options: readonly [OpenOption, ...OpenOption[]];
  /** Whether it is true of every option of the service. */
  readonly everywhere: boolean;
  /** The act that closes it, an imperative. */
  readonly task: string;
  readonly source: readonly string[];
}

/**
 * Every cell that leaves something open, off or half done: by layer, then the most urgent first, then by name.
 * Options of a service that ask for the same act for the same reason are one item.
 */
export function openItems({ services }: { readonly services: readonly OpenService[] }): OpenItem[] {
  return layerIds.flatMap((layer) => urgentIds.flatMap((id) => services.flatMap((service) => itemsOf(service, layer, id))));
}

function itemsOf(service: OpenService, layer: LayerId, id: UrgentId): OpenItem[] {
  const found = new Map<string, Pick<OpenItem, 'task' | 'source'> & { readonly options: [OpenOption, ...OpenOption[]] }>();
  for (const option of service.options) {
    const cell = option.cells[layer];
    const task = taskOf(cell);
    if (task === undefined || option.defaults[layer] !== id) continue;
    const key = [task, ...cell.source].join('\n');
    const same = found.get(key);
    if (same) same.options.push(option);
    else found.set(key, { task, source: cell.source, options: [option] });
  }
  return [...found.values()].map(({ task, source, options }) => ({
    layer,
    default: id,
    service,
    options,
    everywhere: options.length === service.options.length,
    task,
    source,
  }));
}

/** How many services have at least one item of that default. */
export const countServices = (items: readonly OpenItem[], id: UrgentId): number =>
  new Set(items.filter((item) => item.default === id).map(({ service }) => service.id)).size;

// ---- filtering ----

/** What selects items; undefined means all. */
export interface OpenQuery {
  readonly area: string | undefined;
  readonly default: UrgentId | undefined;
  readonly layer: LayerId | undefined;
}

export const noOpenQuery: OpenQuery = { area: undefined, default: undefined, layer: undefined };

/** What filtering needs to know of an item. */
export interface OpenKey {
  readonly area: string;
  readonly default: UrgentId;
  readonly layer: LayerId;
}

export const matchesOpen = (key: OpenKey, query: OpenQuery): boolean =>
  (query.area === undefined || key.area === query.area) &&
  (query.default === undefined || key.default === query.default) &&
  (query.layer === undefined || key.layer === query.layer);

/** How many items each choice would leave, with everything else as it is; `''` stands for no choice. */
export interface OpenCounts {
  readonly area: ReadonlyMap<string, number>;
  readonly default: ReadonlyMap<string, number>;
  readonly layer: ReadonlyMap<string, number>;
}

export function countOpen(keys: readonly OpenKey[], query: OpenQuery): OpenCounts {
  const count = (by: keyof OpenKey): Map<string, number> => {
    const left = keys.filter((key) => matchesOpen(key, { ...query, [by]: undefined }));
    const counts = new Map([['', left.length]]);
    for (const key of left) counts.set(key[by], (counts.get(key[by]) ?? 0) + 1);
    return counts;
  };
  return { area: count('area'), default: count('default'), layer: count('layer') };
}

// ---- what the page carries, and what readers take along ----

/** What the script of the page needs beside the rows that stand there. */
export type OpenPageData = Pick<Names, 'layers' | 'defaults'> & { readonly areas: readonly string[] };

/** The names without the words for defaults that the page does not list. */
export function openPageData(names: Names, areas: readonly string[]): OpenPageData {
  const { done, partly, 'when-asked': asked, open, yours, unstated } = names.defaults;
  const named = (each: DefaultName): DefaultName => ({ ...each, layers: {} });
  const defaults: DefaultNames = defaultNames([named(done), partly, asked, open, named(yours), named(unstated)]);
  return { layers: names.layers, defaults, areas };
}

/** An item in words. */
export interface OpenRow {
  readonly layer: LayerId;
  readonly default: DefaultId;
  readonly service: string;
  /** The names of its options; empty where it is true of all. */
  readonly options: string;
  readonly task: string;
  readonly source: readonly string[];
}

/** The rows in their order, each with what it means in its layer. */
export function openTable({ layers, defaults }: Pick<Names, 'layers' | 'defaults'>, rows: readonly OpenRow[]): Table {
  return {
    head: ['Layer', 'Service', 'Options', 'If you do nothing', 'What that means', 'What you do', 'Sources'],
    rows: rows.map((row) => [
      nameOf(layers, row.layer),
      row.service,
      row.options === '' ? 'All' : row.options,
      defaults[row.default].name,
      meaningOf(defaults, row.default, row.layer),
      row.task,
      row.source.join(' '),
    ]),
  };
}
