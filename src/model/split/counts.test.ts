import { describe, expect, it } from 'vitest';
import { countLayers, countParties, decodeParties, describeCounts, encodeParties } from './counts.ts';
import type { Parties } from './counts.ts';
import { layerIds, mapLayers, partyIds } from '../vocabulary.ts';

const all = (party: Parties['os']): Parties => mapLayers(() => party);
const mixed = decodeParties('ccsccssssaaaan');

describe('counting', () => {
  it('tells per layer how many splits leave it to whom', () => {
    const counts = countParties([all('customer'), all('aws'), mixed]);
    expect(counts.data).toEqual({ customer: 2, shared: 0, aws: 1, none: 0 });
    expect(counts.access).toEqual({ customer: 1, shared: 1, aws: 1, none: 0 });
    expect(counts.facilities).toEqual({ customer: 1, shared: 0, aws: 1, none: 1 });
  });

  it('adds up to the number of splits in every layer', () => {
    const counts = countParties([mixed, mixed, all('none'), all('shared')]);
    expect(layerIds.map((layer) => partyIds.reduce((sum, party) => sum + counts[layer][party], 0))).toEqual(layerIds.map(() => 4));
  });

  it('counts nothing of nothing', () => {
    expect(countParties([]).os).toEqual({ customer: 0, shared: 0, aws: 0, none: 0 });
  });

  it('tells how many layers of one split fall to whom', () => {
    expect(countLayers(mixed)).toEqual({ customer: 4, shared: 5, aws: 4, none: 1 });
  });

  it('says so in a sentence', () => {
    expect(describeCounts({ customer: 5, shared: 5, aws: 4, none: 0 })).toBe("5 layers are yours, 4 are AWS's and 5 are shared.");
    expect(describeCounts({ customer: 1, shared: 1, aws: 11, none: 1 })).toBe(
      "1 layer is yours, 11 are AWS's and 1 is shared. 1 doesn't apply.",
    );
    expect(describeCounts({ customer: 0, shared: 0, aws: 12, none: 2 })).toBe("12 layers are AWS's. 2 don't apply.");
  });
});

describe('the fourteen letters', () => {
  it('survive the way there and back', () => {
    for (const code of ['ccsccssssaaaan', 'cccccccccccccc', 'nasc'.repeat(3) + 'na']) expect(encodeParties(decodeParties(code))).toBe(code);
    expect(decodeParties(encodeParties(mixed))).toEqual(mixed);
  });

  it('stand in the order of the layers', () => {
    expect(encodeParties({ ...all('aws'), data: 'customer', facilities: 'none' })).toBe('caaaaaaaaaaaan');
  });

  it('are fourteen, and no others', () => {
    expect(() => decodeParties('ccc')).toThrow('has 3 letters');
    expect(() => decodeParties('c'.repeat(15))).toThrow('has 15 letters');
    expect(() => decodeParties(`cx${'c'.repeat(12)}`)).toThrow('no party for residency');
  });
});
