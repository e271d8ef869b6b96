// Stores a reader's progress in the browser only.
import { formatProgress, noProgress, salvageProgress } from '../model/lesson/progress.ts';
import type { Progress } from '../model/lesson/progress.ts';
import { changed, key } from './kept.ts';

/** Returns what can be read of the stored progress, or `noProgress` if there is none or the browser does not allow storage. */
export function readProgress(): Progress {
  try {
    return salvageProgress(localStorage.getItem(key) ?? '') ?? noProgress;
  } catch {
    // Private windows may forbid storage. The lessons work without it.
    return noProgress;
  }
}

/** What readers are told where the browser keeps nothing. */
export const unkept = 'This browser did not keep it: its storage is blocked or full. Allow this site to store data, or free some space.';

/** Whether the browser kept what it was given last; undefined until it was given something. */
let keeps: boolean | undefined;

/**
 * Returns whether the browser keeps what it is given; private windows may forbid it, and it may be full. It is tried once a page:
 * other windows hear of each try.
 */
export function canKeep(): boolean {
  keeps ??= tryToKeep();
  return keeps;
}

function tryToKeep(): boolean {
  try {
    const stored = localStorage.getItem(key) ?? formatProgress(noProgress);
    localStorage.setItem(`${key}-try`, stored);
    localStorage.removeItem(`${key}-try`);
    return true;
  } catch {
    return false;
  }
}

/**
 * Calls back when the progress changes, here or in another window of this browser.
 * @returns ends it
 */
export function onProgress(act: () => void): () => void {
  const hear = (event: StorageEvent): void => {
    if (event.key === null || event.key === key) act();
  };
  document.addEventListener(changed, act);
  addEventListener('storage', hear);
  return () => {
    document.removeEventListener(changed, act);
    removeEventListener('storage', hear);
  };
}

/** Stores the progress and fires `changed`. @returns whether the browser kept it */
export function keepProgress(progress: Progress): boolean {
  try {
    localStorage.setItem(key, formatProgress(progress));
    keeps = true;
  } catch {
    keeps = false;
  }
  document.dispatchEvent(new Event(changed));
  return keeps;
}

/** Deletes the stored progress and fires `changed`. */
export function forgetProgress(): void {
  try {
    localStorage.removeItem(key);
    // There may be room now.
    keeps = undefined;
  } catch {
    // Nothing was stored.
  }
  document.dispatchEvent(new Event(changed));
}
