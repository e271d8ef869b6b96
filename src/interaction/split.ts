// Keyboard control for every layered diagram, and the layer that is open.
import { isLayerId } from '../model/vocabulary.ts';
import type { LayerId } from '../model/vocabulary.ts';

/** Returns the duration of a transition in milliseconds, 0 for readers who prefer reduced motion. */
export function motion(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 280;
}

/**
 * Adds keys to a drawn list: Up, Down, Home and End move between layers, Escape closes the open layer and focuses it.
 * @param opened called with the layer that is now open, or with undefined if all are closed
 */
export function upgradeSplit(list: HTMLElement, opened: (layer: LayerId | undefined) => void): void {
  const summaries = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('summary')];
  list.addEventListener('keydown', (event) => {
    if (!(event.target instanceof HTMLElement)) return;
    if (event.key === 'Escape') {
      const open = list.querySelector('details[open]');
      if (!(open instanceof HTMLDetailsElement)) return;
      open.open = false;
      open.querySelector('summary')?.focus();
      event.preventDefault();
      return;
    }
    if (event.target.tagName !== 'SUMMARY') return;
    const all = summaries();
    const at = all.indexOf(event.target);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    all[to]?.focus();
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
