// Answers a query part by part, the quick parts first.
import { normalize, withoutStopWords } from '../../model/search/normalize.ts';
import type { Passage } from '../../model/search/passages.ts';
import { maxPages, pageResults, passageResults, recentResults, serviceResults } from '../../scenes/result.ts';
import type { FoundPage, TextSegment } from '../../scenes/result.ts';
import type { Answers, FilterCounts } from '../../scenes/results.ts';
import { withTimeLimit } from './load.ts';
import type { Sources } from './load.ts';
import type { PagefindPage } from './pagefind.ts';
import { readRecent } from './recent.ts';

/** The chosen value of each filter: `{ category: 'Managed' }`. Filters without a choice are left out. */
export type ChosenFilters = Readonly<Record<string, string>>;

/** Pages whose excerpts are loaded first: each is a file of its own. */
const firstPages = 3;
/** Milliseconds to wait for another key before Pagefind searches: it cannot stop a search. */
const typingPause = 30;

/**
 * What is known so far, again after each part. Never throws: what could not be searched is named in `missing`.
 * @param query without spaces around it; an empty one is answered with the pages opened before
 * @param signal aborted once the answers are of no use, because another query is asked
 */
export async function* answersTo(query: string, filters: ChosenFilters, sources: Sources, signal: AbortSignal): AsyncGenerator<Answers> {
  const none = { query, pageCount: 0, suggested: [], missing: [] };
  if (query === '') {
    yield { ...none, services: [], passages: [], pages: [], recent: recentResults(readRecent()), complete: true };
    return;
  }
  let answers: Answers = { ...none, recent: [], complete: false };
  yield answers;
  answers = { ...answers, ...(await findServices(query, sources)) };
  yield answers;
  answers = { ...answers, passages: passageResults(await findPassages(query, filters, sources)) };
  yield answers;

  const services = answers.services ?? [];
  let counted = false;
  try {
    const pagefind = await sources.pages();
    const found = await withTimeLimit(pagefind.debouncedSearch(pageWords(query), { filters }, typingPause));
    if (signal.aborted || found === null) return;
    answers = { ...answers, pageCount: found.results.length };
    counted = true;
    const pages: FoundPage[] = [];
    for (const batch of [found.results.slice(0, firstPages), found.results.slice(firstPages, maxPages + services.length)]) {
      const loaded = await withTimeLimit(Promise.all(batch.map((result) => result.data())));
      pages.push(...loaded.map(readPage));
      answers = { ...answers, pages: pageResults(pages, services) };
      yield answers;
    }
  } catch {
    sources.restartPages();
    answers = { ...answers, pages: [], missing: counted ? answers.missing : [...answers.missing, 'pages'] };
  }
  answers = { ...answers, complete: true };
  yield answers;

  // Counting loads files of its own, so it comes after what was found.
  const filterCounts = counted ? await countPages(query, filters, sources, signal) : undefined;
  if (filterCounts) yield { ...answers, filterCounts };
}

async function findServices(query: string, { names }: Sources): Promise<Pick<Answers, 'services' | 'suggested' | 'missing'>> {
  try {
    const { search, data } = await names();
    const hits = search.find(query);
    return {
      services: serviceResults(hits, data.layers),
      suggested: hits.length === 0 ? search.suggest(query) : [],
      missing: [],
    };
  } catch {
    return { services: [], suggested: [], missing: ['names'] };
  }
}

/** Passages whose phrases hold the words, or else whose details do. None where they cannot be loaded: the pages hold them too. */
async function findPassages(query: string, filters: ChosenFilters, sources: Sources): Promise<Passage[]> {
  try {
    const passages = await sources.passages();
    const keep = (kind: string): boolean => passes(kind, filters);
    const found = passages.find(query, keep);
    return found.length > 0 ? found : passages.findDetails(query, keep, await sources.details());
  } catch {
    return [];
  }
}

/** Whether the filters leave what is of this kind: "Database · Managed", "Guide". */
function passes(kind: string, { kind: wanted, ...names }: ChosenFilters): boolean {
  return (wanted === undefined || (wanted === 'Guide') === (kind === 'Guide')) && Object.values(names).every((name) => kind.includes(name));
}

/** Undefined where the pages cannot be counted: the results stand without counts. */
async function countPages(query: string, filters: ChosenFilters, sources: Sources, signal: AbortSignal): Promise<FilterCounts | undefined> {
  try {
    const pagefind = await sources.pages();
    await withTimeLimit(pagefind.filters());
    // A search that begins now would end the one of another query.
    if (signal.aborted) return undefined;
    return (await withTimeLimit(pagefind.debouncedSearch(pageWords(query), { filters }, 0)))?.filters;
  } catch {
    return undefined;
  }
}

/** "who patches the os" becomes "patches os", for every page has "the". */
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

/** The text of the excerpt and its marks. Other markup is dropped, whatever the index holds. */
function readExcerpt(html: string): TextSegment[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return [...parsed.body.childNodes].map((node) => ({ text: node.textContent ?? '', marked: node.nodeName === 'MARK' }));
}
