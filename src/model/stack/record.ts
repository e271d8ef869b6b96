// What a reader keeps on the duties of a stack: a tick, a note, an owner and a day for each layer of each way to run a service.
// It belongs to the layer and not to the duty, so that it outlives corrected phrases and holds in every stack with that service.
import { entriesOf, propertyOf } from '../property.ts';

export interface DutyNote {
  readonly done: boolean;
  readonly note: string;
  readonly owner: string;
  /** YYYY-MM-DD, or empty. */
  readonly due: string;
}

/** By the keys of `cellKey` of duties.ts. Notes that say nothing are not kept. */
export type StackRecord = ReadonlyMap<string, DutyNote>;

export const noNote: DutyNote = { done: false, note: '', owner: '', due: '' };
export const noRecord: StackRecord = new Map();

/** Longest texts, in characters: what the fields take, and what a file may hold. */
export const noteLimits = { note: 2000, owner: 80 } as const;

// ---- reading and changing ----

/** The notes on a duty, which may cover several cells. */
export interface JoinedNote extends DutyNote {
  /** How many of its cells are ticked; `done` where all are. */
  readonly ticked: number;
}

/** The notes of several cells as one: done where all are, the earliest day, and every text that they hold. */
export function joinNotes(record: StackRecord, keys: readonly string[]): JoinedNote {
  const notes = keys.map((key) => record.get(key) ?? noNote);
  const texts = (field: 'note' | 'owner'): string[] => [...new Set(notes.map((each) => each[field]))].filter((text) => text !== '');
  const ticked = notes.filter(({ done }) => done).length;
  const [due = ''] = notes
    .map((each) => each.due)
    .filter((day) => day !== '')
    .sort();
  return { done: ticked > 0 && ticked === keys.length, ticked, note: texts('note').join('\n'), owner: texts('owner').join(', '), due };
}

/** The record after a change to all cells of a duty; what the change does not name stays as each cell has it. */
export function withNote(record: StackRecord, keys: readonly string[], change: Partial<DutyNote>): StackRecord {
  const changed = new Map(record);
  for (const key of keys) {
    const after = { ...(record.get(key) ?? noNote), ...change };
    if (saysSomething(after)) changed.set(key, after);
    else changed.delete(key);
  }
  return changed;
}

const saysSomething = ({ done, note, owner, due }: DutyNote): boolean => done || note !== '' || owner !== '' || due !== '';

/** A record with the entries of another in it, which go before those of the same key; and how many of them were replaced by others. */
export function mergeRecords(own: StackRecord, taken: StackRecord): { readonly record: StackRecord; readonly replaced: number } {
  const replaced = [...taken].filter(([key, note]) => {
    const before = own.get(key);
    return before !== undefined && !isSame(before, note);
  }).length;
  return { record: new Map([...own, ...taken]), replaced };
}

const isSame = (a: DutyNote, b: DutyNote): boolean => a.done === b.done && a.note === b.note && a.owner === b.owner && a.due === b.due;

/** Every owner that the record names, once, by name: what the field offers. */
export const ownersIn = (record: StackRecord): string[] =>
  [...new Set([...record.values()].map(({ owner }) => owner))].filter((owner) => owner !== '').sort((a, b) => a.localeCompare(b, 'en'));

// ---- keeping ----

/** The record as JSON, sorted by key; {@link parseRecord} reads it back. */
export function formatRecord(record: StackRecord): string {
  const cells = Object.fromEntries([...record].sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ version: 1, cells }, null, 2)}\n`;
}

export type ParsedRecord = { readonly record: StackRecord } | { readonly problem: string };

/** Reads what {@link formatRecord} wrote, or says what is wrong with any other text, because readers may choose any file. */
export function parseRecord(text: string): ParsedRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'it is not JSON' };
  }
  const [version, cells] = [propertyOf(value, 'version'), propertyOf(value, 'cells')];
  if (version !== 1) return { problem: `its "version" is ${shown(version)}, and this page reads version 1` };
  if (typeof cells !== 'object' || cells === null || Array.isArray(cells)) return { problem: 'it has no "cells", which hold the notes' };
  const record = new Map<string, DutyNote>();
  for (const [key, each] of entriesOf(cells)) {
    if (!/^[a-z0-9-]{1,80}\.[a-z0-9-]{1,80}\.[a-z0-9-]{1,80}$/u.test(key))
      return { problem: `"${shown(key)}" is no name of a cell: write service.option.layer` };
    const read = readNote(each);
    if (typeof read === 'string') return { problem: `${key}: ${read}` };
    if (saysSomething(read)) record.set(key, read);
  }
  return { record };
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : value === undefined ? 'missing' : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** @returns the note, or what is wrong with it */
function readNote(value: unknown): DutyNote | string {
  const [done, note, owner, due] = ['done', 'note', 'owner', 'due'].map((field) => propertyOf(value, field));
  if (typeof done !== 'boolean') return `done is ${shown(done)}: write true or false`;
  if (typeof note !== 'string') return `note is ${shown(note)}: write a text`;
  if (typeof owner !== 'string') return `owner is ${shown(owner)}: write a text`;
  if (note.length > noteLimits.note) return `note has ${note.length} characters: at most ${noteLimits.note} are kept`;
  if (owner.length > noteLimits.owner) return `owner has ${owner.length} characters: at most ${noteLimits.owner} are kept`;
  if (typeof due !== 'string' || (due !== '' && !isDay(due))) return `due is ${shown(due)}: write a day as 2026-12-31, or nothing`;
  return { done, note, owner, due };
}

/** Whether it is a day that exists, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
