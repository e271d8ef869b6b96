import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { offer, onReach } from './late.ts';
import { timeLimit } from './time-limit.ts';

const { document, Event } = parseHTML('<!doctype html><html><body></body></html>');

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', document);
  vi.stubGlobal('Event', Event);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** An element whose address asks for what `load` brings, with what it says to the page. */
function element(load: () => Promise<string>) {
  const root = document.createElement('div');
  const outside = document.createElement('div');
  const start = vi.fn((code: string) => `view of ${code}`);
  const settled: boolean[] = [];
  document.addEventListener('tideline:settle', () => settled.push(!('loading' in root.dataset)));
  const view = onReach(root, load, start, outside);
  return { root, outside, start, settled, view };
}
const isLive = (...parts: readonly Element[]): boolean => parts.every((part) => part.hasAttribute('data-live'));

it('code that comes after the time limit is started once, however often it was waited for, and the controls are offered', async () => {
  let arrive = (): void => undefined;
  const { root, outside, start, settled, view } = element(
    () =>
      new Promise((resolve) => {
        arrive = () => {
          resolve('code');
        };
      }),
  );
  const first = view();
  offer(root, outside, first);
  first.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(timeLimit);
  await expect(first).rejects.toThrow('no answer');
  const second = view();
  root.dispatchEvent(new Event('focusin'));
  expect([isLive(root), settled]).toEqual([false, [true]]);
  arrive();
  expect(await second).toBe('view of code');
  expect(start).toHaveBeenCalledTimes(1);
  expect([isLive(root, outside), settled]).toEqual([true, [true, true]]);
  expect(await view()).toBe('view of code');
  expect(start).toHaveBeenCalledTimes(1);
});

it('code that nobody waits for any longer is started when it comes', async () => {
  const { root, outside, start, view } = element(() => new Promise((resolve) => setTimeout(resolve, timeLimit + 1000, 'code')));
  const first = view();
  offer(root, outside, first);
  first.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(timeLimit);
  expect(isLive(root)).toBe(false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(start).toHaveBeenCalledTimes(1);
  expect(isLive(root, outside)).toBe(true);
});

it('after a failure the next call loads again and offers the controls', async () => {
  const load = vi.fn(() => Promise.resolve('code')).mockRejectedValueOnce(new Error('no line'));
  const { root, outside, start, settled, view } = element(load);
  const first = view();
  offer(root, outside, first);
  await expect(first).rejects.toThrow('no line');
  await vi.advanceTimersByTimeAsync(0);
  expect([isLive(root), settled]).toEqual([false, [true]]);
  expect(await view()).toBe('view of code');
  expect([load, start].map(({ mock }) => mock.calls.length)).toEqual([2, 1]);
  expect([isLive(root, outside), settled]).toEqual([true, [true, true]]);
});

it('where the address asks for nothing the controls are offered at once, and code that comes later says nothing', async () => {
  const { root, outside, settled, view } = element(() => Promise.resolve('code'));
  offer(root, outside, undefined);
  expect(isLive(root, outside)).toBe(true);
  await view();
  expect(settled).toEqual([]);
});
