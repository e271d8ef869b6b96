// Two to four splits side by side: what a table of them holds, row by row, those that differ first.
import { defaultOf } from '../model/record/holding.ts';
import type { Cell } from '../model/record/schema/cell.ts';
import type { Default } from '../model/record/schema/service.ts';
import { phrasesOf, sourcesOf } from '../model/split/cell.ts';
import type { Source } from '../model/split/cell.ts';
import { describeComparison, differing } from '../model/split/compare.ts';
import type { ComparedOption } from '../model/split/compare.ts';
import { meaningOf } from '../model/split/default.ts';
import type { LensId } from '../model/split/filter.ts';
import type { Names } from '../model/split/names.ts';
import { mapLayers } from '../model/vocabulary.ts';
import type { DefaultId, LayerId, PartyId } from '../model/vocabulary.ts';
import { fingerprintScene } from './fingerprint.ts';
import type { FingerprintScene } from './fingerprint.ts';

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

export interface ComparedPhrase {
  readonly party: PartyId;
  /** "AWS with Red Hat"; empty where the mark of the cell says it already. */
  readonly who: string;
  readonly text: string;
}

/** A word with a colour: who secures the layer, or what holds if you do nothing. */
export interface CompareMark {
  readonly kind: PartyId | `holds-${DefaultId}` | 'missing';
  readonly text: string;
}

/** What holds if you do nothing, beside the mark of the party. */
interface ComparedHolding {
  readonly id: DefaultId;
  readonly name: string;
  readonly glyph: Default['glyph'];
}

export interface ComparedCell {
  readonly key: string;
  readonly mark: CompareMark;
  /** Undefined where the layer does not exist, and through the lens, whose mark says it. */
  readonly holds: ComparedHolding | undefined;
  /** Through the lens what the default means for the layer, else empty. */
  readonly meaning: string;
  readonly phrases: readonly ComparedPhrase[];
  readonly detail: string;
  readonly sources: readonly Source[];
}

export interface CompareRow {
  readonly layer: LayerId;
  readonly name: string;
  readonly cells: readonly ComparedCell[];
}

export interface CompareHead {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  /** Undefined where the column's cells are not there. */
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
}

export function compareScene(names: Names, columns: readonly (CompareColumn | MissingColumn)[], lens: LensId = 'parties'): CompareScene {
  const loaded = columns.filter((column): column is CompareColumn => !('missing' in column));
  const different = differing(loaded);
  const row = (layer: Names['layers'][number], shown: typeof columns): CompareRow => ({
    layer: layer.id,
    name: layer.name,
    cells: shown.map((column) =>
      'missing' in column ? missingCell(column) : comparedCell(names, column.key, layer.id, column.cells[layer.id], lens),
    ),
  });
  const [first] = loaded;
  const folded = first && loaded.length > 1 ? names.layers.filter(({ id }) => !different.has(id)) : [];
  return {
    columns: columns.map((column) => headOf(column, names, lens)),
    rows: first ? names.layers.filter((layer) => !folded.includes(layer)).map((layer) => row(layer, columns)) : [],
    same: first ? folded.map((layer) => row(layer, [first])) : [],
    sameTold: folded.length === 0 ? '' : folded.length === 1 ? '1 layer is the same' : `${folded.length} layers are the same`,
    sentences: describeComparison(loaded, names),
  };
}

function headOf(column: CompareColumn | MissingColumn, names: Names, lens: LensId): CompareHead {
  const { key, name, href } = column;
  if ('missing' in column) return { key, name, href, print: undefined };
  const { cells } = column;
  const printed = { parties: mapLayers((layer) => cells[layer].party), defaults: mapLayers((layer) => defaultOf(cells[layer])) };
  return { key, name, href, print: fingerprintScene(printed, names, lens) };
}

const missingCell = ({ key, missing }: MissingColumn): ComparedCell => ({
  key,
  mark: { kind: 'missing', text: missing },
  holds: undefined,
  meaning: '',
  phrases: [],
  detail: '',
  sources: [],
});

function comparedCell({ parties, defaults }: Names, key: string, layer: LayerId, cell: Cell, lens: LensId): ComparedCell {
  const id = defaultOf(cell);
  const party: CompareMark = { kind: cell.party, text: parties[cell.party].name };
  const byDefault = lens === 'defaults' && id !== undefined;
  return {
    key,
    mark: byDefault ? { kind: `holds-${id}`, text: defaults[id].name } : party,
    holds: id === undefined || byDefault ? undefined : { id, name: defaults[id].name, glyph: defaults[id].glyph },
    meaning: byDefault ? meaningOf(defaults, id, layer) : '',
    phrases: phrasesOf(cell, parties).map(({ who, ...phrase }) => ({ ...phrase, who: !byDefault && who === party.text ? '' : who })),
    detail: cell.detail,
    sources: sourcesOf(cell),
  };
}
