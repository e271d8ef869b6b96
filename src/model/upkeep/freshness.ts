// How old the knowledge is, and what it hangs on.
import { statements } from '../record/lookup.ts';
import type { Catalog } from '../record/catalog.ts';
import type { Statement } from '../record/lookup.ts';

interface Age {
  readonly service: string;
  readonly reviewed: string;
  /** Whole days between review and today. */
  readonly days: number;
  /** Cells the service or an option of it states itself. */
  readonly cells: number;
}

interface Use {
  readonly source: string;
  /** `amazon-rds.backup`, or `amazon-rds.rds-custom-oracle.backup` where an option states it; `category managed.os` for an inherited one. */
  readonly cells: readonly string[];
}

/** Services by the age of their review, oldest first. */
export function byAge(catalog: Catalog, today: string): Age[] {
  const cells = new Map<string, number>();
  for (const { service } of statements(catalog)) if (service) cells.set(service.id, (cells.get(service.id) ?? 0) + 1);
  return catalog.services
    .map((service) => ({
      service: service.id,
      reviewed: service.reviewed,
      days: Math.round((Date.parse(today) - Date.parse(service.reviewed)) / 86_400_000),
      cells: cells.get(service.id) ?? 0,
    }))
    .sort((a, b) => b.days - a.days || b.cells - a.cells);
}

/** Sources by the number of statements that cite them, most first. */
export function bySource(catalog: Catalog): Use[] {
  const uses = new Map<string, string[]>();
  for (const statement of statements(catalog)) {
    for (const source of statement.cell.source) uses.set(source, [...(uses.get(source) ?? []), placeOf(statement)]);
  }
  return [...uses]
    .map(([source, cells]) => ({ source, cells }))
    .sort((a, b) => b.cells.length - a.cells.length || a.source.localeCompare(b.source));
}

/** `amazon-rds.backup`, `amazon-rds.rds-custom-oracle.backup` or `category managed.os`: where a cell is stated. */
export function placeOf({ layer, origin, category, service, option }: Statement): string {
  if (!service) return `category ${category?.id ?? ''}.${layer}`;
  return [service.id, ...(origin === 'option' ? [option?.id ?? ''] : []), layer].join('.');
}
