// The published JSON Schemas are read by the strictest reader there is, fit the published data, and refuse what is not fit for it.
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { getContent } from '../src/content/load.ts';
import { publishControls } from '../src/model/control/published.ts';
import { publishAliases, publishRetired, publishService, publishServices } from '../src/model/record/published.ts';
import { jsonSchemas } from '../src/model/record/schema/published.ts';

const home = 'https://tideline.example/data/v1/schema/';
const schemas = jsonSchemas(home);
const { catalog, controls } = getContent();
const [first] = catalog.services;
if (!first) throw new Error('the catalog is empty');

const compiled = (name: string): ValidateFunction => {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  formats(ajv);
  return ajv.compile(schemas[name] ?? {});
};

const data: Readonly<Record<string, unknown>> = {
  layers: catalog.layers,
  defaults: catalog.defaults,
  categories: catalog.categories.map(({ id, name, summary, example }) => ({ id, name, summary, example })),
  areas: catalog.areas,
  service: publishService(first),
  services: publishServices(catalog),
  aliases: publishAliases(catalog),
  retired: publishRetired(catalog),
  controls: publishControls(controls),
};

describe.each(Object.keys(schemas))('the schema of %s', (name) => {
  it('has an address of its own', () => {
    expect(schemas[name]).toHaveProperty('$id', `${home}${name}.json`);
  });

  it('compiles where every oddity is an error, and fits what is published', () => {
    const fits = compiled(name);
    const told = fits(JSON.parse(JSON.stringify(data[name])));
    expect([told, fits.errors]).toEqual([true, null]);
  });

  it('refuses a field that it does not name', () => {
    const odd = JSON.stringify(data[name]).replace('{', '{"odd":1,');
    expect(compiled(name)(JSON.parse(odd))).toBe(false);
  });
});

describe('the schema of a service refuses', () => {
  const service = publishService(first);
  const [option] = service.options;
  if (!option) throw new Error('the service has no option');
  const withCell = (cell: object): object => ({
    ...service,
    options: [{ ...option, split: { ...option.split, data: { ...option.split.data, ...cell } } }],
  });
  it.each([
    ['a source that is no page of AWS', withCell({ source: 'https://example.com/' })],
    ['a source that is a script', withCell({ source: 'javascript:alert(1)' })],
    ['documentation that is no address', { ...service, docs: 'AWS' }],
    ['a page elsewhere', { ...service, url: 'https://example.com/' }],
    ['what is no day', { ...service, reviewed: 'yesterday' }],
    ['a party that is none', withCell({ party: 'nobody' })],
    ['a split that lacks a layer', { ...service, options: [{ ...option, split: {} }] }],
  ])('%s', (_, value) => {
    const fits = compiled('service');
    expect(fits(JSON.parse(JSON.stringify(service)))).toBe(true);
    expect(fits(JSON.parse(JSON.stringify(value)))).toBe(false);
  });
});
