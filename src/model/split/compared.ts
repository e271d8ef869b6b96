// What stands in a comparison. A file of its own, because the finished page needs it before anything is compared.
import type { Cell } from '../record/schema/cell.ts';
import type { LayerId } from '../vocabulary.ts';
import { nameChosen } from './filter.ts';
import type { NamedOption } from './filter.ts';

/** A wider table is read by nobody. */
export const maxColumns = 4;

/** One column of a comparison: an option of a service, with its cells. */
export interface Compared {
  /** "Amazon EKS, Auto Mode" */
  readonly name: string;
  readonly cells: Readonly<Record<LayerId, Cell>>;
}

/** A column that sentences speak of. */
export interface ComparedOption extends Compared {
  /** "Amazon EKS" */
  readonly service: string;
  /** "Auto Mode"; undefined where the service has no other way to run it. */
  readonly option: string | undefined;
}

/** An option of a service as a column. */
export function comparedOf(chosen: NamedOption, cells: Compared['cells']): ComparedOption {
  const { service, option } = chosen;
  return { name: nameChosen(chosen), service: service.short, option: service.options.length > 1 ? option.name : undefined, cells };
}

/** Names of the ways to run a service that do not stand in a comparison of the others; empty where the columns are of several services. */
export function leftOut(
  columns: readonly { readonly service: string; readonly option: string }[],
  services: readonly { readonly id: string; readonly options: readonly { readonly id: string; readonly name: string }[] }[],
): string[] {
  if (columns.length < maxColumns || columns.some(({ service }) => service !== columns[0]?.service)) return [];
  const options = services.find(({ id }) => id === columns[0]?.service)?.options ?? [];
  return options.filter(({ id }) => !columns.some(({ option }) => option === id)).map(({ name }) => name);
}
