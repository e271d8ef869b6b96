import { describe, expect, it } from 'vitest';
import { findingOf } from './finding.ts';
import type { Band } from './split.ts';

const bands = (...parties: readonly Band['party'][]): Pick<Band, 'kind' | 'party'>[] => parties.map((party) => ({ kind: 'words', party }));

describe('what a diagram shows', () => {
  it('is how many layers are yours and shared', () => {
    expect(findingOf(bands('customer', 'customer', 'shared', 'aws', 'none'))).toBe('2 layers are yours, 1 is shared');
    expect(findingOf(bands('shared', 'shared', 'aws'))).toBe('2 layers are shared');
    expect(findingOf(bands('aws', 'none'))).toBe('no layer is yours');
  });
  it('is what is open or off, through the other lens', () => {
    expect(findingOf(bands('holds-open', 'holds-when-asked', 'holds-when-asked', 'holds-done'))).toBe(
      '1 layer is open, 2 are off until you ask',
    );
    expect(findingOf(bands('holds-done', 'holds-yours'))).toBe('nothing is open or off');
  });
  it('is nothing of many services', () => {
    expect(findingOf([{ kind: 'counts', party: 'mixed' }])).toBe('');
    expect(findingOf([])).toBe('');
  });
});
