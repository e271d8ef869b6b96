// Days in the future, and the clock that they are held against.
import type { Problem } from '../problem.ts';

/** The remedy for a day after today. */
export const futureDay = 'a day in the future: write the day of the last review';

/**
 * Puts one problem in the place of all days in the future, where most records have one: then the clock is wrong rather than they.
 * @param records how many records were read
 * @param now what the clock says
 */
export function nameClock(problems: readonly Problem[], records: number, now: Date): readonly Problem[] {
  const late = problems.filter(({ remedy }) => remedy === futureDay);
  const files = new Set(late.map(({ file }) => file.replace(/:\d+$/u, '')).filter((file) => file.startsWith('content/services/')));
  if (files.size < 2 || files.size <= records / 2) return problems;
  const clock: Problem = {
    file: 'content/services',
    field: 'reviewed',
    found: `this machine's clock says ${now.toISOString().slice(0, 10)}, and ${files.size} of ${records} records were reviewed after that day`,
    remedy: "set this machine's clock",
  };
  return [clock, ...problems.filter((each) => !late.includes(each))];
}
