import { describe, expect, it } from 'vitest';
import type { Cell } from '../record/schema/cell.ts';
import { phraseTexts, phrasesOf, sourceName, sourcesOf, taskOf, titleIn } from './cell.ts';
import { parties } from './names.fixture.ts';

const common = { detail: 'That is so.', source: ['https://docs.aws.amazon.com/x/'] };
const yours: Cell = { party: 'customer', default: 'yours', you: 'Patch it', ...common };
const shared: Cell = { party: 'shared', default: 'partly', you: 'Choose a window', aws: 'Patches in it', with: 'Red Hat', ...common };
const none: Cell = { party: 'none', reason: 'There is none', ...common };

describe('the phrases of a cell', () => {
  it('are one or two, each with who does it', () => {
    expect(phrasesOf(yours, parties)).toEqual([{ party: 'customer', who: 'You', text: 'Patch it' }]);
    expect(phrasesOf(none, parties)).toEqual([{ party: 'none', who: "Doesn't apply", text: 'There is none' }]);
  });
  it('name the third party', () => {
    expect(phrasesOf(shared, parties)).toEqual([
      { party: 'customer', who: 'You', text: 'Choose a window' },
      { party: 'aws', who: 'AWS with Red Hat', text: 'Patches in it' },
    ]);
  });
  it('can be had as texts, and as what the customer does', () => {
    expect([yours, shared, none].map(phraseTexts)).toEqual([['Patch it'], ['Choose a window', 'Patches in it'], ['There is none']]);
    expect([yours, shared, none].map(taskOf)).toEqual(['Patch it', 'Choose a window', undefined]);
  });
});

it('names a source by its title where that is kept', () => {
  const address = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/sse-s3.html';
  expect(sourcesOf({ source: [address, address], titles: ['Using encryption', null] }).map(({ name }) => name)).toEqual([
    'AWS docs: Using encryption',
    'AWS docs: sse s3',
  ]);
  expect(titleIn(sourceName(address, 'Part 1: a title'))).toBe('Part 1: a title');
  expect(titleIn('AWS')).toBeNull();
});

it('names a source by its host and the last part of its address', () => {
  expect(sourceName('https://docs.aws.amazon.com/AmazonS3/latest/userguide/sse-s3.html')).toBe('AWS docs: sse s3');
  expect(sourceName('https://aws.amazon.com/compliance/')).toBe('AWS: compliance');
  expect(sourceName('https://aws.amazon.com/')).toBe('AWS');
});
