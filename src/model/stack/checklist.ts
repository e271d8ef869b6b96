// What one way to run a service asks of you, as a list of tasks: a stack of one.
import type { Control } from '../control/control.ts';
import type { Cell } from '../record/schema/cell.ts';
import type { Names } from '../split/names.ts';
import type { LayerId } from '../vocabulary.ts';
import { groupDuties, noOwner, stackDuties } from './duties.ts';
import type { Loaded } from './duties.ts';
import { dutiesMarkdown } from './outputs.ts';
import { noRecord } from './record.ts';

/**
 * Returns the list in Markdown, the most urgent tasks first.
 * @param controls all that can show a duty
 */
export function checklistOf(
  names: Names,
  { member, cells }: { readonly member: Loaded['member']; readonly cells: Readonly<Record<LayerId, Cell>> },
  address: string,
  controls: readonly Control[],
): string {
  const members = [member];
  const groups = groupDuties(stackDuties([{ member, cells }]), 'urgency', { names, members, ownerOf: () => noOwner });
  const title = `What you need to do for ${member.name}`;
  return dutiesMarkdown(names, { title, address, members, groups, record: noRecord, controls });
}
