import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeParties } from '../model/split/counts.ts';
import { decodeDefaults } from '../model/split/default.ts';
import { defaults, parties } from '../model/split/names.fixture.ts';
import { defaultIds, layerIds } from '../model/vocabulary.ts';
import { yoursOf } from './line.ts';
import { storyRow, storyScene } from './story.ts';

const names = { layers: layerIds.map((id) => ({ id, name: id, question: 'Who?' })), parties, defaults };
const machines = { parties: decodeParties('ccccccccccccaa'), defaults: decodeDefaults('yyyyyyyyyyyydd') };
const functions = { parties: decodeParties('ccccccccccsaaa'), defaults: decodeDefaults('yyyyyyyyyydddd') };
const scene = storyScene(names, ['hardware', 'os', 'virtualization', 'data'], [machines, functions]);

describe('the story', () => {
  it('has a column for each step, and a row for each layer that was asked for, in their order', () => {
    expect(scene.columns.map(({ rows }) => rows.map(({ layer }) => layer))).toEqual([
      ['data', 'os', 'virtualization', 'hardware'],
      ['data', 'os', 'virtualization', 'hardware'],
    ]);
    expect(scene.height).toBe(4 * storyRow.height + 3 * storyRow.gap);
  });

  it('says how far each cut glides', () => {
    expect(scene.columns.map(({ rows }) => rows.map(({ from }) => from))).toEqual([
      [0, 0, 0, 0],
      [0, 100 - yoursOf('done'), 100, 0],
    ]);
  });

  it('lets what is yours end where the line runs', () => {
    const [, os] = scene.columns[1]?.rows ?? [];
    expect(os?.yours).toBe('-100,30 43.8,30 40.2,54 -100,54');
    expect(scene.columns[1]?.line).toMatch(/^M100,-3L100,27L43\.8,27L40\.2,57L0,57/u);
  });

  it('says in words what it draws', () => {
    expect(scene.columns[1]?.spoken).toBe('data: Yours. os: Shared. virtualization: AWS. hardware: AWS.');
  });

  it('has a rule in its sheet for every way a cut may glide', () => {
    const cuts = [0, 100, ...defaultIds.map(yoursOf)];
    const glides = new Set(cuts.flatMap((a) => cuts.map((b) => a - b)).filter((glide) => glide !== 0));
    const sheet = readFileSync(new URL('../styles/story.css', import.meta.url), 'utf8');
    for (const glide of glides) expect(sheet).toContain(`[data-from='${glide}'] {\n      --from: ${glide}px;`);
  });
});
