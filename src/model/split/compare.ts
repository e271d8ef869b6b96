// What moves between two ways to run something: layer by layer, and as one sentence.
import type { Cell, Layer } from '../record/schema.ts';
import { load } from './counts.ts';
import { layerIds } from '../vocabulary.ts';
import type { LayerId, PartyId } from '../vocabulary.ts';

/** One column of a comparison: an option of a service, with its whole split. */
export interface Compared {
  /** "Amazon EKS, Auto Mode" */
  readonly name: string;
  readonly split: Readonly<Record<LayerId, Cell>>;
}

export interface Move {
  readonly layer: LayerId;
  readonly from: PartyId;
  readonly to: PartyId;
}

/** Layers whose party differs, in their order. */
export function moves(from: Compared, to: Compared): Move[] {
  return layerIds.flatMap((layer) => {
    const move = { layer, from: from.split[layer].party, to: to.split[layer].party };
    return move.from === move.to ? [] : [move];
  });
}

/** Layers that are told in other words, or secured by another party, in at least two of the columns. */
export function differing(columns: readonly Compared[]): ReadonlySet<LayerId> {
  const [first, ...rest] = columns;
  if (!first) return new Set();
  return new Set(layerIds.filter((layer) => rest.some((column) => toldApart(first.split[layer], column.split[layer]))));
}

function toldApart(a: Cell, b: Cell): boolean {
  return a.party !== b.party || a.detail !== b.detail;
}

/**
 * "Moving from A to B takes 2 duties off you: …; it adds 1: …."
 * A duty taken off is a layer of which less is the customer's, however much remains.
 */
export function describeMoves(from: Compared, to: Compared, layers: readonly Pick<Layer, 'id' | 'name'>[]): string {
  const all = moves(from, to);
  const name = (id: LayerId): string => layers.find((layer) => layer.id === id)?.name ?? id;
  const less = all.filter((move) => load[move.to] < load[move.from]);
  const more = all.filter((move) => load[move.to] > load[move.from]);
  const list = (some: readonly Move[]): string => some.map((move) => `${name(move.layer)} (${said[move.to]})`).join(', ');
  const duties = (count: number): string => (count === 1 ? '1 duty' : `${count} duties`);
  const told = [
    ...(less.length > 0 ? [`takes ${duties(less.length)} off you: ${list(less)}`] : []),
    ...(more.length > 0 ? [`adds ${duties(more.length)}: ${list(more)}`] : []),
  ];
  const start = `Moving from ${from.name} to ${to.name}`;
  return told.length === 0 ? `${start} moves no duty between you and AWS.` : `${start} ${told.join('; it ')}.`;
}

const said: Readonly<Record<PartyId, string>> = { customer: 'yours', shared: 'shared', aws: 'AWS', none: 'not there' };
