import { describe, expect, it } from 'vitest';
import { decodeParties } from '../model/split/counts.ts';
import { decodeDefaults } from '../model/split/default.ts';
import { defaults as names } from '../model/split/names.fixture.ts';
import { defaultIds, layerIds, partyIds } from '../model/vocabulary.ts';
import { fingerprintScene } from './fingerprint.ts';
import type { FingerprintScene } from './fingerprint.ts';

const printed = { parties: decodeParties('ccsccscssncaaa'), defaults: decodeDefaults('ydpwouydpwnddd') };
const scene = fingerprintScene(printed, { defaults: names });
const lens = fingerprintScene(printed, { defaults: names }, 'defaults');

/** What stands in the row of a layer, as "x0-x1". */
const rowOf = ({ cells }: FingerprintScene, row: number): string[] =>
  cells.filter(({ y0 }) => y0 === row * 4).map(({ kind, x0, x1, hollow }) => `${kind} ${x0}-${x1}${hollow ? ' hollow' : ''}`);

describe('a fingerprint', () => {
  it('has a row for each layer, and is twice as high as wide', () => {
    expect([scene.width, scene.height]).toEqual([28, 55]);
    expect(new Set(lens.cells.map(({ y0 }) => y0)).size).toBe(layerIds.length - 1);
    for (const { y0, y1 } of scene.cells) expect(y1 - y0).toBe(3);
  });

  it('says by the place whose a layer is: yours left, AWS right, shared both, and nothing where it does not apply', () => {
    expect(rowOf(scene, 0)).toEqual(['customer 0-13']);
    expect(rowOf(scene, 2)).toEqual(['customer 0-13', 'aws 15-28']);
    expect(rowOf(scene, 9)).toEqual([]);
    expect(rowOf(scene, 11)).toEqual(['aws 15-28']);
  });

  it('says by place and shape what holds if you do nothing', () => {
    expect(layerIds.slice(0, 6).map((_, row) => rowOf(lens, row))).toEqual([
      ['holds-yours 0-13'],
      ['holds-done 15-28'],
      ['holds-partly 21.5-28'],
      ['holds-when-asked 15-28 hollow'],
      ['holds-open 0-28'],
      ['holds-unstated 0-6.5'],
    ]);
    expect(rowOf(lens, 10)).toEqual([]);
  });

  it('tells any two parties, and any two defaults, apart without colour', () => {
    const nothing = { parties: decodeParties('nnnnnnnnnnnnnn'), defaults: decodeDefaults('nnnnnnnnnnnnnn') };
    const shapeOf = (drawn: FingerprintScene): string => drawn.cells.map(({ x0, x1, hollow }) => `${x0}-${x1} ${hollow}`).join();
    const byParty = partyIds.map((data) => fingerprintScene({ ...nothing, parties: { ...nothing.parties, data } }, { defaults: names }));
    const byDefault = [...defaultIds, undefined].map((data) =>
      fingerprintScene({ ...nothing, defaults: { ...nothing.defaults, data } }, { defaults: names }, 'defaults'),
    );
    expect(new Set(byParty.map(shapeOf)).size).toBe(partyIds.length);
    expect(new Set(byDefault.map(shapeOf)).size).toBe(defaultIds.length + 1);
  });

  it('counts the layers in words', () => {
    expect(scene.spoken).toBe("6 layers are yours, 3 are AWS's and 4 are shared. 1 doesn't apply.");
    expect(lens.spoken).toBe(
      "5 done, 2 partly, 2 not until you ask, 1 open until you close it, 2 only you can, 1 AWS does not say. 1 doesn't apply.",
    );
    const hardly = { parties: decodeParties('nncccccccccccc'), defaults: decodeDefaults('nndddddddddddd') };
    expect(fingerprintScene(hardly, { defaults: names }, 'defaults').spoken).toBe("12 done. 2 don't apply.");
  });
});
