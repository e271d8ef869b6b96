// A service as somebody's list of what they run may name it.
import type { NamedOptions } from '../record/option-named.ts';

export interface NamedService extends NamedOptions {
  readonly id: string;
  /** All its names and abbreviations. */
  readonly names: readonly string[];
}
