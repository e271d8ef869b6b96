// Stores a reader's progress in the browser only.
import { formatProgress, noProgress, parseProgress } from '../model/lesson/progress.ts';
import type { Progress } from '../model/lesson/progress.ts';

const key = 'tideline-progress';
/** The event that the document gets when the progress changes. */
export const changed = 'tideline-progress-changed';

/** Returns the stored progress, or `noProgress` if there is none or the browser does not allow storage. */
export function readProgress(): Progress {
  try {
    return parseProgress(localStorage.getItem(key) ?? '') ?? noProgress;
  } catch {
    // Private windows may forbid storage. The lessons work without it.
    return noProgress;
  }
}

/** Stores the progress and fires `changed`. Fires it even if the browser does not allow storage. */
export function keepProgress(progress: Progress): void {
  try {
    localStorage.setItem(key, formatProgress(progress));
  } catch {
    // Private windows may forbid storage.
  }
  document.dispatchEvent(new Event(changed));
}

/** Deletes the stored progress and fires `changed`. */
export function forgetProgress(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was stored.
  }
  document.dispatchEvent(new Event(changed));
}
