// What changes between two ways to run something: what is done without the customer, what stays open, which layers change hands.
import { defaultOf } from '../record/holding.ts';
import { nameOf } from '../record/lookup.ts';
import type { Cell } from '../record/schema/cell.ts';
import { layerIds } from '../vocabulary.ts';
import type { DefaultId, LayerId, PartyId } from '../vocabulary.ts';
import { phraseTexts } from './cell.ts';
import type { Compared, ComparedOption } from './compared.ts';
import { doneShare } from './default.ts';
import { joined, lowerFirst } from '../wording.ts';
import type { Names } from './names.ts';
import { customerShare } from './party.ts';

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
export const differing = (columns: readonly Compared[]): ReadonlySet<LayerId> =>
  new Set(layerIds.filter((layer) => differenceOf(columns, layer) !== 'none'));

const withOf = (cell: Cell): string | undefined => ('with' in cell ? cell.with : undefined);

/** How the columns differ in a layer: the strongest of party, default and work. */
export type Difference = 'party' | 'default' | 'work' | 'none';

/** The strongest way in which the columns differ in a layer. */
export function differenceOf(columns: readonly Compared[], layer: LayerId): Difference {
  const [first, ...rest] = columns.map(({ cells }) => cells[layer]);
  if (!first) return 'none';
  if (rest.some(({ party }) => party !== first.party)) return 'party';
  if (rest.some((cell) => defaultOf(cell) !== defaultOf(first))) return 'default';
  return rest.some((cell) => saysOther(first, cell)) ? 'work' : 'none';
}

const saysOther = (a: Cell, b: Cell): boolean =>
  a.detail !== b.detail || withOf(a) !== withOf(b) || phraseTexts(a).join('\n') !== phraseTexts(b).join('\n');

interface DefaultMove {
  readonly layer: LayerId;
  readonly from: DefaultId | undefined;
  readonly to: DefaultId | undefined;
}

/** Layers whose default differs, or that only one of the two has. */
function defaultMoves(from: Compared, to: Compared): DefaultMove[] {
  return layerIds.flatMap((layer) => {
    const move = { layer, from: defaultOf(from.cells[layer]), to: defaultOf(to.cells[layer]) };
    return move.from === move.to ? [] : [move];
  });
}

/**
 * What a reader who chooses between ways must know, the most telling first. For each column but the first: what is done
 * without the customer and what is not, measured by the first column, then whose work it is. Last, once: what is open or off in all.
 * @returns a paragraph of whole sentences for each column but the first, then those about all; empty for fewer than two columns
 */
export function describeComparison(columns: readonly ComparedOption[], names: Names): string[] {
  const [first, ...rest] = columns;
  if (!first || rest.length === 0) return [];
  const spoken = spokenNames(columns);
  const inAll = (id: DefaultId): LayerId[] => layerIds.filter((layer) => columns.every((column) => defaultOf(column.cells[layer]) === id));
  const where = columns.length === 2 ? 'both' : 'all';
  const common = (start: string, layers: readonly LayerId[]): string[] =>
    layers.length > 0 ? [`${start}: ${layerList(layers, names)}.`] : [];
  return [
    ...rest.map((column, at) => describeChange(first, column, insteadOf(spoken, at + 1), names)),
    ...common(`Still open in ${where}`, inAll('open')),
    ...common(`Still not done until you ask, in ${where}`, inAll('when-asked')),
  ];
}

/**
 * What a comparison found, as the title of its picture: of two columns what the second does more or less by itself, of more
 * how many layers differ; empty for fewer than two.
 */
export function describeFinding(columns: readonly ComparedOption[]): string {
  const [first, second] = columns;
  if (!first || !second) return '';
  const spoken = spokenNames(columns);
  const ofOne = columns.every(({ service }) => service === first.service) && spoken[0] !== first.name;
  const service = ofOne ? `${first.service}: ` : '';
  if (columns.length > 2) return `${service}${joined(spoken)} differ in ${counted([...differing(columns)])}`;
  return `${service}${insteadOf(spoken, 1)}: ${describeMoves(first, second, undefined)}`;
}

/** "Auto Mode instead of Managed node groups". */
const insteadOf = ([first = '', ...rest]: readonly string[], at: number): string =>
  `${rest[at - 1] ?? ''} instead of ${first.replace(/^With /u, 'with ')}`;

/** "Auto Mode" where all columns are ways to run one service, else "Amazon EKS (Auto Mode)". */
function spokenNames(columns: readonly ComparedOption[]): string[] {
  const ofOneService = columns.every(({ service }) => service === columns[0]?.service);
  return columns.map(({ name, service, option }) => {
    if (option === undefined || (!ofOneService && name === service)) return name;
    const [way = '', ...more] = option.split(', ');
    if (!ofOneService) return `${service} (${option})`;
    return more.length === 0 ? way : `${way} (${more.join(', ')})`;
  });
}

function describeChange(from: Compared, to: Compared, start: string, names: Names): string {
  return [`${start}: ${describeMoves(from, to, names)}.`, ...describeHands(handsBetween(from, to), names)].join(' ');
}

/** "2 more layers are done without you (backup and recovery, guest operating system)"; without names the numbers alone. */
function describeMoves(from: Compared, to: Compared, names: Names | undefined): string {
  const work = [...differing([from, to])];
  if (work.length === 0) return 'every layer is the same';
  const clauses = changesOf(defaultMoves(from, to)).filter(({ layers }) => layers.length > 0);
  const told = clauses.map(({ layers, say }, at) => {
    const noun = at > 0 ? '' : layers.length === 1 ? ' layer' : ' layers';
    return `${say(`${layers.length} more${noun}`, layers.length === 1)}${names ? ` (${layerList(layers, names)})` : ''}`;
  });
  if (told.length > 0) return joined(told);
  return `the same holds if you do nothing, but the work differs in ${counted(work)}${names ? named(work, names) : ''}`;
}

interface Clause {
  readonly layers: readonly LayerId[];
  /** @param number "2 more layers" */
  readonly say: (number: string, one: boolean) => string;
}

/** What the second does more, then what it does less. */
function changesOf(changed: readonly DefaultMove[]): Clause[] {
  const share = (id: DefaultId | undefined): number => (id === undefined ? 0 : doneShare[id]);
  const existing = changed.filter(({ from, to }) => from !== undefined && to !== undefined);
  const pick = (id: DefaultId, keep: (move: DefaultMove) => boolean = () => true): LayerId[] =>
    existing.filter((move) => move.to === id && keep(move)).map(({ layer }) => layer);
  const better = ({ from, to }: DefaultMove): boolean => share(to) > share(from);
  const worse = ({ from, to }: DefaultMove): boolean => share(to) < share(from);
  const is = (one: boolean): string => (one ? 'is' : 'are');
  const plain = (number: string): string => number.replace(' more', '');
  return [
    { layers: pick('done'), say: (number, one) => `${number} ${is(one)} done without you` },
    { layers: pick('partly', better), say: (number, one) => `${number} ${is(one)} done in part` },
    { layers: pick('when-asked', better), say: (number, one) => `${number} ${is(one)} done once you ask` },
    { layers: pick('partly', worse), say: (number, one) => `${plain(number)} ${is(one)} done only in part` },
    { layers: pick('when-asked', worse), say: (number, one) => `${plain(number)} ${is(one)} not done until you ask` },
    { layers: pick('open'), say: (number, one) => `${number} ${is(one)} open until you close ${one ? 'it' : 'them'}` },
    { layers: pick('yours'), say: (number, one) => `${number} ${is(one)} left to you` },
    { layers: pick('unstated'), say: (number) => `AWS does not say what holds in ${number}` },
    {
      layers: changed.filter(({ from }) => from === undefined).map(({ layer }) => layer),
      say: (number, one) => `${number} ${one ? 'applies' : 'apply'}`,
    },
    {
      layers: changed.filter(({ to }) => to === undefined).map(({ layer }) => layer),
      say: (number, one) => `${plain(number)} ${one ? "doesn't" : "don't"} apply`,
    },
  ];
}

/** Layers that both have and whose work changes hands. Not those told as the customer's already: open, or left to the customer. */
const handsBetween = (from: Compared, to: Compared): Move[] =>
  moves(from, to).filter((move) => {
    const holds = defaultOf(to.cells[move.layer]);
    const told = move.to === 'customer' && (holds === 'open' || holds === 'yours') && defaultOf(from.cells[move.layer]) !== holds;
    return move.from !== 'none' && move.to !== 'none' && !told;
  });

/** "AWS shares the work on 1 layer (guest operating system). You take over 2 layers (hardware, facilities)." */
function describeHands(all: readonly Move[], names: Names): string[] {
  const pick = (to: PartyId, more: boolean): LayerId[] =>
    all.filter((move) => move.to === to && customerShare[move.to] > customerShare[move.from] === more).map(({ layer }) => layer);
  const sentence = (side: string, share: string, shared: readonly LayerId[], take: string, taken: readonly LayerId[]): string[] => {
    const parts = [
      ...(shared.length > 0 ? [`${share} ${counted(shared)}${named(shared, names)}`] : []),
      ...(taken.length > 0 ? [`${take} ${counted(taken)}${named(taken, names)}`] : []),
    ];
    return parts.length > 0 ? [`${side} ${joined(parts)}.`] : [];
  };
  return [
    ...sentence('AWS', 'shares the work on', pick('shared', false), 'takes over', pick('aws', false)),
    ...sentence('You', 'share the work on', pick('shared', true), 'take over', pick('customer', true)),
  ];
}

/** So many layers are named; of more the table tells. */
const maxNamed = 4;

const counted = (layers: readonly LayerId[]): string => (layers.length === 1 ? '1 layer' : `${layers.length} layers`);

const named = (layers: readonly LayerId[], names: Names): string => (layers.length > maxNamed ? '' : ` (${layerList(layers, names)})`);

/** "identity and access, guest operating system": without a last "and", since names have one of their own. */
function layerList(layers: readonly LayerId[], names: Names): string {
  return layers
    .map((layer) => nameOf(names.layers, layer))
    .map(lowerFirst)
    .join(', ');
}
