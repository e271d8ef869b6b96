// What a reader sees, as a plain table of texts: for spreadsheets and wikis.
import type { Cell } from '../record/schema/cell.ts';
import type { LayerId } from '../vocabulary.ts';
import { phrasesOf, taskOf } from './cell.ts';
import { differing } from './compare.ts';
import type { Compared } from './compared.ts';
import { countLayers } from './counts.ts';
import { meaningOf } from './default.ts';
import type { DefaultNames } from './default.ts';
import { nameChosen } from './filter.ts';
import type { Chosen, LensId } from './filter.ts';
import type { Names } from './names.ts';

/** Each row has as many texts as the head. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** "Not until you ask: No copies until you switch them on"; empty where the layer does not exist. */
function holdsOf(cell: Cell, layer: LayerId, defaults: DefaultNames): string {
  return cell.party === 'none' ? '' : `${defaults[cell.default].name}: ${meaningOf(defaults, cell.default, layer)}`;
}

/** Every layer of one split: who, what each side does, why, and where AWS says so. */
export function splitTable({ layers, parties, defaults }: Names, cells: Readonly<Record<LayerId, Cell>>): Table {
  return {
    head: ['Layer', 'Who secures it', 'If you do nothing', 'You', 'AWS', 'Detail', 'Sources'],
    rows: layers.map(({ id, name }) => {
      const cell = cells[id];
      return [
        name,
        parties[cell.party].name,
        holdsOf(cell, id, defaults),
        taskOf(cell) ?? '',
        'aws' in cell ? (cell.with === undefined ? cell.aws : `${cell.aws} (with ${cell.with})`) : '',
        cell.party === 'none' ? `${cell.reason}. ${cell.detail}` : cell.detail,
        cell.source.join(' '),
      ];
    }),
  };
}

/** Services × layers: who, or through the other lens what holds if the customer does nothing; and how many layers are whose. */
export function servicesTable({ layers, parties, defaults }: Names, chosen: readonly Chosen[], lens: LensId = 'parties'): Table {
  const wordOf = ({ option }: Chosen, layer: LayerId): string => {
    const holding = option.defaults[layer];
    return lens === 'parties' || holding === undefined ? parties[option.parties[layer]].name : defaults[holding].name;
  };
  return {
    head: ['Service', 'Yours', 'Shared', ...layers.map(({ name }) => name)],
    rows: chosen.map((each) => {
      const counts = countLayers(each.option.parties);
      return [nameChosen(each), String(counts.customer), String(counts.shared), ...layers.map(({ id }) => wordOf(each, id))];
    }),
  };
}

/** Splits side by side: for each one who, what they do, and the source. */
export function comparisonTable({ layers, parties, defaults }: Names, columns: readonly Compared[]): Table {
  const different = differing(columns);
  const sentences = (cell: Cell): string =>
    phrasesOf(cell, parties)
      .map(({ who, text }) => `${who}: ${text}`)
      .join('. ');
  return {
    head: ['Layer', 'Differs', ...columns.flatMap(({ name }) => [name, `${name}: if you do nothing`, `${name}: sources`])],
    rows: layers.map(({ id, name }) => [
      name,
      different.has(id) ? 'Differs' : '',
      ...columns.flatMap(({ cells }) => [sentences(cells[id]), holdsOf(cells[id], id, defaults), cells[id].source.join(' ')]),
    ]),
  };
}
