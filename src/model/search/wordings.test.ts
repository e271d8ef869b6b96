import { describe, expect, it } from 'vitest';
import { atOnce } from '../steps.ts';
import { makeReader } from './texts.ts';
import { withoutFraming, wordingsInSteps } from './wordings.ts';

const texts = [
  { wordings: ['Who destroys old disks?', 'wipe hard drives', 'what happens to decommissioned storage'] },
  { wordings: [] },
  { wordings: ['Who guards the data centre?', 'can I visit a building'] },
];
const find = atOnce(wordingsInSteps(texts, makeReader([['penetration test', 'pentest']])));
const near = (query: string, alone = true, at = 0): number => find(query, alone).get(at) ?? 0;

describe('a question that was asked before', () => {
  it('is found in the same words, whatever their order and endings', () => {
    expect(near('who destroys old disks')).toBe(1);
    expect(near('old disks, destroyed by whom')).toBe(1);
  });

  it('is nearer the more of it was asked, and of two wordings the nearer counts', () => {
    expect(near('wipe old drives')).toBeGreaterThan(0.5);
    expect(near('wipe old drives')).toBeLessThan(1);
    expect(near('wipe hard drives in my office')).toBeLessThan(near('wipe hard drives'));
  });

  it('is found by words of several wordings, too', () => {
    expect(near('decommissioned disks')).toBeGreaterThan(0.5);
  });

  it('is not found by one word, unless that tells one text and nothing else is known', () => {
    expect(near('disks')).toBe(0);
    expect(near('my building burns', true, 2)).toBeGreaterThan(0);
    expect(near('my building burns', false, 2)).toBe(0);
    expect(find('nothing of this kind', true).size).toBe(0);
  });
});

describe('what exams put around a question', () => {
  const framing = ['under the shared responsibility model', 'which of the following'];
  it('is taken away', () => {
    expect(withoutFraming('Under the shared responsibility model, who patches the OS?', framing)).toBe('who patches the os');
  });
  it('stays where nothing else is left, and the query as it is where there is none', () => {
    expect(withoutFraming('under the shared responsibility model', framing)).toBe('under the shared responsibility model');
    expect(withoutFraming('Who patches the OS?', framing)).toBe('Who patches the OS?');
  });
});
