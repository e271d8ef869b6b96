import { expect, it } from 'vitest';
import { getContent } from '../../content/load.ts';
import { serviceSearchData } from './services.ts';

const { services, layers } = serviceSearchData(getContent().catalog);

it('has every service and every retired one, under all its names, each once', () => {
  const catalog = getContent().catalog;
  expect(services).toHaveLength(catalog.services.length + catalog.retired.length);
  for (const { names, what, url } of services) {
    expect(new Set(names).size, url).toBe(names.length);
    expect(what, url).toMatch(/[.]$/u);
  }
  expect(services.find(({ url }) => url === '/services/amazon-opensearch-service/')?.names).toContain('Amazon Elasticsearch Service');
  expect(services.find(({ url }) => url === '/services/amazon-qldb/')?.kind).toContain('ended');
});

it('names all fourteen layers', () => {
  expect(Object.values(layers)).toEqual(getContent().catalog.layers.map(({ name }) => name));
});
