// Sets the address once what it says is on the screen: beside a large page a browser takes longer for it than for the drawing.
import { setAddress } from './address-bar.ts';

let planned: (() => void) | undefined;

/**
 * Adds the address to the history once `shown` resolves, or before the reader's next act, whichever comes first.
 * Going back before then drops it.
 */
export function planAddress(address: string, shown: Promise<unknown>): void {
  planned?.();
  // Two choices made while their code was on its way are drawn as one.
  if (new URL(address, location.href).href === location.href) return;
  const set = (): void => {
    if (planned !== set) return;
    planned = undefined;
    setAddress(address, true);
  };
  planned = set;
  void shown.then(set);
}

// A link, a copied address or another choice finds the address as if it had been set at once.
for (const act of ['click', 'keydown', 'visibilitychange', 'pagehide']) {
  addEventListener(
    act,
    () => {
      planned?.();
    },
    { capture: true },
  );
}
addEventListener('popstate', () => {
  planned = undefined;
});
