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
    expect(question?.answers.find(({ right }) => right)?.why).toBe('Unpatched unless you patch it.');
    expect(question?.answers[0]?.why).toMatch(/^You: Patch/u);
    expect(question?.about).toBe('Amazon EC2');
  });

  it('ask the same in a situation, and hint at the answer without telling it', () => {
    const situation = 'A fix for Linux is out. Who installs it?';
    const [question] = resolveChecks('checks.yaml', [{ ...cell, situation }], catalog, ['compute']).questions;
    expect(question?.text).toBe(situation);
    expect(question?.answers.map(({ right, why }) => [right, why])).toEqual([
      [true, 'You: Patch and harden the guest, by AWS Systems Manager or your own tool.'],
      [false, 'If you do nothing: Unpatched unless you patch it.'],
      [false, 'If you do nothing: Unpatched unless you patch it.'],
    ]);
    const shared = resolveChecks('checks.yaml', [{ ...cell, service: 'amazon-ecs', option: 'fargate' }], catalog, ['compute']).questions[0];
    expect(shared?.answers[0]?.why).toContain('Now ask: is there anything left for you to choose or to do?');
  });

  it('written out take their reason from the record they are about, and are reported once it says something else', () => {
    const { source: _, ...rest } = written;
    const about = { service: 'amazon-ec2', option: 'default', layer: 'os', party: 'customer' } as const;
    const [question] = resolveChecks('checks.yaml', [{ ...rest, record: about }], catalog, ['compute']).questions;
    const record = catalog.services.find(({ id }) => id === 'amazon-ec2')?.options[0].cells.os;
    expect(question?.reason).toBe(record?.detail);
    expect(question?.sources).toEqual(record?.source);
    expect(question?.href).toBe('/services/amazon-ec2/?layer=os');
    expect(found({ ...rest, record: { ...about, party: 'aws' } })).toEqual(['which.record.party: aws']);
    expect(found({ ...rest, record: { ...about, default: 'done' } })).toEqual(['which.record.default: done']);
    expect(found({ ...rest, record: { ...about, option: 'other' } })).toEqual(['which.record: amazon-ec2, option other']);
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

  it('of the site are at most a third of one kind', () => {
    const { questions } = getContent();
    const counts = new Map<string, number>();
    for (const { kind } of questions) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    expect(counts.size).toBeGreaterThan(2);
    for (const [kind, count] of counts) expect(count, kind).toBeLessThanOrEqual(questions.length / 3);
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
