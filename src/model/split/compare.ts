// What moves between two ways to run something: layer by layer, and as one sentence.
import { nameOf } from '../record/lookup.ts';
import type { Cell } from '../record/schema/cell.ts';
import { layerIds } from '../vocabulary.ts';
import type { LayerId, PartyId } from '../vocabulary.ts';
import { customerShare } from './party.ts';
import type { Names } from './party.ts';

/** One column of a comparison: an option of a service, with its cells. */
export interface Compared {
  /** "Amazon EKS, Auto Mode" */
  readonly name: string;
  readonly cells: Readonly<Record<LayerId, Cell>>;
}

export interface Move {
  readonly layer: LayerId;
  readonly from: PartyId;
  readonly to: PartyId;
}

/** Layers whose party differs, in their order. */
export function moves(from: Compared, to: Compared): Move[] {
  return layerIds.flatMap((layer) => {
    const move = { layer, from: from.cells[layer].party, to: to.cells[layer].party };
    return move.from === move.to ? [] : [move];
  });
}

/** Layers that are told in other words, or secured by another party, in at least two of the columns. */
export function differing(columns: readonly Compared[]): ReadonlySet<LayerId> {
  const [first, ...rest] = columns;
  if (!first) return new Set();
  return new Set(layerIds.filter((layer) => rest.some((column) => differs(first.cells[layer], column.cells[layer]))));
}

function differs(a: Cell, b: Cell): boolean {
  return a.party !== b.party || a.detail !== b.detail;
}

/**
 * "Moving from A to B takes 2 duties off you: …; it adds 1: …."
 * A duty taken off is a layer of which less is the customer's, however much remains.
 */
export function describeMoves(from: Compared, to: Compared, { layers, parties }: Names): string {
  const all = moves(from, to);
  const less = all.filter((move) => customerShare[move.to] < customerShare[move.from]);
  const more = all.filter((move) => customerShare[move.to] > customerShare[move.from]);
  const list = (some: readonly Move[]): string =>
    some.map((move) => `${nameOf(layers, move.layer)} (${parties[move.to].predicate})`).join(', ');
  const duties = (count: number): string => (count === 1 ? '1 duty' : `${count} duties`);
  const effects = [
    ...(less.length > 0 ? [`takes ${duties(less.length)} off you: ${list(less)}`] : []),
    ...(more.length > 0 ? [`adds ${duties(more.length)}: ${list(more)}`] : []),
  ];
  const start = `Moving from ${from.name} to ${to.name}`;
  return effects.length === 0 ? `${start} moves no duty between you and AWS.` : `${start} ${effects.join('; it ')}.`;
}
