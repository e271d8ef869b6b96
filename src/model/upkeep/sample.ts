// Cells drawn at random for a second reading.
import { randomFrom } from '../random.ts';
import { statements } from '../record/lookup.ts';
import type { Catalog } from '../record/catalog.ts';
import type { Cell } from '../record/schema/cell.ts';
import { placeOf } from './freshness.ts';

/** A cell drawn for a second reading. */
export interface Sampled {
  /** `amazon-rds.backup` */
  readonly name: string;
  readonly cell: Cell;
}

/**
 * Own cells drawn at random, without repetition; the same seed draws the same cells as long as the records stay as they are.
 * @param count at most this many
 * @param seed any whole number
 */
export function drawSample(catalog: Catalog, count: number, seed: number): Sampled[] {
  const left = [...statements(catalog)].filter(({ service }) => service !== undefined);
  const random = randomFrom(seed);
  const sampled: Sampled[] = [];
  while (sampled.length < count && left.length > 0) {
    const [each] = left.splice(Math.floor(random() * left.length), 1);
    if (each) sampled.push({ name: placeOf(each), cell: each.cell });
  }
  return sampled;
}
