import { describe, expect, it } from 'vitest';
import { decodeParties } from './counts.ts';
import { decodeDefaults } from './default.ts';
import type { Chosen, Outline } from './filter.ts';
import { spectrum, spectrumByArea } from './spectrum.ts';

const serviceOf = (id: string, area: string, ...codes: string[]): Outline => ({
  id,
  short: id,
  area,
  options: codes.map((code, index) => ({
    id: `way-${index}`,
    name: `Way ${index}`,
    category: 'managed',
    parties: decodeParties(code),
    defaults: decodeDefaults('dddddddddddddd'),
  })),
});

const services = [
  serviceOf('alpha', 'storage', 'aaaaaaaaaaaaaa', 'cccccccccccccc'),
  serviceOf('beta', 'compute', 'ccccccccssssaa'),
  serviceOf('gamma', 'compute', 'ccccccccccaaaa', 'ccccccccccnnnn'),
  serviceOf('delta', 'storage', 'ccccccccccaaaa'),
];
const named = (all: readonly Chosen[]): string[] => all.map(({ service, option }) => `${service.id}.${option.id}`);

describe('the spectrum', () => {
  it('runs from all yours to all AWS, and holds every option once', () => {
    expect(named(spectrum(services))).toEqual(['alpha.way-1', 'gamma.way-1', 'beta.way-0', 'gamma.way-0', 'delta.way-0', 'alpha.way-0']);
  });

  it('leaves the catalog as it was', () => {
    const before = structuredClone(services);
    spectrum(services);
    expect(services).toEqual(before);
  });

  it('is cut by area in the order of the areas, without empty ones', () => {
    const cut = spectrumByArea([{ id: 'compute' }, { id: 'quantum' }, { id: 'storage' }], spectrum(services));
    expect(cut.map(({ area, options }) => [area.id, named(options)])).toEqual([
      ['compute', ['gamma.way-1', 'beta.way-0', 'gamma.way-0']],
      ['storage', ['alpha.way-1', 'delta.way-0', 'alpha.way-0']],
    ]);
  });
});
