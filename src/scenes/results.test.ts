import { describe, expect, it } from 'vitest';
import { clearSelection, firstGroup, moveSelection, noResults, resultsScene, withoutFormer } from './results.ts';
import type { Answers, ResultsScene } from './results.ts';
import type { AnswerScene } from './answer.ts';
import type { Result } from './result.ts';

const results = (...hrefs: string[]): Result[] =>
  hrefs.map((href) => ({ href, title: href.toUpperCase(), kind: '', excerpt: [], nested: false }));
const part = (answers: Partial<Answers> = {}): Answers => ({
  query: 'teamwork',
  pageCount: 0,
  suggested: [],
  missing: [],
  complete: false,
  ...answers,
});
const complete = (answers: Partial<Answers> = {}): ResultsScene => resultsScene(part({ complete: true, ...answers }), noResults);
const groupsOf = ({ groups }: ResultsScene): Record<string, string[]> =>
  Object.fromEntries(groups.map(({ name, results: all }) => [name, all.map(({ href }) => href)]));
const selectedIn = ({ groups }: ResultsScene): string[] =>
  groups.flatMap(({ results: all }) => all.filter(({ selected }) => selected).map(({ id }) => id));
const lists = [
  { href: '/services/', text: 'See all services, A to Z' },
  { href: '/search/#areas', text: 'by area' },
];

describe('the status', () => {
  it.each<[string, Partial<Answers>]>([
    ['1 match', { best: results('a') }],
    ['2 matches, 1 layer, 1 page', { best: results('a', 'b'), passages: results('c'), pageCount: 1 }],
    [
      'No answer found. The words are in 3 layers and 117 pages',
      { best: [], passages: results('a', 'b', 'c'), pages: results('d'), pageCount: 117 },
    ],
    ['', { query: '', recent: results('a') }],
  ])('counts what was found: "%s"', (status, answers) => {
    expect(complete(answers)).toMatchObject({ status, suggestions: [], lists: [] });
  });

  it('says that nothing was found, with suggestions and links to lists', () => {
    const suggested = [{ url: '/services/cognito/', short: 'Amazon Cognito', kind: '', names: [], what: '', options: [] }];
    expect(complete({ suggested })).toMatchObject({
      status: 'Nothing found for “teamwork”.',
      suggestions: [{ href: '/services/cognito/', text: 'Amazon Cognito' }],
      lists,
    });
    expect(complete({ suggested, passages: results('a') })).toMatchObject({
      status: 'No answer found. The words are in 1 layer',
      suggestions: [],
      lists: [],
    });
  });

  it('counts what else there is below a card, and leaves words of the same answer in place while others load', () => {
    const card = (more: Partial<AnswerScene>): AnswerScene => ({
      kind: 'Answer',
      title: 'RDS: OS',
      href: '/services/rds/?layer=os',
      lead: '',
      rows: [],
      note: '',
      linksName: '',
      links: [],
      loading: false,
      spoken: '',
      ...more,
    });
    const loaded = complete({ card: card({ note: 'All of it' }), best: results('a') });
    expect(loaded).toMatchObject({ status: '1 other match', card: { note: 'All of it' } });
    expect(complete({ card: card({}), pageCount: 2 }).status).toBe('2 pages');
    expect(complete({ card: card({}) }).status).toBe('');
    expect(resultsScene(part({ card: card({ loading: true }) }), loaded).card?.note).toBe('All of it');
    expect(resultsScene(part({ card: card({ loading: true, title: 'RDS: Data' }) }), loaded).card?.title).toBe('RDS: Data');
    expect(resultsScene(part(), loaded).card?.note).toBe('All of it');
    expect(resultsScene(part({ card: null }), loaded).card).toBeUndefined();
  });

  it('repeats sixty characters of the query at most', () => {
    expect(complete({ query: 'x'.repeat(60) }).status).toBe(`Nothing found for “${'x'.repeat(60)}”.`);
    expect(complete({ query: 'x'.repeat(61) }).status).toBe(`Nothing found for “${'x'.repeat(59)}…”.`);
  });

  const names = 'Not all could be searched: the list of names could not be loaded.';
  const pages = 'Not all could be searched: the text of the pages could not be loaded.';
  it.each<[string, Partial<Answers>]>([
    [`4 pages. ${names}`, { pageCount: 4, missing: ['names'] }],
    [`1 match. ${pages}`, { best: results('a'), missing: ['pages'] }],
    [names, { missing: ['names'] }],
    ['4 pages. Not all could be searched: the list of checks could not be loaded.', { pageCount: 4, missing: ['controls'] }],
    [pages, { missing: ['pages'] }],
    ['1 match. Not all could be searched: the answers to questions could not be loaded.', { best: results('a'), missing: ['answers'] }],
    ['Not all could be searched: the phrases of layers and the text of the pages could not be loaded.', { missing: ['passages', 'pages'] }],
    [
      '1 layer. Not all could be searched: the list of names and the text of the pages could not be loaded.',
      { passages: results('a'), missing: ['names', 'pages'] },
    ],
  ])('says what could not be searched: "%s"', (status, answers) => {
    expect(complete(answers)).toMatchObject({ status, lists });
  });

  it('says where a part is of another build that the page is to be loaded again, which trying again does not', () => {
    const status =
      '1 match. Not all could be searched: the site has changed since you opened this page. Reload the page to search all of it.';
    for (const missing of [['build'], ['build', 'pages']] as const)
      expect(complete({ best: results('a'), missing })).toMatchObject({ status, lists, incomplete: false });
  });

  it('counts what is best before other groups answer, and otherwise stays the same', () => {
    const before = complete();
    expect(resultsScene(part({ best: results('a', 'b') }), before)).toMatchObject({ status: '2 matches', lists: [] });
    expect(resultsScene(part({ best: [] }), before)).toMatchObject({ status: 'Nothing found for “teamwork”.', lists });
    expect(resultsScene(part(), before)).toMatchObject({ status: 'Nothing found for “teamwork”.', lists });
  });
});

describe('the groups', () => {
  it('are in the order of the dialog, each result with an id', () => {
    const scene = complete({ pages: results('c'), best: results('a', 'b') });
    expect(groupsOf(scene)).toEqual({ best: ['a', 'b'], recent: [], samples: [], popular: [], passages: [], pages: ['c'] });
    expect(scene.groups.map(({ name }) => name)).toEqual(['best', 'recent', 'samples', 'popular', 'passages', 'pages']);
    expect(scene.groups.flatMap(({ results: all }) => all.map(({ id }) => id))).toEqual([
      'tl-found-best-0',
      'tl-found-best-1',
      'tl-found-pages-0',
    ]);
  });
  it('keep their results until they answer', () => {
    const before = complete({ best: results('a'), passages: results('b'), pages: results('c') });
    expect(groupsOf(resultsScene(part({ recent: [] }), before))).toEqual(groupsOf(before));
    expect(groupsOf(resultsScene(part({ recent: [], best: [] }), before))).toEqual({
      best: [],
      recent: [],
      samples: [],
      popular: [],
      passages: ['b'],
      pages: ['c'],
    });
  });
  it('of the former question are emptied, with what was said of it, and what answered stays', () => {
    const suggested = [{ url: '/services/cognito/', short: 'Amazon Cognito', kind: '', names: [], what: '', options: [] }];
    const former = complete({ suggested, passages: [], pages: results('c'), missing: ['answers'], filterCounts: { kind: { Guide: 3 } } });
    const answers = part({ best: [], passages: results('b') });
    const emptied = withoutFormer(answers, resultsScene(answers, former));
    expect(groupsOf(emptied)).toEqual({ best: [], recent: [], samples: [], popular: [], passages: ['b'], pages: [] });
    expect(emptied).toMatchObject({ status: 'Searching …', suggestions: [], lists: [], incomplete: false, card: undefined });
    expect(emptied.filterCounts).toEqual({ kind: { Guide: 3 } });
    const counted = part({ best: results('a') });
    expect(withoutFormer(counted, resultsScene(counted, former)).status).toBe('1 match');
  });
  it('begin with the first that has answered with something', () => {
    expect(firstGroup(part({ best: [], passages: results('b') }))).toBe('passages');
    expect(firstGroup(part({ best: [] }))).toBeUndefined();
    expect(firstGroup(part())).toBeUndefined();
  });
  it('keep the counts of the filters until new ones arrive', () => {
    const counted = complete({ filterCounts: { kind: { Guide: 3 } } });
    expect(counted.filterCounts).toEqual({ kind: { Guide: 3 } });
    expect(resultsScene(part(), counted).filterCounts).toEqual({ kind: { Guide: 3 } });
    expect(noResults.filterCounts).toBeUndefined();
  });
});

describe('the selection', () => {
  const scene = complete({ best: results('a'), pages: results('b', 'c') });
  it('moves through all groups and past both ends', () => {
    const ids = ['tl-found-best-0', 'tl-found-pages-0', 'tl-found-pages-1'];
    let down = scene;
    for (const expected of [...ids.map((id) => [id]), [], [ids[0]]]) {
      down = moveSelection(down, 1);
      expect(selectedIn(down)).toEqual(expected);
    }
    let up = scene;
    for (const expected of [...ids.toReversed().map((id) => [id]), [], [ids[2]]]) {
      up = moveSelection(up, -1);
      expect(selectedIn(up)).toEqual(expected);
    }
  });
  it('is empty if there is nothing to select', () => {
    expect(selectedIn(moveSelection(noResults, 1))).toEqual([]);
    expect(selectedIn(moveSelection(noResults, -1))).toEqual([]);
  });
  it('stays while more results arrive, and ends if its place is gone or it is cleared', () => {
    const second = moveSelection(moveSelection(scene, 1), 1);
    expect(selectedIn(resultsScene(part({ pages: results('b', 'c', 'd') }), second))).toEqual(['tl-found-pages-0']);
    expect(selectedIn(resultsScene(part({ pages: [] }), second))).toEqual([]);
    expect(selectedIn(clearSelection(second))).toEqual([]);
  });
});
