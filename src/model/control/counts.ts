// How many controls and duties there are, by service and layer: what can be shown by a check, and what cannot.
import { layerIds } from '../vocabulary.ts';
import type { LayerId } from '../vocabulary.ts';
import { controlsOf, isYours } from './control.ts';
import type { Control } from './control.ts';
import type { Resolvable } from './resolve.ts';

export interface ControlCount {
  /** The id of a service or a layer. */
  readonly id: string;
  /** Distinct controls that show a duty of it. */
  readonly controls: number;
  /** Layers of ways to run a service in which you have a half. */
  readonly duties: number;
  /** How many of these a control can show. */
  readonly shown: number;
}

interface Duty {
  readonly service: string;
  readonly layer: LayerId;
  readonly controls: readonly Control[];
}

/** Counts by service, in their order; services without a control are among them. */
export function countByService(services: readonly Resolvable[], controls: readonly Control[]): ControlCount[] {
  return services.map((service) => sum(service.id, dutiesOf([service], controls)));
}

/** Counts by layer, in their order; layers in which nobody has a duty are left out. */
export function countByLayer(services: readonly Resolvable[], controls: readonly Control[]): ControlCount[] {
  const all = dutiesOf(services, controls);
  const counts = layerIds.map((layer) =>
    sum(
      layer,
      all.filter((duty) => duty.layer === layer),
    ),
  );
  return counts.filter(({ duties }) => duties > 0);
}

function dutiesOf(services: readonly Resolvable[], controls: readonly Control[]): Duty[] {
  return services.flatMap((service) =>
    service.options.flatMap((option) => {
      const found = controlsOf(controls, service.id, option.id);
      const yours = layerIds.filter((layer) => isYours(option, layer));
      return yours.map((layer): Duty => ({ service: service.id, layer, controls: found[layer] ?? [] }));
    }),
  );
}

function sum(id: string, duties: readonly Duty[]): ControlCount {
  const controls = new Set(duties.flatMap((duty) => duty.controls.map((control) => control.id)));
  const shown = duties.filter((duty) => duty.controls.length > 0).length;
  return { id, controls: controls.size, duties: duties.length, shown };
}
