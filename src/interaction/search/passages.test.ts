import { statements } from '../../model/record/lookup.ts';
import type { Cell } from '../../model/record/schema/cell.ts';
import { describe, expect, it } from 'vitest';
import { getContent } from '../../content/load.ts';
import { serviceSearchData } from '../../model/search/services.ts';
import { detailPart, detailParts, detailWords, joinParts, layerLines, partsFor, placesOf } from '../../model/search/passages.ts';
import { passagesInSteps } from './passages.ts';
import { atOnce } from '../../model/steps.ts';

const catalog = getContent().catalog;
const lines = layerLines(catalog);
const names = serviceSearchData(catalog);
const passages = atOnce(passagesInSteps({ layers: lines }, names));
const any = (): boolean => true;
const ownCells = (): Cell[] => [...statements(catalog)].filter(({ origin }) => origin !== 'category').map(({ cell }) => cell);

describe('passages', () => {
  it('contain each own cell once, and no cell of a category', () => {
    const own = ownCells();
    expect(lines).toHaveLength(own.length);
    expect(new Set(lines.map(([entry, option, layer]) => `${entry} ${option} ${layer}`)).size).toBe(lines.length);
  });

  it('match every word except stop words, and link to their layer', () => {
    const [first] = passages.find('the rehearse restore', any);
    expect(first?.text).toMatch(/rehearse/iu);
    expect(first?.href).toMatch(/layer=backup$/u);
    expect(passages.find('rehearse zebra', any)).toEqual([]);
    expect(passages.find('', any)).toEqual([]);
    expect(passages.find('qqxzv', any)).toEqual([]);
  });

  it('respect the filters', () => {
    expect(passages.find('rehearse', () => false)).toEqual([]);
  });

  it('name the option that they lead to', () => {
    const [place] = passages.findDetails('fargateTaskRetirementWaitPeriod', any, detailWords(catalog));
    expect(place).toMatchObject({
      href: '/services/amazon-ecs/?option=fargate&layer=os',
      title: 'Amazon ECS, Fargate: Guest operating system',
    });
  });

  it('tell where in a service the words stand', () => {
    const place = (url: string, query: string): unknown => {
      const entry = names.services.find((each) => each.url === url);
      return entry && passages.placeIn(entry, query, detailWords(catalog));
    };
    expect(place('/services/amazon-ecs/', 'fargateTaskRetirementWaitPeriod')).toMatchObject({ option: { id: 'fargate' }, layer: 'os' });
    expect(place('/services/amazon-eks/', 'fargateTaskRetirementWaitPeriod')).toBeUndefined();
  });

  it('find details by a whole word or its beginning', () => {
    const words = detailWords(catalog);
    const cells = ownCells();
    const holds = (pattern: RegExp): number[] => cells.flatMap(({ detail }, at) => (pattern.test(detail) ? [at] : []));
    expect(placesOf(words, 'subpoena')).toEqual(holds(/\bsubpoena/iu));
    expect(placesOf(words, 'certificate').length).toBeGreaterThan(10);
    expect(placesOf(words, 'certificat')).toEqual(holds(/\bcertificat/iu));
    expect(placesOf(words, 'qqxzv')).toEqual([]);
    expect(placesOf(words, '')).toEqual([]);
  });

  it('find the same in the parts that a query needs as in the whole', () => {
    const words = detailWords(catalog);
    const parts = detailParts.map((part) => detailPart(words, part));
    expect(joinParts(parts)).toEqual(words);
    const sizes = parts.map((part) => JSON.stringify(part).length);
    expect(Math.max(...sizes)).toBeLessThan(2.5 * Math.min(...sizes));
    for (const query of ['subpoena', 'certificat', 'zones of the region', '24 hours', 'kms key rotation', 'who', '数据库']) {
      const needed = joinParts(partsFor(query).map((part) => detailPart(words, part)));
      expect(placesOf(needed, query), query).toEqual(placesOf(words, query));
    }
  });
});
