// Services × layers as rows of a table: who secures what, and how much of each is the reader's.
import type { Chosen, Sort } from '../model/split/filter.ts';
import { nameChosen } from '../model/split/filter.ts';
import { countLayers } from '../model/split/counts.ts';
import type { LayerId, PartyId } from '../model/vocabulary.ts';
import type { Names } from '../model/split/party.ts';

export interface MatrixColumn {
  /** What a click on its head sorts by. */
  readonly by: Sort['by'];
  readonly name: string;
  /** Whether the rows stand in its order, and which way: as `aria-sort` says it. */
  readonly sorted: 'ascending' | 'descending' | 'none';
}

export interface MatrixCell {
  readonly layer: LayerId;
  readonly party: PartyId;
  /** "You", "Shared", "AWS"; of a layer that does not exist, "Doesn't apply". */
  readonly word: string;
}

export interface MatrixRow {
  /** `amazon-ecs.fargate` */
  readonly key: string;
  readonly name: string;
  readonly href: string;
  /** "5 + 4": layers that are the reader's, and those shared. */
  readonly yours: string;
  readonly cells: readonly MatrixCell[];
}

export interface MatrixScene {
  readonly columns: readonly MatrixColumn[];
  /** All there are, in their order: those not shown keep their place, so that a filter moves nothing. */
  readonly rows: readonly MatrixRow[];
  /** Keys of the rows shown. */
  readonly shown: ReadonlySet<string>;
}

/** What stands in the row of a service; it is the same in every order, under every filter. */
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
 * @param rows all, in the order that `sort` tells of
 * @param chosen whose rows are shown
 */
export function matrixScene({ layers }: Names, rows: readonly MatrixRow[], chosen: readonly Chosen[], sort: Sort | undefined): MatrixScene {
  const { by, reversed } = sort ?? { by: 'name', reversed: false };
  const sorted = (column: Sort['by']): MatrixColumn['sorted'] => {
    if (column !== by) return 'none';
    // Most of it yours first is the number falling; your layers first is the order of the parties rising.
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
