// A stack scene as one picture that stands alone: for slides, wikis, print. Positions in px of a 16:9 slide.
import type { Band, Part, SplitScene } from './split.ts';

export interface PictureText {
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Class: a party, or what the text is for. */
  readonly kind: string;
  readonly text: string;
}

export interface PictureShape {
  /** Class: a party, or `absent`. */
  readonly kind: string;
  /** Corners, "x,y x,y …". */
  readonly points: string;
}

export interface PictureScene {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** All that the picture says, for ears. */
  readonly description: string;
  readonly shapes: readonly PictureShape[];
  readonly texts: readonly PictureText[];
}

export interface PictureLabels {
  /** "Amazon EKS, Auto Mode" */
  readonly title: string;
  /** Where it comes from, and of which day. */
  readonly foot: string;
}

const width = 1280;
const height = 720;
const margin = 28;
/** Where bands begin and end. */
const left = 236;
const right = width - margin;
const top = 104;
const pitch = 41;
const tall = 36;
/** Edges slant as those of a skew by 25 degrees. */
const slant = Math.round(Math.tan((25 * Math.PI) / 180) * (tall / 2) * 100) / 100;
const textInset = 14;
/** From the top of a band to the baseline of its text. */
const baseline = 23;

/** The scene of a picture of 1280 × 720 px. */
export function pictureScene({ bands }: SplitScene, { title, foot }: PictureLabels): PictureScene {
  return {
    width,
    height,
    title,
    description: bands.map((band) => `${band.name}: ${told(band)}`).join('. '),
    shapes: bands.flatMap((band, index) => shapesOf(band, top + index * pitch)),
    texts: [
      { x: margin, y: 52, anchor: 'start', kind: 'title', text: title },
      { x: left, y: 90, anchor: 'start', kind: 'side-you', text: 'YOU: IN THE CLOUD' },
      { x: right, y: 90, anchor: 'end', kind: 'side-aws', text: 'AWS: OF THE CLOUD' },
      ...bands.flatMap((band, index) => textsOf(band, top + index * pitch)),
      { x: right, y: height - 16, anchor: 'end', kind: 'foot', text: foot },
    ],
  };
}

function told(band: Band): string {
  if (band.words.length === 0) return band.spoken;
  return `${band.spoken}; ${band.words.map(({ who, text }) => `${who}: ${text}`).join('; ')}`;
}

const at = (percent: number): number => left + ((right - left) * percent) / 100;
const round = (value: number): number => Math.round(value * 10) / 10;

function shapesOf(band: Band, y: number): PictureShape[] {
  if (band.parts.every(isHidden)) return [{ kind: 'none', points: corners(left, left, right, right, y) }];
  const seen = band.parts.filter((part) => !isHidden(part));
  return seen.map((part, index) => {
    const next = seen[index + 1];
    const start = part.x <= 0 ? undefined : at(part.x);
    const end = next === undefined ? undefined : at(next.x);
    return {
      kind: part.party === 'none' && band.kind === 'words' ? 'absent' : part.party,
      points: corners(
        start === undefined ? left : Math.min(start + slant, right),
        start === undefined ? left : Math.max(start - slant, left),
        end === undefined ? right : Math.min(end + slant, right),
        end === undefined ? right : Math.max(end - slant, left),
        y,
      ),
    };
  });
}

/** A part of nothing stands outside the band. */
const isHidden = (part: Part): boolean => part.x >= 100;

function corners(topLeft: number, bottomLeft: number, topRight: number, bottomRight: number, y: number): string {
  return [
    [topLeft, y],
    [topRight, y],
    [bottomRight, y + tall],
    [bottomLeft, y + tall],
  ]
    .map(([x = 0, down = 0]) => `${round(x)},${round(down)}`)
    .join(' ');
}

function textsOf(band: Band, y: number): PictureText[] {
  const line = y + baseline;
  const name: PictureText = { x: left - 14, y: line, anchor: 'end', kind: 'name', text: band.name };
  if (band.kind === 'counts') {
    const counts = band.labels.map((label): PictureText => ({
      x: round(at(label.x)),
      y: line,
      anchor: 'middle',
      kind: `on-${label.party}`,
      text: `${label.text}${label.unit}`,
    }));
    return [name, ...counts];
  }
  const words = band.words.map(({ party, text }): PictureText => {
    if (party === 'none') return { x: (left + right) / 2, y: line, anchor: 'middle', kind: 'on-none', text };
    return party === 'aws'
      ? { x: right - textInset, y: line, anchor: 'end', kind: 'on-aws', text }
      : { x: left + textInset, y: line, anchor: 'start', kind: 'on-customer', text };
  });
  return [name, ...words];
}
