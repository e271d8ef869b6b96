import { expect, it } from 'vitest';
import { assertLog } from './log.ts';

const file = { path: 'content/changes.yaml', value: undefined, lineOf: (path: readonly PropertyKey[]) => Number(path[0]) * 10 + 3 };
const told = (...days: readonly string[]): string[] =>
  assertLog(
    file,
    days.map((day) => ({ day, services: {} })),
  ).map((each) => Object.values(each).join(' · '));

it('the log of changes rises from day to day, and has one entry for each', () => {
  expect(told('2026-11-23', '2026-11-24', '2026-11-29')).toEqual([]);
  expect(told('2026-11-23', '2026-11-29', '2026-11-24', '2026-11-29', '2026-11-29')).toEqual([
    'content/changes.yaml:23 · 2.day · 2026-11-24 after 2026-11-29 · put the entries in the order of their days, the oldest first',
    'content/changes.yaml:43 · 4.day · 2026-11-29 a second time · put what it says into the entry of that day',
  ]);
});
