// What a reader sees, as a plain table of texts: for spreadsheets and wikis.
import { differing } from './compare.ts';
import type { Compared } from './compare.ts';
import { nameChosen } from './filter.ts';
import type { Chosen } from './filter.ts';
import type { Cell, Layer } from '../record/schema.ts';
import { countLayers } from './counts.ts';
import type { LayerId, PartyId } from '../vocabulary.ts';

/** Each row has as many texts as the head. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type LayerName = Pick<Layer, 'id' | 'name'>;

const partyWords: Readonly<Record<PartyId, string>> = { customer: 'You', shared: 'You and AWS', aws: 'AWS', none: 'Not there' };

/** Every layer of one split: who, what each side does, why, and where AWS says so. */
export function splitTable(layers: readonly LayerName[], split: Readonly<Record<LayerId, Cell>>): Table {
  return {
    head: ['Layer', 'Who secures it', 'You', 'AWS', 'Detail', 'Source'],
    rows: layers.map(({ id, name }) => {
      const cell = split[id];
      const aws = 'aws' in cell ? cell.aws : '';
      return [
        name,
        partyWords[cell.party],
        'you' in cell ? cell.you : '',
        'with' in cell && cell.with !== undefined ? `${aws} (with ${cell.with})` : aws,
        cell.party === 'none' ? `${cell.reason}. ${cell.detail}` : cell.detail,
        cell.source,
      ];
    }),
  };
}

/** Services × layers: who, and how many layers are whose. */
export function servicesTable(layers: readonly LayerName[], chosen: readonly Chosen[]): Table {
  return {
    head: ['Service', 'Yours', 'Shared', ...layers.map(({ name }) => name)],
    rows: chosen.map((each) => {
      const counts = countLayers(each.option.parties);
      return [
        nameChosen(each),
        String(counts.customer),
        String(counts.shared),
        ...layers.map(({ id }) => partyWords[each.option.parties[id]]),
      ];
    }),
  };
}

/** Splits side by side: for each one who, what they do, and the source. */
export function comparisonTable(layers: readonly LayerName[], columns: readonly Compared[]): Table {
  const different = differing(columns);
  return {
    head: ['Layer', 'Differs', ...columns.flatMap(({ name }) => [name, `${name}: source`])],
    rows: layers.map(({ id, name }) => [
      name,
      different.has(id) ? 'Differs' : '',
      ...columns.flatMap(({ split }) => [sentenceOf(split[id]), split[id].source]),
    ]),
  };
}

function sentenceOf(cell: Cell): string {
  if (cell.party === 'none') return `Not there: ${cell.reason}`;
  return [
    ...('you' in cell ? [`You: ${cell.you}`] : []),
    ...('aws' in cell ? [`${cell.with === undefined ? 'AWS' : `AWS with ${cell.with}`}: ${cell.aws}`] : []),
  ].join('. ');
}
