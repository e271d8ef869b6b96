// Answers a query in parts, fastest first.
import { normalize, withoutStopWords } from '../../model/normalize.ts';
import { namesControl } from '../../model/search/control-name.ts';
import { optionAsked, readQuestion } from '../../model/search/question.ts';
import type { Passage } from '../../model/search/passages.ts';
import { hasWordOf, maxPages, pageResults, passageResults, recentResults, serviceResults } from '../../scenes/result.ts';
import type { FoundPage, ServicePlace, TextSegment } from '../../scenes/result.ts';
import type { Answers, FilterCounts } from '../../scenes/results.ts';
import { isQuick, withTimeLimit } from '../time-limit.ts';
import type { Best, Found } from './found.ts';
import { maxWait, otherBuild } from './load.ts';
import type { Sources } from './load.ts';
import { lostIndex } from './pagefind.ts';
import type { PagefindPage } from './pagefind.ts';
import { readRecent } from './recent.ts';

/** The chosen value of each filter: `{ category: 'Managed' }`. Filters without a choice are absent. */
export type ChosenFilters = Readonly<Record<string, string>>;

/** The number of pages whose excerpts load first. Each excerpt is a separate file. */
const firstPages = 3;
/** In milliseconds. Pagefind cannot stop a search, so wait for another keystroke before starting one. */
const typingPause = 30;

/**
 * Yields all answers so far after each part. Never throws: `missing` names the sources that could not be searched.
 * @param query trimmed; if it is empty, the answer is the recently opened pages
 * @param signal aborted when another query replaces this one
 * @param patience in milliseconds: for so long names wait for the answers that they would give way to
 */
export async function* answersTo(
  query: string,
  filters: ChosenFilters,
  sources: Sources,
  signal: AbortSignal,
  patience = 0,
): AsyncGenerator<Found> {
  const none = { query, pageCount: 0, suggested: [], missing: [] };
  if (query === '') {
    const empty: Found = { ...none, card: null, best: [], passages: [], pages: [], recent: recentResults(readRecent()), complete: true };
    yield empty;
    // Without them nothing is missing that was asked for.
    const answering = await sources.answering().catch(() => undefined);
    if (answering) yield { ...empty, ...answering.start };
    return;
  }
  let answers: Found = { ...none, recent: [], popular: [], samples: [], complete: false };
  yield answers;
  const best = findBest(query, sources);
  // Once the answers are loaded they are there at once; until then names answer, and give way to them.
  if (!(await isQuick(best, patience))) {
    const named = findServices(query, sources);
    if (await isQuick(named, maxWait)) {
      answers = { ...answers, ...(await named) };
      yield answers;
    }
  }
  // What takes long must not hold up the pages.
  const quick = await isQuick(best, maxWait);
  if (quick) {
    answers = { ...answers, ...(await best) };
    if (isMissing(answers)) {
      yield { ...answers, passages: [], pages: [], complete: true };
      return;
    }
    yield answers;
    answers = withPassages(answers, await findPassages(query, filters, sources));
    yield answers;
  }

  const above = [...(answers.card?.href === undefined ? [] : [{ href: answers.card.href }]), ...(answers.best ?? [])];
  let counted = false;
  try {
    const pagefind = await sources.pages();
    const started = performance.now();
    const found = await withTimeLimit(pagefind.debouncedSearch(pageWords(query), { filters }, typingPause));
    if (signal.aborted || found === null) return;
    if (lostIndex(started)) throw new Error('a part of the index did not come');
    answers = { ...answers, pageCount: found.results.length };
    counted = true;
    const pages: FoundPage[] = [];
    const placeOf = quick ? await findPlaces(query, sources) : nowhere;
    for (const batch of [found.results.slice(0, firstPages), found.results.slice(firstPages, maxPages + above.length)]) {
      const loaded = await withTimeLimit(Promise.all(batch.map((result) => result.data())));
      pages.push(...loaded.map(readPage).filter((page) => hasWordOf(page, query)));
      answers = { ...answers, pages: pageResults(pages, above, placeOf) };
      yield answers;
    }
    if (pages.length === 0) answers = { ...answers, pageCount: 0 };
  } catch {
    sources.restartPages();
    // Pages that came before stay.
    answers = { ...answers, pages: answers.pages ?? [], missing: [...answers.missing, 'pages'] };
  }
  if (!quick) {
    const { missing, ...late } = await best;
    answers = { ...answers, ...late, missing: [...new Set([...missing, ...answers.missing])] };
    answers = withPassages(answers, await findPassages(query, filters, sources));
  }
  answers = { ...answers, complete: true };
  yield answers;

  // Counting loads more files, so it comes after the results.
  const filterCounts = counted ? await countPages(query, filters, sources, signal) : undefined;
  if (filterCounts) yield { ...answers, filterCounts };
  // A later query says what is missing of it.
  await sources.rest().catch(() => undefined);
}

/** Whether what is asked about has no record. Then nothing else stands in its place. */
const isMissing = ({ card, best = [] }: Found): boolean =>
  best.length === 0 && card !== undefined && card !== null && card.href === undefined;

const nowhere = (): undefined => undefined;

type Part = Answers['missing'][number];
const missingPart = (part: Part, error: unknown): Part => (error === otherBuild ? 'build' : part);

/** Adds passages that are no answers already; without them says so, unless it is the names that are missing, without which there are none. */
function withPassages(answers: Found, found: readonly Passage[] | Part): Found {
  const shown = [answers.card?.href, ...(answers.best ?? []).map(({ href }) => href)];
  if (typeof found !== 'string') return { ...answers, passages: passageResults(found.filter(({ href }) => !shown.includes(href))) };
  const known = answers.missing.some((part) => part === 'names' || part === found);
  return { ...answers, passages: [], missing: known ? answers.missing : [...answers.missing, found] };
}

/** Returns the best answers; where those cannot be loaded, what names find. */
async function findBest(query: string, sources: Sources): Promise<Best> {
  if (namesControl(query)) {
    const best = await sources.controls(query).catch(() => undefined);
    if (best && best.length > 0) return { best, card: null, suggested: [], missing: [] };
    // Without them other answers stand in their place.
    const other = await findAnswers(query, sources);
    return best ? other : { ...other, missing: [...other.missing, 'controls'] };
  }
  return findAnswers(query, sources);
}

async function findAnswers(query: string, sources: Sources): Promise<Best> {
  try {
    return (await sources.answering()).find(query);
  } catch (error) {
    const named = await findServices(query, sources);
    return { ...named, missing: named.missing.length > 0 ? named.missing : [missingPart('answers', error)] };
  }
}

/** Returns the services whose names the query has. */
async function findServices(query: string, { names }: Sources): Promise<Best> {
  try {
    const { search, data } = await names();
    const hits = search.find(query);
    return { best: serviceResults(hits, data.layers), card: null, suggested: hits.length === 0 ? search.suggest(query) : [], missing: [] };
  } catch {
    return { best: [], card: null, suggested: [], missing: ['names'] };
  }
}

/** Returns passages whose phrases contain the words; if there are none, layers whose details do; what is missing if the data cannot be loaded. */
async function findPassages(query: string, filters: ChosenFilters, sources: Sources): Promise<Passage[] | Part> {
  // Asked for at once, so that they come along with the passages; most queries match a phrase and do without.
  const details = sources.details(query);
  details.catch(() => undefined);
  try {
    const passages = await sources.passages();
    const keep = (kind: string): boolean => passes(kind, filters);
    const found = passages.find(query, keep);
    return found.length > 0 ? found : passages.findDetails(query, keep, await details);
  } catch (error) {
    return missingPart('passages', error);
  }
}

/** Returns where on a service's page the words stand: at the option that the query names, else where a detail has them all. */
async function findPlaces(query: string, sources: Sources): Promise<(path: string) => ServicePlace | undefined> {
  try {
    const { data } = await sources.names();
    const layer = readQuestion(query)?.layer;
    // Without the details an option is told by its name alone.
    const loaded = await Promise.all([sources.passages(), sources.details(query)]).catch(() => undefined);
    return (path) => {
      const entry = data.services.find(({ url }) => url === path);
      if (!entry) return undefined;
      const option = optionAsked(entry, query);
      return option === undefined ? loaded?.[0].placeIn(entry, query, loaded[1]) : { entry, option, layer };
    };
  } catch {
    return nowhere;
  }
}

/** Returns whether a layer of a service of this kind, such as "Database · Managed", passes the filters. */
function passes(kind: string, { kind: wanted, ...names }: ChosenFilters): boolean {
  return wanted !== 'Guide' && Object.values(names).every((name) => kind.includes(name));
}

/** Counts the pages for each value of each filter. Undefined if that fails; the results are shown without counts. */
async function countPages(query: string, filters: ChosenFilters, sources: Sources, signal: AbortSignal): Promise<FilterCounts | undefined> {
  try {
    const pagefind = await sources.pages();
    await withTimeLimit(pagefind.filters());
    // A search started now would cancel the search for the new query.
    if (signal.aborted) return undefined;
    return (await withTimeLimit(pagefind.debouncedSearch(pageWords(query), { filters }, 0)))?.filters;
  } catch {
    return undefined;
  }
}

/** Removes stop words, which are on every page: "who patches the os" becomes "patches os". */
function pageWords(query: string): string {
  const words = withoutStopWords(normalize(query).split(' '));
  return words.length > 0 ? words.join(' ') : query;
}

function readPage({ url, meta, excerpt, sub_results: sections }: PagefindPage): FoundPage {
  return {
    url,
    title: meta['title'] ?? url,
    kind: [meta['category'], meta['area']].filter((each) => each !== undefined).join(' · '),
    excerpt: readExcerpt(excerpt),
    sections: sections.map((section) => ({ url: section.url, title: section.title, excerpt: readExcerpt(section.excerpt) })),
  };
}

/** Returns the text of an excerpt and its marked words. All other markup is dropped, so nothing in the index becomes HTML. */
function readExcerpt(html: string): TextSegment[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return [...parsed.body.childNodes].map((node) => ({ text: node.textContent ?? '', marked: node.nodeName === 'MARK' }));
}
