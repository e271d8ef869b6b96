import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countLesson,
  formatProgress,
  joinProgress,
  lessonsDone,
  nextLesson,
  noProgress,
  parseProgress,
  salvageProgress,
  withAnswer,
  withFinal,
} from './progress.ts';

describe('progress', () => {
  it('keeps the first try and the best outcome of each question', () => {
    const wrong = withAnswer(noProgress, 'a', false);
    expect(wrong.answers).toEqual({ a: { first: false, right: false } });
    const corrected = withAnswer(wrong, 'a', true);
    expect(corrected.answers).toEqual({ a: { first: false, right: true } });
    expect(withAnswer(corrected, 'a', false).answers).toEqual(corrected.answers);
    expect(withAnswer(noProgress, 'b', true).answers).toEqual({ b: { first: true, right: true } });
  });

  it('counts a lesson as done once all its checks are right, and never one without checks', () => {
    const progress = withAnswer(withAnswer(noProgress, 'a', true), 'b', false);
    const lessons = [
      { id: 'one', checks: ['a'] },
      { id: 'two', checks: ['a', 'b'] },
      { id: 'none', checks: [] },
    ];
    expect(lessonsDone(progress, lessons)).toBe(1);
    expect(countLesson(progress, { id: 'two', checks: ['a', 'b'] })).toEqual({ tried: 2, right: 1, first: 1, of: 2 });
    expect(countLesson(noProgress, { id: 'odd', checks: ['constructor'] })).toEqual({ tried: 0, right: 0, first: 0, of: 1 });
  });

  it('goes on at the first lesson that is not done, once something was answered and until all are', () => {
    const lessons = [
      { id: 'one', checks: ['a'] },
      { id: 'two', checks: ['b'] },
      { id: 'three', checks: ['c'] },
    ];
    expect(nextLesson(noProgress, lessons)).toBeUndefined();
    const wrong = withAnswer(noProgress, 'a', false);
    expect(nextLesson(wrong, lessons)).toBe(1);
    const first = withAnswer(wrong, 'a', true);
    expect(nextLesson(first, lessons)).toBe(2);
    expect(nextLesson(withAnswer(first, 'c', true), lessons)).toBe(2);
    expect(nextLesson(withAnswer(withAnswer(first, 'c', true), 'b', true), lessons)).toBeUndefined();
    expect(nextLesson(withAnswer(noProgress, 'elsewhere', true), lessons)).toBeUndefined();
  });

  it('keeps the better of two final checks, and the later of two equal ones', () => {
    const good = { day: '2026-11-24', right: 13, asked: 15, draw: 7 };
    expect(withFinal(withFinal(noProgress, good), { ...good, right: 12, draw: 8 }).final).toEqual(good);
    expect(withFinal(withFinal(noProgress, good), { ...good, draw: 8 }).final?.draw).toBe(8);
  });

  it('joins another by question, and keeps the better final check', () => {
    const final = { day: '2026-11-24', right: 13, asked: 15, draw: 7 };
    const own = { version: 1 as const, answers: { a: { first: false, right: true }, b: { first: false, right: false } }, final };
    const older = {
      version: 1 as const,
      answers: { a: { first: true, right: true }, b: { first: false, right: true }, c: { first: false, right: false } },
      final: { ...final, right: 9, draw: 8 },
    };
    const joined = {
      version: 1,
      answers: { a: { first: true, right: true }, b: { first: false, right: true }, c: { first: false, right: false } },
      final,
    };
    expect(joinProgress(own, older)).toEqual(joined);
    expect(joinProgress(older, own)).toEqual(joined);
    expect(joinProgress(own, noProgress)).toEqual(own);
    expect(joinProgress(noProgress, own)).toEqual(own);
    const later = { ...own, final: { ...final, day: '2026-11-25', draw: 9 } };
    expect(joinProgress(later, own).final).toEqual(later.final);
    expect(joinProgress(own, later).final).toEqual(later.final);
  });

  it('of what a browser keeps leaves out odd entries alone', () => {
    const a = { first: true, right: true };
    const final = { day: '2026-11-24', right: 13, asked: 15, draw: 7 };
    const answers = { a, '<b>': a, c: 1, d: { first: 1, right: true }, e: a };
    expect(salvageProgress(JSON.stringify({ version: 1, answers, final }))).toEqual({ version: 1, answers: { a, e: a }, final });
    expect(salvageProgress(JSON.stringify({ version: 1, answers: { a }, final: { ...final, right: 16 } }))).toEqual({
      version: 1,
      answers: { a },
      final: null,
    });
    expect(salvageProgress(JSON.stringify({ version: 1, answers: { a } }))).toEqual({ version: 1, answers: { a }, final: null });
    for (const text of ['', '{', '[]', '{"version":2,"answers":{},"final":null}', '{"version":1,"answers":[]}'])
      expect(salvageProgress(text)).toBeUndefined();
  });

  it('reads back what it wrote', () => {
    const answered = fc.record({ first: fc.boolean(), right: fc.boolean() });
    const id = fc.stringMatching(/^[a-z0-9-]{1,20}$/u);
    const final = fc.option(
      fc
        .nat(15)
        .chain((right) => fc.record({ day: fc.constant('2026-01-31'), right: fc.constant(right), asked: fc.constant(15), draw: fc.nat() })),
    );
    fc.assert(
      fc.property(fc.dictionary(id, answered, { noNullPrototype: true }), final, (answers, result) => {
        const progress = { version: 1 as const, answers, final: result };
        expect(parseProgress(formatProgress(progress))).toEqual(progress);
      }),
    );
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"version":2,"answers":{},"final":null}',
    '{"version":1,"answers":[],"final":null}',
    '{"version":1,"answers":{"a":{"first":1,"right":true}},"final":null}',
    '{"version":1,"answers":{"<b>":{"first":true,"right":true}},"final":null}',
    '{"version":1,"answers":{}}',
    '{"version":1,"answers":{},"final":{"day":"today","right":1,"asked":15,"draw":1}}',
    '{"version":1,"answers":{},"final":{"day":"2026-11-24","right":16,"asked":15,"draw":1}}',
  ])('does not accept %s', (text) => {
    expect(parseProgress(text)).toBeUndefined();
  });
});
