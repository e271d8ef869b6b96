// The scene of a diagram as a single picture for slides, wikis and print. Positions are in px of a 16:9 slide.
import { line } from 'd3-shape';
import { findingOf } from './finding.ts';
import { glyphPath } from './glyph.ts';
import { sides } from './split.ts';
import type { Band, BandPhrase, Part, SplitScene } from './split.ts';

export interface PictureText {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** The classes: a party, or the role of the text. */
  readonly kind: string;
  readonly text: string;
}

/** A shape beside a word of the column, told apart without colour. */
export interface PictureGlyph {
  /** The top left corner of its square of 16 px. */
  readonly x: number;
  readonly y: number;
  readonly kind: string;
  readonly path: string;
}

export interface PictureShape {
  /** The class: a party, `absent`, AWS's half as it fades, or the edge of a band that is open. */
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
  /** The path of the tide line, from the first band to the last; empty where there is none. */
  readonly line: string;
  readonly glyphs: readonly PictureGlyph[];
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
/** The left end of the bands, and their right end where nothing stands beside them. */
const left = 236;
const end = width - margin;
/** What the column needs that says what holds if you do nothing. */
const column = 196;
/** From a band to the glyph beside it, and from there to its word. */
const columnInset = 16;
export const glyphWidth = 16;
const glyphGap = 7;
const top = 104;
/** The space below the bands, for the foot. */
const bottom = 42;
/** The space between two bands. */
const gap = 5;
/** The slant of edges in degrees. */
const slantDegrees = 25;
/** From the ends of the bands to the line, where it stands beside them. */
const beside = 5;
const textInset = 14;
/** What one character takes, in em: more than the font's mean, so that no estimate is too short. */
export const characterEm = 0.5;
const textSize = 15.5;
const titleSize = 30;
/** Of phrases in two lines. */
const smallSize = 13.5;
const smallLine = 14.5;

/** The position of one band, in px. */
interface Row {
  readonly y: number;
  readonly height: number;
  /** How far an edge moves right at the top and left at the bottom. */
  readonly slant: number;
  /** The baseline of the band's text. */
  readonly baseline: number;
  /** The right end of the band. */
  readonly right: number;
}

/** The head of the column. */
const columnHead = 'IF YOU DO NOTHING';

/** Returns rows of equal height that fill the space between head and foot. */
function rowsOf(count: number, right: number): Row[] {
  const pitch = Math.floor((height - top - bottom) / Math.max(count, 1));
  const tall = pitch - gap;
  const slant = Math.round(Math.tan((slantDegrees * Math.PI) / 180) * (tall / 2) * 100) / 100;
  return Array.from({ length: count }, (_, index) => {
    const y = top + index * pitch;
    return { y, height: tall, slant, baseline: y + Math.round(tall * 0.64), right };
  });
}

/** A slide is titled by what it shows: the name and the finding, or where both have no room the name alone. */
function titleOf(name: string, bands: readonly Band[]): string {
  const finding = findingOf(bands);
  const whole = `${name}: ${finding}`;
  return finding !== '' && whole.length * characterEm * titleSize <= width - 2 * margin ? whole : name;
}

/** Returns the scene of a picture of 1280 × 720 px. */
export function pictureScene({ bands }: SplitScene, { title: name, foot }: PictureLabels): PictureScene {
  const title = titleOf(name, bands);
  const withColumn = bands.some(({ holds }) => holds !== undefined);
  const right = withColumn ? end - column : end;
  const rows = rowsOf(bands.length, right);
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
    shapes: each((band, row) => [...shapesOf(band, row), ...edgeOf(band, row)]),
    line: lineOf(bands, rows),
    glyphs: each(glyphsOf),
    texts: [
      { x: margin, y: 52, anchor: 'start', kind: 'title', text: title },
      { x: left, y: 90, anchor: 'start', kind: 'side-you', text: sides.you },
      { x: right, y: 90, anchor: 'end', kind: 'side-aws', text: sides.aws },
      ...(withColumn ? [{ x: right + columnInset, y: 90, anchor: 'start', kind: 'side-holds', text: columnHead } as const] : []),
      ...each(textsOf),
      { x: end, y: height - 16, anchor: 'end', kind: 'foot', text: foot },
    ],
  };
}

function describe(band: Band): string {
  const holds = band.holds === undefined ? '' : `; If you do nothing: ${band.holds.name}`;
  if (band.phrases.length === 0) return `${band.spoken}${holds}`;
  return `${band.spoken}; ${band.phrases.map(({ who, text }) => `${who}: ${text}`).join('; ')}${holds}`;
}

const at = (percent: number, { right }: Row): number => left + ((right - left) * percent) / 100;
export const round = (value: number): number => Math.round(value * 10) / 10;

function shapesOf(band: Band, row: Row): PictureShape[] {
  const seen = band.parts.filter(({ x0, x1 }) => x0 < x1);
  if (seen.length === 0) return [{ kind: 'none', points: corners(left, left, row.right, row.right, row) }];
  return seen.map(({ kind, x0, x1 }) => {
    const shown = shapeKind(band, kind);
    const inset = insets[shown] ?? 0;
    const [from, to] = [left + inset, row.right - inset];
    return {
      kind: shown,
      points: corners(
        x0 === 0 ? from : Math.min(at(x0, row) + row.slant, to),
        x0 === 0 ? from : Math.max(at(x0, row) - row.slant, from),
        x1 === 100 ? to : Math.min(at(x1, row) + row.slant, to),
        x1 === 100 ? to : Math.max(at(x1, row) - row.slant, from),
        inwards(row, inset),
      ),
    };
  });
}

/** One stroke: through a band it runs along the cut, and in the gap below across to where the next one begins. */
function lineOf(bands: readonly Band[], rows: readonly Row[]): string {
  const points = bands.flatMap((band, index): [number, number][] => {
    const row = rows[index];
    if (!row || !band.line) return [];
    const { x } = band.line;
    const [above, below] = [row.y - gap / 2, row.y + row.height + gap / 2];
    if (x === 0 || x === 100) {
      const end = x === 0 ? left - beside : row.right + beside;
      return [
        [end, above],
        [end, below],
      ];
    }
    // The edge goes on into the gaps.
    const slant = (row.slant * (row.height + gap)) / row.height;
    return [
      [at(x, row) + slant, above],
      [at(x, row) - slant, below],
    ];
  });
  return line().digits(1)(points) ?? '';
}

/** How far the outlines of shapes lie within the band, in px: the other shapes lose as much to the paper around them. */
export const insets: Readonly<Record<string, number>> = { 'aws-when-asked': 2, 'holds-when-asked': 2, 'edge-open': 2.5, absent: 2 };
const inwards = ({ y, height }: Row, inset: number): Pick<Row, 'y' | 'height'> => ({ y: y + inset, height: height - 2 * inset });

/** AWS's half of a single service fades as AWS does less by itself. */
export function shapeKind({ kind: told, holds }: Pick<Band, 'kind' | 'holds'>, kind: Part['kind']): string {
  if (told === 'counts') return kind;
  if (kind === 'none' || kind === 'holds-none') return 'absent';
  return kind === 'aws' && (holds?.id === 'partly' || holds?.id === 'when-asked') ? `aws-${holds.id}` : kind;
}

/** A band that is open has an edge all around, whoever closes it. */
function edgeOf({ kind: told, holds, parts }: Band, row: Row): PictureShape[] {
  if (told === 'counts' || holds?.id !== 'open' || parts.some(({ kind, x0, x1 }) => kind === 'holds-open' && x0 < x1)) return [];
  const inset = insets['edge-open'] ?? 0;
  const [from, to] = [left + inset, row.right - inset];
  return [{ kind: 'edge-open', points: corners(from, from, to, to, inwards(row, inset)) }];
}

function corners(topLeft: number, bottomLeft: number, topRight: number, bottomRight: number, row: Pick<Row, 'y' | 'height'>): string {
  return [
    [topLeft, row.y],
    [topRight, row.y],
    [bottomRight, row.y + row.height],
    [bottomLeft, row.y + row.height],
  ]
    .map(([x = 0, down = 0]) => `${round(x)},${round(down)}`)
    .join(' ');
}

function glyphsOf({ holds }: Band, row: Row): PictureGlyph[] {
  if (holds === undefined) return [];
  const y = round(row.y + (row.height - glyphWidth) / 2);
  return [{ x: row.right + columnInset, y, kind: `holds ${holds.id}`, path: glyphPath(holds.glyph) }];
}

function textsOf(band: Band, row: Row): PictureText[] {
  const y = row.baseline;
  const holds = band.holds && {
    x: row.right + columnInset + glyphWidth + glyphGap,
    y,
    anchor: 'start' as const,
    kind: `holds ${band.holds.id}`,
    text: band.holds.name,
  };
  return [
    { x: left - 14, y, anchor: 'end', kind: 'name', text: band.name },
    ...band.labels.map((label): PictureText => ({
      x: round(at(label.x, row)),
      y,
      anchor: 'middle',
      kind: `on-${label.kind}`,
      text: `${label.text}${label.unit}`,
    })),
    ...band.phrases.flatMap((phrase) => phraseTexts(band, phrase, row)),
    ...(holds ? [holds] : []),
  ];
}

/** The class of what one side does: on the outline of what AWS does not do yet it has a colour of its own. */
export const wordsKind = ({ holds }: Pick<Band, 'holds'>, kind: BandPhrase['kind']): string =>
  kind === 'aws' && holds?.id === 'when-asked' ? 'on-aws-when-asked' : `on-${kind}`;

/** What one side does: in one line where there is room, else in two smaller ones. */
function phraseTexts(band: Band, { kind, text }: BandPhrase, row: Row): PictureText[] {
  const { phrases, parts } = band;
  const { right } = row;
  const place: Pick<PictureText, 'x' | 'anchor'> = {
    none: { x: (left + right) / 2, anchor: 'middle' } as const,
    aws: { x: right - textInset, anchor: 'end' } as const,
    left: { x: left + textInset, anchor: 'start' } as const,
  }[kind === 'none' || kind === 'aws' ? kind : 'left'];
  const classes = wordsKind(band, kind);
  // A half ends where the slanted edge comes nearest to its text.
  const part = phrases.length > 1 ? parts.find((each) => each.kind === kind) : undefined;
  const half = part ? at(part.x1, row) - at(part.x0, row) - row.slant : right - left;
  const room = half - 2 * textInset;
  if (widthOf(text, textSize) <= room) return [{ ...place, y: row.baseline, kind: classes, text }];
  const middle = row.y + row.height / 2 + smallSize * 0.33;
  const lines = linesOf(text);
  return lines.map((each, index) => ({
    ...place,
    y: round(middle + (index - (lines.length - 1) / 2) * smallLine),
    kind: `${classes} small`,
    text: each,
  }));
}

/** A generous estimate in px: nothing can be measured where there is no document. */
const widthOf = (text: string, size: number): number => text.length * characterEm * size;

/** Two lines of nearly equal length. */
function linesOf(text: string): string[] {
  const spaces = [...text.matchAll(/ /gu)].map(({ index }) => index);
  const [cut] = spaces.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2));
  return cut === undefined ? [text] : [text.slice(0, cut), text.slice(cut + 1)];
}
