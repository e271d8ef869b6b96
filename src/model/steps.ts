// Work in steps: a page may paint and hear its reader between them.

/** Work that pauses after each step and returns its result after the last. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all steps at once, where nobody waits. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
