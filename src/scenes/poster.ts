// All ways to run all services as one sheet for the wall: an area after the other, in each from all yours to all AWS's.
import type { LensId } from '../model/split/filter.ts';
import type { Names } from '../model/split/names.ts';
import { fingerprintScene } from './fingerprint.ts';
import type { FingerprintScene, Printed } from './fingerprint.ts';
import { areaSize, heightOf, measures, rowsOf, sheet } from './poster-rows.ts';
import type { Measures, PosterArea, PosterOption, Stretch } from './poster-rows.ts';

export interface PosterText {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly kind: 'title' | 'lead' | 'area' | 'service' | 'option' | 'key' | 'side' | 'foot';
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
}

/** A strip at its place, with the lines of its name below it. */
export interface PosterStrip {
  readonly x: number;
  readonly y: number;
  /** From the strip's own units to those of the sheet. */
  readonly scale: number;
  readonly print: FingerprintScene;
  readonly href: string;
  /** The name in one line, for a text alternative. */
  readonly name: string;
  readonly texts: readonly PosterText[];
}

/** A stretch of an area in one row: its name, and a rule above its strips. */
export interface PosterHead {
  readonly rule: { readonly x0: number; readonly x1: number; readonly y: number };
  readonly text: PosterText;
  /** Whether the area began in a row above. */
  readonly continued: boolean;
  readonly strips: readonly PosterStrip[];
}

export interface PosterScene {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  /** The title, the lead and the foot. */
  readonly texts: readonly PosterText[];
  /** A strip with the name of each layer, and what the places mean. */
  readonly key: { readonly strip: PosterStrip; readonly texts: readonly PosterText[]; readonly examples: readonly PosterStrip[] };
  readonly heads: readonly PosterHead[];
}

export interface PosterLabels {
  readonly title: string;
  readonly lead: readonly string[];
  readonly foot: readonly string[];
  /** What the rows of the key are named after. */
  readonly example: PosterOption;
  /** What cells of a kind mean, in the order of the key. */
  readonly meanings: readonly { readonly printed: Printed; readonly text: string }[];
}

const { width, height, margin } = sheet;
/** Where the strips begin, below the title and the key. */
const top = 320;
/** Where they end, above the foot. */
const bottom = height - 96;

/**
 * Places every option of every area on the sheet, as large as all of them fit.
 * @param areas in the order of the sheet, each with its options in order
 */
export function posterScene(names: Names, areas: readonly PosterArea[], labels: PosterLabels, lens: LensId = 'parties'): PosterScene {
  const printOf = (option: Printed): FingerprintScene => fingerprintScene(option, names, lens);
  const key = printOf(labels.example);
  const filled = areas.filter(({ options }) => options.length > 0);
  let measured = measures(fewest, key);
  let rows = rowsOf(filled, measured);
  const tall = (): number => rows.reduce((sum, row) => sum + heightOf(row, measured), 0);
  for (let columns = fewest + 1; tall() > bottom - top && columns <= most; columns += 1) {
    measured = measures(columns, key);
    rows = rowsOf(filled, measured);
  }
  // What room is left goes between the rows, up to half a row.
  const spare = Math.min((bottom - top - tall()) / Math.max(rows.length, 1), 40);
  let y = top;
  const heads = rows.flatMap((row) => {
    const at = y;
    y += heightOf(row, measured) + Math.max(spare, 0);
    return row.map((stretch) => headOf(stretch, at, measured, printOf));
  });
  const count = filled.reduce((sum, { options }) => sum + options.length, 0);
  return {
    width,
    height,
    title: labels.title,
    description: `${count} strips of ${names.layers.length} rows each. ${labels.lead.join(' ')}`,
    texts: [
      { x: margin, y: 118, size: 72, kind: 'title', anchor: 'start', text: labels.title },
      ...labels.lead.map((text, index): PosterText => ({ x: margin, y: 172 + index * 34, size: 25, kind: 'lead', anchor: 'start', text })),
      ...labels.foot.map((text, index): PosterText => ({
        x: index === 0 ? margin : width - margin,
        y: height - 48,
        size: 16,
        kind: 'foot',
        anchor: index === 0 ? 'start' : 'end',
        text,
      })),
    ],
    key: keyOf(names, labels, printOf),
    heads,
  };
}

const fewest = 12;
const most = 90;

function headOf(stretch: Stretch, y: number, measured: Measures, printOf: (option: Printed) => FingerprintScene): PosterHead {
  const { cell, head, scale, strip, size, line } = measured;
  const x0 = round(margin + stretch.column * cell);
  const end = margin + (stretch.column + stretch.names.length) * cell - cell * 0.14;
  const text = stretch.continued ? `${stretch.area}, continued` : stretch.area;
  return {
    rule: { x0, x1: round(end), y: round(y) },
    text: { x: x0, y: round(y + 17), size: stretch.continued ? 13 : areaSize, kind: 'area', anchor: 'start', text },
    continued: stretch.continued,
    strips: stretch.names.map(({ given, service, option }, index) => {
      const x = round(margin + (stretch.column + index) * cell);
      const first = y + head + strip + 4 + size;
      const below = [...service.map((each) => ['service', each] as const), ...option.map((each) => ['option', each] as const)];
      return {
        x,
        y: round(y + head),
        scale: round(scale),
        print: printOf(given),
        href: given.href,
        name: nameOf(given),
        texts: below.map(([kind, each], at) => ({
          x,
          y: round(first + at * line),
          size: round(size),
          kind,
          anchor: 'start',
          text: each,
        })),
      };
    }),
  };
}

const nameOf = ({ service, option }: PosterOption): string => (option === '' ? service : `${service}, ${option}`);

/** At the right of the title: a large strip whose rows have names, and small ones for what a row can say. */
function keyOf(names: Names, labels: PosterLabels, printOf: (option: Printed) => FingerprintScene): PosterScene['key'] {
  const print = printOf(labels.example);
  const scale = 3.9;
  const pitch = (print.height * scale) / (names.layers.length - 0.25);
  const x = width - margin - print.width * scale;
  const y = 74;
  const size = 13.5;
  const place = { href: labels.example.href, name: nameOf(labels.example) };
  const examplesAt = x - 610;
  return {
    strip: { x: round(x), y, scale, print, ...place, texts: [] },
    texts: [
      { x: round(x + (print.width * scale) / 4), y: y - 10, size: 15, kind: 'side', anchor: 'middle', text: 'You' },
      { x: round(x + (print.width * scale * 3) / 4), y: y - 10, size: 15, kind: 'side', anchor: 'middle', text: 'AWS' },
      { x: round(x - 14), y: y - 10, size: 15, kind: 'side', anchor: 'end', text: place.name },
      ...names.layers.map(({ name }, index): PosterText => ({
        x: round(x - 14),
        y: round(y + (index + 0.5) * pitch + size * 0.3),
        size,
        kind: 'key',
        anchor: 'end',
        text: name,
      })),
    ],
    examples: labels.meanings.map(({ printed, text }, index) => ({
      x: round(examplesAt),
      y: round(y + 6 + index * 36),
      scale: 2.2,
      print: { ...printOf(printed), height: 3 },
      href: '',
      name: text,
      texts: [{ x: round(examplesAt + 80), y: round(y + 6 + index * 36 + 9), size: 16, kind: 'key', anchor: 'start', text }],
    })),
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;
