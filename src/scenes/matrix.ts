// The scene of the matrix: a row for each option of a service, with the party of each layer, or through the other lens its default.
import type { Holding } from '../model/split/default.ts';
import type { Chosen, LensId, Sort } from '../model/split/filter.ts';
import { nameChosen } from '../model/split/filter.ts';
import { countLayers } from '../model/split/counts.ts';
import type { LayerId } from '../model/vocabulary.ts';
import type { Names } from '../model/split/names.ts';
import type { PartKind } from './split.ts';

export interface MatrixColumn {
  /** What a click on its header sorts by. */
  readonly by: Sort['by'];
  readonly name: string;
  /** Whether the rows are sorted by this column, as a value of `aria-sort`. */
  readonly sorted: 'ascending' | 'descending' | 'none';
}

export interface MatrixCell {
  readonly layer: LayerId;
  readonly kind: PartKind;
  /** The name of the party, or a short word for the default: "You", "Open". */
  readonly word: string;
}

export interface MatrixRow {
  /** `amazon-ecs.fargate` */
  readonly key: string;
  readonly name: string;
  readonly href: string;
  /** Whether the service is usually run another way: the finished page hides such a row until a filter asks for it. */
  readonly other: boolean;
  /** The number of layers that are the reader's, and of those that are shared: "5 + 4". */
  readonly yours: string;
  readonly cells: readonly MatrixCell[];
}

export interface MatrixScene {
  readonly columns: readonly MatrixColumn[];
  /** All rows in order. Hidden rows keep their place, so that a filter moves none. */
  readonly rows: readonly MatrixRow[];
  /** The keys of the rows that are shown. */
  readonly shown: ReadonlySet<string>;
  /** What the cells say. */
  readonly lens: LensId;
}

/** The defaults as a cell of 3 rem has room for them; a drawing of many services tells them by their names. */
export const shortWords: Readonly<Record<Exclude<Holding, 'none'>, string>> = {
  done: 'Done',
  partly: 'Partly',
  'when-asked': 'Ask',
  open: 'Open',
  yours: 'You',
  unstated: 'Unsaid',
};

/** Returns the row of one option through a lens. It does not depend on the order or the filter. */
export function matrixRow({ layers, parties: names }: Names, chosen: Chosen, href: string, lens: LensId = 'parties'): MatrixRow {
  const { parties, defaults } = chosen.option;
  const cellOf = (layer: LayerId): MatrixCell => {
    const holding = defaults[layer];
    if (lens === 'parties' || holding === undefined) return { layer, kind: parties[layer], word: names[parties[layer]].name };
    return { layer, kind: `holds-${holding}`, word: shortWords[holding] };
  };
  const counts = countLayers(parties);
  return {
    key: rowKey(chosen),
    name: nameChosen(chosen),
    href,
    other: chosen.option !== chosen.service.options[0],
    yours: `${counts.customer} + ${counts.shared}`,
    cells: layers.map(({ id }) => cellOf(id)),
  };
}

/**
 * Returns the matrix.
 * @param rows all rows, already in the order of `sort`
 * @param chosen the options whose rows are shown
 * @param sort undefined for the order by name
 * @param lens the one that the rows were made through
 */
export function matrixScene(
  { layers }: Names,
  rows: readonly MatrixRow[],
  chosen: readonly Chosen[],
  sort: Sort | undefined,
  lens: LensId = 'parties',
): MatrixScene {
  const { by, reversed } = sort ?? { by: 'name', reversed: false };
  const sorted = (column: Sort['by']): MatrixColumn['sorted'] => {
    if (column !== by) return 'none';
    // The default order of "yours" starts with the largest number, so it is descending. All others are ascending.
    return reversed === (column === 'yours') ? 'ascending' : 'descending';
  };
  return {
    columns: [
      { by: 'name', name: 'Service', sorted: sorted('name') },
      { by: 'yours', name: 'Yours + shared', sorted: sorted('yours') },
      ...layers.map((layer): MatrixColumn => ({ by: layer.id, name: layer.name, sorted: sorted(layer.id) })),
    ],
    rows,
    shown: new Set(chosen.map(rowKey)),
    lens,
  };
}

const rowKey = ({ service, option }: Chosen): string => `${service.id}.${option.id}`;
