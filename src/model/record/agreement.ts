// Holds defaults against one another: the same fact has the same party and default wherever it is told.
import { place } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { layerIds } from '../vocabulary.ts';
import type { LayerId } from '../vocabulary.ts';
import { ownCells } from './duplicates.ts';
import type { OwnCell } from './duplicates.ts';
import type { RuleContext } from './entry.ts';
import type { Cell } from './schema/cell.ts';

/** "shared, partly": what two cells must agree in. */
const judgementOf = (cell: Cell): string => ('default' in cell ? `${cell.party}, ${cell.default}` : cell.party);

/** Where the layer is a decision that AWS then keeps for the customer, it may be the customer's and done: in residency alone. */
export function assertDoneByCustomer({ entries, categories }: RuleContext): Problem[] {
  const problem = (file: string, field: string): Problem => ({
    file,
    field,
    found: 'party customer with default done',
    remedy: 'write aws or shared, or another default: only a choice of Region is kept without anybody doing more',
  });
  return layerIds
    .filter((layer) => layer !== 'residency')
    .flatMap((layer) => [
      ...entries
        .flatMap((entry) => ownCells(entry, layer))
        .filter(({ cell }) => isDoneByCustomer(cell))
        .map(({ entry, path }) => problem(place(entry.file, path), path.join('.'))),
      ...categories.flatMap(({ id, cells }) => {
        const cell = cells[layer];
        return cell && isDoneByCustomer(cell) ? [problem('content/categories.yaml', `${id}.cells.${layer}`)] : [];
      }),
    ]);
}

const isDoneByCustomer = (cell: Cell): boolean => cell.party === 'customer' && cell.default === 'done';

/**
 * Cells of two services that cite the same page for the same layer agree in party and default, or content/disagreements.yaml says why not.
 * Options of one service may differ: that is what makes them options.
 */
export function assertAgreement({ entries, disagreements }: RuleContext): Problem[] {
  const unused = new Set(disagreements);
  const problems = layerIds.flatMap((layer) =>
    [...byPage(entries.flatMap((entry) => ownCells(entry, layer)))].flatMap(([page, cells]): Problem[] => {
      const [first, other] = differing(cells);
      if (!first || !other) return [];
      const reason = disagreements.find((each) => each.page === page && each.layer === layer);
      if (reason) {
        unused.delete(reason);
        return [];
      }
      return [
        {
          file: place(other.entry.file, other.path),
          field: other.path.join('.'),
          found: `${judgementOf(other.cell)}, while ${first.entry.id} says ${judgementOf(first.cell)} and cites the same page, ${page}`,
          remedy: 'make both agree, or say in content/disagreements.yaml why they differ',
        },
      ];
    }),
  );
  return [...problems, ...[...unused].map(outdated)];
}

const outdated = ({ page, layer }: { readonly page: string; readonly layer: LayerId }): Problem => ({
  file: 'content/disagreements.yaml',
  field: layer,
  found: `a reason for ${page}, about which no two services differ`,
  remedy: 'remove it',
});

function byPage(cells: readonly OwnCell[]): Map<string, OwnCell[]> {
  const pages = new Map<string, OwnCell[]>();
  for (const own of cells) for (const page of own.cell.source) pages.set(page, [...(pages.get(page) ?? []), own]);
  return pages;
}

/** The first two cells of different services that judge differently. */
function differing(cells: readonly OwnCell[]): readonly OwnCell[] {
  for (const first of cells) {
    const other = cells.find((each) => each.entry !== first.entry && judgementOf(each.cell) !== judgementOf(first.cell));
    if (other) return [first, other];
  }
  return [];
}
