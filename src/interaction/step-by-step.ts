// Does work in steps without holding up the page.
import type { Steps } from '../model/steps.ts';

/** In milliseconds: so long a task does steps, and leaves half of the time between two frames to the page. Shorter tasks cost more on the way. */
const taskTime = 8;

/**
 * Does the steps, as many in a task as its time allows. Between tasks the page paints and answers to keys.
 * @param pause resolves in another task
 * @param now the time in milliseconds
 */
export async function stepByStep<T>(steps: Steps<T>, pause = nextTask, now = (): number => performance.now()): Promise<T> {
  for (;;) {
    const end = now() + taskTime;
    do {
      const { done, value } = steps.next();
      if (done === true) return value;
    } while (now() < end);
    await pause();
  }
}

/** Browsers hold timers that follow one another back by four milliseconds, and messages not. */
function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
