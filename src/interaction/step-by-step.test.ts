import { expect, it } from 'vitest';
import type { Steps } from '../model/steps.ts';
import { stepByStep } from './step-by-step.ts';

/** Work of six steps on a clock that each of them moves on. */
function clockWork(stepTime: number) {
  let time = 0;
  const done: string[] = [];
  function* work(): Steps<string> {
    for (let step = 1; step <= 6; step += 1) {
      time += stepTime;
      done.push(`step ${step}`);
      yield;
    }
    return 'made';
  }
  const pause = (): Promise<void> => {
    done.push('pause');
    return Promise.resolve();
  };
  return { done, made: stepByStep(work(), pause, () => time) };
}

it('pauses after as many steps as a task has time for', async () => {
  const { done, made } = clockWork(3);
  expect(await made).toBe('made');
  expect(done).toEqual(['step 1', 'step 2', 'step 3', 'pause', 'step 4', 'step 5', 'step 6', 'pause']);
});

it('pauses after each step that takes longer', async () => {
  const { done, made } = clockWork(9);
  expect(await made).toBe('made');
  expect(done.join()).toBe('step 1,pause,step 2,pause,step 3,pause,step 4,pause,step 5,pause,step 6,pause');
});

it('goes on in another task', async () => {
  let time = 0;
  let other = false;
  setTimeout(() => {
    other = true;
  }, 0);
  function* untilOther(): Steps<boolean> {
    while (!other) {
      time += 9;
      yield;
    }
    return other;
  }
  expect(await stepByStep(untilOther(), undefined, () => time)).toBe(true);
});
