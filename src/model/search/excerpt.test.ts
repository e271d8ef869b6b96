import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';

const text = 'AWS guards the buildings. Nobody walks in without a badge. Old disks are destroyed on site. You see none of it.';

describe('the excerpt of a text', () => {
  it('is the whole text where it fits', () => {
    expect(excerptOf(text, 'disks', 200)).toBe(text);
  });
  it('begins with the sentences that have most words of the question', () => {
    expect(excerptOf(text, 'who destroys old disks', 60)).toBe('… Old disks are destroyed on site. You see none of it.');
    expect(excerptOf(text, 'who guards the building', 60)).toBe('AWS guards the buildings. Nobody walks in without a badge.');
  });
  it('is the beginning where no sentence has a word of it', () => {
    expect(excerptOf(text, 'zebra', 30)).toBe('AWS guards the buildings.');
  });
  it('cuts a long sentence at a space', () => {
    expect(excerptOf('word '.repeat(40).trim(), 'word', 22)).toBe('word word word word …');
  });
});
