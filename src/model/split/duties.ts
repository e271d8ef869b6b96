// What a split asks of the customer, as a list to work through.
import type { Split } from '../record/catalog.ts';
import { layerIds } from '../vocabulary.ts';
import type { LayerId } from '../vocabulary.ts';

export interface Duty {
  readonly layer: LayerId;
  /** Imperative: "Set retention, rehearse a restore". */
  readonly task: string;
  /** Whether AWS carries the other half. */
  readonly shared: boolean;
}

/** Every layer with a half of yours, in the order of the diagram: first those that are yours alone. */
export function duties(split: Split): Duty[] {
  const all = layerIds.flatMap((layer): Duty[] => {
    const { cell } = split[layer];
    return 'you' in cell ? [{ layer, task: cell.you, shared: cell.party === 'shared' }] : [];
  });
  return [...all.filter((duty) => !duty.shared), ...all.filter((duty) => duty.shared)];
}
