// What a page and the worker that reads for it say to each other.
import type { Found } from './found.ts';

/** What the page asks. */
export interface ReadRequest {
  /** Chosen files, and pasted text as one without a name. */
  readonly files: readonly File[];
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
