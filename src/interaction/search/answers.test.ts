import { parseHTML } from 'linkedom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { getContent } from '../../content/load.ts';
import type { AnswerFile } from '../../model/search/answer-data.ts';
import { atOnce } from '../../model/steps.ts';
import { defaults, parties } from '../../model/split/names.fixture.ts';
import type { PassageData } from '../../model/search/passages.ts';
import type { ServiceSearchData } from '../../model/search/question.ts';
import { mapLayers } from '../../model/vocabulary.ts';
import type { Answers } from '../../scenes/results.ts';
import { answeringInSteps } from './answering.ts';
import { answersTo } from './answers.ts';
import type { ChosenFilters } from './answers.ts';
import type { Answering, Found } from './found.ts';
import { otherBuild } from './load.ts';
import type { Sources } from './load.ts';
import type { Pagefind } from './pagefind.ts';
import { passagesInSteps } from './passages.ts';
import { makeServiceSearch } from './services.ts';

const data: ServiceSearchData = {
  layers: mapLayers((id) => `Layer ${id}`),
  services: [
    {
      url: '/services/rds/',
      short: 'Amazon RDS',
      kind: 'Database · Managed',
      names: ['RDS', 'Amazon RDS'],
      what: 'Runs databases.',
      options: [],
    },
    ...['Aurora', 'Aurora DSQL'].map((short) => ({
      url: `/services/${short.toLowerCase().replace(' ', '-')}/`,
      short,
      kind: 'Database · Managed',
      names: [short],
      what: '',
      options: [],
    })),
  ],
};
const passageData: PassageData = {
  layers: [[0, '', 'backup', 'Rehearse a restore']],
};
const { thesaurus } = getContent();
const file: AnswerFile = {
  data: {
    thesaurus: { ...thesaurus, helpers: [], services: {}, course: {} },
    purposes: [['relational database'], [], []],
    options: Array.from({ length: 3 }, () => [['default', 'ccccccccccaaaa', 'yyyyyywyyydddd']]),
    missing: [{ id: 'amazon-athena', name: 'Amazon Athena', aliases: [] }],
  },
  texts: [
    {
      kind: 'course',
      title: 'Your side: Holidays',
      text: 'Somebody is on call on holidays, too.',
      href: '/guide/your-side/#holidays',
      page: undefined,
    },
  ],
  names: { parties, defaults },
  popular: [0],
  samples: ['Who patches?'],
  ask: 'https://example.com/issues/new',
};
const answering = (): Answering => atOnce(answeringInSteps(file, { search: makeServiceSearch(data.services), data }));
const pagefind = (more: Partial<Pagefind> = {}): Pagefind => ({
  options: () => Promise.resolve(),
  init: () => Promise.resolve(),
  filters: () => Promise.resolve({}),
  destroy: () => Promise.resolve(),
  debouncedSearch: () =>
    Promise.resolve({
      results: ['/a/', '/services/rds/', '/b/', '/c/'].map((url) => ({
        data: () =>
          Promise.resolve({
            url,
            excerpt: `To <mark>restore</mark> &lt;${url}&gt;`,
            meta: { title: url, area: 'Storage' },
            sub_results: [],
          }),
      })),
      filters: { kind: { Guide: 3 } },
    }),
  ...more,
});
const lost = (): Promise<never> => Promise.reject(new Error('no line'));
const restartPages = vi.fn();
const sources = (more: Partial<Sources> = {}): Sources => ({
  names: () => Promise.resolve({ search: makeServiceSearch(data.services), data }),
  answering: () => Promise.resolve(answering()),
  passages: () => Promise.resolve(atOnce(passagesInSteps(passageData, data))),
  controls: () => Promise.resolve([]),
  details: () => Promise.resolve({ words: ['subpoena'], places: ['0'] }),
  rest: () => Promise.resolve(),
  pages: () => Promise.resolve(pagefind()),
  restartPages,
  ...more,
});

async function answersOf(query: string, from = sources(), filters: ChosenFilters = {}): Promise<Found[]> {
  // Node has no DOMParser, which parses excerpts.
  vi.stubGlobal(
    'DOMParser',
    class {
      parseFromString = (html: string): Document => parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
    },
  );
  const all: Found[] = [];
  for await (const answers of answersTo(query, filters, from, new AbortController().signal)) all.push(answers);
  return all;
}
const hrefs = (results: Answers['pages']): string[] | undefined => results?.map(({ href }) => href);

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  restartPages.mockClear();
});

describe('the answers to a query', () => {
  it('come part by part: the best, passages, the first pages, the other pages, counts', async () => {
    const all = await answersOf('rds restore');
    expect(
      all.map(({ best, passages, pages, complete, filterCounts }) =>
        [best, passages, pages, complete || undefined, filterCounts].map((part) => part !== undefined),
      ),
    ).toEqual([
      [false, false, false, false, false],
      [true, false, false, false, false],
      [true, true, false, false, false],
      [true, true, true, false, false],
      [true, true, true, false, false],
      [true, true, true, true, false],
      [true, true, true, true, true],
    ]);
    expect(all[1]?.card).toMatchObject({ href: '/services/rds/?layer=backup', loading: true });
    expect(hrefs(all[1]?.best)).toEqual([]);
    expect(hrefs(all[3]?.pages)).toEqual(['/a/', '/b/']);
    expect(hrefs(all[4]?.pages)).toEqual(['/a/', '/b/', '/c/']);
    expect(all[6]).toMatchObject({ pageCount: 4, missing: [], filterCounts: { kind: { Guide: 3 } } });
  });

  it('to the name of a control are the control, and where it cannot be loaded what else there is, and that it is missing', async () => {
    const control = { href: '/controls/#rds-3', title: 'RDS.3 can show whether', kind: 'Check', excerpt: [], nested: false };
    const found = (await answersOf('RDS.3', sources({ controls: () => Promise.resolve([control]) }))).at(-1);
    expect([hrefs(found?.best), found?.card, found?.missing]).toEqual([['/controls/#rds-3'], null, []]);
    const without = (await answersOf('RDS.3', sources({ controls: lost }))).at(-1);
    expect([hrefs(without?.best), without?.missing, without?.complete]).toEqual([['/services/rds/'], ['controls'], true]);
    const asked = vi.fn(() => Promise.resolve([control]));
    await answersOf('rds restore', sources({ controls: asked }));
    expect(asked).not.toHaveBeenCalled();
  });

  it('of which a part is of another build say that once, and are without that part', async () => {
    const other = (): Promise<never> => Promise.reject(otherBuild);
    const last = (await answersOf('rds restore', sources({ answering: other, passages: other }))).at(-1);
    expect([hrefs(last?.best), last?.passages, last?.missing]).toEqual([['/services/rds/?layer=backup'], [], ['build']]);
    expect((await answersOf('subpoena', sources({ details: other }))).at(-1)).toMatchObject({ passages: [], missing: ['build'] });
  });

  it('to nothing are what was opened, questions and services that are looked up often', async () => {
    const all = await answersOf('');
    expect(all.map(({ samples, popular }) => [hrefs(samples), hrefs(popular)])).toEqual([
      [undefined, undefined],
      [['/search/?q=Who+patches%3F'], ['/services/rds/']],
    ]);
    expect(await answersOf('', sources({ answering: lost }))).toMatchObject([{ missing: [], complete: true }]);
  });

  it('leave out pages that have no word of the query', async () => {
    const last = (await answersOf('qwertzuiop')).at(-1);
    expect(last).toMatchObject({ best: [], pages: [], pageCount: 0, complete: true });
  });

  it('hold excerpts as text with marks', async () => {
    const last = (await answersOf('restore')).at(-1);
    const excerpt = last?.pages?.[0]?.excerpt ?? [];
    expect(last?.pages?.[0]).toMatchObject({ title: '/a/', kind: 'Storage' });
    expect(excerpt.map(({ text }) => text).join('')).toBe('To restore </a/>');
    expect(excerpt.filter(({ marked }) => marked)).toEqual([{ text: 'restore', marked: true }]);
  });

  it('contain only passages that pass the filters, from details if no phrase matches', async () => {
    const passagesOf = async (query: string, filters?: ChosenFilters): Promise<string[] | undefined> =>
      hrefs((await answersOf(query, sources(), filters)).at(-1)?.passages);
    expect(await passagesOf('rehearse')).toEqual(['/services/rds/?layer=backup']);
    expect(await passagesOf('rehearse', { kind: 'Guide' })).toEqual([]);
    expect(await passagesOf('rehearse', { kind: 'Service', category: 'Managed' })).toEqual(['/services/rds/?layer=backup']);
    expect(await passagesOf('rehearse', { area: 'Storage' })).toEqual([]);
    expect(await passagesOf('subpoena')).toEqual(['/services/rds/?layer=backup']);
  });

  it('begin with a text about the model, and repeat no answer among the layers', async () => {
    const course = (await answersOf('your side holidays')).at(-1);
    expect(course?.card).toMatchObject({ kind: 'From the course', href: '/guide/your-side/#holidays', loading: false });
    const last = (await answersOf('rds backup')).at(-1);
    expect(last?.card).toMatchObject({ title: 'Amazon RDS: Layer backup' });
    expect(last?.due).toMatchObject({ service: { id: 'rds' }, option: undefined });
    expect(hrefs(last?.passages)).toEqual([]);
  });

  it('name services of whose names the query is a part below the one that it names', async () => {
    expect(hrefs((await answersOf('aurora')).at(-1)?.best)).toEqual(['/services/aurora/', '/services/aurora-dsql/']);
    expect((await answersOf('aurora backup')).at(-1)).toMatchObject({ best: [], card: { href: '/services/aurora/?layer=backup' } });
  });

  it('say of what has no record that it has none, and show nothing in its place', async () => {
    const searched = vi.fn(() => Promise.resolve(pagefind()));
    const last = (await answersOf('athena encryption', sources({ pages: searched }))).at(-1);
    expect(last).toMatchObject({ best: [], passages: [], pages: [], pageCount: 0, complete: true, card: { href: undefined } });
    expect(last?.card?.title).toBe('Amazon Athena is not covered yet');
    expect(searched).not.toHaveBeenCalled();
  });

  it('are names until answers are loaded, which take their place', async () => {
    let come: (value: Answering) => void = () => undefined;
    const coming = new Promise<Answering>((resolve) => {
      come = resolve;
    });
    const all: (string[] | undefined)[] = [];
    for await (const { best } of answersTo('rds', {}, sources({ answering: () => coming }), new AbortController().signal)) {
      all.push(hrefs(best));
      if (best) come(answering());
    }
    expect(all.slice(0, 3)).toEqual([undefined, ['/services/rds/'], ['/services/rds/']]);
  });

  it('wait for answers as long as patience lasts, so that no name stands in their place', async () => {
    const firstBest = async (patience: number, coming: Promise<Answering>): Promise<string[]> => {
      const from = sources({ answering: () => coming });
      for await (const { card, best } of answersTo('rds backup', {}, from, new AbortController().signal, patience))
        if (best) return [card?.href ?? '', ...best.map(({ href }) => href)];
      return [];
    };
    vi.useFakeTimers();
    const patient = firstBest(1000, new Promise((resolve) => setTimeout(resolve, 500, answering())));
    await vi.advanceTimersByTimeAsync(500);
    expect(await patient).toEqual(['/services/rds/?layer=backup']);
    const tired = firstBest(1000, new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(1000);
    expect(await tired).toEqual(['', '/services/rds/?layer=backup']);
  });

  it('suggest names if no service is found', async () => {
    expect((await answersOf('rdsqqq')).at(-1)?.suggested.map(({ short }) => short)).toContain('Amazon RDS');
    expect((await answersOf('rds')).at(-1)?.suggested).toEqual([]);
  });

  it('name what could not be searched, and show the rest', async () => {
    const noNames = (await answersOf('restore', sources({ names: lost, answering: lost }))).at(-1);
    expect(noNames).toMatchObject({ best: [], missing: ['names'], pageCount: 4, complete: true });
    const noAnswers = (await answersOf('rds restore', sources({ answering: lost }))).at(-1);
    expect(noAnswers).toMatchObject({ missing: ['answers'], pageCount: 4, complete: true });
    expect(noAnswers?.card).toBeNull();
    expect(hrefs(noAnswers?.best)).toEqual(['/services/rds/?layer=backup']);
    expect((await answersOf('rehearse', sources({ passages: lost }))).at(-1)).toMatchObject({
      passages: [],
      missing: ['passages'],
      complete: true,
    });
    expect(restartPages).not.toHaveBeenCalled();
    const noPages = (await answersOf('rds', sources({ pages: lost }))).at(-1);
    expect(noPages).toMatchObject({ pages: [], missing: ['pages'], pageCount: 0, complete: true });
    expect(hrefs(noPages?.best)).toEqual(['/services/rds/']);
    expect(restartPages).toHaveBeenCalledTimes(1);
  });

  it('have no counts if counting fails', async () => {
    const last = (await answersOf('restore', sources({ pages: () => Promise.resolve(pagefind({ filters: lost })) }))).at(-1);
    expect(last).toMatchObject({ complete: true, missing: [] });
    expect(last?.filterCounts).toBeUndefined();
  });

  it('end when another query starts', async () => {
    const asking = new AbortController();
    const searched = vi.fn(() => pagefind().debouncedSearch('', {}, 0));
    const from = sources({ pages: () => Promise.resolve(pagefind({ debouncedSearch: searched })) });
    let last: Answers | undefined;
    for await (const answers of answersTo('rds', {}, from, asking.signal)) {
      last = answers;
      if (answers.passages) asking.abort();
    }
    expect(last?.complete).toBe(false);
    expect(searched).toHaveBeenCalledTimes(1);
  });
});
