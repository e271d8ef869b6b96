// Two to four splits side by side: the layers that differ, row by row, those first that move between the columns; then the equal ones.
import type { Cell } from '../model/record/schema/cell.ts';
import { sourcesOf } from '../model/split/cell.ts';
import type { Source } from '../model/split/cell.ts';
import { describeComparison, describeFinding, differenceOf } from '../model/split/compare.ts';
import type { Difference } from '../model/split/compare.ts';
import type { ComparedOption } from '../model/split/compared.ts';
import type { LensId } from '../model/split/filter.ts';
import type { Teams } from '../model/organization/house.ts';
import type { Names } from '../model/split/names.ts';
import { defaultOf } from '../model/record/holding.ts';
import { mapLayers } from '../model/vocabulary.ts';
import type { LayerId } from '../model/vocabulary.ts';
import { fingerprintScene } from './fingerprint.ts';
import type { FingerprintScene } from './fingerprint.ts';
import { withOwners } from './house.ts';
import { splitScene } from './split.ts';
import type { Band } from './split.ts';

export interface CompareColumn extends ComparedOption {
  /** `amazon-eks.auto-mode`: distinct per column. */
  readonly key: string;
  readonly href: string;
}

/** A column whose cells are not there: it stands in its place, so that nobody takes another's for it. */
export interface MissingColumn extends Pick<CompareColumn, 'key' | 'name' | 'href'> {
  /** "Not loaded" */
  readonly missing: string;
}

export interface ComparedCell {
  readonly key: string;
  /** The band of the column's split; undefined where the cells are not there. */
  readonly band: Band | undefined;
  /** "Not loaded"; empty where the band is there. */
  readonly missing: string;
  /** Why: the cell in full, or in which column the same stands. */
  readonly detail: string;
  readonly sources: readonly Source[];
}

export interface CompareRow {
  readonly layer: LayerId;
  readonly name: string;
  readonly difference: Difference;
  /** "Changes hands"; empty where nothing differs. */
  readonly told: string;
  readonly cells: readonly ComparedCell[];
}

export interface CompareHead {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  /** All layers as a strip; undefined where the column's cells are not there. */
  readonly print: FingerprintScene | undefined;
}

export interface CompareScene {
  readonly columns: readonly CompareHead[];
  /** Of several columns the rows that differ, of a single one all. */
  readonly rows: readonly CompareRow[];
  /** Rows that are the same in all columns, with a single cell each. */
  readonly same: readonly CompareRow[];
  /** "8 layers are the same"; empty where none is. */
  readonly sameTold: string;
  readonly sentences: readonly string[];
  /** What a picture of it is titled: "EKS, Auto Mode instead of Managed node groups: 2 more layers are done without you". */
  readonly finding: string;
}

/** What stands under the name of a layer that differs. */
const differences: Readonly<Record<Difference, string>> = {
  party: 'Changes hands',
  default: 'Starts differently',
  work: 'Other work',
  none: '',
};
/** Those that a reader looks for stand first. */
const order: readonly Difference[] = ['party', 'default', 'work'];

export function compareScene(
  names: Names & Teams,
  columns: readonly (CompareColumn | MissingColumn)[],
  lens: LensId = 'parties',
): CompareScene {
  const loaded = columns.filter((column): column is CompareColumn => !('missing' in column));
  const [first] = loaded;
  const kinds = new Map(names.layers.map(({ id }) => [id, differenceOf(loaded, id)]));
  const kindOf = (layer: LayerId): Difference => kinds.get(layer) ?? 'none';
  const layersOf = (kind: Difference): Names['layers'] => names.layers.filter(({ id }) => kindOf(id) === kind);
  const folded = loaded.length > 1 ? layersOf('none') : [];
  const ordered = loaded.length > 1 ? order.flatMap(layersOf) : first ? names.layers : [];
  return {
    columns: columns.map((column) => headOf(names, column, lens)),
    rows: rowsOf({ ...names, layers: ordered }, columns, lens, kindOf),
    same: first ? rowsOf({ ...names, layers: folded }, [first], lens, () => 'none', loaded) : [],
    sameTold: folded.length === 0 ? '' : folded.length === 1 ? '1 layer is the same' : `${folded.length} layers are the same`,
    sentences: describeComparison(loaded, names),
    finding: describeFinding(loaded),
  };
}

function headOf(names: Names, column: CompareColumn | MissingColumn, lens: LensId): CompareHead {
  const { key, name, href } = column;
  if ('missing' in column) return { key, name, href, print: undefined };
  const { cells } = column;
  const printed = { parties: mapLayers((layer) => cells[layer].party), defaults: mapLayers((layer) => defaultOf(cells[layer])) };
  return { key, name, href, print: fingerprintScene(printed, names, lens) };
}

/**
 * Each column is a split of these layers alone, so that its line runs through the rows as they stand.
 * @param all the columns that a single one speaks for
 */
function rowsOf(
  names: Names & Teams,
  columns: readonly (CompareColumn | MissingColumn)[],
  lens: LensId,
  kindOf: (layer: LayerId) => Difference,
  all?: readonly CompareColumn[],
): CompareRow[] {
  const splits = columns.map((column) => {
    if ('missing' in column) return undefined;
    const split = splitScene(names, column.cells, lens);
    return typeof siteBare === 'undefined' ? withOwners(split, names, all ?? [column]) : split;
  });
  return names.layers.map(({ id, name }, row) => ({
    layer: id,
    name,
    difference: kindOf(id),
    told: differences[kindOf(id)],
    cells: columns.map((column, at) => {
      if ('missing' in column) return { key: column.key, band: undefined, missing: column.missing, detail: '', sources: [] };
      const { cells } = column;
      const like = columns.slice(0, at).find((each) => !('missing' in each) && isSaidAlike(each.cells[id], cells[id]));
      return {
        key: column.key,
        band: splits[at]?.bands[row],
        missing: '',
        detail: like ? `As with ${like.name}.` : cells[id].detail,
        sources: like ? [] : sourcesOf(cells[id]),
      };
    }),
  }));
}

const isSaidAlike = (a: Cell, b: Cell): boolean => a.detail === b.detail && a.source.join(' ') === b.source.join(' ');
