import { expect, it } from 'vitest';
import { joined, nameInText } from './wording.ts';

it('joins words as a sentence does', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(joined)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});

it('writes a name within a sentence small, unless it begins with an abbreviation', () => {
  expect(['Not until you ask', 'AWS does not say'].map(nameInText)).toEqual(['not until you ask', 'AWS does not say']);
});
