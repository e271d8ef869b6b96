import { describe, expect, it } from 'vitest';
import { halves, judge, measure, parseQuestions } from './judge.ts';
import type { JudgedAnswer, JudgedQuestion } from './judge.ts';

const answer = (given: Partial<JudgedAnswer>): JudgedAnswer => ({
  service: undefined,
  missing: false,
  option: undefined,
  layer: undefined,
  href: '',
  ...given,
});
const question: JudgedQuestion = { q: 'who patches rds', kind: 'exam', services: ['amazon-rds'], layer: 'os', also: ['platform'] };
const concept: JudgedQuestion = { q: 'shared controls', kind: 'exam', services: [], layer: 'hardware', pages: ['/guide/controls/'] };

describe('the judge', () => {
  it('ranks the first answer of the right service, and takes any of its layers', () => {
    const other = answer({ service: 'amazon-ec2', layer: 'os' });
    expect(judge(question, [other, answer({ service: 'amazon-rds', layer: 'platform' })])).toMatchObject({ rank: 2, layerRight: false });
    expect(judge(question, [answer({ service: 'amazon-rds', layer: 'platform' }), other])).toMatchObject({ rank: 1, layerRight: true });
    expect(judge(question, [answer({ service: 'amazon-rds', layer: 'backup' })])).toMatchObject({ rank: 1, layerRight: false });
    expect(judge(question, [])).toMatchObject({ rank: 0, layerRight: false, first: 'nothing' });
  });

  it('takes a page with any heading, or the layer of all services, for a question about none', () => {
    expect(judge(concept, [answer({ href: '/guide/controls/#three-kinds' })]).rank).toBe(1);
    expect(judge(concept, [answer({ href: '/explore/?layer=hardware', layer: 'hardware' })]).rank).toBe(1);
    expect(judge(concept, [answer({ href: '/explore/?layer=os', layer: 'os' })]).rank).toBe(0);
    expect(judge(question, [answer({ href: '/explore/?layer=os', layer: 'os' })]).rank).toBe(0);
  });

  it('takes one place of a page alone where the question names it', () => {
    const placed = { ...concept, pages: ['/questions/#patching'] };
    expect(judge(placed, [answer({ href: '/questions/#patching' })]).rank).toBe(1);
    expect(judge(placed, [answer({ href: '/questions/#training' })]).rank).toBe(0);
  });

  it('asks what is not covered for no layer', () => {
    expect(judge(question, [answer({ service: 'amazon-rds', missing: true })])).toMatchObject({ rank: 1, layerRight: undefined });
  });

  it('takes the first option where the answer names none', () => {
    const optioned = { ...question, option: 'default' };
    expect(judge(optioned, [answer({ service: 'amazon-rds', layer: 'os' })]).optionRight).toBe(true);
    expect(judge(optioned, [answer({ service: 'amazon-rds', option: 'rds-custom-oracle' })]).optionRight).toBe(false);
  });

  it('measures by kind, then services, model, all', () => {
    const verdicts = [judge(question, [answer({ service: 'amazon-rds', layer: 'os' })]), judge(concept, [])];
    expect(measure(verdicts)).toEqual([
      { kind: 'exam', count: 2, first: 0.5, three: 0.5, layer: 1, option: undefined, reciprocal: 0.5 },
      { kind: 'about a service', count: 1, first: 1, three: 1, layer: 1, option: undefined, reciprocal: 1 },
      { kind: 'about the model', count: 1, first: 0, three: 0, layer: undefined, option: undefined, reciprocal: 0 },
      { kind: 'all', count: 2, first: 0.5, three: 0.5, layer: 1, option: undefined, reciprocal: 0.5 },
    ]);
  });

  it('cuts each kind in two', () => {
    const { tune, test } = halves([question, question, question, concept, concept]);
    expect([tune.length, test.length]).toEqual([3, 2]);
    expect(test.filter(({ services }) => services.length === 0)).toHaveLength(1);
  });
});

describe('the file of questions', () => {
  it('is read line by line', () => {
    expect(parseQuestions('{"q":"a","services":["x"],"layer":"os"}\n\n{"q":"b","kind":"blog"}\n')).toEqual([
      { q: 'a', kind: 'other', services: ['x'], layer: 'os', also: [], pages: [] },
      { q: 'b', kind: 'blog', services: [], also: [], pages: [] },
    ]);
  });
  it.each([
    ['{"services":[]}', 'line 1: no field q'],
    ['{"q":"a","layer":"roof"}', 'line 1: layer is no layer: "roof"'],
    ['{"q":"a"}\n{"q":"b","services":"x"}', 'line 2: services is no list'],
    ['nothing', 'line 1: no JSON'],
  ])('is refused with the line: %s', (text, message) => {
    expect(() => parseQuestions(text)).toThrow(message);
  });
});
