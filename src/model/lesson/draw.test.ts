import { describe, expect, it } from 'vitest';
import { getContent } from '../../content/load.ts';
import { drawQuestions, finalCheck, formatDraw, parseDraw } from './draw.ts';

describe('a draw', () => {
  const { questions, lessons } = getContent();

  it('asks fifteen different questions, of every lesson at least one', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const drawn = drawQuestions(questions, seed);
      expect(new Set(drawn).size).toBe(finalCheck.asked);
      const asked = new Set(drawn.map((id) => questions.find((each) => each.id === id)?.lesson));
      expect(asked).toEqual(new Set(lessons.map(({ id }) => id)));
    }
  });

  it('is the same for the same seed, differs between seeds, and leaves no question out for ever', () => {
    expect(drawQuestions(questions, 7)).toEqual(drawQuestions(questions, 7));
    expect(drawQuestions(questions, 7)).not.toEqual(drawQuestions(questions, 8));
    const ever = new Set(Array.from({ length: 200 }, (_, seed) => drawQuestions(questions, seed + 1)).flat());
    expect(ever.size).toBe(questions.length);
  });
});

describe('the address of a draw', () => {
  it.each([1, 7, 999_999])('keeps the seed %i', (seed) => {
    expect(parseDraw(formatDraw(seed))).toBe(seed);
  });
  it.each(['?draw=7', '?Draw=7', '?utm_source=x&amp;draw=7', '?utm_source=x%26draw%3D7', '?draw=&draw=7', '?draw=7&draw=8'])(
    'is read out of %s',
    (search) => {
      expect(parseDraw(search)).toBe(7);
    },
  );
  it.each(['', '?draw=', '?draw=0', '?draw=-1', '?draw=x', '?draw=1.5', '?draw=1000000', '?draw=1e99', '?withdraw=7'])(
    'names none in "%s"',
    (search) => {
      expect(parseDraw(search)).toBeUndefined();
    },
  );
});
