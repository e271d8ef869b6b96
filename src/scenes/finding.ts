// What a diagram of one service shows, in a few words: the title of a slide.
import type { Band } from './split.ts';

/** "4 layers are yours, 7 are shared"; through the other lens "1 layer is open, 2 are off until you ask". Empty of counts. */
export function findingOf(bands: readonly Pick<Band, 'kind' | 'party'>[]): string {
  if (bands.length === 0 || bands.some(({ kind }) => kind === 'counts')) return '';
  const lens = bands.some(({ party }) => party.startsWith('holds-'));
  const kinds: readonly (readonly [Band['party'], string])[] = lens
    ? [
        ['holds-open', 'open'],
        ['holds-when-asked', 'off until you ask'],
      ]
    : [
        ['customer', 'yours'],
        ['shared', 'shared'],
      ];
  const found = kinds
    .map(([kind, word]) => ({ count: bands.filter(({ party }) => party === kind).length, word }))
    .filter(({ count }) => count > 0);
  if (found.length === 0) return lens ? 'nothing is open or off' : 'no layer is yours';
  return found
    .map(({ count, word }, index) => `${count}${index > 0 ? '' : count === 1 ? ' layer' : ' layers'} ${count === 1 ? 'is' : 'are'} ${word}`)
    .join(', ');
}
