import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { timeLimit, withTimeLimit } from '../time-limit.ts';
import { getContent } from '../../content/load.ts';
import { makeSources, maxWait, once } from './load.ts';

const { thesaurus } = getContent();

const never = (): Promise<never> => new Promise<never>(() => undefined);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('withTimeLimit', () => {
  it('settles with the work, and leaves no timer', async () => {
    expect(await withTimeLimit(Promise.resolve(7))).toBe(7);
    await expect(withTimeLimit(Promise.reject(new Error('no line')))).rejects.toThrow('no line');
    expect(vi.getTimerCount()).toBe(0);
  });
  it('rejects if the work does not settle', async () => {
    const answer = expect(withTimeLimit(never())).rejects.toThrow('no answer within 8000 ms');
    await vi.advanceTimersByTimeAsync(timeLimit);
    await answer;
  });
});

describe('once', () => {
  it('loads at the first call and keeps a success', async () => {
    const load = vi.fn(() => Promise.resolve({}));
    const get = once(load);
    expect(load).not.toHaveBeenCalled();
    const [first, second] = await Promise.all([get(), get()]);
    expect(second).toBe(first);
    expect(await get()).toBe(first);
    expect(load).toHaveBeenCalledTimes(1);
  });
  it('forgets a failure', async () => {
    const load = vi.fn(() => Promise.resolve(7)).mockRejectedValueOnce(new Error('no line'));
    const get = once(load);
    await expect(get()).rejects.toThrow('no line');
    expect(await get()).toBe(7);
  });
  it('forgets what took too long', async () => {
    const load = vi.fn(() => Promise.resolve(7)).mockReturnValueOnce(never());
    const get = once(load);
    const answer = expect(get()).rejects.toThrow('no answer');
    await vi.advanceTimersByTimeAsync(timeLimit);
    await answer;
    expect(await get()).toBe(7);
  });
  it('waits for `before` without counting its time, and fails if it fails', async () => {
    const before = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 2 * timeLimit)));
    const load = vi.fn(() => Promise.resolve(7));
    const get = once(load, before);
    const answer = get();
    await vi.advanceTimersByTimeAsync(timeLimit);
    expect(load).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(timeLimit);
    expect(await answer).toBe(7);
    await expect(once(load, () => Promise.reject(new Error('no names')))()).rejects.toThrow('no names');
    expect(load).toHaveBeenCalledTimes(1);
  });
  it('returns what it forgets, or undefined if nothing was loaded', async () => {
    const load = vi.fn(() => Promise.resolve({}));
    const get = once(load);
    expect(get.forget()).toBeUndefined();
    const first = await get();
    expect(await get.forget()).toBe(first);
    expect(get.forget()).toBeUndefined();
    expect(await get()).not.toBe(first);
  });
});

describe('the sources', () => {
  const files: Record<string, unknown> = {
    '/search/services.json': { layers: {}, kinds: [], kind: [], short: [], id: [], names: [], what: [], options: [] },
    '/search/answers.json': { data: { thesaurus, purposes: [], options: [], missing: [] }, texts: [], names: {}, popular: [], samples: [] },
    '/search/passages.json': { layers: [] },
    '/search/details.json': { words: [], places: [] },
  };
  const serve = (lost: readonly string[] = []): string[] => {
    const asked: string[] = [];
    vi.stubGlobal('document', { documentElement: { dataset: {} } });
    vi.stubGlobal('fetch', (address: string) => {
      asked.push(address);
      return Promise.resolve(lost.includes(address) ? new Response('', { status: 503 }) : Response.json(files[address]));
    });
    return asked;
  };

  it('load one after the other: names, answers, passages, details', async () => {
    const asked = serve();
    expect(await makeSources().details()).toEqual(files['/search/details.json']);
    expect(asked).toEqual(['/search/services.json', '/search/answers.json', '/search/passages.json', '/search/details.json']);
  });
  it('load each file once, in whatever order they are called', async () => {
    const asked = serve();
    const sources = makeSources();
    await Promise.all([sources.names(), sources.details(), sources.passages()]);
    await sources.details();
    expect(asked).toHaveLength(4);
  });
  it('load passages and details without the answers, and those again', async () => {
    const asked = serve(['/search/answers.json']);
    const sources = makeSources();
    expect(await sources.details()).toEqual(files['/search/details.json']);
    await expect(sources.answering()).rejects.toThrow('/search/answers.json: 503');
    expect(asked.filter((address) => address === '/search/answers.json')).toHaveLength(2);
  });
  it('load passages and details though the answers never come', async () => {
    const asked = serve();
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', (address: string) => (address === '/search/answers.json' ? never() : fetch(address)));
    const details = makeSources().details();
    await vi.advanceTimersByTimeAsync(maxWait);
    expect(await details).toEqual(files['/search/details.json']);
    expect(asked).toEqual(['/search/services.json', '/search/passages.json', '/search/details.json']);
  });
  it('keep the names if the passages fail to load, and load those again', async () => {
    const asked = serve(['/search/passages.json']);
    const sources = makeSources();
    await expect(sources.details()).rejects.toThrow('/search/passages.json: 503');
    await expect(sources.passages()).rejects.toThrow('/search/passages.json: 503');
    expect(asked).toEqual(['/search/services.json', '/search/answers.json', '/search/passages.json', '/search/passages.json']);
  });
});
