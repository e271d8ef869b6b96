// Builds the public data file of the controls, /data/v1/controls.json.
import type { Control } from './control.ts';

/** Returns all controls, each with the options that its duties are about. */
export const publishControls = (controls: readonly Control[]): { readonly version: 1; readonly controls: readonly Control[] } => ({
  version: 1,
  controls,
});
