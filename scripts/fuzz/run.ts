// Has a thread examine broken files, and stops it where one takes too long.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Told } from './worker.ts';

/** In milliseconds. A busy machine may take a multiple of what an idle one does; a check that hangs takes for ever. */
const patience = 120_000;

export interface Outcome {
  readonly examined: number;
  readonly passed: number;
  /** In milliseconds, each with its number and its file. */
  readonly slowest: readonly { readonly ms: number; readonly name: string }[];
  readonly faults: readonly string[];
}

/** @param seed the same seed makes the same files */
export function fuzz(seed: number, count: number): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(import.meta.dirname, 'worker.ts'));
    const all: Told[] = [];
    const name = ({ index, file }: Pick<Told, 'index' | 'file'>): string => `${file}, number ${index} of seed ${seed}`;
    const finish = (extra: readonly string[]): void => {
      clearTimeout(timer);
      void worker.terminate();
      const slowest = [...all].sort((a, b) => b.ms - a.ms).slice(0, 3);
      resolve({
        examined: all.length,
        passed: all.filter(({ passed }) => passed).length,
        slowest: slowest.map((each) => ({ ms: each.ms, name: name(each) })),
        faults: [...all.flatMap((each) => (each.fault === undefined ? [] : [`${name(each)}: ${each.fault}`])), ...extra],
      });
    };
    const wait = (): NodeJS.Timeout =>
      setTimeout(() => {
        finish([`number ${all.length} of seed ${seed} hangs: nothing for ${patience / 1000} s`]);
      }, patience);
    let timer = wait();
    worker.on('message', (told: 'ready' | Told) => {
      clearTimeout(timer);
      timer = wait();
      if (told !== 'ready') all.push(told);
      if (all.length === count) finish([]);
    });
    worker.once('error', (error) => {
      clearTimeout(timer);
      reject(error instanceof Error ? error : new Error(String(error)));
    });
    worker.postMessage({ seed, count });
  });
}
