import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultIds } from '../model/vocabulary.ts';
import { lean, tideLine, yoursOf } from './line.ts';
import type { Cut } from './line.ts';

const yours: Cut = { x: 100, halves: false };
const theirs: Cut = { x: 0, halves: false };
const shared: Cut = { x: 42, halves: true };
const nobody: Cut = { x: undefined, halves: false };
const counted: Cut = { x: 30, halves: false };

describe('the place of a cut', () => {
  it('lies further to your side the more AWS does by itself', () => {
    expect(yoursOf('done')).toBeLessThan(yoursOf('partly'));
    expect(yoursOf('partly')).toBeLessThan(yoursOf('when-asked'));
  });

  it.each(defaultIds.filter((id) => yoursOf(id) !== 50))('of a shared band that is %s is where its words part', (id) => {
    const sheet = readFileSync(new URL('../styles/band.css', import.meta.url), 'utf8');
    const columns = new RegExp(`\\[data-default='${id}'\\] \\{\\s*grid-template-columns: (\\d+)% (\\d+)%;`, 'u').exec(sheet);
    expect(columns?.slice(1).map(Number)).toEqual([yoursOf(id), 100 - yoursOf(id)]);
  });
});

describe('the tide line', () => {
  it('is one stroke: each band begins where the band above sends it', () => {
    const line = tideLine([yours, shared, theirs, counted, nobody, yours]);
    expect(line.map((place) => place?.next).slice(0, -1)).toEqual(line.map((place) => place?.top).slice(1));
    expect(line.at(-1)?.next).toBeUndefined();
  });

  it('leans along a cut, and stands upright at the ends', () => {
    expect(tideLine([shared, yours, theirs]).map((place) => [place?.top, place?.x, place?.bottom])).toEqual([
      [42 + lean, 42, 42 - lean],
      [100, 100, 100],
      [0, 0, 0],
    ]);
  });

  it('passes a band without sides at the end nearer to where it stands', () => {
    const at = (cuts: readonly Cut[]): (number | undefined)[] => tideLine(cuts).map((place) => place?.x);
    expect(at([shared, nobody, yours])).toEqual([42, 100, 100]);
    expect(at([shared, nobody, theirs])).toEqual([42, 0, 0]);
    expect(at([nobody, nobody, theirs])).toEqual([0, 0, 0]);
    expect(at([yours, nobody])).toEqual([100, 100]);
  });

  it('is not there where nothing has sides', () => {
    expect(tideLine([nobody, nobody])).toEqual([undefined, undefined]);
    expect(tideLine([])).toEqual([]);
  });

  it('comes in at the end of your half where the halves lie above each other', () => {
    expect(tideLine([yours, shared, theirs, counted]).map((place) => place?.enters)).toEqual(['end', 'end', 'start', undefined]);
  });

  it('crosses a gap where the halves lie above each other and it leaves at one end but comes in at the other', () => {
    const crosses = (above: Cut, below: Cut): boolean | undefined => tideLine([above, below])[0]?.crosses;
    expect(crosses(shared, shared)).toBe(true);
    expect(crosses(shared, yours)).toBe(true);
    expect(crosses(yours, theirs)).toBe(true);
    expect(crosses(shared, theirs)).toBe(false);
    expect(crosses(yours, shared)).toBe(false);
    expect(crosses(yours, yours)).toBe(false);
    expect(crosses(yours, counted)).toBe(false);
    expect(tideLine([yours]).map((place) => place?.crosses)).toEqual([false]);
  });
});
