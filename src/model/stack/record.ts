// What a reader keeps on the duties of a stack: a tick, a note, an owner and a day for each layer of each way to run a service.
// It belongs to the layer and not to the duty, so that it outlives corrected phrases and holds in every stack with that service.
import { entriesOf, propertyOf, textOf } from '../property.ts';

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
/** A year of more digits, which browsers would let a reader write, is not read back. */
export const lastDay = '9999-12-31';

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

/**
 * The record after a change to all cells of a duty; what the change does not name stays as each cell has it. Texts are cut to what is
 * read back: the joined texts of several cells may be longer. What is no day changes nothing.
 */
export function withNote(record: StackRecord, keys: readonly string[], change: Partial<DutyNote>): StackRecord {
  const changed = new Map(record);
  for (const key of keys) {
    const before = record.get(key) ?? noNote;
    const { done, note, owner, due } = { ...before, ...change };
    const after = {
      done,
      note: cutTo(note, noteLimits.note),
      owner: cutTo(owner, noteLimits.owner),
      due: due === '' || isDay(due) ? due : before.due,
    };
    if (saysSomething(after)) changed.set(key, after);
    else changed.delete(key);
  }
  return changed;
}

/** The first characters of a text, of which none is cut in two. */
const cutTo = (text: string, most: number): string => (text.length > most ? text.slice(0, most).replace(/[\uD800-\uDBFF]$/u, '') : text);

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
  const { record, problem } = salvageRecord(text);
  return problem === '' ? { record } : { problem };
}

/**
 * Reads what can be read of a text, cell by cell, and of a cell field by field: what this browser keeps is not lost for one bad cell.
 * @returns the problem: what is wrong first; empty where nothing is
 */
export function salvageRecord(text: string): { readonly record: StackRecord; readonly problem: string } {
  const read = readCells(text);
  if ('problem' in read) return { record: noRecord, problem: read.problem };
  const record = new Map<string, DutyNote>();
  const problems: string[] = [];
  for (const [key, each] of read.cells) {
    if (!/^[a-z0-9-]{1,80}\.[a-z0-9-]{1,80}\.[a-z0-9-]{1,80}$/u.test(key)) {
      problems.push(`"${shown(key)}" is no name of a cell: write service.option.layer`);
      continue;
    }
    const { note, problem } = readNote(each);
    if (problem !== undefined) problems.push(`${key}: ${problem}`);
    if (saysSomething(note)) record.set(key, note);
  }
  return { record, problem: problems[0] ?? '' };
}

function readCells(text: string): { readonly cells: readonly [string, unknown][] } | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'it is not JSON' };
  }
  const [version, cells] = [propertyOf(value, 'version'), propertyOf(value, 'cells')];
  if (version !== 1) return { problem: `its "version" is ${shown(version)}, and this page reads version 1` };
  if (typeof cells !== 'object' || cells === null || Array.isArray(cells)) return { problem: 'it has no "cells", which hold the notes' };
  return { cells: entriesOf(cells) };
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : value === undefined ? 'missing' : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** @returns what can be read of the note, and what is wrong with it first, if anything */
function readNote(value: unknown): { readonly note: DutyNote; readonly problem: string | undefined } {
  const problems: string[] = [];
  const text = (field: 'note' | 'owner'): string => {
    const [found, most] = [propertyOf(value, field), noteLimits[field]];
    if (typeof found !== 'string') problems.push(`${field} is ${shown(found)}: write a text`);
    else if (found.length > most) problems.push(`${field} has ${found.length} characters: at most ${most} are kept`);
    return cutTo(textOf(found), most);
  };
  const done = propertyOf(value, 'done');
  if (typeof done !== 'boolean') problems.push(`done is ${shown(done)}: write true or false`);
  const [note, owner, due] = [text('note'), text('owner'), propertyOf(value, 'due')];
  const isDue = typeof due === 'string' && (due === '' || isDay(due));
  if (!isDue) problems.push(`due is ${shown(due)}: write a day as 2026-12-31, or nothing`);
  return { note: { done: done === true, note, owner, due: isDue ? due : '' }, problem: problems[0] };
}

/** Whether it is a day that exists, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
