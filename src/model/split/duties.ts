// What a split asks of the customer, as a list to work through.
import type { Cell } from '../record/schema/cell.ts';
import { layerIds } from '../vocabulary.ts';
import type { LayerId } from '../vocabulary.ts';
import { taskOf } from './cell.ts';

export interface Duty {
  readonly layer: LayerId;
  /** Imperative: "Set retention, rehearse a restore". */
  readonly task: string;
  /** Whether AWS carries the other half. */
  readonly shared: boolean;
}

/** Every layer with a half of yours, in the order of the diagram: first those that are yours alone. */
export function duties(cells: Readonly<Record<LayerId, Cell>>): Duty[] {
  const all = layerIds.flatMap((layer): Duty[] => {
    const task = taskOf(cells[layer]);
    return task === undefined ? [] : [{ layer, task, shared: cells[layer].party === 'shared' }];
  });
  return [...all.filter((duty) => !duty.shared), ...all.filter((duty) => duty.shared)];
}
