// A reader's progress, in the reader's own browser and nowhere else.
import { formatProgress, noProgress, parseProgress } from '../model/lesson/progress.ts';
import type { Progress } from '../model/lesson/progress.ts';

const key = 'tideline-progress';
/** Told to the document whenever the progress moved. */
export const changed = 'tideline-progress-changed';

/** What is kept; nothing where nothing is kept, or nothing may be. */
export function readProgress(): Progress {
  try {
    return parseProgress(localStorage.getItem(key) ?? '') ?? noProgress;
  } catch {
    // Private windows may forbid it, and the lessons work without.
    return noProgress;
  }
}

/** Keeps it and says so; only says so where the browser keeps nothing. */
export function keepProgress(progress: Progress): void {
  try {
    localStorage.setItem(key, formatProgress(progress));
  } catch {
    // As above.
  }
  document.dispatchEvent(new Event(changed));
}

export function forgetProgress(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
  document.dispatchEvent(new Event(changed));
}
