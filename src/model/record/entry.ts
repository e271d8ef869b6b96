// A record as the rules see it: parsed, in its shape, with the file it came from.
import type { SourceFile } from '../problem.ts';
import type { Area, Category, RetiredRecord, ServiceRecord } from './schema/service.ts';

export interface Entry {
  readonly id: string;
  readonly file: SourceFile;
  readonly record: ServiceRecord;
}

/** A service that AWS has ended. */
export interface RetiredEntry {
  readonly id: string;
  readonly file: SourceFile;
  readonly record: RetiredRecord;
}

export type AnyEntry = Entry | RetiredEntry;

/** All that a rule may look at. A vocabulary that could not be read is empty. */
export interface RuleContext {
  readonly entries: readonly Entry[];
  readonly retired: readonly RetiredEntry[];
  readonly areas: readonly Area[];
  readonly categories: readonly Category[];
  /** Ids of all files in content/services/, also of those that could not be read. */
  readonly known: ReadonlySet<string>;
}
