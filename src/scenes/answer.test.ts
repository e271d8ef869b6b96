import { describe, expect, it } from 'vitest';
import { answerCard } from '../model/search/card.ts';
import type { Cell } from '../model/record/schema/cell.ts';
import { mapLayers } from '../model/vocabulary.ts';
import { answer, context } from './answer.fixture.ts';
import { cellAnswer, outlineOf, outlineService, verdictLine } from './answer.ts';
import type { AnswerScene } from './answer.ts';
import { otherAnswer } from './other-answer.ts';

const layer = { id: 'os', name: 'Guest operating system' } as const;
const here = context('who patches rds');
const source = ['https://docs.aws.amazon.com/rds/patching.html', 'https://docs.aws.amazon.com/rds/windows.html'];
const shared: Cell = {
  party: 'shared',
  default: 'partly',
  you: 'Choose the window',
  aws: 'Builds updates',
  detail: 'AWS patches. You wait.',
  source,
};
const yours: Cell = { party: 'customer', default: 'yours', you: 'Patch it', detail: 'You patch.', source };

function cellScene(custom: Cell, option?: string): AnswerScene {
  const service = {
    id: 'rds',
    short: 'RDS',
    options: [
      { id: 'default', name: 'RDS', cells: mapLayers(() => shared) },
      { id: 'custom', name: 'RDS Custom', cells: mapLayers(() => custom) },
    ],
  };
  return cellAnswer(answerCard(service, layer, option, here.file.names), 'RDS: OS', '/services/rds/?layer=os', 'loaded');
}

describe('the card of a layer', () => {
  it('says party, default, phrases, the first sentence and the sources', () => {
    expect(cellScene(shared)).toMatchObject({
      title: 'RDS: OS',
      lead: '',
      note: '',
      rows: [{ name: '', party: { name: 'Shared' }, default: { name: 'Partly' }, sentence: 'AWS patches.' }],
      linksName: 'Sources',
      links: [
        { href: source[0], text: 'AWS docs: patching', outside: true },
        { href: source[1], text: 'AWS docs: windows', outside: true },
      ],
      loading: false,
      spoken: 'RDS, guest operating system: shared, partly.',
    });
    expect(cellScene(shared).rows[0]?.phrases.map(({ who, text }) => `${who}: ${text}`)).toEqual([
      'You: Choose the window',
      'AWS: Builds updates',
    ]);
  });
  it('has the ways to run it side by side where they differ', () => {
    const scene = cellScene(yours);
    expect(scene.lead).toBe('It depends on how you run it. Beside each way stands what holds if you do nothing.');
    expect(scene.rows.map(({ name, href, party, sentence }) => [name, href, party.id, sentence])).toEqual([
      ['RDS', '/services/rds/?layer=os', 'shared', ''],
      ['RDS Custom', '/services/rds/?option=custom&layer=os', 'customer', ''],
    ]);
    expect(scene.links).toHaveLength(1);
    expect(scene.spoken).toBe('RDS, guest operating system: RDS: shared, partly. RDS Custom: you, only you can.');
  });
  it('has the work of the first of several that share a verdict, and says whose it is', () => {
    const answers = answerCard(
      {
        id: 'rds',
        short: 'RDS',
        options: [
          { id: 'default', name: 'RDS', cells: mapLayers(() => shared) },
          { id: 'custom', name: 'RDS Custom', cells: mapLayers(() => ({ ...shared, you: 'Build an image' })) },
          { id: 'own', name: 'Own', cells: mapLayers(() => yours) },
        ],
      },
      layer,
      undefined,
      here.file.names,
    );
    const [first, ...rest] = cellAnswer(answers, 'RDS: OS', '/', 'loaded').rows;
    expect(first).toMatchObject({
      name: 'RDS and RDS Custom',
      sentence: 'This is the work with RDS; with RDS Custom it is another.',
    });
    expect(first?.phrases[0]?.text).toBe('you' in shared ? shared.you : undefined);
    expect(rest.map(({ name }) => name)).toEqual(['Own']);
  });
  it('has one where the question names it', () => {
    expect(cellScene(yours, 'custom').rows).toMatchObject([{ name: '', party: { id: 'customer' }, sentence: 'You patch.' }]);
  });
  it('names the ways whose work differs under the same split', () => {
    const scene = cellScene({ ...shared, you: 'Build an image' });
    expect(scene.rows).toHaveLength(1);
    expect(scene.note).toBe('RDS Custom: the same split, but other work.');
  });
  it('is outlined until its cells are loaded, and says it where they are lost', () => {
    const outline = outlineOf(answer({ kind: 'cell', at: 0, layer: 'os' }), here);
    if (!outline) throw new Error('no outline');
    expect(verdictLine(outline)).toBe('It depends on how you run it');
    const loading = cellAnswer(outline, 'RDS: OS', '/', 'loading');
    expect(loading.loading).toBe(true);
    expect(loading.rows.map(({ name, party }) => [name, party.name])).toEqual(
      cellScene(yours).rows.map(({ name, party }) => [name, party.name]),
    );
    expect(cellAnswer(outline, 'RDS: OS', '/', 'lost')).toMatchObject({
      loading: false,
      note: 'What each side does could not be loaded. The page of RDS says it.',
    });
  });
  it('is none for other answers, retired services and services without a record', () => {
    expect(outlineOf(answer({ kind: 'service', at: 0 }), here)).toBeUndefined();
    expect(outlineService({ at: 7 }, here)).toBeUndefined();
    expect(otherAnswer([answer({ kind: 'service', at: 0 })], here)).toBeUndefined();
    expect(otherAnswer([], here)).toBeUndefined();
  });
});

describe('the card of all services', () => {
  it.each([
    [
      { layer: 'network', default: 'open', party: undefined },
      [1],
      'The layer network: open until you close it',
      '1 of 2 services, for at least one way to run them: SQS.',
      'See all 1',
    ],
    [
      { layer: undefined, default: 'open', party: undefined },
      [1],
      'Open until you close it',
      'At least one layer of 1 of 2 services, for at least one way to run them: SQS.',
      'See all 1',
    ],
    [
      { layer: 'os', default: undefined, party: 'customer' },
      [0],
      'The layer os: yours alone',
      '1 of 2 services, for at least one way to run them: RDS.',
      'See all 1',
    ],
    [
      { layer: 'os', default: undefined, party: undefined },
      [0, 1],
      'The layer os, service by service',
      'Of 2 services, run the usual way, it is shared in 1 and AWS’s in 1.',
      'See all 2',
    ],
  ] as const)('says how many and which: %o', (wanted, which, title, lead, link) => {
    expect(otherAnswer([answer({ kind: 'every-service', href: '/explore/', wanted, which })], here)).toMatchObject({
      kind: 'Every service',
      title,
      lead,
      links: [{ href: '/explore/', text: link, outside: false }],
    });
  });
});

describe('the card of a comparison', () => {
  const compared = answer({ kind: 'comparison', href: '/compare/', title: 'RDS against SQS', which: [0, 1] });
  it('puts the layer side by side that is asked about', () => {
    const scene = otherAnswer([{ ...compared, layer: 'os' }], here);
    expect(scene?.rows.map(({ name, href, party }) => [name, href, party.name])).toEqual([
      ['RDS', '/services/rds/?layer=os', 'Shared'],
      ['SQS', '/services/sqs/?layer=os', 'AWS'],
    ]);
  });
  it('else names the layers that another party secures', () => {
    expect(otherAnswer([compared], here)?.lead).toBe('Who secures it differs in 1 of 14 layers: the layer os.');
  });
});

describe('the card of a text', () => {
  it('is the word of the glossary, or an excerpt of the course', () => {
    expect(otherAnswer([answer({ kind: 'word', title: 'Patch', href: '/guide/glossary/#patch' })], here)).toMatchObject({
      kind: 'Glossary',
      lead: 'A repair of software.',
      spoken: 'Patch. A repair of software.',
    });
    const course = otherAnswer([answer({ kind: 'course', href: '/guide/' })], here);
    expect(course?.lead).toMatch(/^(?:Who secures what\. ?)+$/u);
    expect(course?.lead.length).toBeLessThanOrEqual(320);
  });
});

describe('the card of what has no record', () => {
  it("says so, leads to AWS's page, and asks for it", () => {
    expect(otherAnswer([answer({ kind: 'missing', at: 2 })], here)).toMatchObject({
      title: 'Athena is not covered yet',
      href: undefined,
      lead: 'Tideline has no record of it yet, so it does not answer. Here is what AWS says:',
      links: [
        { href: 'https://docs.aws.amazon.com/athena/security.html', text: 'Security of Athena, by AWS', outside: true },
        { href: 'https://example.com/issues/new?title=Cover%20Athena', text: 'Ask for it', outside: true },
      ],
    });
  });
  it('names all of that name, and does without a page', () => {
    const scene = otherAnswer([answer({ kind: 'missing', at: 3 }), answer({ kind: 'missing', at: 2 })], here);
    expect(scene?.title).toBe('Nova and Athena are not covered yet');
    expect(otherAnswer([answer({ kind: 'missing', at: 3 })], here)?.links.map(({ text }) => text)).toEqual(['Ask for it']);
  });
});
