// What a run of the tests left out, because this machine lacks something: said at its end, so that nobody takes it for tested.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { reports } from './steps.ts';

const folder = path.join(reports, 'not-run');

/**
 * Notes that something was not run.
 * @param what a short name, good for a file name too: `nginx`
 * @param why the reason, for people
 */
export function noteNotRun(what: string, why: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, what), why);
}

/** Returns a line for each note. */
export function notRun(): string[] {
  try {
    return readdirSync(folder).map((what) => `not run: ${what} (${readFileSync(path.join(folder, what), 'utf8')})`);
  } catch {
    return [];
  }
}
