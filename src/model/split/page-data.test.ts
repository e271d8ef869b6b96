import { expect, it } from 'vitest';
import { getContent } from '../../content/load.ts';
import { phraseTexts } from './cell.ts';
import { layerIds } from '../vocabulary.ts';
import { briefPageData, completePageData, servicePageData } from './page-data.ts';

const { catalog } = getContent();

it.each(catalog.services.map((service) => [service.id, service] as const))(
  'puts the data of %s together again from its block and the texts of its table',
  (_, service) => {
    const data = servicePageData(service, catalog);
    const block = structuredClone(briefPageData(data));
    const texts = data.cells.map((cell) => ({ phrases: phraseTexts(cell), detail: cell.detail, source: cell.source, titles: cell.titles }));
    const whole = completePageData(block, (at) => texts[at] ?? { phrases: [], detail: '', source: [] });
    expect(whole).toEqual(data);
  },
);

it('says no text of the table twice', () => {
  const [service] = catalog.services;
  if (!service) throw new Error('no service');
  const data = servicePageData(service, catalog);
  const block = JSON.stringify(briefPageData(data).cells);
  for (const text of data.cells.flatMap((cell) => [...phraseTexts(cell), cell.detail, ...cell.source])) expect(block).not.toContain(text);
});

it('numbers cells layer by layer and by the first option that has them, as the table has its rows', () => {
  for (const service of catalog.services) {
    const { cells, options } = servicePageData(service, catalog);
    const rows = layerIds.flatMap((_, layer) => [...new Set(options.map(({ places }) => places[layer]))]);
    expect(rows, service.id).toEqual(cells.map((_, at) => at));
  }
});
