// Sets the address once what it says is on the screen: beside a large page a browser takes longer for it than for the drawing.
import { setAddress } from './address-bar.ts';

interface Plan {
  readonly address: string;
  readonly set: () => void;
}

let planned: Plan | undefined;
/** What a reader left by Back before it was in the history, and how far the way to put it there has come. */
let left: { readonly address: string; returned: boolean } | undefined;

/** Adds the address to the history once `shown` resolves, or before the reader's next act, whichever comes first. */
export function planAddress(address: string, shown: Promise<unknown>): void {
  planned?.set();
  // The same choice again is no step.
  if (new URL(address, location.href).href === location.href) return;
  const plan: Plan = {
    address,
    set: () => {
      if (planned !== plan) return;
      planned = undefined;
      setAddress(address, true);
    },
  };
  planned = plan;
  void shown.then(plan.set);
}

// A link, a copied address or another choice finds the address as if it had been set at once.
for (const act of ['click', 'keydown', 'visibilitychange', 'pagehide']) {
  addEventListener(
    act,
    () => {
      left = undefined;
      planned?.set();
    },
    { capture: true },
  );
}

// So does Back: it went one step too far, so return, add the address and go back from there. Forward then leads to it.
addEventListener(
  'popstate',
  (event) => {
    if (planned) {
      left = { address: planned.address, returned: false };
      planned = undefined;
      event.stopImmediatePropagation();
      history.forward();
    } else if (left && !left.returned) {
      left.returned = true;
      event.stopImmediatePropagation();
      setAddress(left.address, true);
      history.back();
    } else left = undefined;
  },
  { capture: true },
);
