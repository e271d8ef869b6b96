// What only a touched control needs is loaded when a reader reaches for it: most read, and touch nothing.
import { withTimeLimit } from './time-limit.ts';

/** Without a side effect, so that each may come twice. */
const reaching = ['pointerenter', 'pointerdown', 'focusin'] as const;

const live = (root: HTMLElement, outside: Element | null): void => {
  for (const part of [root, outside]) part?.setAttribute('data-live', '');
};

/** The page says anew what is missing. */
const settle = (): void => {
  document.dispatchEvent(new Event('tideline:settle'));
};

/**
 * Returns what waits for the code of the controls in an element. The code is loaded as soon as a pointer or the focus enters the element,
 * so that it is there when a control is used. After a failure the next call tries again. Code that comes after the time limit is welcome:
 * whenever it comes it is started, once, and the controls are offered.
 * @param load imports the code
 * @param start makes the controls work
 * @param outside parts of the page that belong to the element
 */
export function onReach<C, T>(
  root: HTMLElement,
  load: () => Promise<C>,
  start: (code: C) => T,
  outside: Element | null = null,
): () => Promise<T> {
  let started: Promise<T> | undefined;
  const once = (): Promise<T> => {
    started ??= load().then(
      (code) => {
        const view = start(code);
        // Given up on before, or waited for in vain.
        if (!root.hasAttribute('data-live')) {
          live(root, outside);
          settle();
        }
        return view;
      },
      (error: unknown) => {
        started = undefined;
        throw error;
      },
    );
    return withTimeLimit(started);
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
  if (!first) {
    live(root, outside);
    return;
  }
  root.dataset['loading'] = '';
  first
    .then(
      () => {
        live(root, outside);
      },
      () => undefined,
    )
    .finally(() => {
      delete root.dataset['loading'];
      settle();
    });
}
