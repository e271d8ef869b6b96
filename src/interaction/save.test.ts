import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { saveView } from './save.ts';
import type { View } from './save.ts';
import { timeLimit } from './time-limit.ts';

/** Names of the files that were saved. */
let saved: string[] = [];

beforeEach(() => {
  saved = [];
  vi.useFakeTimers();
  vi.stubGlobal('location', { host: 'tideline.example', pathname: '/', search: '', href: 'https://tideline.example/' });
  vi.stubGlobal('document', {
    createElement: () => ({
      download: '',
      click() {
        saved.push(this.download);
      },
    }),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const table = { head: ['Layer'], rows: [['Data']] };

/** A view whose parts come after so many milliseconds. */
function viewAfter(wait: number): View {
  const late = <T>(made: T): Promise<T> => new Promise((resolve) => setTimeout(resolve, wait, made));
  return {
    title: 'Amazon S3',
    file: 'amazon-s3',
    table: () => late(table),
    markdown: () => late('# Amazon S3'),
    checklist: () => late('- [ ] Do it'),
    json: () => late('{}'),
  };
}

it.each(['csv', 'md', 'todo', 'json'])('what makes a %s file and comes in time is saved', async (kind) => {
  const saving = saveView(kind, viewAfter(timeLimit - 1), 'light');
  await vi.advanceTimersByTimeAsync(timeLimit);
  expect([await saving]).toEqual(saved);
});

it.each(['csv', 'md', 'todo', 'json'])(
  'what makes a %s file and does not come in time is given up, and saves nothing later',
  async (kind) => {
    const saving = expect(saveView(kind, viewAfter(timeLimit + 1), 'light')).rejects.toThrow('no answer');
    await vi.advanceTimersByTimeAsync(2 * timeLimit);
    await saving;
    expect(saved).toEqual([]);
  },
);
