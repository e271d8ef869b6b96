// The input of the rules: parsed records, each with its file.
import type { SourceFile } from '../problem.ts';
import type { Area, Category, Disagreement, RetiredRecord, ServiceRecord } from './schema/service.ts';

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

/** Everything a rule may use. A vocabulary that could not be read is an empty list. */
export interface RuleContext {
  readonly entries: readonly Entry[];
  readonly retired: readonly RetiredEntry[];
  readonly areas: readonly Area[];
  readonly categories: readonly Category[];
  readonly disagreements: readonly Disagreement[];
  /** The ids of all files in content/services/, including files that could not be read. */
  readonly known: ReadonlySet<string>;
}
