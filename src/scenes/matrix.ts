// The scene of the matrix: a row for each option of a service, with the party of each layer.
import type { Chosen, Sort } from '../model/split/filter.ts';
import { nameChosen } from '../model/split/filter.ts';
import { countLayers } from '../model/split/counts.ts';
import type { LayerId, PartyId } from '../model/vocabulary.ts';
import type { Names } from '../model/split/names.ts';

export interface MatrixColumn {
  /** What a click on its header sorts by. */
  readonly by: Sort['by'];
  readonly name: string;
  /** Whether the rows are sorted by this column, as a value of `aria-sort`. */
  readonly sorted: 'ascending' | 'descending' | 'none';
}

export interface MatrixCell {
  readonly layer: LayerId;
  readonly party: PartyId;
  /** The name of the party: "You", "Shared", "AWS" or "Doesn't apply". */
  readonly word: string;
}

export interface MatrixRow {
  /** `amazon-ecs.fargate` */
  readonly key: string;
  readonly name: string;
  readonly href: string;
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
}

/** Returns the row of one option. It does not depend on the order or the filter. */
export function matrixRow({ layers, parties: names }: Names, chosen: Chosen, href: string): MatrixRow {
  const { parties } = chosen.option;
  const counts = countLayers(parties);
  return {
    key: rowKey(chosen),
    name: nameChosen(chosen),
    href,
    yours: `${counts.customer} + ${counts.shared}`,
    cells: layers.map(({ id }) => ({ layer: id, party: parties[id], word: names[parties[id]].name })),
  };
}

/**
 * Returns the matrix.
 * @param rows all rows, already in the order of `sort`
 * @param chosen the options whose rows are shown
 * @param sort undefined for the order by name
 */
export function matrixScene({ layers }: Names, rows: readonly MatrixRow[], chosen: readonly Chosen[], sort: Sort | undefined): MatrixScene {
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
  };
}

const rowKey = ({ service, option }: Chosen): string => `${service.id}.${option.id}`;
