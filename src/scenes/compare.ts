// Two to four splits side by side: what a table of them holds, row by row.
import { describeMoves, differing } from '../model/split/compare.ts';
import type { Compared } from '../model/split/compare.ts';
import type { PartyId } from '../model/vocabulary.ts';
import type { LayerId } from '../model/vocabulary.ts';
import { cellWords } from './split.ts';
import type { LayerText, Words } from './split.ts';

export interface CompareColumn extends Compared {
  /** `amazon-eks.auto-mode`: distinct per column. */
  readonly key: string;
  readonly href: string;
}

export interface ComparedCell {
  readonly key: string;
  readonly party: PartyId;
  readonly words: readonly Words[];
  readonly detail: string;
  readonly source: string;
}

export interface CompareRow {
  readonly layer: LayerId;
  readonly name: string;
  readonly differs: boolean;
  readonly cells: readonly ComparedCell[];
}

export interface CompareScene {
  readonly columns: readonly { readonly key: string; readonly name: string; readonly href: string }[];
  readonly rows: readonly CompareRow[];
  /** From the first column to each other one. */
  readonly sentences: readonly string[];
}

export function compareScene(layers: readonly LayerText[], columns: readonly CompareColumn[]): CompareScene {
  const different = differing(columns);
  const [first, ...rest] = columns;
  return {
    columns: columns.map(({ key, name, href }) => ({ key, name, href })),
    rows: layers.map((layer) => ({
      layer: layer.id,
      name: layer.name,
      differs: different.has(layer.id),
      cells: columns.map(({ key, split }) => {
        const cell = split[layer.id];
        return { key, party: cell.party, words: cellWords(cell), detail: cell.detail, source: cell.source };
      }),
    })),
    sentences: first ? rest.map((column) => describeMoves(first, column, layers)) : [],
  };
}
