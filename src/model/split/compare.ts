// What changes between two ways to run something: what is done without the customer, what stays open, which layers change hands.
import { defaultOf } from '../record/holding.ts';
import { nameOf } from '../record/lookup.ts';
import type { Cell } from '../record/schema/cell.ts';
import { layerIds } from '../vocabulary.ts';
import type { DefaultId, LayerId, PartyId } from '../vocabulary.ts';
import { doneShare, joined } from './default.ts';
import type { Names } from './names.ts';
import { customerShare } from './party.ts';

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

/** Layers in which at least two of the columns differ: in party, in default or in what is said of them. */
export function differing(columns: readonly Compared[]): ReadonlySet<LayerId> {
  const [first, ...rest] = columns;
  if (!first) return new Set();
  return new Set(layerIds.filter((layer) => rest.some((column) => differs(first.cells[layer], column.cells[layer]))));
}

function differs(a: Cell, b: Cell): boolean {
  return a.party !== b.party || defaultOf(a) !== defaultOf(b) || a.detail !== b.detail;
}

interface DefaultMove {
  readonly layer: LayerId;
  readonly from: DefaultId;
  readonly to: DefaultId;
}

/** Layers that both have and whose default differs. */
function defaultMoves(from: Compared, to: Compared): DefaultMove[] {
  return layerIds.flatMap((layer) => {
    const [before, after] = [defaultOf(from.cells[layer]), defaultOf(to.cells[layer])];
    return before === undefined || after === undefined || before === after ? [] : [{ layer, from: before, to: after }];
  });
}

/**
 * What a reader who chooses between two ways must know, the most telling first: what the second does without the customer,
 * what it leaves to the customer, what is open or off in both, which layers change hands.
 * @returns whole sentences, at least one
 */
export function describeComparison(from: Compared, to: Compared, names: Names): string[] {
  const list = (layers: readonly LayerId[]): string => joined(layers.map((layer) => nameOf(names.layers, layer)));
  const changed = defaultMoves(from, to);
  const gained = changed.filter((move) => doneShare[move.to] > doneShare[move.from]);
  const lost = changed.filter((move) => doneShare[move.to] < doneShare[move.from]);
  const of = (some: readonly DefaultMove[], id: DefaultId): LayerId[] => some.filter((move) => move.to === id).map(({ layer }) => layer);
  const both = (id: DefaultId): LayerId[] =>
    layerIds.filter((layer) => defaultOf(from.cells[layer]) === id && defaultOf(to.cells[layer]) === id);
  const sentence = (start: string, layers: readonly LayerId[]): string[] => (layers.length > 0 ? [`${start}: ${list(layers)}.`] : []);
  const work = differing([from, to]).size;
  const gains = [
    ...sentence(`With ${to.name}, done without you`, of(gained, 'done')),
    ...sentence(`With ${to.name}, partly done without you`, of(gained, 'partly')),
    ...sentence(`With ${to.name}, done once you ask`, of(gained, 'when-asked')),
  ];
  const losses = [
    ...sentence(`With ${to.name}, only partly done without you`, of(lost, 'partly')),
    ...sentence(`With ${to.name}, not done until you ask`, of(lost, 'when-asked')),
    ...sentence(`With ${to.name}, open until you close it`, of(lost, 'open')),
    ...sentence(`With ${to.name}, only you can do it`, [...of(lost, 'yours'), ...of(lost, 'unstated')]),
  ];
  const same =
    gains.length + losses.length > 0
      ? []
      : [
          work === 0
            ? `${from.name} and ${to.name} are the same in every layer.`
            : `Whichever you choose, the same holds if you do nothing; the work differs in ${work === 1 ? '1 layer' : `${work} layers`}.`,
        ];
  return [
    ...gains,
    ...losses,
    ...same,
    ...sentence('Still open in both', both('open')),
    ...sentence('Off in both until you ask', both('when-asked')),
    ...describeMoves(from, to, names),
  ];
}

/** "1 layer changes hands: Guest operating system (you → AWS)."; nothing where none does. */
function describeMoves(from: Compared, to: Compared, { layers, parties }: Names): string[] {
  const all = moves(from, to).filter((move) => customerShare[move.to] !== customerShare[move.from]);
  if (all.length === 0) return [];
  const who = (party: PartyId): string => (party === 'customer' ? 'you' : parties[party].predicate);
  const named = all.map((move) => `${nameOf(layers, move.layer)} (${who(move.from)} → ${who(move.to)})`);
  return [`${all.length === 1 ? '1 layer changes' : `${all.length} layers change`} hands: ${joined(named)}.`];
}
