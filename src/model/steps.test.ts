import { expect, it } from 'vitest';
import { atOnce } from './steps.ts';
import type { Steps } from './steps.ts';

it('are done one after the other, the last with the result', () => {
  const done: string[] = [];
  function* work(): Steps<string> {
    done.push('first');
    yield;
    done.push('last');
    return done.join(', ');
  }
  expect(atOnce(work())).toBe('first, last');
});
