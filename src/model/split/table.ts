// What a reader sees, as a plain table of texts: for spreadsheets and wikis.
import type { Cell } from '../record/schema/cell.ts';
import type { LayerId } from '../vocabulary.ts';
import { phrasesOf } from './cell.ts';
import { differing } from './compare.ts';
import type { Compared } from './compare.ts';
import { countLayers } from './counts.ts';
import { nameChosen } from './filter.ts';
import type { Chosen } from './filter.ts';
import type { Names } from './party.ts';

/** Each row has as many texts as the head. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Every layer of one split: who, what each side does, why, and where AWS says so. */
export function splitTable({ layers, parties }: Names, cells: Readonly<Record<LayerId, Cell>>): Table {
  return {
    head: ['Layer', 'Who secures it', 'You', 'AWS', 'Detail', 'Source'],
    rows: layers.map(({ id, name }) => {
      const cell = cells[id];
      return [
        name,
        parties[cell.party].name,
        'you' in cell ? cell.you : '',
        'aws' in cell ? (cell.with === undefined ? cell.aws : `${cell.aws} (with ${cell.with})`) : '',
        cell.party === 'none' ? `${cell.reason}. ${cell.detail}` : cell.detail,
        cell.source,
      ];
    }),
  };
}

/** Services × layers: who, and how many layers are whose. */
export function servicesTable({ layers, parties }: Names, chosen: readonly Chosen[]): Table {
  return {
    head: ['Service', 'Yours', 'Shared', ...layers.map(({ name }) => name)],
    rows: chosen.map((each) => {
      const counts = countLayers(each.option.parties);
      return [
        nameChosen(each),
        String(counts.customer),
        String(counts.shared),
        ...layers.map(({ id }) => parties[each.option.parties[id]].name),
      ];
    }),
  };
}

/** Splits side by side: for each one who, what they do, and the source. */
export function comparisonTable({ layers, parties }: Names, columns: readonly Compared[]): Table {
  const different = differing(columns);
  const sentences = (cell: Cell): string =>
    phrasesOf(cell, parties)
      .map(({ who, text }) => `${who}: ${text}`)
      .join('. ');
  return {
    head: ['Layer', 'Differs', ...columns.flatMap(({ name }) => [name, `${name}: source`])],
    rows: layers.map(({ id, name }) => [
      name,
      different.has(id) ? 'Differs' : '',
      ...columns.flatMap(({ cells }) => [sentences(cells[id]), cells[id].source]),
    ]),
  };
}
