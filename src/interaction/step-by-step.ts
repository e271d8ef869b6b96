// Does work in steps without holding up the page.
import type { Steps } from '../model/steps.ts';

/** Does the steps in a task each, between which the page paints and answers to keys. */
export async function stepByStep<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
