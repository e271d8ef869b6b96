// A comparison as a single picture: its columns as splits side by side, as high as the layers that differ. Positions are in px.
import { line } from 'd3-shape';
import { glyphPath } from './glyph.ts';
import { linesWithin } from './lines.ts';
import type { CompareRow, CompareScene } from './compare.ts';
import { characterEm, glyphWidth, insets, round, shapeKind, wordsKind } from './picture.ts';
import type { PictureGlyph, PictureLabels, PictureScene, PictureShape, PictureText } from './picture.ts';
import type { Band, BandPhrase } from './split.ts';

const width = 1280;
const margin = 28;
const nameWidth = 196;
/** Between two columns. */
const gutter = 16;
/** Between two bands. */
const gap = 8;
/** Beside a band, for the glyph of its default. */
const glyphRoom = 26;
const titleLine = 30;
const textSize = 14;
const textLine = 17;
const inset = 12;
/** How far an edge leans, of its height. */
const lean = 0.2;
/** From the ends of a band to the line, where it stands beside it. */
const beside = 5;
/** Narrower columns have no room for two halves side by side. */
const roomy = 400;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
}

const corners = (...points: readonly (readonly [number, number])[]): string => points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');

/** The text in lines that fit the room, in px. */
const linesOf = (text: string, room: number, size = textSize): string[] => linesWithin(text, room / size, characterEm);

/** Returns the scene of a picture of 1280 px in width. */
export function comparePicture({ columns, rows, sameTold }: CompareScene, { title, foot }: PictureLabels): PictureScene {
  const pitch = (width - 2 * margin - nameWidth) / Math.max(columns.length, 1);
  const halves = pitch - gutter - glyphRoom >= roomy ? 'beside' : 'stacked';
  const columnAt = (at: number): Pick<Box, 'left' | 'right'> => ({
    left: margin + nameWidth + at * pitch + gutter,
    right: margin + nameWidth + (at + 1) * pitch - glyphRoom,
  });
  const titles = linesOf(title, width - 2 * margin, 30);
  const heads = columns.map(({ name }) => linesOf(name, pitch - gutter, 16));
  const headTop = margin + 16 + titles.length * titleLine + 18;
  const top = headTop + Math.max(1, ...heads.map((lines) => lines.length)) * 20;
  let y = top;
  const placed = rows.map((row) => {
    const tall = Math.max(34, ...row.cells.map(({ band }, at) => (band ? heightOf(band, columnAt(at), halves) : 0)));
    const at = { row, y, height: tall };
    y += tall + gap;
    return at;
  });
  const cells = placed.flatMap((place) =>
    place.row.cells.flatMap(({ band }, at) => (band ? [{ band, box: { ...columnAt(at), y: place.y, height: place.height } }] : [])),
  );
  const height = y + 66;
  const legend = legendOf(
    cells.map(({ band }) => band),
    height - 42,
  );
  return {
    width,
    height,
    title,
    description: placed.map(({ row }) => describe(row, columns)).join('. '),
    shapes: cells.flatMap(({ band, box }) => shapesOf(band, box, halves)),
    line: columns
      .map((_, at) =>
        lineOf(
          placed.map((place) => [place.row.cells[at]?.band, { ...columnAt(at), ...place }] as const),
          halves,
        ),
      )
      .join(''),
    glyphs: [...cells.flatMap(({ band, box }) => glyphsOf(band, box)), ...legend.map(({ glyph }) => glyph)],
    texts: [
      ...titles.map((text, at): PictureText => ({ x: margin, y: 46 + at * titleLine, anchor: 'start', kind: 'title', text })),
      ...heads.flatMap((lines, at) =>
        lines.map((text, index): PictureText => ({ x: columnAt(at).left, y: headTop + index * 20, anchor: 'start', kind: 'head', text })),
      ),
      ...placed.flatMap(namesOf),
      ...cells.flatMap(({ band, box }) => textsOf(band, box, halves)),
      ...(sameTold === ''
        ? []
        : [{ x: margin, y: height - 42, anchor: 'start', kind: 'foot', text: `${sameTold} and not shown.` } as const]),
      ...legend.map(({ text }) => text),
      { x: width - margin, y: height - 16, anchor: 'end', kind: 'foot', text: foot },
    ],
  };
}

type Halves = 'beside' | 'stacked';

const isCut = ({ phrases }: Band): boolean => phrases.length > 1;

/** What a half has room for: beside the other it loses a part of the lean. */
function roomOf(band: Band, phrase: BandPhrase, { left, right }: Pick<Box, 'left' | 'right'>, halves: Halves): number {
  const whole = right - left - 2 * inset;
  if (!isCut(band) || halves === 'stacked') return whole;
  const part = band.parts.find(({ kind }) => kind === phrase.kind);
  return ((part ? part.x1 - part.x0 : 100) / 100) * (right - left) - 2 * inset - 8;
}

/** Where halves lie above each other, each says whose it is. */
const saidIn = (band: Band, { who, text }: BandPhrase, halves: Halves): string =>
  isCut(band) && halves === 'stacked' ? `${who}: ${text}` : text;

const linesIn = (band: Band, phrase: BandPhrase, column: Pick<Box, 'left' | 'right'>, halves: Halves): string[] =>
  linesOf(saidIn(band, phrase, halves), roomOf(band, phrase, column, halves));

function heightOf(band: Band, column: Pick<Box, 'left' | 'right'>, halves: Halves): number {
  const lines = band.phrases.map((phrase) => linesIn(band, phrase, column, halves).length);
  const most = Math.max(1, ...lines);
  return isCut(band) && halves === 'stacked' ? 2 * (most * textLine + 12) : most * textLine + 16;
}

function shapesOf(band: Band, box: Box, halves: Halves): PictureShape[] {
  const { left, right, y, height } = box;
  const bottom = y + height;
  const whole = (kind: string, by = 0): PictureShape => ({
    kind,
    points: corners([left + by, y + by], [right - by, y + by], [right - by, bottom - by], [left + by, bottom - by]),
  });
  const open = band.holds?.id === 'open' && band.party !== 'none' ? [whole('edge-open', insets['edge-open'])] : [];
  const [first = whole('absent', 1)] = band.parts.flatMap(({ kind, x0, x1 }) =>
    x0 === 0 && x1 === 100 ? [kind === 'none' || kind === 'holds-none' ? whole('absent', insets['absent']) : whole(kind)] : [],
  );
  if (!isCut(band)) return [first, ...open];
  const theirs = shapeKind(band, 'aws');
  const by = insets[theirs] ?? 0;
  if (halves === 'stacked') {
    const middle = y + height / 2;
    return [
      { kind: 'customer', points: corners([left, y], [right, y], [right, middle], [left, middle]) },
      { kind: theirs, points: corners([left + by, middle], [right - by, middle], [right - by, bottom - by], [left + by, bottom - by]) },
      ...open,
    ];
  }
  const { cut, slant } = cutOf(band, box);
  return [
    { kind: 'customer', points: corners([left, y], [cut + slant, y], [cut - slant, bottom], [left, bottom]) },
    { kind: theirs, points: corners([cut + slant, y + by], [right - by, y + by], [right - by, bottom - by], [cut - slant, bottom - by]) },
    ...open,
  ];
}

function cutOf({ line: place }: Band, { left, right, height }: Box): { readonly cut: number; readonly slant: number } {
  return { cut: left + ((right - left) * (place?.x ?? 50)) / 100, slant: Math.min(14, height * lean) };
}

/** One stroke from the first band to the last, as the drawing on the page has it. */
function lineOf(bands: readonly (readonly [Band | undefined, Box])[], halves: Halves): string {
  const points = bands.flatMap(([band, box]): [number, number][] => {
    const place = band?.line;
    if (!band || !place) return [];
    const [above, below] = [box.y - gap / 2, box.y + box.height + gap / 2];
    const [start, end] = [box.left - beside, box.right + beside];
    if (place.x === 0 || place.x === 100) {
      const x = place.x === 0 ? start : end;
      return [
        [x, above],
        [x, below],
      ];
    }
    const middle = box.y + box.height / 2;
    if (halves === 'stacked') {
      return [
        [end, above],
        [end, middle],
        [start, middle],
        [start, below],
      ];
    }
    const { cut, slant } = cutOf(band, box);
    const beyond = (slant * (box.height + gap)) / box.height;
    return [
      [cut + beyond, above],
      [cut - beyond, below],
    ];
  });
  return line().digits(1)(points) ?? '';
}

function glyphsOf({ holds }: Band, { right, y, height }: Box): PictureGlyph[] {
  if (!holds) return [];
  return [{ x: right + 9, y: round(y + (height - glyphWidth) / 2), kind: `holds ${holds.id}`, path: glyphPath(holds.glyph) }];
}

/** What the glyphs beside the bands mean: each once, in a line. */
function legendOf(bands: readonly Band[], y: number): { readonly glyph: PictureGlyph; readonly text: PictureText }[] {
  const all = new Map(bands.flatMap(({ holds }) => (holds ? [[holds.id, holds] as const] : [])));
  let x = margin + nameWidth + gutter;
  return [...all.values()].map((holds) => {
    const at = x;
    x += glyphWidth + 7 + holds.name.length * 7.6 + 22;
    return {
      glyph: { x: at, y: y - 13, kind: `holds ${holds.id}`, path: glyphPath(holds.glyph) },
      text: { x: at + glyphWidth + 7, y, anchor: 'start', kind: `holds ${holds.id}`, text: holds.name },
    };
  });
}

function namesOf({ row, y, height }: { readonly row: CompareRow; readonly y: number; readonly height: number }): PictureText[] {
  const middle = y + height / 2;
  const told = row.told === '' ? [] : [{ x: margin, y: middle + 15, anchor: 'start', kind: 'foot', text: row.told } as const];
  return [{ x: margin, y: told.length === 0 ? middle + 5 : middle - 3, anchor: 'start', kind: 'name', text: row.name }, ...told];
}

function textsOf(band: Band, box: Box, halves: Halves): PictureText[] {
  return band.phrases.flatMap((phrase, index) => {
    const lines = linesIn(band, phrase, box, halves);
    const stacked = isCut(band) && halves === 'stacked';
    const [y, height] = stacked ? [box.y + (index * box.height) / 2, box.height / 2] : [box.y, box.height];
    const atEnd = phrase.kind === 'aws';
    return lines.map((text, at): PictureText => ({
      x: round(phrase.kind === 'none' ? (box.left + box.right) / 2 : atEnd ? box.right - inset : box.left + inset),
      y: round(y + height / 2 + textSize * 0.35 + (at - (lines.length - 1) / 2) * textLine),
      anchor: phrase.kind === 'none' ? 'middle' : atEnd ? 'end' : 'start',
      kind: `${wordsKind(band, phrase.kind)} compared`,
      text,
    }));
  });
}

function describe({ name, told, cells }: CompareRow, columns: CompareScene['columns']): string {
  const said = cells.map(({ band, missing }, at) => {
    const phrases = band?.phrases.map(({ who, text }) => `${who}: ${text}`).join('; ') ?? missing;
    return `${columns[at]?.name ?? ''}: ${phrases}${band?.holds ? `; If you do nothing: ${band.holds.name}` : ''}`;
  });
  return `${name}${told === '' ? '' : ` (${told})`}: ${said.join('. ')}`;
}
