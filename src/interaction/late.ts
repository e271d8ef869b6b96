// What only a touched control needs is loaded when a reader reaches for it: most read, and touch nothing.
import { withTimeLimit } from './time-limit.ts';

/** Without a side effect, so that each may come twice. */
const reaching = ['pointerenter', 'pointerdown', 'focusin'] as const;

/**
 * Returns what loads the code of the controls in an element, once; after a failure the next call tries again.
 * It is loaded as soon as a pointer or the focus enters the element, so that it is there when a control is used.
 */
export function onReach<T>(root: HTMLElement, load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  const once = (): Promise<T> => {
    loading ??= withTimeLimit(load()).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  for (const type of reaching) {
    root.addEventListener(
      type,
      () => {
        // Whoever uses the control is told of a failure.
        once().catch(() => undefined);
      },
      { passive: true },
    );
  }
  return once;
}

/**
 * Offers the controls of an element: at once, or once its address is shown.
 * @param outside parts of the page that belong to the element
 * @param first shows what the address asks for; undefined where the finished page shows it already
 */
export function offer(root: HTMLElement, outside: Element | null, first: Promise<unknown> | undefined): void {
  const live = (): void => {
    for (const part of [root, outside]) part?.setAttribute('data-live', '');
  };
  if (!first) {
    live();
    return;
  }
  root.dataset['loading'] = '';
  first
    .then(live, () => undefined)
    .finally(() => {
      delete root.dataset['loading'];
      document.dispatchEvent(new Event('tideline:settle'));
    });
}
