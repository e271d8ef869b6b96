// Every way to run every service is reached by every address that names it, however that address was written on its way.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getContent } from '../src/content/load.ts';
import { compareHref, embedHref, optionHref, parseQuery, parseServiceQuery } from '../src/model/address.ts';
import { aliasAddresses } from '../src/model/record/aliases.ts';
import { layerIds } from '../src/model/vocabulary.ts';

const { catalog } = getContent();
const every = catalog.services.flatMap((service) => service.options.map((option) => ({ service, option })));
const areas = catalog.areas.map(({ id }) => id);

/** The text as people, mails and wikis write it: each letter as it is, in the other case, or escaped. */
const written = (text: string): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom('typed', 'capital', 'escaped'), { minLength: text.length, maxLength: text.length }).map((ways) =>
    Array.from(text, (letter, at) => {
      if (ways[at] === 'capital') return letter.toUpperCase();
      return ways[at] === 'escaped' ? `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}` : letter;
    }).join(''),
  );

/** What campaigns add. */
const noise = fc.constantFrom('utm_source=mail', 'fbclid=1', 'gclid=a%3Db', 'ref=');

/** A query that says these keys and values among others, escaped once more on its way or not. */
const query = (said: readonly (readonly [key: string, value: string])[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.tuple(...said.map(([key, value]) => fc.tuple(written(key), written(value), fc.constantFrom('=', '%3D', '%3d')))),
      fc.array(noise, { maxLength: 2 }),
      fc.constantFrom('&', '&amp;', '%26'),
      fc.boolean(),
    )
    .map(([parts, others, and, first]) => {
      const own = parts.map(([key, value, is]) => `${key}${is}${value}`);
      return `?${(first ? [...own, ...others] : [...others, ...own]).join(and)}`;
    });

const runs = { numRuns: 25, seed: 20261129 };

describe(`each of ${every.length} ways to run a service`, () => {
  it('is one of all', () => {
    expect(every.length).toBeGreaterThan(170);
  });

  it.each(every.map(({ service, option }) => ({ name: `${service.id}.${option.id}`, service, option })))(
    '$name is read from its address, with a layer and a lens beside it',
    ({ service, option }) => {
      const layers = fc.constantFrom(...layerIds);
      fc.assert(
        fc.property(
          layers.chain((layer) =>
            fc.tuple(
              fc.constant(layer),
              query([
                ['option', option.id],
                ['layer', layer],
                ['lens', 'defaults'],
              ]),
            ),
          ),
          ([layer, search]) => {
            expect(parseServiceQuery(search, service)).toEqual({ query: { option: option.id, layer, lens: 'defaults' }, unknown: [] });
          },
        ),
        runs,
      );
      fc.assert(
        fc.property(query([['services', `${service.id}.${option.id}`]]), (search) => {
          const { query: asked, unknown } = parseQuery(search, { services: catalog.services, areas });
          expect([asked.filter.services, unknown]).toEqual([[{ service: service.id, option: option.id }], []]);
        }),
        runs,
      );
    },
  );

  it('is what its own addresses say', () => {
    for (const { service, option } of every) {
      const page = new URL(optionHref(service, option.id, 'os'), 'https://host.example');
      expect(parseServiceQuery(page.search, service).query).toEqual({ option: option.id, layer: 'os' });
      const compared = new URL(compareHref([{ service: service.id, option: option.id }]), page);
      expect(parseQuery(compared.search, { services: catalog.services, areas }).query.filter.services).toEqual([
        { service: service.id, option: option.id },
      ]);
    }
    const frames = every.map(({ service, option }) => embedHref(service, option.id));
    expect(new Set(frames).size).toBe(every.length);
  });
});

it('another name leads to the option that it means, unless the address names another', () => {
  const aliases = aliasAddresses(catalog).flatMap(({ from, to }) => {
    const { pathname, search } = new URL(to, 'https://host.example');
    const service = catalog.services.find(({ id }) => pathname === `/services/${id}/`);
    return service ? [{ from, search, service }] : [];
  });
  expect(aliases.length).toBeGreaterThan(300);
  for (const { from, search, service } of aliases) {
    const meant = parseServiceQuery(search, service);
    expect(meant.unknown, from).toEqual([]);
    for (const option of service.options) {
      // As the page of the name joins them: the reader's own words first.
      const own = parseServiceQuery([`option=${option.id}&layer=os`, search.slice(1)].filter(Boolean).join('&'), service);
      expect([from, own.query.option, own.query.layer]).toEqual([from, option.id, 'os']);
    }
    expect(parseServiceQuery(['layer=os', search.slice(1)].filter(Boolean).join('&'), service).query.option).toBe(meant.query.option);
  }
});
