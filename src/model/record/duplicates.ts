// Finds text that two services share. Such a cell is not specific to either.
import { place } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { layerIds, sortName } from '../vocabulary.ts';
import type { LayerId } from '../vocabulary.ts';
import type { Entry, RuleContext } from './entry.ts';
import type { Cell } from './schema/cell.ts';

/** Details whose word triples overlap at least this much (Jaccard index) are the same sentence with other names in it. */
const overlap = 0.4;

interface OwnCell {
  readonly entry: Entry;
  readonly path: readonly (string | number)[];
  readonly cell: Cell;
  readonly phrases: string;
  readonly triples: ReadonlySet<string>;
}

/** No two services share the phrases or the detail of a layer. Options of one service may: they are modes of each other. */
export function assertOwnWords({ entries }: RuleContext): Problem[] {
  return layerIds.flatMap((layer) => {
    const cells = entries.flatMap((entry) => ownCells(entry, layer));
    const byPhrases = new Map<string, OwnCell[]>();
    const byTriple = new Map<string, OwnCell[]>();
    return cells.flatMap((own): Problem[] => {
      const samePhrases = byPhrases.get(phrasesKey(own))?.find((other) => other.entry !== own.entry);
      const sameDetail = [...candidates(own, byTriple)].find(
        (other) => other.entry !== own.entry && jaccard(own.triples, other.triples) >= overlap,
      );
      enter(byPhrases, phrasesKey(own), own);
      for (const triple of own.triples) enter(byTriple, triple, own);
      const other = samePhrases ?? sameDetail;
      if (!other) return [];
      const found = samePhrases
        ? `the phrases of ${other.entry.id}: "${own.phrases}"`
        : `the detail of ${other.entry.id}: "${own.cell.detail.slice(0, 60)}"`;
      return [
        {
          file: place(own.entry.file, own.path),
          field: own.path.join('.'),
          found,
          remedy: `say what is particular about ${own.entry.record.short}, or leave the layer to its category`,
        },
      ];
    });
  });
}

const phrasesKey = ({ phrases, cell }: OwnCell): string => `${cell.party} ${phrases}`;

function enter(index: Map<string, OwnCell[]>, key: string, own: OwnCell): void {
  const there = index.get(key);
  if (there) there.push(own);
  else index.set(key, [own]);
}

/** Cells entered before that share at least one triple, in the order in which they were entered. */
function candidates(own: OwnCell, byTriple: ReadonlyMap<string, readonly OwnCell[]>): Set<OwnCell> {
  return new Set([...own.triples].flatMap((triple) => byTriple.get(triple) ?? []));
}

function ownCells(entry: Entry, layer: LayerId): OwnCell[] {
  const { cells, options } = entry.record;
  const found = [
    { cell: cells[layer], path: ['cells', layer] },
    ...options.map((option, index) => ({ cell: option.cells?.[layer], path: ['options', index, 'cells', layer] })),
  ];
  return found.flatMap(({ cell, path }) =>
    cell ? [{ entry, path, cell, phrases: phrasesIn(cell), triples: triplesOf(cell.detail, entry) }] : [],
  );
}

/** All that a cell says beside its detail, in lower case. */
function phrasesIn({ party, detail, source, ...phrases }: Cell): string {
  return Object.values(phrases).join(' | ').toLowerCase();
}

const words = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Runs of three words, with the service's own names taken for one word: "Amazon X keeps …" and "Amazon Y keeps …" are alike. */
function triplesOf(detail: string, { record }: Entry): ReadonlySet<string> {
  const names = [record.name, record.short, sortName(record), ...record.aliases].sort((a, b) => b.length - a.length);
  const text = names.reduce((left, name) => left.replaceAll(` ${words(name)} `, ' _ '), ` ${words(detail)} `);
  const all = text.trim().split(' ');
  return new Set(all.slice(2).map((_, index) => all.slice(index, index + 3).join(' ')));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const each of a) if (b.has(each)) both += 1;
  const either = a.size + b.size - both;
  return either === 0 ? 0 : both / either;
}
