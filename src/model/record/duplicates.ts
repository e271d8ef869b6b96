// Finds own texts that two services share: a cell that fits another service as well says nothing in particular about either.
import { place } from './catalog.ts';
import type { Entry } from './catalog.ts';
import type { Problem } from '../problem.ts';
import type { Cell } from './schema.ts';
import { layerIds, sortName } from '../vocabulary.ts';

/** Details whose word triples overlap at least this much (Jaccard index) are the same sentence with other names in it. */
const overlap = 0.4;

interface Own {
  readonly entry: Entry;
  readonly path: readonly (string | number)[];
  readonly cell: Cell;
  readonly phrases: string;
  readonly triples: ReadonlySet<string>;
}

/** No two services share the same phrases or the same detail in a layer. Options of one service may: they are modes of each other. */
export function assertOwnWords(records: readonly Entry[], problems: Problem[]): void {
  for (const layer of layerIds) {
    const seen: Own[] = [];
    for (const entry of records) {
      for (const own of ownCells(entry, layer)) {
        const twin = seen.find((other) => other.entry !== entry && share(own, other) !== undefined);
        const what = twin && share(own, twin);
        if (twin && what !== undefined) {
          problems.push({
            file: place(entry.file, own.path),
            field: own.path.join('.'),
            found: `the ${what} of ${twin.entry.id}: "${what === 'phrases' ? own.phrases : own.cell.detail.slice(0, 60)}"`,
            remedy: `say what is particular about ${entry.record.short}, or leave the layer to its category`,
          });
        }
        seen.push(own);
      }
    }
  }
}

function share(a: Own, b: Own): 'phrases' | 'detail' | undefined {
  if (a.phrases === b.phrases && a.cell.party === b.cell.party) return 'phrases';
  return jaccard(a.triples, b.triples) >= overlap ? 'detail' : undefined;
}

function ownCells(entry: Entry, layer: (typeof layerIds)[number]): Own[] {
  const { cells, options } = entry.record;
  const found = [
    { cell: cells[layer], path: ['cells', layer] },
    ...options.map((option, index) => ({ cell: option.cells?.[layer], path: ['options', index, 'cells', layer] })),
  ];
  return found.flatMap(({ cell, path }) =>
    cell ? [{ entry, path, cell, phrases: phrasesOf(cell), triples: triplesOf(cell.detail, entry) }] : [],
  );
}

function phrasesOf(cell: Cell): string {
  const phrases = ['you' in cell ? cell.you : undefined, 'aws' in cell ? cell.aws : undefined, 'reason' in cell ? cell.reason : undefined];
  return phrases
    .filter((phrase) => phrase !== undefined)
    .join(' | ')
    .toLowerCase();
}

/** Runs of three words, with the service's own names taken for one word: "Amazon X keeps …" and "Amazon Y keeps …" are alike. */
function triplesOf(detail: string, { record }: Entry): ReadonlySet<string> {
  const names = [record.name, record.short, sortName(record), ...record.aliases].sort((a, b) => b.length - a.length);
  let text = ` ${detail.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  for (const name of names)
    text = text.replaceAll(
      ` ${name
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()} `,
      ' _ ',
    );
  const words = text.trim().split(' ');
  return new Set(words.slice(2).map((_, index) => words.slice(index, index + 3).join(' ')));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const each of a) if (b.has(each)) both += 1;
  const either = a.size + b.size - both;
  return either === 0 ? 0 : both / either;
}
