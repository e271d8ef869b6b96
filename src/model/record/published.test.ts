// Checks the public data of the real catalog against its published schema.
import { describe, expect, it } from 'vitest';
import { getContent } from '../../content/load.ts';
import { aliasAddresses } from './aliases.ts';
import { publishArea, publishedAreas, publishService, publishServices } from './published.ts';
import { sourceHosts } from './schema/field.ts';
import { jsonSchemas, publishedSchemas, publishedServiceSchema } from './schema/published.ts';
import { layerIds } from '../vocabulary.ts';

const catalog = getContent().catalog;

describe('the real catalog', () => {
  it('loads', () => {
    expect(catalog.services.length).toBeGreaterThanOrEqual(13);
    expect(catalog.layers.map((layer) => layer.id)).toEqual(layerIds);
  });

  it.each(catalog.services.map((service) => [service.id, service] as const))('publishes %s as its schema says', (_, service) => {
    const published = publishService(service);
    expect(publishedServiceSchema.safeParse(published).error?.issues).toBeUndefined();
    expect(published.options.map((option) => Object.keys(option.split))).toEqual(published.options.map(() => layerIds));
  });

  it("cites only pages on AWS's own domains, over https", () => {
    const sources = catalog.services.flatMap((service) => [
      service.docs,
      ...service.options.flatMap((option) => layerIds.map((layer) => option.cells[layer].source).flat()),
    ]);
    const strange = sources.filter((source) => {
      const { protocol, hostname } = new URL(source);
      return protocol !== 'https:' || !sourceHosts.some((host) => `.${hostname}`.endsWith(`.${host}`));
    });
    expect(sources.length).toBeGreaterThan(catalog.services.length * layerIds.length);
    expect(strange).toEqual([]);
  });

  it('redirects each other name to one service', () => {
    const from = aliasAddresses(catalog).map((each) => each.from);
    expect(new Set(from).size).toBe(from.length);
    expect(from).toContain('/services/rds/');
    expect(from.filter((each) => catalog.services.some((service) => each === `/services/${service.id}/`))).toEqual([]);
  });
});

describe('the public data files', () => {
  it('hold every service, and the day of the latest review', () => {
    const list = publishServices(catalog);
    expect(list.version).toBe(1);
    expect(list.services.map((service) => service.id)).toEqual(catalog.services.map((service) => service.id));
    expect(list.reviewed).toBe(catalog.services.map((service) => service.reviewed).reduce((a, b) => (a > b ? a : b)));
    expect(publishedSchemas.services.safeParse(list).success).toBe(true);
  });

  it('hold by area what the file of all holds', () => {
    const areas = publishedAreas(catalog).map((id) => ({ id, list: publishArea(catalog, id) }));
    for (const { id, list } of areas) {
      expect(new Set(list.services.map(({ area }) => area))).toEqual(new Set([id]));
      expect(publishedSchemas.services.safeParse(list).success, id).toBe(true);
    }
    const byId = (a: { id: string }, b: { id: string }): number => a.id.localeCompare(b.id);
    expect(areas.flatMap(({ list }) => list.services).sort(byId)).toEqual([...publishServices(catalog).services].sort(byId));
  });

  it('survive the way through JSON', () => {
    const list = publishServices(catalog);
    expect(JSON.parse(JSON.stringify(list))).toEqual(list);
  });

  it('have a JSON Schema each', () => {
    const schemas = jsonSchemas('https://tideline.example/data/v1/schema/');
    expect(Object.keys(schemas)).toEqual([
      'layers',
      'defaults',
      'categories',
      'areas',
      'service',
      'services',
      'aliases',
      'retired',
      'controls',
    ]);
    for (const schema of Object.values(schemas)) expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
    expect(schemas['service']).toMatchObject({
      $id: 'https://tideline.example/data/v1/schema/service.json',
      type: 'object',
      additionalProperties: false,
    });
    expect(new Set(Object.values(schemas).map(({ $id }) => $id)).size).toBe(Object.keys(schemas).length);
  });

  it('let no address through that is not one of AWS over https, and no page but of this site', () => {
    const [first] = publishServices(catalog).services;
    if (!first) throw new Error('the catalog is empty');
    const option = first.options[0];
    const cell = option?.split.backup;
    for (const source of ['javascript:alert(1)', 'http://docs.aws.amazon.com/', 'https://docs.aws.amazon.com.evil.example/', 'x']) {
      expect(publishedServiceSchema.safeParse({ ...first, docs: source }).success, source).toBe(false);
      const options = [{ ...option, split: { ...option?.split, backup: { ...cell, source, sources: [source] } } }];
      expect(publishedServiceSchema.safeParse({ ...first, options }).success, source).toBe(false);
      expect(publishedServiceSchema.safeParse({ ...first, url: source }).success, source).toBe(false);
    }
    expect(JSON.stringify(jsonSchemas('')['service']).match(/"pattern":"\^https:/gu)?.length).toBeGreaterThan(5);
  });

  it('reject a service without one of the layers', () => {
    const [first] = publishServices(catalog).services;
    if (!first) throw new Error('the catalog is empty');
    const options = first.options.map((option) => ({
      ...option,
      split: Object.fromEntries(Object.entries(option.split).filter(([layer]) => layer !== 'os')),
    }));
    expect(publishedServiceSchema.safeParse({ ...first, options }).success).toBe(false);
  });
});
