// Details that overlap are found through their rarest words: the same ones as by comparing each with each, and without doing so.
import { expect, it } from 'vitest';
import { randomFrom } from '../random.ts';
import { likeEarlier } from './duplicates.ts';

const share = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((each) => b.has(each)).length / new Set([...a, ...b]).size;

it('finds what comparing each with each finds', () => {
  const random = randomFrom(7);
  // Few different elements, so that many sets overlap a little more or less than is asked.
  const sets = Array.from({ length: 300 }, () => {
    const from = Math.floor(random() * 20);
    return new Set(Array.from({ length: Math.floor(random() * 12) }, () => `${from + Math.floor(random() * 12)}`));
  });
  const found = likeEarlier(sets);
  const wanted = sets.map((set, index) =>
    sets.slice(0, index).flatMap((other, at) => (set.size + other.size > 0 && share(set, other) >= 0.4 ? [at] : [])),
  );
  expect(found.flat().length).toBeGreaterThan(500);
  expect(found).toEqual(wanted);
});

it('does not compare details that have only common words in common', () => {
  let asked = 0;
  const sets = Array.from({ length: 2000 }, (_, index) => {
    const set = new Set([
      ...Array.from({ length: 10 }, (__, at) => `common ${at}`),
      ...Array.from({ length: 20 }, (__, at) => `${index} ${at}`),
    ]);
    set.has = (value) => {
      asked += 1;
      return Set.prototype.has.call(set, value);
    };
    return set;
  });
  expect(likeEarlier(sets).flat()).toEqual([]);
  expect(asked).toBe(0);
});
