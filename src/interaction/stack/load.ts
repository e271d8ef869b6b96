// Loads the cells of all members of a stack, a few files at a time: each waits for its own answer and not for the others'.
import type { Cell } from '../../model/record/schema/cell.ts';
import type { Member } from '../../model/stack/members.ts';
import type { LayerId } from '../../model/vocabulary.ts';
import { fetchSplit } from '../fetch-split.ts';

/** More at once would share a slow line, and every one of them would come too late. */
const atOnce = 8;

export type Cells = Readonly<Record<LayerId, Cell>>;

/** Cells that came, by the key of their member; they never change while the page is open. */
const loaded = new Map<string, Cells>();

export const cellsOf = ({ key }: Pick<Member, 'key'>): Cells | undefined => loaded.get(key);

/**
 * Resolves once each member's cells are there or will not come.
 * @param arrived called after each of them that was waited for
 */
export async function loadCells(members: readonly Member[], arrived: () => void): Promise<void> {
  const waiting = members.filter((member) => !loaded.has(member.key));
  const next = async (): Promise<void> => {
    for (let member = waiting.shift(); member; member = waiting.shift()) {
      const cells = await fetchSplit(member.service.id, member.option.id).catch(() => undefined);
      if (cells) loaded.set(member.key, cells);
      arrived();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}
