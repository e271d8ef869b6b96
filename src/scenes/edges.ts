// The steps of the lesson that the reader steers: on each, some layers of an option, and where their edges stood a step before.
import type { Cell } from '../model/record/schema/cell.ts';
import type { Names } from '../model/split/names.ts';
import type { LayerId, PartyId } from '../model/vocabulary.ts';
import { splitScene } from './split.ts';

/** Where an edge may be placed, from left to right as the slider moves. */
export const stops = ['aws', 'shared', 'customer'] as const satisfies readonly PartyId[];
export type Stop = (typeof stops)[number];

export interface EdgeBand {
  readonly layer: LayerId;
  readonly name: string;
  /** Whether the reader places this edge. */
  readonly asked: boolean;
  /** Who secures it a step before, and now. */
  readonly from: Edge;
  readonly to: Edge;
}

export interface Edge {
  readonly party: Stop;
  /** Percent of the band's width, from its left end: AWS's part begins there. Beyond the ends where one side has it all. */
  readonly x: number;
}

type Cells = Readonly<Record<LayerId, Cell>>;

/** A slanted edge at an end of the band would leave a sliver of the other side, so that it stands outside. */
const overhang = 12;

/** An edge as the reader may place it. */
export const edgeAt = (party: Stop, shared = 50): Edge => ({
  party,
  x: { aws: -overhang, shared, customer: 100 + overhang }[party],
});

/**
 * The steps in their order. Before the first one every layer is the reader's.
 * @param layers the layers that each step draws, in their order from top to bottom
 * @param steps the cells of each step, and the layer whose edge the reader places
 * @throws Error if one of the layers does not exist at a step
 */
export function edgeScenes(
  names: Names,
  layers: readonly LayerId[],
  steps: readonly { readonly cells: Cells; readonly layer: LayerId }[],
): EdgeBand[][] {
  const drawn = { ...names, layers: names.layers.filter(({ id }) => layers.includes(id)) };
  const edges = steps.map(({ cells }) =>
    splitScene(drawn, cells).bands.map(({ layer, party, parts }): Edge => {
      const stop = stops.find((each) => each === party);
      if (!stop) throw new Error(`the layer ${layer} does not exist at each step: draw others`);
      return edgeAt(stop, parts.find(({ kind }) => kind === 'aws')?.x0);
    }),
  );
  return steps.map((step, index) =>
    drawn.layers.map(({ id, name }, row) => ({
      layer: id,
      name,
      asked: id === step.layer,
      from: edges[index - 1]?.[row] ?? edgeAt('customer'),
      to: edges[index]?.[row] ?? edgeAt('customer'),
    })),
  );
}
