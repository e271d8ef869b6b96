// Ages and uses over the real catalog add up.
import { expect, it } from 'vitest';
import { getContent } from '../../content/load.ts';
import { byAge, bySource } from './freshness.ts';
import { drawSample } from './sample.ts';

const catalog = getContent().catalog;

it('orders services by the age of their review, in whole days', () => {
  const ages = byAge(catalog, '2027-01-01');
  expect(ages).toHaveLength(catalog.services.length);
  expect(ages.map((each) => each.days)).toEqual(ages.map((each) => each.days).sort((a, b) => b - a));
  const rds = ages.find((each) => each.service === 'amazon-rds');
  expect(rds?.days).toBe((Date.parse('2027-01-01') - Date.parse(rds?.reviewed ?? '')) / 86_400_000);
});

it('counts each statement once under each page that it cites', () => {
  const uses = bySource(catalog);
  for (const { cells } of uses) expect(new Set(cells).size).toBe(cells.length);
  const cells = new Set(uses.flatMap((use) => use.cells));
  const own = byAge(catalog, '2027-01-01').reduce((sum, each) => sum + each.cells, 0);
  expect([...cells].filter((cell) => !cell.startsWith('category '))).toHaveLength(own);
  expect([...cells].some((cell) => cell.startsWith('category managed.'))).toBe(true);
});

it('draws the same cells for the same seed, none twice', () => {
  const names = drawSample(catalog, 60, 7).map((each) => each.name);
  expect(new Set(names).size).toBe(60);
  expect(drawSample(catalog, 60, 7).map((each) => each.name)).toEqual(names);
  expect(drawSample(catalog, 60, 8).map((each) => each.name)).not.toEqual(names);
  const all = byAge(catalog, '2027-01-01').reduce((sum, each) => sum + each.cells, 0);
  expect(drawSample(catalog, 1_000_000, 7)).toHaveLength(all);
});
