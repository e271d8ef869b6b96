// How old the knowledge is, and what it hangs on.
import type { Catalog } from '../record/catalog.ts';
import type { Cell } from '../record/schema.ts';
import { layerIds } from '../vocabulary.ts';

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
  return catalog.services
    .map((service) => ({
      service: service.id,
      reviewed: service.reviewed,
      days: Math.round((Date.parse(today) - Date.parse(service.reviewed)) / 86_400_000),
      cells: statements(catalog).filter((each) => each.service === service.id).length,
    }))
    .sort((a, b) => b.days - a.days || b.cells - a.cells);
}

/** Sources by the number of statements that cite them, most first. */
export function bySource(catalog: Catalog): Use[] {
  const uses = new Map<string, string[]>();
  for (const { name, cell } of statements(catalog)) uses.set(cell.source, [...(uses.get(cell.source) ?? []), name]);
  return [...uses]
    .map(([source, cells]) => ({ source, cells }))
    .sort((a, b) => b.cells.length - a.cells.length || a.source.localeCompare(b.source));
}

/** A statement drawn for a second reading. */
export interface Drawn {
  readonly name: string;
  readonly cell: Cell;
}

/**
 * Own cells drawn at random, without repetition; the same seed draws the same cells as long as the records stay as they are.
 * @param count at most this many
 * @param seed any whole number
 */
export function drawSample(catalog: Catalog, count: number, seed: number): Drawn[] {
  const left = statements(catalog).filter((each) => each.service !== '');
  const random = mulberry32(seed);
  const drawn: Drawn[] = [];
  while (drawn.length < count && left.length > 0) {
    const [each] = left.splice(Math.floor(random() * left.length), 1);
    if (each) drawn.push({ name: each.name, cell: each.cell });
  }
  return drawn;
}

/** A generator of numbers from 0 to below 1 that a seed determines. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Each cell once, where it is stated; an inherited one belongs to no service. */
function statements(catalog: Catalog): { readonly name: string; readonly service: string; readonly cell: Cell }[] {
  const seen = new Set<Cell>();
  const found = [];
  for (const category of catalog.categories) {
    for (const layer of layerIds) {
      const cell = category.cells[layer];
      if (!cell) continue;
      seen.add(cell);
      found.push({ name: `category ${category.id}.${layer}`, service: '', cell });
    }
  }
  for (const service of catalog.services) {
    for (const option of service.options) {
      for (const layer of layerIds) {
        const { cell, origin } = option.split[layer];
        if (seen.has(cell)) continue;
        seen.add(cell);
        found.push({ name: [service.id, ...(origin === 'option' ? [option.id] : []), layer].join('.'), service: service.id, cell });
      }
    }
  }
  return found;
}
