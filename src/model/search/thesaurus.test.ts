import { describe, expect, it } from 'vitest';
import { getContent } from '../../content/load.ts';
import type { Thesaurus } from '../record/schema/thesaurus.ts';
import { assertThesaurus } from './thesaurus.ts';

const { catalog, gaps, guide, thesaurus } = getContent();
const problems = (change: Partial<Thesaurus>): string[] =>
  assertThesaurus(
    { path: 'content/thesaurus.yaml', value: {} },
    { ...thesaurus, ...change },
    catalog,
    gaps,
    guide.map(({ id }) => id),
  ).map(({ field, found, remedy }) => `${field}: ${found}; ${remedy}`);
const layered = (layer: 'os' | 'hardware', means: readonly string[]): Thesaurus['layers'] => ({
  ...thesaurus.layers,
  [layer]: { ...thesaurus.layers[layer], means: [...thesaurus.layers[layer].means, ...means] },
});

describe('the thesaurus', () => {
  it('holds', () => {
    expect(problems({})).toEqual([]);
  });
  it('has no word twice for a layer, in whatever form', () => {
    const { length } = thesaurus.layers.os.means;
    expect(problems({ layers: layered('os', ['operating systems']) })).toEqual([
      `layers.os.means.${length}: "operating systems", and "operating system" before it; remove one: the search reads both as the same word`,
    ]);
  });
  it('has no word that means two layers, unless it says why', () => {
    const layers = layered('hardware', ['kernel']);
    const { length } = thesaurus.layers.hardware.means;
    expect(problems({ layers })).toEqual([
      `layers.hardware.means.${length}: "kernel", which means os too; move it to suggests in one of the two, or say in "shared" why it means both`,
    ]);
    expect(problems({ layers, shared: [{ word: 'kernel', because: 'Both are asked for it.' }] })).toEqual([]);
    expect(problems({ shared: [{ word: 'kernel', because: 'Both are asked for it.' }] })).toEqual([
      'shared.0.word: "kernel", which no longer means two layers; remove it from "shared"',
    ]);
  });
  it('has each word in one group of the same meaning', () => {
    expect(
      problems({
        same: [
          ['find', 'discover'],
          ['detect', 'discovers'],
        ],
      }),
    ).toEqual(['same.1.1: "discovers", which stands in group 0 already; remove one of the two']);
  });
  it('names nothing that is not there', () => {
    expect(problems({ helpers: [{ layer: 'access', services: ['aws-iamm'] }] })[0]).toContain('did you mean "aws-iam"?');
    expect(problems({ services: { 'amazon-s33': ['bucket'] } })[0]).toContain('did you mean "amazon-s3"?');
    expect(problems({ options: { fargat: ['task'] } })[0]).toContain('did you mean "fargate"?');
    expect(problems({ course: { control: ['shared control'] } })[0]).toContain('did you mean "controls"?');
    expect(problems({ ordinary: ['zebra', 'service', 'service'] })).toEqual([
      'ordinary.0: "zebra", which no service\'s name has; remove it',
      'ordinary.2: "service" a second time; remove one of the two',
    ]);
  });
});
