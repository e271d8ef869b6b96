// The order of the log of changes, which the page, the feed and the next entry rely on.
import { place } from '../problem.ts';
import type { Problem, SourceFile } from '../problem.ts';
import type { ChangeEntry } from '../record/schema/changes.ts';

/** Every entry of a day that stands before, or has an entry already: what came last would be replayed first, or told under one address. */
export function assertLog(file: SourceFile, log: readonly ChangeEntry[]): Problem[] {
  return log.flatMap(({ day }, index) => {
    const before = log[index - 1]?.day;
    if (before === undefined || day > before) return [];
    const same = log.slice(0, index).some((each) => each.day === day);
    const at = { file: place(file, [index, 'day']), field: `${index}.day` };
    return same
      ? [{ ...at, found: `${day} a second time`, remedy: 'put what it says into the entry of that day' }]
      : [{ ...at, found: `${day} after ${before}`, remedy: 'put the entries in the order of their days, the oldest first' }];
  });
}
