// Loads the controls that can show whether a duty is done: only those who ask for them need the file.
import type { Control } from '../model/control/control.ts';
import type { publishControls } from '../model/control/published.ts';
import { root } from '../model/root.ts';
import { fetchJson } from './fetch-json.ts';

let kept: Promise<readonly Control[]> | undefined;

/** Loads the controls at the first call, and again after a failure. */
export function loadControls(): Promise<readonly Control[]> {
  kept ??= fetchJson<ReturnType<typeof publishControls>>(`${root}/data/v1/controls.json`)
    // What a proxy sends in its place has none, or none with duties.
    .then(({ controls }) => controls.map((control) => ({ ...control, duties: [...control.duties] })))
    .catch((error: unknown) => {
      kept = undefined;
      throw error;
    });
  return kept;
}
