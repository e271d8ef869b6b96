import { describe, expect, it } from 'vitest';
import { askedStems, makeReader, makeTextIndex } from './texts.ts';
import { wordsOf } from './words.ts';

const texts = [
  { title: 'Of the cloud, in the cloud', body: 'Two phrases and what they mean.' },
  { title: 'Encryption', body: 'Data is encrypted at rest and on the wire.' },
  { title: 'Disks', body: 'Old disks are destroyed before they leave the building of the cloud.' },
];

describe('texts', () => {
  const { find } = makeTextIndex(texts);
  const best = (query: string): string | undefined => texts[find(query)[0]?.at ?? -1]?.title;

  it('are found by their words in any form, and a title counts more than a body', () => {
    expect(best('who destroys a disk')).toBe('Disks');
    expect(best('encrypting')).toBe('Encryption');
    expect(best('cloud')).toBe('Of the cloud, in the cloud');
    expect(find('zebra')).toEqual([]);
    expect(find('who is it')).toEqual([]);
  });

  it('tell which share of the question they have, and how many words of it', () => {
    expect(find('encrypted disks').map(({ words }) => words)).toEqual([1, 1]);
    expect(find('encrypted disks').reduce((sum, { cover }) => sum + cover, 0)).toBeCloseTo(1, 5);
    expect(find('old disks')[0]).toMatchObject({ at: 2, words: 2, cover: 1 });
    expect(find('old zebras')[0]?.cover).toBeGreaterThan(0.4);
    expect(find('old zebras')[0]?.cover).toBeLessThan(1);
  });
});

it('words of one meaning are read as one, those of two words too', () => {
  const read = makeReader([
    ['database', 'db'],
    ['filesystem', 'file system'],
  ]);
  expect(read(wordsOf('a db in a file system'))).toEqual(read(wordsOf('a database in a filesystem')));
  expect(askedStems('What is the db?', read)).toEqual(askedStems('databases', read));
});
