// Whether this browser keeps progress. Most readers of a page have none, so that what shows it is loaded for the others alone.

/** Under which the progress is stored. */
export const key = 'tideline-progress';
/** The event that the document gets when the progress changes. */
export const changed = 'tideline-progress-changed';

/** Returns whether something is stored as progress; false where the browser does not allow storage. */
export function keepsProgress(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
