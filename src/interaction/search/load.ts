// Loads the data of the search: each part once, in an order that keeps the first answers fast.
import type { Revised } from '../../model/revision.ts';
import { root } from '../../model/root.ts';
import type { publishControls } from '../../model/control/published.ts';
import type { AnswerFile } from '../../model/search/answer-data.ts';
import { detailParts, joinParts, partsFor } from '../../model/search/passages.ts';
import type { DetailWords, PassageData } from '../../model/search/passages.ts';
import { unpackServices } from '../../model/search/packed-services.ts';
import type { PackedServices } from '../../model/search/packed-services.ts';
import type { Result } from '../../scenes/result.ts';
import { fetchJson } from '../fetch-json.ts';
import { stepByStep } from '../step-by-step.ts';
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
  /** Loads too, and settles as soon as the line is free for others, which is before the result is ready; fails as the load does. */
  readonly leavesLine: () => Promise<unknown>;
}

/**
 * Makes a loader that keeps a success and forgets a failure, so that the next call tries again. It rejects after `timeLimit`.
 * @param load calls `leave` once the line is free for what comes next
 * @param before loads what must come first; its time does not count towards the limit, and its failure fails this load
 */
export function once<T>(load: (leave: () => void) => Promise<T>, before: () => Promise<unknown> = () => Promise.resolve()): Once<T> {
  let kept: Promise<T> | undefined;
  let left: Promise<unknown> = Promise.resolve();
  const forget = (): Promise<T> | undefined => {
    const former = kept;
    kept = undefined;
    return former;
  };
  const get = (): Promise<T> => {
    if (kept) return kept;
    let leave = (): void => undefined;
    const said = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const loading = before()
      .then(() => withTimeLimit(load(leave)))
      .catch((error: unknown) => {
        if (kept === loading) kept = undefined;
        throw error;
      });
    kept = loading;
    left = Promise.race([said, loading]);
    // Nobody may wait for it.
    left.catch(() => undefined);
    return loading;
  };
  const leavesLine = (): Promise<unknown> => {
    void get();
    return left;
  };
  return Object.assign(get, { forget, leavesLine });
}

/** Why a part is not searched that is of another build than the names: it tells services and layers by their places in that build's lists. */
export const otherBuild = new Error('of another build');

/** In milliseconds. A part of the search that takes longer no longer holds up the others. */
export const maxWait = 2000;

export interface Sources {
  readonly names: () => Promise<Names>;
  readonly answering: () => Promise<Answering>;
  /** The controls that a name finds. */
  readonly controls: (query: string) => Promise<Result[]>;
  readonly passages: () => Promise<Passages>;
  /** The words of details, as far as a query needs them. */
  readonly details: (query: string) => Promise<DetailWords>;
  /** Loads what no query has needed yet, so that it is there without a connection; nothing where the reader saves data. */
  readonly rest: () => Promise<unknown>;
  /** Pagefind with its index. */
  readonly pages: () => Promise<Pagefind>;
  /** Closes Pagefind after a failure, so that the next call of `pages` starts it again. */
  readonly restartPages: () => void;
}

/** Returns the sources of the search. Nothing is loaded until the first call of each. */
export function makeSources(): Sources {
  // Each source asks for its files once those of the one above it have come, because on a slow connection it would delay that one.
  // It does not wait until that one is ready, which takes a phone as long again.
  const names = once(loadNames);
  const answering = once(loadAnswering, names.leavesLine);
  // Passages do without the answers, so they wait for those only a while, and whether they come or not.
  const afterAnswers = async (): Promise<void> => {
    await names.leavesLine();
    await isQuick(answering.leavesLine(), maxWait);
  };
  const passages = once(loadPassages, afterAnswers);
  const controls = once(loadControls, names);
  // A part of the details is small: it comes along with the passages.
  const parts = new Map(detailParts.map((part) => [part, once(() => loadPart(part), afterAnswers)]));
  const loadParts = (wanted: readonly string[]): Promise<DetailWords[]> => Promise.all(wanted.flatMap((part) => parts.get(part)?.() ?? []));
  const pages = once(startPagefind, async () => {
    await closed;
    // Pagefind works without the passages, so it waits for them only a while, and whether they come or not.
    await isQuick(passages.leavesLine(), maxWait);
  });

  let closed: Promise<void> = Promise.resolve();
  const restartPages = (): void => {
    closed = withTimeLimit(Promise.resolve(pages.forget()).then((pagefind) => pagefind?.destroy())).catch(() => undefined);
  };

  // The names are few: the answers begin to come after them, even if asked for as soon as the names begin.
  async function loadNames(leave: () => void): Promise<Names> {
    const [{ makeServiceSearch }, packed] = await Promise.all([
      import('./services.ts'),
      fetchJson<PackedServices & Revised>(`${root}/search/services.json`, leave),
    ]);
    const data = unpackServices(packed);
    // At once: in steps what comes next would take the line before a name is found.
    return { search: makeServiceSearch(data.services), data, revision: packed.revision };
  }

  async function loadAnswering(leave: () => void): Promise<Answering> {
    const files = Promise.all([import('./answering.ts'), fetchJson<AnswerFile & Revised>(`${root}/search/answers.json`)]);
    const [named, [{ answeringInSteps }, file]] = await Promise.all([names(), thenLeave(files, leave)]);
    return stepByStep(answeringInSteps(fitting(file, named), named));
  }

  async function loadControls(): Promise<(query: string) => Result[]> {
    const { data } = await names();
    const [{ findControls }, file] = await Promise.all([
      import('./controls.ts'),
      fetchJson<ReturnType<typeof publishControls>>(`${root}/data/v1/controls.json`),
    ]);
    const controls = [...file.controls];
    return (query) => findControls(controls, query, data);
  }

  async function loadPassages(leave: () => void): Promise<Passages> {
    const files = Promise.all([import('./passages.ts'), fetchJson<PassageData & Revised>(`${root}/search/passages.json`)]);
    const [named, [{ passagesInSteps }, passageData]] = await Promise.all([names(), thenLeave(files, leave)]);
    return stepByStep(passagesInSteps(fitting(passageData, named), named.data));
  }

  async function loadPart(part: string): Promise<DetailWords> {
    const [named, file] = await Promise.all([names(), fetchJson<DetailWords & Revised>(`${root}/search/details/${part}.json`)]);
    const { words, places } = fitting(file, named);
    // What a proxy sends in its place has neither, which would read as nothing found.
    return { words: [...words], places: [...places] };
  }

  return {
    names,
    answering,
    controls: async (query) => (await controls())(query),
    passages,
    details: async (query) => joinParts(await loadParts(partsFor(query))),
    rest: async () => loadParts((await answering()).savesData ? [] : detailParts),
    pages,
    restartPages,
  };
}

/** Says that the files leave the line before anything is made of them. */
async function thenLeave<T>(files: Promise<T>, leave: () => void): Promise<T> {
  const come = await files;
  leave();
  // What waits for the line asks first.
  await new Promise((resolve) => setTimeout(resolve, 0));
  return come;
}

/**
 * Returns the file, which is of the same build as the names.
 * @throws otherBuild, or a TypeError for what is no file of a build
 */
function fitting<T extends Revised>(file: T, { revision }: Names): T {
  if (file.revision !== revision) throw file.revision === undefined ? new TypeError('no file of the search') : otherBuild;
  return file;
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
