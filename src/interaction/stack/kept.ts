// Keeps what a reader ticks and notes in this browser only.
import { formatRecord, noRecord, parseRecord } from '../../model/stack/record.ts';
import type { StackRecord } from '../../model/stack/record.ts';

const key = 'tideline-stack';

/** What the browser refused to keep: it holds until the page is left. */
let unkept: StackRecord | undefined;

/** What is kept; and what is wrong with it where it cannot be read. */
export function readRecord(): { readonly record: StackRecord; readonly problem: string } {
  if (unkept) return { record: unkept, problem: '' };
  try {
    const text = localStorage.getItem(key);
    const read = text === null ? { record: noRecord } : parseRecord(text);
    return 'record' in read ? { record: read.record, problem: '' } : { record: noRecord, problem: read.problem };
  } catch {
    // Private windows may forbid storage. The list works without it.
    return { record: noRecord, problem: '' };
  }
}

/**
 * Changes what is kept now: another tab may have written since this page last read.
 * @returns whether the browser kept it
 */
export function changeRecord(change: (record: StackRecord) => StackRecord): boolean {
  const record = change(readRecord().record);
  try {
    localStorage.setItem(key, formatRecord(record));
    unkept = undefined;
    return true;
  } catch {
    unkept = record;
    return false;
  }
}

export function forgetRecord(): void {
  unkept = undefined;
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
