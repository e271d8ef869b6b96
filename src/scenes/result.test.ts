import { describe, expect, it } from 'vitest';
import type { Answer } from '../model/search/rank.ts';
import type { ServiceEntry } from '../model/search/question.ts';
import { mapLayers } from '../model/vocabulary.ts';
import { answerResults, maxPages, pageResults, passageResults, recentResults, serviceResults } from './result.ts';
import type { FoundPage } from './result.ts';

const options = [
  { id: 'default', name: 'RDS' },
  { id: 'custom', name: 'RDS Custom' },
];
const rds: ServiceEntry = {
  url: '/services/rds/',
  short: 'RDS',
  kind: 'Database · Managed',
  names: ['RDS'],
  what: 'Runs databases.',
  options,
};
const layers = mapLayers((id) => `The layer ${id}`);
const segment = (text: string, marked = false): { text: string; marked: boolean } => ({ text, marked });
const page = (url: string, ...sections: FoundPage['sections'][number][]): FoundPage => ({
  url,
  title: `Page ${url}`,
  kind: 'Managed · Storage',
  excerpt: [segment('Keeps '), segment('parcels', true)],
  sections,
});
const section = (url: string, title: string): FoundPage['sections'][number] => ({ url, title, excerpt: [segment(title)] });

const nowhere = (): undefined => undefined;

describe('the result of a service', () => {
  it('leads to its page', () => {
    expect(serviceResults([{ entry: rds, option: undefined, layer: undefined }], layers)).toEqual([
      { href: '/services/rds/', title: 'RDS', kind: 'Database · Managed', excerpt: [segment('Runs databases.')], nested: false },
    ]);
  });
  it('leads to the layer that the query asks about', () => {
    expect(serviceResults([{ entry: rds, option: undefined, layer: 'os' }], layers)).toMatchObject([
      { href: '/services/rds/?layer=os', title: 'RDS: The layer os' },
    ]);
  });
  it('leads to the option that the query names, and says its name', () => {
    expect(serviceResults([{ entry: rds, option: options[1], layer: 'os' }], layers)).toMatchObject([
      { href: '/services/rds/?option=custom&layer=os', title: 'RDS, RDS Custom: The layer os' },
    ]);
  });
  it('links to the layer of all services if no service is named', () => {
    expect(serviceResults([{ entry: undefined, option: undefined, layer: 'os' }], layers)).toEqual([
      { href: '/explore/?layer=os', title: 'The layer os', kind: 'Every service', excerpt: [], nested: false },
    ]);
  });
});

it('the result of an answer says what it is; what has no record has no page to lead to', () => {
  const answer = (more: Partial<Answer> & Pick<Answer, 'kind'>): Answer => ({
    href: '/guide/',
    title: 'Title',
    at: undefined,
    option: undefined,
    layer: undefined,
    wanted: undefined,
    which: [],
    score: 1,
    why: [],
    ...more,
  });
  const words = { entries: [rds], texts: [{ href: '/guide/', text: 'Who secures what. '.repeat(12) }] };
  const results = answerResults(
    [
      answer({ kind: 'cell', at: 0, href: '/services/rds/?layer=os' }),
      answer({ kind: 'course' }),
      answer({ kind: 'every-service', href: '/explore/?layer=os' }),
      answer({ kind: 'missing', href: '', at: 1 }),
    ],
    words,
  );
  expect(results.map(({ href, kind }) => [href, kind])).toEqual([
    ['/services/rds/?layer=os', 'Database · Managed'],
    ['/guide/', 'Course'],
    ['/explore/?layer=os', 'Every service'],
  ]);
  expect(results.map(({ excerpt }) => excerpt.map(({ text }) => text).join(''))).toEqual([
    'Runs databases.',
    expect.stringMatching(/^Who secures what\. .{80,} …$/u),
    '',
  ]);
});

it('the result of a passage shows its text, the result of a recently opened page only its title', () => {
  expect(passageResults([{ href: '/guide/#a', title: 'A', kind: 'Guide', text: 'All of it.' }])).toEqual([
    { href: '/guide/#a', title: 'A', kind: 'Guide', excerpt: [segment('All of it.')], nested: false },
  ]);
  expect(recentResults([{ href: '/services/rds/', title: 'RDS' }])).toEqual([
    { href: '/services/rds/', title: 'RDS', kind: '', excerpt: [], nested: false },
  ]);
});

describe('the results of pages', () => {
  it('keep the marks of the excerpt', () => {
    expect(pageResults([page('/a/')], [], nowhere)).toEqual([
      { href: '/a/', title: 'Page /a/', kind: 'Managed · Storage', excerpt: [segment('Keeps '), segment('parcels', true)], nested: false },
    ]);
  });
  it('have two sections below each page at most, each under its own heading', () => {
    const found = page(
      '/a/',
      section('/a/', 'No heading'),
      section('/a/#top', 'Page /a/'),
      ...['#b', '#c', '#d'].map((id) => section(`/a/${id}`, id)),
    );
    expect(pageResults([found], [], nowhere).map(({ href, kind, nested }) => [href, kind, nested])).toEqual([
      ['/a/', 'Managed · Storage', false],
      ['/a/#b', '', true],
      ['/a/#c', '', true],
    ]);
  });
  it('skip pages that the services already link to', () => {
    const services = serviceResults([{ entry: rds, option: undefined, layer: 'os' }], layers);
    expect(pageResults([page('/services/rds/'), page('/services/rds-custom/')], services, nowhere).map(({ href }) => href)).toEqual([
      '/services/rds-custom/',
    ]);
  });
  it('lead to where the words stand on the page of a service, their sections to the same option', () => {
    const found = page('/services/rds/', section('/services/rds/#layers', 'All layers'));
    const placeOf = (path: string) => (path === '/services/rds/' ? ({ entry: rds, option: options[1], layer: 'os' } as const) : undefined);
    expect(pageResults([found, page('/guide/')], [], placeOf).map(({ href, title }) => [href, title])).toEqual([
      ['/services/rds/?option=custom&layer=os', 'Page /services/rds/, RDS Custom'],
      ['/services/rds/?option=custom#layers', 'All layers'],
      ['/guide/', 'Page /guide/'],
    ]);
  });
  it('are the first few', () => {
    const many = Array.from({ length: 20 }, (_, index) => page(`/${index}/`));
    expect(pageResults(many, [], nowhere)).toHaveLength(maxPages);
  });
});
