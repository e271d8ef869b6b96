// The tide line: one stroke from the top of a split to its bottom, along the cut of each band and through the gaps between bands.
import type { DefaultId } from '../model/vocabulary.ts';

/** Where the stroke runs through one band, in percent of the band's width. */
export interface LinePlace {
  /** Where the band is cut, halfway down; 0 and 100 are its ends. */
  readonly x: number;
  /** Where the stroke comes in from above, and where it leaves below: it leans where it cuts a band, and stands upright at its ends. */
  readonly top: number;
  readonly bottom: number;
  /** Where it comes into the next band; the last has none. */
  readonly next: number | undefined;
  /** Where it comes in if a narrow screen lays the halves of a band above each other, yours first; undefined of a cut between the ends. */
  readonly enters: 'start' | 'end' | undefined;
  /** Whether it then crosses the gap below from end to end. */
  readonly crosses: boolean;
}

/** How a band is cut. */
export interface Cut {
  /** Percent; undefined where there is nobody on either side. */
  readonly x: number | undefined;
  /** Whether the sides are two halves that a narrow screen lays above each other. */
  readonly halves: boolean;
}

/** How far the stroke moves to the right at the top of a cut band, and to the left at its bottom, in percent. */
export const lean = 1.8;

/** How much of a shared band is yours, in percent: the less, the more AWS does by itself. The columns of styles/band.css say the same. */
export function yoursOf(id: DefaultId): number {
  if (id === 'done') return 42;
  return id === 'when-asked' ? 58 : 50;
}

/** Returns the place of the stroke in each band; undefined in all of them where none is cut. */
export function tideLine(cuts: readonly Cut[]): (LinePlace | undefined)[] {
  const known = cuts.map(({ x }) => x);
  const places = cuts.map(({ halves }, index) => {
    const x = known[index] ?? passing(known.slice(0, index).findLast(isNumber), known.slice(index).find(isNumber));
    if (x === undefined) return undefined;
    const enters = halves || x === 100 ? 'end' : x === 0 ? 'start' : undefined;
    return { x, lean: x > 0 && x < 100 ? lean : 0, enters, leaves: halves ? 'start' : enters } as const;
  });
  return places.map((place, index) => {
    const below = places[index + 1];
    return (
      place && {
        x: place.x,
        top: round(place.x + place.lean),
        bottom: round(place.x - place.lean),
        next: below && round(below.x + below.lean),
        enters: place.enters,
        crosses: below?.enters !== undefined && place.leaves !== undefined && place.leaves !== below.enters,
      }
    );
  });
}

/** A band without sides holds words in its middle, so the stroke passes it at the end that is nearer to where it stands above and below. */
function passing(above: number | undefined, below: number | undefined): number | undefined {
  const [first, second] = [above ?? below, below ?? above];
  if (first === undefined || second === undefined) return undefined;
  return first + second >= 100 ? 100 : 0;
}

const isNumber = (value: number | undefined): value is number => value !== undefined;
const round = (value: number): number => Math.round(value * 100) / 100;
