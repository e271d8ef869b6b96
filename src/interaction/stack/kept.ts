// Keeps what a reader ticks and notes in this browser only.
import { formatRecord, noRecord, salvageRecord } from '../../model/stack/record.ts';
import type { StackRecord } from '../../model/stack/record.ts';

const key = 'tideline-stack';
/** Where a text that cannot be read whole is put, as it is, before what could be read of it is written in its place. */
const unreadKey = `${key}-unread`;

interface Stored {
  readonly text: string;
  /** What can be read of it. */
  readonly record: StackRecord;
  /** What is wrong with the rest; empty where nothing is. */
  readonly problem: string;
}

/** What the browser refused to keep: it holds until the page is left. */
let unkept: StackRecord | undefined;

function readStored(at: string): Stored {
  try {
    const text = localStorage.getItem(at);
    if (text !== null) return { text, ...salvageRecord(text) };
  } catch {
    // Private windows may forbid storage. The list works without it.
  }
  return { text: '', record: noRecord, problem: '' };
}

/** What is kept, as far as it can be read. */
export const readRecord = (): { readonly record: StackRecord } => ({ record: unkept ?? readStored(key).record });

/** What is kept and cannot be read whole, as it is, and what is wrong with it; undefined where all can be read. */
export const readUnread = (): { readonly text: string; readonly problem: string } | undefined =>
  [unreadKey, key].map(readStored).find(({ problem }) => problem !== '');

/**
 * Changes what is kept now: another tab may have written since this page last read.
 * @returns whether the browser kept it
 */
export function changeRecord(change: (record: StackRecord) => StackRecord): boolean {
  const { text, record: stored, problem } = readStored(key);
  const record = change(unkept ?? stored);
  try {
    if (problem !== '') localStorage.setItem(unreadKey, text);
    localStorage.setItem(key, formatRecord(record));
    unkept = undefined;
    return true;
  } catch {
    unkept = record;
    return false;
  }
}

/** Calls back when another window of this browser has changed what is kept. */
export function onRecord(act: () => void): void {
  addEventListener('storage', (event) => {
    if (event.key === null || event.key === key) act();
  });
}

export function forgetRecord(): void {
  unkept = undefined;
  try {
    localStorage.removeItem(key);
    localStorage.removeItem(unreadKey);
  } catch {
    // Nothing was kept.
  }
}
