// What the panels of a service say of controls that can show whether a duty is done.
import { controlHref } from '../model/control/control.ts';
import type { LayerControls } from '../model/control/control.ts';

export interface ShownByLink {
  readonly href: string;
  readonly text: string;
}

/** The controls of each layer that has any, as links. */
export type ShownByScene = Readonly<Partial<Record<string, readonly ShownByLink[]>>>;

export const shownByLinks = (ids: readonly string[]): ShownByLink[] => ids.map((id) => ({ href: controlHref(id), text: id }));

export const shownByScene = (controls: LayerControls): ShownByScene =>
  Object.fromEntries(Object.entries(controls).map(([layer, ids]) => [layer, shownByLinks(ids.split(' '))]));
