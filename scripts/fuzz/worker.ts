// Examines broken files in a thread of its own, so that one that hangs can be stopped and named.
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parentPort } from 'node:worker_threads';
import fc from 'fast-check';
import { examiner } from './examine.ts';
import { mutant, mutate } from './mutants.ts';

/** What the thread says of each broken file; before the first it says that it is ready. */
export interface Told {
  readonly index: number;
  readonly file: string;
  readonly passed: boolean;
  /** Of the processor: the clock would measure what else the machine does. */
  readonly ms: number;
  /** An error that was thrown, or what got through. */
  readonly fault: string | undefined;
}

parentPort?.once('message', ({ seed, count }: { readonly seed: number; readonly count: number }) => {
  const root = mkdtempSync(path.join(tmpdir(), 'fuzz-'));
  for (const folder of ['services', 'guide']) mkdirSync(path.join(root, 'content', folder), { recursive: true });
  const { files, examine } = examiner(root);
  parentPort?.postMessage('ready');
  fc.sample(mutant, { seed, numRuns: count }).forEach((each, index) => {
    const ofKind = files[each.kind];
    const file = ofKind[each.file % ofKind.length] ?? '';
    const bytes = mutate(readFileSync(file, 'utf8'), each);
    const start = process.cpuUsage();
    let told: Pick<Told, 'passed' | 'fault'>;
    try {
      told = examine(each.kind, file, bytes);
    } catch (error) {
      told = { passed: false, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
    parentPort?.postMessage({
      index,
      file,
      passed: told.passed,
      fault: told.fault,
      ms: process.cpuUsage(start).user / 1000,
    } satisfies Told);
  });
});
