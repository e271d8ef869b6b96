import { expect, it } from 'vitest';
import { futureDay, nameClock } from './clock.ts';

const late = (id: string): { file: string; field: string; found: string; remedy: string } => ({
  file: `content/services/${id}.yaml:9`,
  field: 'reviewed',
  found: '"2026-11-24"',
  remedy: futureDay,
});
const other = { file: 'content/services/a.yaml:3', field: 'name', found: 'nothing', remedy: 'add it' };
const now = new Date('2026-10-30T12:00:00Z');

it('names the clock where most records seem to be of the future', () => {
  expect(nameClock([late('a'), other, late('b'), late('c'), { ...late('x'), file: 'content/changes.yaml:1' }], 4, now)).toEqual([
    expect.objectContaining({ found: "this machine's clock says 2026-10-30, and 3 of 4 records were reviewed after that day" }),
    other,
  ]);
});

it('leaves a day in the future of one record to its author', () => {
  expect(nameClock([late('a'), other], 4, now)).toEqual([late('a'), other]);
  expect(nameClock([late('a')], 1, now)).toEqual([late('a')]);
});

it('counts a record once', () => {
  expect(nameClock([late('a'), late('a'), late('a')], 4, now)).toHaveLength(3);
});
