// The layer that is open in a layered diagram.
import { isLayerId } from '../model/vocabulary.ts';
import type { LayerId } from '../model/vocabulary.ts';

/** Returns the duration of a transition in milliseconds, 0 for readers who prefer reduced motion. */
export function motion(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 280;
}

/**
 * Adds a key to a drawn list: Escape closes the open layer and focuses it. Tab walks the layers and the arrows scroll the page, as the
 * pattern for disclosures has it: https://www.w3.org/WAI/ARIA/apg/patterns/accordion/
 * @param opened called with the layer that is now open, or with undefined if all are closed
 */
export function upgradeSplit(list: HTMLElement, opened: (layer: LayerId | undefined) => void): void {
  list.addEventListener('keydown', (event) => {
    const open = event.key === 'Escape' ? list.querySelector('details[open]') : null;
    if (!(open instanceof HTMLDetailsElement)) return;
    open.open = false;
    open.querySelector('summary')?.focus();
    event.preventDefault();
  });
  list.addEventListener(
    'toggle',
    () => {
      opened(openLayer(list));
    },
    { capture: true },
  );
}

/** Returns the layer whose panel is open, or undefined if all are closed. */
export function openLayer(list: HTMLElement): LayerId | undefined {
  const id = list.querySelector('details[open]')?.closest('[data-layer]')?.getAttribute('data-layer') ?? '';
  return isLayerId(id) ? id : undefined;
}

/** Opens the panel of one layer and closes the others; closes all if `layer` is undefined. */
export function showLayer(list: HTMLElement, layer: LayerId | undefined): void {
  for (const details of list.querySelectorAll('details')) {
    const own = details.closest('[data-layer]')?.getAttribute('data-layer');
    const open = own === layer;
    if (details.open !== open) details.open = open;
  }
}
