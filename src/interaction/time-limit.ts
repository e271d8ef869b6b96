// How long a reader waits for a file.

/** In milliseconds. A connection may hang, and Pagefind never answers if WebAssembly is blocked. */
export const timeLimit = 8000;

/** Settles with the work, or rejects after `timeLimit`. */
export function withTimeLimit<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${timeLimit} ms`));
    }, timeLimit);
  });
  return Promise.race([work, limit]).finally(() => {
    clearTimeout(timer);
  });
}

/** In milliseconds. What comes sooner is awaited; later the view says that it is loading. */
const patience = 300;

/** Resolves to whether the work ends, well or not, within so many milliseconds. */
export function isQuick(work: Promise<unknown>, wait = patience): Promise<boolean> {
  return Promise.race([
    work.then(
      () => true,
      () => true,
    ),
    new Promise<boolean>((resolve) => setTimeout(resolve, wait, false)),
  ]);
}
