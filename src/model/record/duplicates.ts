// Finds details that services share: copied from one to the other, they were not checked there.
import { place } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { layerIds, sortName } from '../vocabulary.ts';
import type { LayerId } from '../vocabulary.ts';
import type { Entry, RuleContext } from './entry.ts';
import type { Cell } from './schema/cell.ts';

/** Details whose word triples overlap at least this much (Jaccard index) are the same sentence with other names in it. */
const overlap = 0.4;

/** A cell that a record states, with its place in the file. */
export interface OwnCell {
  readonly entry: Entry;
  readonly path: readonly (string | number)[];
  readonly cell: Cell;
  readonly triples: ReadonlySet<string>;
}

/** A detail in so many services is copied rather than checked against each. */
const tooMany = 3;

/** No detail of a layer stands in three services. The same phrase may, where the same is true. */
export function assertOwnWords({ entries }: RuleContext): Problem[] {
  return layerIds.flatMap((layer) => {
    const cells = entries.flatMap((entry) => ownCells(entry, layer));
    const earlier = likeEarlier(cells.map(({ triples }) => triples));
    return cells.flatMap((own, index): Problem[] => {
      const alike = (earlier[index] ?? []).flatMap((at) => cells[at] ?? []).filter((other) => other.entry !== own.entry);
      const others = [...new Set(alike.map(({ entry }) => entry.id))];
      if (others.length + 1 < tooMany) return [];
      return [
        {
          file: place(own.entry.file, own.path),
          field: own.path.join('.'),
          found: `the detail of ${others.join(' and ')}: "${own.cell.detail.slice(0, 60)}"`,
          remedy: `check it against the pages of ${own.entry.record.short} and say what they say, or leave the layer to its category`,
        },
      ];
    });
  });
}

/**
 * Finds sets that overlap, without comparing each with each. Two that overlap as much as this have one of their rarest elements in
 * common: of n elements at least overlap × n are shared, so that the others are too few to hold all of the rarest.
 * https://doi.org/10.1145/1242572.1242591
 * @returns for each set the positions of those before it that overlap with it, in their order
 */
export function likeEarlier(sets: readonly ReadonlySet<string>[]): readonly (readonly number[])[] {
  const counts = new Map<string, number>();
  for (const set of sets) for (const each of set) counts.set(each, (counts.get(each) ?? 0) + 1);
  const rarest = (set: ReadonlySet<string>): string[] =>
    [...set]
      .sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1))
      .slice(0, set.size - Math.ceil(overlap * set.size) + 1);
  const holding = new Map<string, number[]>();
  return sets.map((set, index) => {
    const candidates = new Set<number>();
    for (const each of rarest(set)) {
      const before = holding.get(each);
      for (const at of before ?? []) candidates.add(at);
      if (before) before.push(index);
      else holding.set(each, [index]);
    }
    return [...candidates].filter((at) => jaccard(set, sets[at] ?? new Set()) >= overlap).sort((a, b) => a - b);
  });
}

/** The cells of a layer that a record states: its own and those of its options. */
export function ownCells(entry: Entry, layer: LayerId): OwnCell[] {
  const { cells, options } = entry.record;
  const found = [
    { cell: cells[layer], path: ['cells', layer] },
    ...options.map((option, index) => ({ cell: option.cells?.[layer], path: ['options', index, 'cells', layer] })),
  ];
  return found.flatMap(({ cell, path }) => (cell ? [{ entry, path, cell, triples: triplesOf(cell.detail, entry) }] : []));
}

const words = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Runs of three words, with the service's own names taken for one word: "Amazon X keeps …" and "Amazon Y keeps …" are alike. */
function triplesOf(detail: string, { record }: Entry): ReadonlySet<string> {
  const names = [record.name, record.short, sortName(record), ...record.aliases].sort((a, b) => b.length - a.length);
  const text = names.reduce((left, name) => left.replaceAll(` ${words(name)} `, ' _ '), ` ${words(detail)} `);
  const all = text.trim().split(' ');
  return new Set(all.slice(2).map((_, index) => all.slice(index, index + 3).join(' ')));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const each of a) if (b.has(each)) both += 1;
  const either = a.size + b.size - both;
  return either === 0 ? 0 : both / either;
}
