// An option as a small strip: a row for each layer, your cell on the left, AWS's on the right. The place says whose it is, the colour repeats it.
import { countHoldings } from '../model/split/default.ts';
import { nameInText } from '../model/wording.ts';
import type { Defaults, Holding } from '../model/split/default.ts';
import { countLayers, describeAbsent, describeCounts } from '../model/split/counts.ts';
import type { Parties } from '../model/split/counts.ts';
import type { LensId } from '../model/split/filter.ts';
import type { Names } from '../model/split/names.ts';
import { defaultIds, layerIds } from '../model/vocabulary.ts';
import type { PartyId } from '../model/vocabulary.ts';
import type { PartKind } from './split.ts';

/** A filled cell, in units of the strip. */
export interface FingerprintCell {
  readonly kind: PartKind;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  /** Whether it is an outline: AWS would do it, and does not yet. */
  readonly hollow: boolean;
}

export interface FingerprintScene {
  readonly width: number;
  readonly height: number;
  readonly cells: readonly FingerprintCell[];
  /** Text alternative: how many layers fall to whom. */
  readonly spoken: string;
}

/** Units from one row to the next, and of a cell in it; a strip drawn at its own size has whole pixels. */
const pitch = 4;
const tall = 3;
const width = 28;
/** From your cell to AWS's. */
const seam = 2;

const middle = width / 2;
const left = { x0: 0, x1: middle - seam / 2 };
const right = { x0: middle + seam / 2, x1: width };
const half = (left.x1 - left.x0) / 2;

type Place = Pick<FingerprintCell, 'x0' | 'x1'>;

/** Where each default stands: on AWS's side what it does by itself, on yours what waits for you. What is open is open to all, from end to end. */
const holdingPlaces: Readonly<Record<Holding, Place | undefined>> = {
  done: right,
  partly: { x0: right.x1 - half, x1: right.x1 },
  'when-asked': right,
  open: { x0: left.x0, x1: right.x1 },
  yours: left,
  unstated: { x0: left.x0, x1: left.x0 + half },
  none: undefined,
};

const partyPlaces: Readonly<Record<PartyId, readonly (Place & Pick<FingerprintCell, 'kind'>)[]>> = {
  customer: [{ kind: 'customer', ...left }],
  shared: [
    { kind: 'customer', ...left },
    { kind: 'aws', ...right },
  ],
  aws: [{ kind: 'aws', ...right }],
  none: [],
};

/** What a fingerprint needs to know of an option. */
export interface Printed {
  readonly parties: Parties;
  readonly defaults: Defaults;
}

/** The fingerprint of an option; through the lens, of what holds if you do nothing. */
export function fingerprintScene(
  { parties, defaults }: Printed,
  names: Pick<Names, 'defaults'>,
  lens: LensId = 'parties',
): FingerprintScene {
  const cells = layerIds.flatMap((layer, index): FingerprintCell[] => {
    const row = { y0: index * pitch, y1: index * pitch + tall };
    if (lens === 'parties') return partyPlaces[parties[layer]].map((place) => ({ ...place, ...row, hollow: false }));
    const holding = defaults[layer] ?? 'none';
    const place = holdingPlaces[holding];
    return place ? [{ kind: `holds-${holding}`, ...place, ...row, hollow: holding === 'when-asked' }] : [];
  });
  return {
    width,
    height: layerIds.length * pitch - (pitch - tall),
    cells,
    spoken: lens === 'parties' ? describeCounts(countLayers(parties)) : describeHoldings(defaults, names),
  };
}

/** "5 done, 3 partly, 1 open until you close it. 2 don't apply." */
function describeHoldings(split: Defaults, { defaults }: Pick<Names, 'defaults'>): string {
  const { none, ...counts } = countHoldings(split);
  const told = defaultIds.flatMap((id) => (counts[id] === 0 ? [] : [`${counts[id]} ${nameInText(defaults[id].name)}`]));
  return `${told.join(', ')}.${describeAbsent(none)}`;
}

/** All cells of one kind, as the outline of one path. */
export interface FingerprintPath {
  readonly kind: string;
  readonly d: string;
}

/** The cells of one kind as one path; kinds keep the order in which they first come. */
export function fingerprintPaths(cells: readonly FingerprintCell[]): FingerprintPath[] {
  const paths = new Map<string, string>();
  for (const cell of cells) paths.set(cell.kind, `${paths.get(cell.kind) ?? ''}${outline(cell)}`);
  return [...paths].map(([kind, d]) => ({ kind, d }));
}

/** How thick the edge of a hollow cell is, in units of the strip. */
const edge = 0.9;

/** A hollow cell has a second outline inside, which runs the other way round. */
function outline({ x0, x1, y0, y1, hollow }: FingerprintCell): string {
  const outer = `M${x0} ${y0}H${x1}V${y1}H${x0}z`;
  return hollow ? `${outer}M${x0 + edge} ${y0 + edge}V${y1 - edge}H${x1 - edge}V${y0 + edge}z` : outer;
}
