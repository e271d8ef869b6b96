// The scene of a diagram as a single picture for slides, wikis and print. Positions are in px of a 16:9 slide.
import { sides } from './split.ts';
import type { Band, SplitScene } from './split.ts';

export interface PictureText {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** The class: a party, or the role of the text. */
  readonly kind: string;
  readonly text: string;
}

export interface PictureShape {
  /** The class: a party, or `absent`. */
  readonly kind: string;
  /** The corners, "x,y x,y …". */
  readonly points: string;
}

export interface PictureScene {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Text alternative for screen readers. */
  readonly description: string;
  readonly shapes: readonly PictureShape[];
  readonly texts: readonly PictureText[];
}

export interface PictureLabels {
  /** "Amazon EKS, Auto Mode" */
  readonly title: string;
  /** The address and the date of the picture. */
  readonly foot: string;
}

const width = 1280;
const height = 720;
const margin = 28;
/** The left and right ends of the bands. */
const left = 236;
const right = width - margin;
const top = 104;
/** The space below the bands, for the foot. */
const bottom = 42;
/** The space between two bands. */
const gap = 5;
/** The slant of edges in degrees, the same as the skew in styles/band.css. */
const slantDegrees = 25;
const textInset = 14;

/** The position of one band, in px. */
interface Row {
  readonly y: number;
  readonly height: number;
  /** How far an edge moves right at the top and left at the bottom. */
  readonly slant: number;
  /** The baseline of the band's text. */
  readonly baseline: number;
}

/** Returns rows of equal height that fill the space between head and foot. */
function rowsOf(count: number): Row[] {
  const pitch = Math.floor((height - top - bottom) / Math.max(count, 1));
  const tall = pitch - gap;
  const slant = Math.round(Math.tan((slantDegrees * Math.PI) / 180) * (tall / 2) * 100) / 100;
  return Array.from({ length: count }, (_, index) => {
    const y = top + index * pitch;
    return { y, height: tall, slant, baseline: y + Math.round(tall * 0.64) };
  });
}

/** Returns the scene of a picture of 1280 × 720 px. */
export function pictureScene({ bands }: SplitScene, { title, foot }: PictureLabels): PictureScene {
  const rows = rowsOf(bands.length);
  const each = <T>(make: (band: Band, row: Row) => readonly T[]): T[] =>
    bands.flatMap((band, index) => {
      const row = rows[index];
      return row ? make(band, row) : [];
    });
  return {
    width,
    height,
    title,
    description: bands.map((band) => `${band.name}: ${describe(band)}`).join('. '),
    shapes: each(shapesOf),
    texts: [
      { x: margin, y: 52, anchor: 'start', kind: 'title', text: title },
      { x: left, y: 90, anchor: 'start', kind: 'side-you', text: sides.you },
      { x: right, y: 90, anchor: 'end', kind: 'side-aws', text: sides.aws },
      ...each(textsOf),
      { x: right, y: height - 16, anchor: 'end', kind: 'foot', text: foot },
    ],
  };
}

function describe(band: Band): string {
  if (band.phrases.length === 0) return band.spoken;
  return `${band.spoken}; ${band.phrases.map(({ who, text }) => `${who}: ${text}`).join('; ')}`;
}

const at = (percent: number): number => left + ((right - left) * percent) / 100;
const round = (value: number): number => Math.round(value * 10) / 10;

function shapesOf(band: Band, row: Row): PictureShape[] {
  const seen = band.parts.filter(({ x0, x1 }) => x0 < x1);
  if (seen.length === 0) return [{ kind: 'none', points: corners(left, left, right, right, row) }];
  return seen.map(({ kind, x0, x1 }) => ({
    kind: kind === 'none' && band.kind === 'words' ? 'absent' : kind,
    points: corners(
      x0 === 0 ? left : Math.min(at(x0) + row.slant, right),
      x0 === 0 ? left : Math.max(at(x0) - row.slant, left),
      x1 === 100 ? right : Math.min(at(x1) + row.slant, right),
      x1 === 100 ? right : Math.max(at(x1) - row.slant, left),
      row,
    ),
  }));
}

function corners(topLeft: number, bottomLeft: number, topRight: number, bottomRight: number, row: Row): string {
  return [
    [topLeft, row.y],
    [topRight, row.y],
    [bottomRight, row.y + row.height],
    [bottomLeft, row.y + row.height],
  ]
    .map(([x = 0, down = 0]) => `${round(x)},${round(down)}`)
    .join(' ');
}

function textsOf(band: Band, { baseline: line }: Row): PictureText[] {
  const name: PictureText = { x: left - 14, y: line, anchor: 'end', kind: 'name', text: band.name };
  if (band.kind === 'counts') {
    const counts = band.labels.map((label): PictureText => ({
      x: round(at(label.x)),
      y: line,
      anchor: 'middle',
      kind: `on-${label.kind}`,
      text: `${label.text}${label.unit}`,
    }));
    return [name, ...counts];
  }
  const words = band.phrases.map(({ kind: party, text }): PictureText => {
    if (party === 'none') return { x: (left + right) / 2, y: line, anchor: 'middle', kind: 'on-none', text };
    return party === 'aws'
      ? { x: right - textInset, y: line, anchor: 'end', kind: 'on-aws', text }
      : { x: left + textInset, y: line, anchor: 'start', kind: 'on-customer', text };
  });
  return [name, ...words];
}
