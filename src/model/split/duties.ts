// What a split asks of the customer, as a list to work through.
import type { Cell } from '../record/schema/cell.ts';
import { layerIds } from '../vocabulary.ts';
import type { DefaultId, LayerId } from '../vocabulary.ts';
import { urgency } from './default.ts';

export interface Duty {
  readonly layer: LayerId;
  /** Imperative: "Set retention, rehearse a restore". */
  readonly task: string;
  /** Whether AWS carries the other half. */
  readonly shared: boolean;
  /** What holds until it is done. */
  readonly default: DefaultId;
}

/** Duties that are equally urgent, because the same holds until they are done. */
export interface DutyGroup {
  readonly default: DefaultId;
  readonly items: readonly Duty[];
}

/** Every layer with a half of yours, in groups, the most urgent first. */
export function dutyGroups(cells: Readonly<Record<LayerId, Cell>>): DutyGroup[] {
  const all = duties(cells);
  return [...new Set(all.map((duty) => duty.default))].map((id) => ({ default: id, items: all.filter((duty) => duty.default === id) }));
}

/** Every layer with a half of yours, the most urgent first: what is open, what is off, what is done in part, what only you can do. */
export function duties(cells: Readonly<Record<LayerId, Cell>>): Duty[] {
  const all = layerIds.flatMap((layer): Duty[] => {
    const cell = cells[layer];
    return cell.party === 'customer' || cell.party === 'shared'
      ? [{ layer, task: cell.you, shared: cell.party === 'shared', default: cell.default }]
      : [];
  });
  return all.sort((a, b) => urgency[a.default] - urgency[b.default]);
}
