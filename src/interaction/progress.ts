// Stores a reader's progress in the browser only.
import { formatProgress, noProgress, parseProgress } from '../model/lesson/progress.ts';
import type { Progress } from '../model/lesson/progress.ts';
import { changed, key } from './kept.ts';

/** Returns the stored progress, or `noProgress` if there is none or the browser does not allow storage. */
export function readProgress(): Progress {
  try {
    return parseProgress(localStorage.getItem(key) ?? '') ?? noProgress;
  } catch {
    // Private windows may forbid storage. The lessons work without it.
    return noProgress;
  }
}

/** What readers are told where the browser keeps nothing. */
export const unkept = 'This browser did not keep it: its storage is blocked or full. Allow this site to store data, or free some space.';

/** Returns whether the browser keeps what it is given; private windows may forbid it, and it may be full. */
export function canKeep(): boolean {
  try {
    const stored = localStorage.getItem(key) ?? formatProgress(noProgress);
    localStorage.setItem(`${key}-try`, stored);
    localStorage.removeItem(`${key}-try`);
    return true;
  } catch {
    return false;
  }
}

/** Stores the progress and fires `changed`. @returns whether the browser kept it */
export function keepProgress(progress: Progress): boolean {
  let kept = true;
  try {
    localStorage.setItem(key, formatProgress(progress));
  } catch {
    kept = false;
  }
  document.dispatchEvent(new Event(changed));
  return kept;
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
