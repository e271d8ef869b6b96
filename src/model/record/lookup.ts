// Looks things up in a catalog. Apart from building one, because browsers load this and not the schema's library.
import { layerIds, slug, sortName } from '../vocabulary.ts';
import type { LayerId } from '../vocabulary.ts';
import type { Catalog, CellOrigin, Option, Service } from './catalog.ts';
import type { Cell } from './schema/cell.ts';
import type { Category, ServiceRecord } from './schema/service.ts';

/** The service and the option of these ids; undefined where the catalog has no such service or option. */
export function findOption(
  { services }: Pick<Catalog, 'services'>,
  serviceId: string,
  optionId: string,
): { readonly service: Service; readonly option: Option } | undefined {
  const service = services.find(({ id }) => id === serviceId);
  const option = service?.options.find(({ id }) => id === optionId);
  return service && option ? { service, option } : undefined;
}

/** The name of an area, a category or a layer; its id where the list lacks it. */
export function nameOf(list: readonly { readonly id: string; readonly name: string }[], id: string): string {
  return list.find((each) => each.id === id)?.name ?? id;
}

/** The names of the categories of a service's options, each once: "Managed", "Infrastructure". */
export function categoryNames({ options }: Pick<Service, 'options'>, categories: readonly Category[]): string[] {
  return [...new Set(options.map((option) => nameOf(categories, option.category)))];
}

/** Every name that leads to a service, each once: full, short, bare ("RDS"), aliases, those of its options, former names. */
export function namesOf(
  record: Pick<ServiceRecord, 'name' | 'short'> & {
    readonly aliases: readonly string[];
    readonly formerly: readonly string[];
    readonly options?: readonly { readonly aliases?: readonly string[] | undefined }[];
  },
): string[] {
  const ofOptions = (record.options ?? []).flatMap(({ aliases }) => aliases ?? []);
  const all = [record.name, record.short, sortName(record), ...record.aliases, ...ofOptions, ...record.formerly];
  return all.filter((name, index) => all.findIndex((each) => slug(each) === slug(name)) === index);
}

/** A cell where it is stated. */
export interface Statement {
  readonly layer: LayerId;
  readonly cell: Cell;
  readonly origin: CellOrigin;
  /** Undefined where a service or an option states it. */
  readonly category: Category | undefined;
  /** Undefined where a category states it. */
  readonly service: Service | undefined;
  /** The first option that has it; undefined where a category states it. */
  readonly option: Option | undefined;
}

/** Each cell once, where it is stated: first those of the categories, then those of each service by option and layer. */
export function* statements({ categories, services }: Pick<Catalog, 'categories' | 'services'>): Generator<Statement> {
  const seen = new Set<Cell>();
  for (const category of categories) {
    for (const layer of layerIds) {
      const cell = category.cells[layer];
      if (!cell) continue;
      seen.add(cell);
      yield { layer, cell, origin: 'category', category, service: undefined, option: undefined };
    }
  }
  for (const service of services) {
    for (const option of service.options) {
      for (const layer of layerIds) {
        const cell = option.cells[layer];
        if (seen.has(cell)) continue;
        seen.add(cell);
        yield { layer, cell, origin: option.origins[layer], category: undefined, service, option };
      }
    }
  }
}
