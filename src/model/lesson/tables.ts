// Holds the tables of the guide against the records they speak of.
import { nearest, place } from '../problem.ts';
import type { Problem, SourceFile } from '../problem.ts';
import type { Catalog } from '../record/catalog.ts';
import { defaultOf } from '../record/holding.ts';
import { findOption } from '../record/lookup.ts';
import type { LessonTable } from '../record/schema/lesson.ts';
import { namesIn } from '../split/names.ts';
import type { Names } from '../split/names.ts';
import { defaultIds, partyIds } from '../vocabulary.ts';

/** A table of a page as text. */
export interface TableText {
  readonly head: readonly string[];
  /** Each with its line in the file, from 1. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

interface Page {
  readonly id: string;
  readonly tables: readonly TableText[];
}

/**
 * Reports tables that the list lacks, list entries that match no table, row or column, and cells that contradict their record.
 * @param file the list, for messages
 */
export function assertTables(file: SourceFile, list: readonly LessonTable[], pages: readonly Page[], catalog: Catalog): Problem[] {
  const names = namesIn(catalog);
  const named = list.flatMap((entry, index): Problem[] => {
    const table = pages.find(({ id }) => id === entry.page)?.tables[entry.table - 1];
    if (table) return [...unknownLabels(file, index, entry, table), ...tableProblems(entry, table, catalog, names)];
    const found = `table ${entry.table} of ${entry.page}`;
    return [{ file: place(file, [index]), field: String(index), found, remedy: 'name a page of content/guide/ and one of its tables' }];
  });
  const missing = pages.flatMap(({ id, tables }) =>
    tables.flatMap(({ head }, index): Problem[] => {
      if (list.some(({ page, table }) => page === id && table === index + 1)) return [];
      const found = head.filter((text) => text !== '').join(' | ');
      const remedy = `add it to ${file.path}: say which record each cell speaks of, or why none does`;
      return [{ file: `content/guide/${id}.mdx`, field: `table ${index + 1}`, found, remedy }];
    }),
  );
  return [...named, ...missing];
}

function unknownLabels(file: SourceFile, index: number, { rows, columns }: LessonTable, table: TableText): Problem[] {
  const labels = { rows: table.rows.map(({ cells }) => cells[0] ?? ''), columns: table.head.slice(1) };
  return Object.entries({ rows, columns }).flatMap(([axis, entries]) => {
    const known = axis === 'rows' ? labels.rows : labels.columns;
    return Object.keys(entries)
      .filter((label) => !known.includes(label))
      .map((label) => ({
        file: place(file, [index, axis, label]),
        field: `${index}.${axis}`,
        found: label,
        remedy: `write one of ${known.join(' | ')}${nearest(label, known)}`,
      }));
  });
}

function tableProblems(entry: LessonTable, { head, rows }: TableText, catalog: Catalog, names: Names): Problem[] {
  if (entry.general !== undefined) return [];
  return rows.flatMap(({ line, cells }) =>
    cells.slice(1).flatMap((text, index): Problem[] => {
      const [row = '', column = ''] = [cells[0], head[index + 1]];
      const report = (remedy: string): Problem[] => [
        {
          file: `content/guide/${entry.page}.mdx:${line}`,
          field: `table ${entry.table}, row “${row}”, column “${column}”`,
          found: text,
          remedy,
        },
      ];
      const { service, option, layer, says = 'party' } = { ...entry.rows[row], ...entry.columns[column] };
      if (service === undefined || option === undefined || layer === undefined) {
        return everyWord(names).some((word) => beginsWith(text, word))
          ? report('say in content/lesson-tables.yaml which service, option and layer it speaks of')
          : [];
      }
      const cell = findOption(catalog, service, option)?.option.cells[layer];
      if (!cell) return report(`name a service and an option in content/lesson-tables.yaml: there is no ${service}, option ${option}`);
      const holding = defaultOf(cell);
      const word = says === 'default' && holding !== undefined ? names.defaults[holding].name : names.parties[cell.party].name;
      return beginsWith(text, word) ? [] : report(`begin it with “${word}”, as ${service}, option ${option}, says of ${layer}`);
    }),
  );
}

const everyWord = ({ parties, defaults }: Names): string[] => [
  ...partyIds.map((id) => parties[id].name),
  ...defaultIds.map((id) => defaults[id].name),
];

const beginsWith = (text: string, word: string): boolean => text === word || text.startsWith(`${word}: `);
