// What a page and the worker that reads for it say to each other.
import type { Found } from './found.ts';

/** A file, or a text that was pasted: as it is, because the page's own thread would take long to make megabytes a file. */
export type Given = File | string;

/** What the page asks. */
export interface ReadRequest {
  /** Chosen files, and texts that were pasted. */
  readonly files: readonly Given[];
  /** Of the page's data. */
  readonly revision: string;
}

/** What the worker answers: that it has started, how far it is, and how it ended. */
export type IntakeAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'step'; readonly what: 'names' | 'grammar' | 'file'; readonly file: string; readonly at: number; readonly of: number }
  | { readonly kind: 'found'; readonly found: Found }
  /** Without names and prefixes nothing can be recognised. */
  | { readonly kind: 'failed'; readonly reason: string };
