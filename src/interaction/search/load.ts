// Loads the data of the search: each part once, in an order that keeps the first answers fast.
import { root } from '../../model/root.ts';
import type { publishControls } from '../../model/control/published.ts';
import type { AnswerFile } from '../../model/search/answer-data.ts';
import type { DetailWords, PassageData } from '../../model/search/passages.ts';
import { unpackServices } from '../../model/search/packed-services.ts';
import type { PackedServices } from '../../model/search/packed-services.ts';
import type { Result } from '../../scenes/result.ts';
import { fetchJson } from '../fetch-json.ts';
import { isQuick, withTimeLimit } from '../time-limit.ts';
import type { Answering, Names } from './found.ts';
import { importPagefind } from './pagefind.ts';
import type { Pagefind } from './pagefind.ts';
import type { Passages } from './passages.ts';

/** A loader that loads at the first call and returns the same result at every later call. */
export interface Once<T> {
  (): Promise<T>;
  /** Makes the next call load again. Returns the current result, which may still be loading; undefined if there is none. */
  readonly forget: () => Promise<T> | undefined;
}

/**
 * Makes a loader that keeps a success and forgets a failure, so that the next call tries again. It rejects after `timeLimit`.
 * @param before loads what must come first; its time does not count towards the limit, and its failure fails this load
 */
export function once<T>(load: () => Promise<T>, before: () => Promise<unknown> = () => Promise.resolve()): Once<T> {
  let kept: Promise<T> | undefined;
  const forget = (): Promise<T> | undefined => {
    const former = kept;
    kept = undefined;
    return former;
  };
  const get = (): Promise<T> => {
    if (kept) return kept;
    const loading = before()
      .then(() => withTimeLimit(load()))
      .catch((error: unknown) => {
        if (kept === loading) kept = undefined;
        throw error;
      });
    kept = loading;
    return loading;
  };
  return Object.assign(get, { forget });
}

/** In milliseconds. A part of the search that takes longer no longer holds up the others. */
export const maxWait = 2000;

export interface Sources {
  readonly names: () => Promise<Names>;
  readonly answering: () => Promise<Answering>;
  /** The controls that a name finds. */
  readonly controls: (query: string) => Promise<Result[]>;
  readonly passages: () => Promise<Passages>;
  readonly details: () => Promise<DetailWords>;
  /** Pagefind with its index. */
  readonly pages: () => Promise<Pagefind>;
  /** Closes Pagefind after a failure, so that the next call of `pages` starts it again. */
  readonly restartPages: () => void;
}

/** Returns the sources of the search. Nothing is loaded until the first call of each. */
export function makeSources(): Sources {
  // Each source waits for the one above it, because on a slow connection it would delay that one.
  const names = once(loadNames);
  const answering = once(loadAnswering, names);
  // Passages do without the answers, so they wait for those only a while, and whether they come or not.
  const passages = once(loadPassages, async () => {
    await names();
    await isQuick(answering(), maxWait);
  });
  const controls = once(loadControls, names);
  const details = once(() => fetchJson<DetailWords>(`${root}/search/details.json`), passages);
  const pages = once(startPagefind, async () => {
    await closed;
    // Pagefind works without the details, so it waits for them only a while, and whether they come or not.
    await isQuick(details(), maxWait);
  });

  let closed: Promise<void> = Promise.resolve();
  const restartPages = (): void => {
    closed = withTimeLimit(Promise.resolve(pages.forget()).then((pagefind) => pagefind?.destroy())).catch(() => undefined);
  };

  async function loadNames(): Promise<Names> {
    const [{ makeServiceSearch }, packed] = await Promise.all([
      import('./services.ts'),
      fetchJson<PackedServices>(`${root}/search/services.json`),
    ]);
    const data = unpackServices(packed);
    return { search: makeServiceSearch(data.services), data };
  }

  async function loadAnswering(): Promise<Answering> {
    const [{ makeAnswering }, file] = await Promise.all([import('./answering.ts'), fetchJson<AnswerFile>(`${root}/search/answers.json`)]);
    return makeAnswering(file, await names());
  }

  async function loadControls(): Promise<(query: string) => Result[]> {
    const { data } = await names();
    const [{ findControls }, file] = await Promise.all([
      import('./controls.ts'),
      fetchJson<ReturnType<typeof publishControls>>(`${root}/data/v1/controls.json`),
    ]);
    return (query) => findControls(file.controls, query, data);
  }

  async function loadPassages(): Promise<Passages> {
    const { data } = await names();
    const [{ makePassages }, passageData] = await Promise.all([
      import('./passages.ts'),
      fetchJson<PassageData>(`${root}/search/passages.json`),
    ]);
    return makePassages(passageData, data);
  }

  return { names, answering, controls: async (query) => (await controls())(query), passages, details, pages, restartPages };
}

async function startPagefind(): Promise<Pagefind> {
  const pagefind = await importPagefind();
  try {
    // No worker: it would be one more file to load, and a search takes milliseconds.
    await pagefind.options({ baseUrl: `${root}/`, noWorker: true, excerptLength: 18, ranking: { termSaturation: 1.2, pageLength: 0.4 } });
    await pagefind.init();
  } catch (error) {
    await pagefind.destroy();
    throw error;
  }
  return pagefind;
}
