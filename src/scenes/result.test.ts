import { describe, expect, it } from 'vitest';
import { answer, context, options, rds } from './answer.fixture.ts';
import { mapLayers } from '../model/vocabulary.ts';
import { answerResults, popularResults, printedResults, sampleResults } from './answer-result.ts';
import { fingerprintPaths, fingerprintScene } from './fingerprint.ts';
import { hasWordOf, maxPages, pageResults, passageResults, recentResults, serviceResults } from './result.ts';
import type { FoundPage } from './result.ts';

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
      {
        href: '/services/rds/',
        title: 'RDS',
        kind: 'Database · Managed',
        excerpt: [segment('Runs databases.')],
        nested: false,
        strip: null,
      },
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

it('the result of an answer says what it is, and of a layer who secures it; what has no record has no page to lead to', () => {
  const results = answerResults(
    [
      answer({ kind: 'cell', at: 0, layer: 'os', option: 'default', href: '/services/rds/?layer=os' }),
      answer({ kind: 'cell', at: 0, layer: 'os', href: '/services/rds/?layer=os' }),
      answer({ kind: 'service', at: 0, href: '/services/rds/' }),
      answer({ kind: 'course', href: '/guide/' }),
      answer({ kind: 'every-service', href: '/explore/?layer=os' }),
      answer({ kind: 'missing', at: 1 }),
    ],
    context('os'),
  );
  expect(results.map(({ href, kind, excerpt }) => [href, kind, excerpt.map(({ text }) => text).join('')])).toEqual([
    ['/services/rds/?layer=os', 'Database · Managed', 'Shared, partly'],
    ['/services/rds/?layer=os', 'Database · Managed', 'It depends on how you run it'],
    ['/services/rds/', 'Database · Managed', 'Runs databases.'],
    ['/guide/', 'Course', expect.stringMatching(/^(?:Who secures what\. ?){7}$/u)],
    ['/explore/?layer=os', 'Every service', ''],
  ]);
});

it('services that an answer finds have the strip of the way to run them, and all else has none', () => {
  const found = context('rds');
  const [entry] = found.entries;
  const ways = found.splits[0] ?? [];
  const last = ways.at(-1);
  const print = (way: (typeof ways)[number] | undefined): unknown =>
    way && { box: '0 0 28 55', paths: fingerprintPaths(fingerprintScene(way, found.file.names).cells) };
  const results = answerResults(
    [answer({ kind: 'service', at: 0 }), answer({ kind: 'cell', at: 0, layer: 'os', option: last?.id ?? '' }), answer({ kind: 'course' })],
    found,
  );
  expect(results.map(({ strip }) => strip)).toEqual([print(ways[0]), print(last), undefined]);
  expect(printedResults([{ entry, option: undefined, layer: undefined }], found).map(({ strip }) => strip)).toEqual([print(ways[0])]);
});

it('the results of the empty dialog are questions and services that are looked up often', () => {
  expect(sampleResults(['Who patches?']).map(({ href, title }) => [href, title])).toEqual([['/search/?q=Who+patches%3F', 'Who patches?']]);
  expect(popularResults(context('')).map(({ href, title }) => [href, title])).toEqual([['/services/sqs/', 'SQS']]);
});

it('the result of a passage shows its text, the result of a recently opened page only its title', () => {
  expect(passageResults([{ href: '/guide/#a', title: 'A', kind: 'Guide', text: 'All of it.' }])).toEqual([
    { href: '/guide/#a', title: 'A', kind: 'Guide', excerpt: [segment('All of it.')], nested: false },
  ]);
  expect(recentResults([{ href: '/services/rds/', title: 'RDS' }])).toEqual([
    { href: '/services/rds/', title: 'RDS', kind: '', excerpt: [], nested: false },
  ]);
});

describe('a page has a word of the query', () => {
  const marked = (...words: string[]): Pick<FoundPage, 'excerpt' | 'sections'> => ({
    excerpt: [segment('To '), ...words.map((word) => segment(word, true))],
    sections: [],
  });
  it.each([
    ['restoring', 'restore'],
    ['copies', 'Copy'],
    ['encrypt', 'encryption'],
    ['AES-256', 'AES-256.'],
    ['securely', 'secure'],
  ])('"%s" in "%s"', (query, word) => {
    expect(hasWordOf(marked(word), query)).toBe(true);
    expect(
      hasWordOf({ excerpt: [segment('To')], sections: [section('/#a', '')].map((each) => ({ ...each, ...marked(word) })) }, query),
    ).toBe(true);
  });
  it.each([
    ['kinesis', 'K'],
    ['qwertzuiop', 'Q'],
    ['kinesis', 'kind'],
    ['vexomatic', 'vexing'],
  ])('"%s" is not in "%s"', (query, word) => {
    expect(hasWordOf(marked(word), query)).toBe(false);
  });
  it('where nothing is marked, by its title', () => {
    expect(hasWordOf(marked(), 'rds')).toBe(true);
  });
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
