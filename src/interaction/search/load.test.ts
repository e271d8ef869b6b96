import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { timeLimit, withTimeLimit } from '../time-limit.ts';
import { getContent } from '../../content/load.ts';
import { makeSources, maxWait, once, otherBuild } from './load.ts';
import type { Sources } from './load.ts';

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
  it('leaves the line before it is ready, and fails there as the load does', async () => {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const load = vi.fn(async (leave: () => void) => {
      leave();
      await ended;
      return 7;
    });
    const get = once(load);
    await get.leavesLine();
    end();
    expect(await get()).toBe(7);
    await get.leavesLine();
    expect(load).toHaveBeenCalledTimes(1);
    await once(() => Promise.resolve(7)).leavesLine();
    await expect(once(() => Promise.reject(new Error('no line'))).leavesLine()).rejects.toThrow('no line');
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
  const answers = { data: { thesaurus, purposes: [], options: [], missing: [] }, texts: [], names: {}, popular: [], samples: [] };
  const files: Record<string, unknown> = {
    '/search/services.json': { layers: {}, kinds: [], kind: [], short: [], id: [], names: [], what: [], options: [] },
    '/search/answers.json': answers,
    '/search/passages.json': { layers: [] },
    '/search/details/r.json': { words: ['rest'], places: ['7'] },
    '/search/details/s.json': { words: ['subpoena'], places: ['0'] },
  };
  const chain = ['/search/services.json', '/search/answers.json', '/search/passages.json'];
  const serve = (
    lost: readonly string[] = [],
    bodyOf = (address: string): Promise<unknown> => Promise.resolve(files[address] ?? { words: [], places: [] }),
  ): string[] => {
    const asked: string[] = [];
    vi.stubGlobal('document', { documentElement: { dataset: {} } });
    vi.stubGlobal('fetch', (address: string) => {
      asked.push(address);
      return Promise.resolve(lost.includes(address) ? new Response('', { status: 503 }) : { ok: true, json: () => bodyOf(address) });
    });
    return asked;
  };
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
  });

  it('load one after the other: names, answers, passages', async () => {
    const asked = serve();
    await makeSources().passages();
    expect(asked).toEqual(chain);
  });
  it('ask for the answers as the names begin, and for the passages once the answers have come, before any of them is ready', async () => {
    const come = new Map<string, () => void>();
    const asked = serve(
      [],
      (address) =>
        new Promise((resolve) =>
          come.set(address, () => {
            resolve(files[address]);
          }),
        ),
    );
    const sources = makeSources();
    const passages = sources.passages();
    await vi.waitUntil(() => come.has('/search/answers.json'));
    expect(asked).toEqual(chain.slice(0, 2));
    come.get('/search/answers.json')?.();
    // The names have not come, so no answers can be ready.
    await vi.waitUntil(() => come.has('/search/passages.json'));
    expect(asked).toEqual(chain);
    for (const address of chain) come.get(address)?.();
    expect((await passages).find('restore', () => true)).toEqual([]);
  });
  it('load each file once, in whatever order they are called', async () => {
    const asked = serve();
    const sources = makeSources();
    await Promise.all([sources.names(), sources.details('subpoena'), sources.passages()]);
    await sources.details('a subpoena');
    expect(asked.toSorted()).toEqual([...chain, '/search/details/s.json'].toSorted());
  });
  it('load of the details what a query needs, and the rest later', async () => {
    const asked = serve();
    const sources = makeSources();
    expect(await sources.details('who')).toEqual({ words: [], places: [] });
    expect(asked).toEqual([]);
    expect(await sources.details('subpoenas rest')).toEqual({ words: ['rest', 'subpoena'], places: ['7', '0'] });
    expect(asked).toEqual([...chain.slice(0, 2), '/search/details/r.json', '/search/details/s.json']);
    await sources.rest();
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.filter((address) => address.includes('/details/'))).toHaveLength(9);
  });
  it('load no rest where the reader saves data', async () => {
    const asked = serve();
    vi.stubGlobal('navigator', { connection: { saveData: true } });
    const sources = makeSources();
    await sources.details('subpoena');
    await sources.rest();
    expect(asked.filter((address) => address.includes('/details/'))).toEqual(['/search/details/s.json']);
    vi.stubGlobal('navigator', {});
    await makeSources().rest();
    expect(asked.slice(asked.lastIndexOf('/search/answers.json')).filter((address) => address.includes('/details/'))).toHaveLength(9);
  });
  it.each([[[]], [{}], [null]])('do not take %j for details', async (other) => {
    serve([], (address) => Promise.resolve(address.includes('/details/') ? other : files[address]));
    await expect(makeSources().details('subpoena')).rejects.toThrow(TypeError);
  });
  it('take nothing without a revision for a file of the build', async () => {
    serve([], (each) => Promise.resolve({ ...Object(files[each]), ...(each === '/search/services.json' ? { revision: 'a1' } : {}) }));
    await expect(makeSources().passages()).rejects.toThrow(TypeError);
  });
  it.each([
    ['answering', '/search/answers.json', (sources: Sources) => sources.answering()],
    ['passages', '/search/passages.json', (sources: Sources) => sources.passages()],
    ['details', '/search/details/s.json', (sources: Sources) => sources.details('subpoena')],
  ])('join no %s of another build with the names, whose places these tell', async (_, address, get) => {
    const of = (revision: string) => (each: string) =>
      Promise.resolve({ ...Object(files[each]), revision: each === address ? revision : 'a1' });
    serve([], of('b2'));
    const sources = makeSources();
    await expect(get(sources)).rejects.toBe(otherBuild);
    // As after a while, where the parts of a site are not exchanged at once.
    serve([], of('a1'));
    await get(sources);
  });
  it('load passages and details without the answers, and those again', async () => {
    const asked = serve(['/search/answers.json']);
    const sources = makeSources();
    expect(await sources.details('subpoena')).toEqual(files['/search/details/s.json']);
    await sources.passages();
    await expect(sources.answering()).rejects.toThrow('/search/answers.json: 503');
    expect(asked.filter((address) => address === '/search/answers.json').length).toBeGreaterThan(1);
  });
  it('load passages and details though the answers never come', async () => {
    const asked = serve([], (address) => (address === '/search/answers.json' ? never() : Promise.resolve(files[address])));
    const sources = makeSources();
    const both = Promise.all([sources.passages(), sources.details('subpoena')]);
    await vi.advanceTimersByTimeAsync(maxWait);
    expect((await both)[1]).toEqual(files['/search/details/s.json']);
    expect(asked).toEqual([...chain, '/search/details/s.json']);
  });
  it('keep the names if the passages fail to load, and load those again', async () => {
    const asked = serve(['/search/passages.json']);
    const sources = makeSources();
    await expect(sources.passages()).rejects.toThrow('/search/passages.json: 503');
    await expect(sources.passages()).rejects.toThrow('/search/passages.json: 503');
    expect(asked).toEqual([...chain, '/search/passages.json']);
  });
  it('ask for nothing more without the names', async () => {
    const asked = serve(['/search/services.json']);
    await expect(makeSources().passages()).rejects.toThrow('/search/services.json: 503');
    expect(asked).toEqual(['/search/services.json']);
  });
});
