import { describe, expect, it } from 'vitest';
import {
  formatRecord,
  isDay,
  joinNotes,
  mergeRecords,
  noNote,
  noRecord,
  noteLimits,
  ownersIn,
  parseRecord,
  salvageRecord,
  withNote,
} from './record.ts';
import type { StackRecord } from './record.ts';

const record: StackRecord = new Map([
  ['amazon-s3.default.network', { done: true, note: 'See ticket 12\n"quoted", <b>, 数据', owner: 'Platform team', due: '2026-12-31' }],
  ['amazon-rds.default.backup', { done: false, note: '', owner: 'Data team', due: '' }],
]);

describe('the text form', () => {
  it('reads back as it was', () => {
    expect(parseRecord(formatRecord(record))).toEqual({ record });
    expect(parseRecord(formatRecord(noRecord))).toEqual({ record: noRecord });
  });
  it('is the same whatever the order of entry', () => {
    expect(formatRecord(new Map([...record].reverse()))).toBe(formatRecord(record));
  });
  it.each([
    ['', 'not JSON'],
    ['{', 'not JSON'],
    ['[]', '"version" is missing'],
    ['{"version":2,"cells":{}}', '"version" is 2'],
    ['{"version":1}', 'no "cells"'],
    ['{"version":1,"cells":[]}', 'no "cells"'],
    ['{"version":1,"cells":{"__proto__.a.b":{}}}', 'no name of a cell'],
    ['{"version":1,"cells":{"a.b":{}}}', 'no name of a cell'],
    ['{"version":1,"cells":{"a.b.os":1}}', 'done is missing'],
    ['{"version":1,"cells":{"a.b.os":{"done":"yes","note":"","owner":"","due":""}}}', 'done is yes: write true or false'],
    ['{"version":1,"cells":{"a.b.os":{"done":true,"note":1,"owner":"","due":""}}}', 'note is 1'],
    ['{"version":1,"cells":{"a.b.os":{"done":true,"note":"","owner":[],"due":""}}}', 'owner is []'],
    ['{"version":1,"cells":{"a.b.os":{"done":true,"note":"","owner":"","due":"31.12.2026"}}}', 'due is 31.12.2026'],
    ['{"version":1,"cells":{"a.b.os":{"done":true,"note":"","owner":"","due":"2026-02-30"}}}', 'due is 2026-02-30'],
    [
      JSON.stringify({ version: 1, cells: { 'a.b.os': { ...noNote, note: 'x'.repeat(noteLimits.note + 1) } } }),
      `at most ${noteLimits.note} are kept`,
    ],
    [JSON.stringify({ version: 1, cells: { 'a.b.os': { ...noNote, owner: 'x'.repeat(noteLimits.owner + 1) } } }), 'at most 80 are kept'],
  ])('of %s says what is wrong', (text, problem) => {
    const read = parseRecord(text);
    expect('problem' in read ? read.problem : 'no problem').toContain(problem);
  });
});

describe('what a browser keeps', () => {
  it('is read as it was written', () => {
    expect(salvageRecord(formatRecord(record))).toEqual({ record, problem: '' });
  });
  it('is read cell by cell, and of a cell what can be read', () => {
    const kept = { done: true, note: 'dear', owner: 'Kim', due: '2026-12-31' };
    const cells = {
      'a.b.os': kept,
      'a.b.network': { ...kept, due: '20266-01-31' },
      'a.b.backup': { ...kept, note: 'x'.repeat(noteLimits.note + 1), owner: 'y'.repeat(noteLimits.owner + 18) },
      'a.b.access': { ...kept, done: 1, note: [] },
      'a.b': kept,
      'a.b.data': 7,
      'a.b.platform': null,
    };
    const { record: read, problem } = salvageRecord(JSON.stringify({ version: 1, cells }));
    expect(Object.fromEntries(read)).toEqual({
      'a.b.os': kept,
      'a.b.network': { ...kept, due: '' },
      'a.b.backup': { ...kept, note: 'x'.repeat(noteLimits.note), owner: 'y'.repeat(noteLimits.owner) },
      'a.b.access': { ...kept, done: false, note: '' },
    });
    expect(problem).toBe('a.b.network: due is 20266-01-31: write a day as 2026-12-31, or nothing');
  });
  it.each([
    ['', 'it is not JSON'],
    ['{"version":2,"cells":{}}', 'its "version" is 2, and this page reads version 1'],
    ['{"version":1,"cells":[]}', 'it has no "cells", which hold the notes'],
  ])('of %s says what is wrong', (text, problem) => {
    expect(salvageRecord(text)).toEqual({ record: noRecord, problem });
  });
});

describe('notes of several cells', () => {
  const keys = ['amazon-s3.default.network', 'amazon-sqs.default.network'];
  it('are done where all are, and say how many', () => {
    expect(joinNotes(record, keys)).toMatchObject({ done: false, ticked: 1 });
    expect(joinNotes(withNote(record, keys, { done: true }), keys)).toMatchObject({ done: true, ticked: 2 });
    expect(joinNotes(noRecord, keys)).toEqual({ ...noNote, ticked: 0 });
    expect(joinNotes(record, [])).toMatchObject({ done: false });
  });
  it('hold every text and the earliest day', () => {
    const two = withNote(withNote(noRecord, ['a.b.os'], { note: 'one', owner: 'Platform team', due: '2027-01-01' }), ['c.d.os'], {
      note: 'two',
      owner: 'Data team',
      due: '2026-12-01',
    });
    expect(joinNotes(two, ['a.b.os', 'c.d.os'])).toMatchObject({ note: 'one\ntwo', owner: 'Platform team, Data team', due: '2026-12-01' });
  });
});

describe('a change', () => {
  it('touches what it names in all cells, and leaves the rest of each', () => {
    const changed = withNote(record, ['amazon-s3.default.network', 'amazon-rds.default.backup'], { owner: 'Kim' });
    expect(changed.get('amazon-s3.default.network')).toMatchObject({ done: true, owner: 'Kim', due: '2026-12-31' });
    expect(changed.get('amazon-rds.default.backup')).toEqual({ ...noNote, owner: 'Kim' });
    expect(record.get('amazon-s3.default.network')?.owner).toBe('Platform team');
  });
  it('is never more than is read back', () => {
    const keys = ['a.b.os', 'c.d.os'];
    const owned = withNote(withNote(noRecord, ['a.b.os'], { owner: 'x'.repeat(51), note: 'n'.repeat(1500) }), ['c.d.os'], {
      owner: 'y'.repeat(46),
      note: 'm'.repeat(1500),
    });
    const { owner, note } = joinNotes(owned, keys);
    expect([owner.length, note.length]).toEqual([99, 3001]);
    const changed = withNote(owned, keys, { owner: owner.slice(0, -1), note: note.slice(0, -1), due: '20266-01-31' });
    expect(changed.get('a.b.os')).toEqual({ ...noNote, owner: owner.slice(0, noteLimits.owner), note: note.slice(0, noteLimits.note) });
    expect(parseRecord(formatRecord(changed))).toEqual({ record: changed });
  });
  it('cuts no character in two', () => {
    const cut = withNote(noRecord, ['a.b.os'], { owner: `${'x'.repeat(noteLimits.owner - 1)}😀` });
    expect(cut.get('a.b.os')?.owner).toBe('x'.repeat(noteLimits.owner - 1));
  });
  it('keeps the day where the new one is none, and takes it away where it is empty', () => {
    const due = withNote(noRecord, ['a.b.os'], { due: '2026-12-31' });
    expect(withNote(due, ['a.b.os'], { due: '20266-12-31' })).toEqual(due);
    expect(withNote(due, ['a.b.os'], { due: '' }).size).toBe(0);
  });
  it('forgets a cell of which nothing is said any more', () => {
    expect(withNote(record, ['amazon-rds.default.backup'], { owner: '' }).has('amazon-rds.default.backup')).toBe(false);
    expect(withNote(noRecord, ['a.b.os'], { done: false }).size).toBe(0);
  });
});

it('of two records the one that is taken goes first, and says how many it replaced', () => {
  const taken: StackRecord = new Map([
    ['amazon-s3.default.network', { ...noNote, owner: 'Kim' }],
    ['amazon-rds.default.backup', { done: false, note: '', owner: 'Data team', due: '' }],
    ['amazon-sqs.default.access', { ...noNote, done: true }],
  ]);
  const { record: merged, replaced } = mergeRecords(record, taken);
  expect(replaced).toBe(1);
  expect(merged).toEqual(taken);
  expect(mergeRecords(noRecord, record)).toEqual({ record, replaced: 0 });
});

it('knows its owners, each once, by name', () => {
  expect(ownersIn(record)).toEqual(['Data team', 'Platform team']);
});

it.each([
  ['2026-12-31', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['26-01-01', false],
  ['', false],
])('%s is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});
