// Two to four splits side by side: what a table of them holds, row by row.
import { describeComparison, differing } from '../model/split/compare.ts';
import type { Compared } from '../model/split/compare.ts';
import { phrasesOf, sourcesOf } from '../model/split/cell.ts';
import type { Phrase, Source } from '../model/split/cell.ts';
import type { Names } from '../model/split/names.ts';
import type { LayerId, PartyId } from '../model/vocabulary.ts';

export interface CompareColumn extends Compared {
  /** `amazon-eks.auto-mode`: distinct per column. */
  readonly key: string;
  readonly href: string;
}

export type ComparedPhrase = Phrase;

export interface ComparedCell {
  readonly key: string;
  readonly party: PartyId;
  /** "You", "Shared" */
  readonly partyName: string;
  readonly phrases: readonly Phrase[];
  readonly detail: string;
  readonly sources: readonly Source[];
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

export function compareScene(names: Names, columns: readonly CompareColumn[]): CompareScene {
  const different = differing(columns);
  const [first, ...rest] = columns;
  return {
    columns: columns.map(({ key, name, href }) => ({ key, name, href })),
    rows: names.layers.map((layer) => ({
      layer: layer.id,
      name: layer.name,
      differs: different.has(layer.id),
      cells: columns.map(({ key, cells }) => {
        const cell = cells[layer.id];
        return {
          key,
          party: cell.party,
          partyName: names.parties[cell.party].name,
          phrases: phrasesOf(cell, names.parties),
          detail: cell.detail,
          sources: sourcesOf(cell),
        };
      }),
    })),
    sentences: first ? rest.flatMap((column) => describeComparison(first, column, names)) : [],
  };
}
