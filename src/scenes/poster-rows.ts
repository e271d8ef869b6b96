// How the options of a poster fill its rows: which stands where, before anything has a y.
import type { FingerprintScene, Printed } from './fingerprint.ts';
import { linesWithin } from './lines.ts';

/** The sheet: quarters of a millimetre of A2 across; on A3 it shrinks by 29 percent. */
const [width, margin] = [2376, 64];
export const sheet = { width, height: 1680, margin, inner: width - 2 * margin } as const;

/** One option to be placed. */
export interface PosterOption extends Printed {
  readonly service: string;
  /** Empty where the service has one way to be run. */
  readonly option: string;
  readonly href: string;
}

/** Generous estimates in em: nothing can be measured where there is no document. */
const em = { service: 0.55, option: 0.5, area: 0.56 } as const;

/** The measures of a sheet with so many columns. */
export interface Measures {
  readonly columns: number;
  readonly cell: number;
  readonly scale: number;
  readonly strip: number;
  readonly size: number;
  readonly line: number;
  readonly head: number;
}

export function measures(columns: number, print: Pick<FingerprintScene, 'width' | 'height'>): Measures {
  const cell = sheet.inner / columns;
  const scale = (cell * 0.44) / print.width;
  const size = Math.max(cell * 0.118, 7);
  return { columns, cell, scale, strip: print.height * scale, size, line: size * 1.16, head: 26 };
}

export interface Named {
  readonly given: PosterOption;
  readonly service: readonly string[];
  readonly option: readonly string[];
}

function named(given: PosterOption, { cell, size }: Measures): Named {
  const room = (cell * 0.94) / size;
  return {
    given,
    service: linesWithin(given.service, room, em.service),
    option: given.option === '' ? [] : linesWithin(given.option, room, em.option),
  };
}

/** A stretch of one area in one row, before it has a y. */
export interface Stretch {
  readonly area: string;
  readonly continued: boolean;
  readonly column: number;
  readonly names: readonly Named[];
}

/** Fills rows: an area goes on where the last one ended, unless its name would not fit beside it. */
export function rowsOf(areas: readonly PosterArea[], measured: Measures): Stretch[][] {
  const { columns, cell } = measured;
  const rows: Stretch[][] = [];
  let row: Stretch[] = [];
  let column = 0;
  const turn = (): void => {
    rows.push(row);
    row = [];
    column = 0;
  };
  for (const { name, options } of areas) {
    const wanted = Math.ceil((name.length * em.area * areaSize + 8) / cell);
    if (column > 0 && columns - column < wanted) turn();
    let waiting = options.map((each) => named(each, measured));
    let continued = false;
    while (waiting.length > 0) {
      if (column === columns) turn();
      const names = waiting.slice(0, columns - column);
      waiting = waiting.slice(names.length);
      row.push({ area: name, continued, column, names });
      // The next area's name needs room to the right of this one's.
      column = Math.min(columns, column + Math.max(names.length, continued ? 0 : wanted));
      continued = true;
    }
  }
  if (row.length > 0) turn();
  return rows;
}

/** The size of an area's name. */
export const areaSize = 17;
const rowGap = 12;

export const heightOf = (row: readonly Stretch[], { head, strip, line }: Measures): number =>
  head +
  strip +
  4 +
  line * Math.max(...row.flatMap(({ names }) => names.map(({ service, option }) => service.length + option.length))) +
  rowGap;

export interface PosterArea {
  readonly name: string;
  readonly options: readonly PosterOption[];
}
