import { describe, expect, it } from 'vitest';
import { getContent } from '../../content/load.ts';
import { assertCases, assertStatements, resolveChecks } from './checks.ts';
import { finalCheck } from './draw.ts';
import type { Check } from '../record/schema/lesson.ts';

const catalog = getContent().catalog;
const cell: Check = {
  kind: 'cell',
  id: 'os',
  lesson: 'compute',
  pool: 'lesson',
  service: 'amazon-ec2',
  option: 'default',
  layer: 'os',
  asks: 'party',
};
const written: Check = {
  kind: 'one',
  id: 'which',
  lesson: 'compute',
  pool: 'final',
  question: 'Which?',
  source: 'https://aws.amazon.com/',
  answers: [
    { text: 'This', right: true, why: 'It is.' },
    { text: 'That', right: false, why: 'It is not.' },
  ],
};
const found = (...checks: Check[]) =>
  resolveChecks('checks.yaml', checks, catalog, ['compute']).problems.map(({ field, found: what }) => `${field}: ${what}`);

describe('checks', () => {
  it('take answer, reason and source of a cell question from the record', () => {
    const { questions, problems } = resolveChecks('checks.yaml', [cell], catalog, ['compute']);
    expect(problems).toEqual([]);
    const record = catalog.services.find(({ id }) => id === 'amazon-ec2')?.options[0].cells.os;
    const [question] = questions;
    expect(question?.answers.filter(({ right }) => right).map(({ id }) => id)).toEqual([record?.party]);
    expect(question?.reason).toBe(record?.detail);
    expect(question?.sources).toEqual(record?.source);
    expect(question?.href).toBe('/services/amazon-ec2/?layer=os');
  });

  it('ask what holds if you do nothing, with the answer of the record', () => {
    const { questions } = resolveChecks('checks.yaml', [{ ...cell, asks: 'default' }], catalog, ['compute']);
    const [question] = questions;
    expect(question?.text).toBe('You use Amazon EC2 and set nothing. What is true of the layer “Guest operating system”?');
    expect(question?.answers.map(({ text, right }) => (right ? `[${text}]` : text))).toEqual([
      'Done',
      'Partly',
      'Not until you ask',
      'Open until you close it',
      '[Only you can]',
    ]);
    expect(question?.answers[0]?.why).toBe('Unpatched unless you patch it.');
    expect(question?.about).toBe('Amazon EC2');
  });

  it('are reported if they name something unknown, or have the wrong number of right answers', () => {
    expect(found(cell, cell)).toEqual(['os.id: an id used twice']);
    expect(found({ ...cell, lesson: 'nowhere' })).toEqual(['os.lesson: nowhere']);
    expect(found({ ...cell, option: 'nothing' })).toEqual(['os.service: amazon-ec2, option nothing']);
    expect(found({ ...cell, service: 'amazon-s3', layer: 'application' })).toEqual([
      'os.layer: application, which amazon-s3 does not have',
    ]);
    const both = written.answers.map((answer) => ({ ...answer, right: true }));
    expect(found({ ...written, answers: both })).toEqual(['which.answers: 2 right answers']);
    expect(found({ ...written, kind: 'several', answers: both.map((answer) => ({ ...answer, right: false })) })).toEqual([
      'which.answers: no right answer',
    ]);
  });

  it('of the site leave at least two to each lesson and a larger pool to the final check', () => {
    const { questions, lessons } = getContent();
    for (const { id } of lessons)
      expect(questions.filter((each) => each.lesson === id && each.pool === 'lesson').length, id).toBeGreaterThanOrEqual(2);
    expect(questions.length).toBeGreaterThan(2 * finalCheck.asked);
  });
});

describe('cases and statements', () => {
  const story = {
    id: 'one',
    when: '2020',
    service: 'amazon-ec2',
    option: 'default',
    layers: ['os' as const],
    side: 'customer' as const,
    happened: 'It broke.',
    whose: 'Yours.',
    prevent: 'Care.',
    sources: [{ name: 'A page', url: 'https://example.org/' }],
  };
  it('are reported if they are too long or name something unknown', () => {
    expect(assertCases('cases.yaml', [story], catalog)).toEqual([]);
    expect(assertCases('cases.yaml', [{ ...story, option: 'other' }], catalog)).toHaveLength(1);
    expect(assertCases('cases.yaml', [{ ...story, happened: 'word '.repeat(150) }], catalog)).toHaveLength(1);
    const headings = new Map([['compute', ['Four steps up']]]);
    const says = { says: 'It moves', page: 'compute', section: 'Four steps up' };
    expect(assertStatements('lesson.yaml', [says], headings)).toEqual([]);
    expect(assertStatements('lesson.yaml', [{ ...says, section: 'Five' }], headings)[0]?.found).toBe('no section “Five” on compute');
    expect(assertStatements('lesson.yaml', [{ ...says, page: 'other' }], headings)[0]?.found).toBe('no page other');
  });
});
