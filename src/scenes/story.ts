// The line moves: some layers of a few ways to run the same work, side by side. Positions are percent of a column's width and px down.
import { line as path } from 'd3-shape';
import type { Names } from '../model/split/names.ts';
import { capitalized } from '../model/split/party.ts';
import type { LayerId } from '../model/vocabulary.ts';
import type { Printed } from './fingerprint.ts';
import { tideLine, yoursOf } from './line.ts';

export interface StoryRow {
  readonly layer: LayerId;
  readonly y: number;
  readonly height: number;
  /** Corners of what is yours, "x,y x,y …"; it begins left of the band, so that it may glide in from the right. */
  readonly yours: string;
  /** How far to the right the cut stood one step before, in percent; negative where it stood further left. */
  readonly from: number;
  /** Whether anybody secures the layer. */
  readonly applies: boolean;
}

export interface StoryColumn {
  readonly rows: readonly StoryRow[];
  /** The stroke through all cuts, as a path. */
  readonly line: string;
  /** "Identity and access: shared. Application code: yours." */
  readonly spoken: string;
}

export interface StoryScene {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly StoryColumn[];
}

export const storyRow = { height: 24, gap: 6 } as const;
const pitch = storyRow.height + storyRow.gap;

/**
 * Returns a column for each step.
 * @param layers those that are drawn, in any order
 * @param steps the splits, from the first to the last
 */
export function storyScene(names: Names, layers: readonly LayerId[], steps: readonly Printed[]): StoryScene {
  const drawn = names.layers.filter(({ id }) => layers.includes(id));
  const columns = steps.map((step, index): StoryColumn => {
    const cuts = drawn.map(({ id }) => ({ x: cutOf(step, id), halves: false }));
    const before = steps[index - 1] ?? step;
    const places = tideLine(cuts);
    const points = places.flatMap((place, row): [number, number][] =>
      place
        ? [
            [place.top, row * pitch - storyRow.gap / 2],
            [place.bottom, row * pitch + storyRow.height + storyRow.gap / 2],
          ]
        : [],
    );
    return {
      rows: drawn.map(({ id }, row) => {
        const { top = 0, bottom = 0 } = places[row] ?? {};
        const y = row * pitch;
        const cut = cutOf(step, id);
        return {
          layer: id,
          y,
          height: storyRow.height,
          yours: `-100,${y} ${top},${y} ${bottom},${y + storyRow.height} -100,${y + storyRow.height}`,
          from: (cutOf(before, id) ?? 0) - (cut ?? 0),
          applies: cut !== undefined,
        };
      }),
      line: path().digits(1)(points) ?? '',
      spoken: drawn.map(({ id, name }) => `${name}: ${capitalized(names.parties[step.parties[id]].predicate)}.`).join(' '),
    };
  });
  return { width: 100, height: drawn.length * pitch - storyRow.gap, columns };
}

/** Where a band is cut, as in the whole diagram; undefined where nobody secures it. */
function cutOf({ parties, defaults }: Printed, layer: LayerId): number | undefined {
  switch (parties[layer]) {
    case 'customer':
      return 100;
    case 'aws':
      return 0;
    case 'shared':
      return yoursOf(defaults[layer] ?? 'partly');
    case 'none':
      return undefined;
  }
}
