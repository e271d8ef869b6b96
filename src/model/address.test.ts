import { describe, expect, it } from 'vitest';
import { noFilter, noQuery } from './split/filter.ts';
import type { Filter, Query } from './split/filter.ts';
import {
  compareHref,
  describeUnknown,
  describeUnknownService,
  embedHref,
  exploreHref,
  findOptionId,
  formatQuery,
  formatServiceQuery,
  optionHref,
  parseQuery,
  parseServiceQuery,
  pictureHref,
  serviceOfPath,
} from './address.ts';
import type { Nameable, ServiceQuery } from './address.ts';

const nameable: Nameable = {
  services: [
    { id: 'amazon-ecs', options: [{ id: 'ec2' }, { id: 'fargate' }] },
    { id: 'amazon-s3', options: [{ id: 'default' }] },
  ],
  areas: ['storage', 'containers'],
};

const asking = (filter: Partial<Filter>): Query => ({ ...noQuery, filter: { ...noFilter, ...filter } });

describe('a query', () => {
  const queries: readonly (readonly [Query, string])[] = [
    [noQuery, ''],
    [asking({ category: 'managed' }), '?category=managed'],
    [asking({ area: 'storage' }), '?area=storage'],
    [{ ...noQuery, layer: 'server-encryption' }, '?layer=server-encryption'],
    [
      asking({
        services: [
          { service: 'amazon-ecs', option: 'fargate' },
          { service: 'amazon-s3', option: undefined },
        ],
      }),
      '?services=amazon-ecs.fargate,amazon-s3',
    ],
    [
      {
        filter: {
          category: 'managed',
          area: 'containers',
          services: [{ service: 'amazon-ecs', option: undefined }],
          secured: { layer: 'os', party: 'shared' },
          holds: undefined,
        },
        layer: 'os',
        sort: { by: 'yours', reversed: false },
        lens: 'parties',
        unit: 'services',
      },
      '?category=managed&area=containers&services=amazon-ecs&layer=os&party=shared&sort=yours',
    ],
    [asking({ holds: { layer: undefined, default: 'open' } }), '?default=open'],
    [{ ...asking({ holds: { layer: 'network', default: 'when-asked' } }), layer: 'network' }, '?layer=network&default=when-asked'],
    [{ ...noQuery, lens: 'defaults' }, '?lens=defaults'],
    [{ ...noQuery, lens: 'defaults', unit: 'ways' }, '?lens=defaults&count=ways'],
    [{ ...noQuery, sort: { by: 'name', reversed: true } }, '?sort=-name'],
    [{ ...noQuery, sort: { by: 'server-encryption', reversed: true } }, '?sort=-server-encryption'],
  ];

  it.each(queries)('%j survives the way to the address %s and back', (query, address) => {
    expect(formatQuery(query)).toBe(address);
    expect(parseQuery(address, nameable)).toEqual({ query, unknown: [] });
    expect(exploreHref(query)).toBe(`/explore/${address}`);
  });

  it('is read with and without the question mark, escaped or not', () => {
    expect(parseQuery('services=amazon-ecs.fargate%2Camazon-s3', nameable).query).toEqual(
      parseQuery('?services=amazon-ecs.fargate,amazon-s3', nameable).query,
    );
  });

  it('holds a service once, however often it is named', () => {
    expect(parseQuery('?services=amazon-s3,amazon-s3,,amazon-s3', nameable)).toEqual({
      query: asking({ services: [{ service: 'amazon-s3', option: undefined }] }),
      unknown: [],
    });
  });
});

describe('an address with parts that mean nothing', () => {
  it('keeps the rest and names them', () => {
    expect(
      parseQuery('?category=serverless&area=storage&layer=cellar&services=amazon-s3,amazon-s4,amazon-ecs.k8s&colour=red', nameable),
    ).toEqual({
      query: asking({ area: 'storage', services: [{ service: 'amazon-s3', option: undefined }] }),
      unknown: [
        { key: 'services', value: 'amazon-s4' },
        { key: 'services', value: 'amazon-ecs.k8s' },
        { key: 'category', value: 'serverless' },
        { key: 'layer', value: 'cellar' },
      ],
    });
  });

  it('counts the first of a doubled key and names the second', () => {
    expect(parseQuery('?category=managed&category=abstracted', nameable)).toEqual({
      query: asking({ category: 'managed' }),
      unknown: [{ key: 'category', value: 'abstracted' }],
    });
  });

  it('names a party without a layer, and one that is none', () => {
    expect(parseQuery('?party=aws', nameable)).toEqual({ query: noQuery, unknown: [{ key: 'party', value: 'aws' }] });
    expect(parseQuery('?party=amazon&layer=os', nameable)).toEqual({
      query: { ...noQuery, layer: 'os' },
      unknown: [{ key: 'party', value: 'amazon' }],
    });
  });

  it('takes an empty value for no wish', () => {
    expect(parseQuery('?category=&area=&services=&layer=', nameable)).toEqual({ query: noQuery, unknown: [] });
  });

  it('names names that every object has', () => {
    expect(parseQuery('?layer=constructor&services=__proto__,tostring&area=hasOwnProperty', nameable).unknown).toHaveLength(4);
    expect(parseQuery('?__proto__=x', nameable)).toEqual({ query: noQuery, unknown: [] });
  });

  it('survives broken percent signs', () => {
    const { query, unknown } = parseQuery('?area=%E0%A4%A&category=%&layer=%zz&services=%00', nameable);
    expect(query).toEqual(noQuery);
    expect(unknown).toHaveLength(4);
  });

  it('names markup as text, and does not throw', () => {
    const { query, unknown } = parseQuery('?category=<img src=x onerror=alert(1)>&"><script>=1', nameable);
    expect(query).toEqual(noQuery);
    expect(unknown).toEqual([{ key: 'category', value: '<img src=x onerror=alert(1)>' }]);
    expect(describeUnknown(unknown)).toContain('category=<img src=x onerror=alert(1)>');
  });

  it('survives five thousand ids', () => {
    const ids = Array.from({ length: 5000 }, (_, index) => `service-${index}`);
    const { query, unknown } = parseQuery(`?services=${ids.join(',')},amazon-s3`, nameable);
    expect(query.filter.services).toEqual([{ service: 'amazon-s3', option: undefined }]);
    expect(unknown).toHaveLength(5000);
    expect(describeUnknown(unknown)).toContain('services=service-2 and 4997 more.');
  });
});

describe('an address that a mail, a wiki or a campaign has changed', () => {
  const meant = parseQuery('?services=amazon-ecs.fargate&layer=os&sort=-name', nameable);
  it.each([
    '?services=amazon-ecs.fargate&amp;layer=os&amp;sort=-name',
    '?services=amazon-ecs.fargate&amp;amp;layer=os&amp;amp;sort=-name',
    '?&amp;services=amazon-ecs.fargate&amp%3Blayer=os&sort=-name',
    '?services=amazon-ecs.fargate%26layer=os%26sort%3D-name',
    '?services%3Damazon-ecs.fargate%26amp;layer%3dos&sort=-name',
    '?Services=Amazon-ECS.Fargate&LAYER=OS&Sort=-Name',
    '?services=amazon-ecs.fargate&layer=os&sort=-name&layer=os',
    '?utm_source=news&services=amazon-ecs.fargate&layer=os&fbclid=x&sort=-name&gclid=y&colour=red',
    '?services=amazon-ecs.fargate%20&layer=+os&sort=-name',
  ])('is read as it was meant: %s', (search) => {
    expect(parseQuery(search, nameable)).toEqual(meant);
  });
});

describe('the sentence about what was not understood', () => {
  it('is none where all was', () => {
    expect(describeUnknown([])).toBe('');
  });

  it('names three parts, shortens long ones and counts the rest', () => {
    const part = { key: 'area', value: 'x'.repeat(200) };
    const sentence = describeUnknown([part, part, part, part]);
    expect(sentence).toContain(`area=${'x'.repeat(39)}…, `);
    expect(sentence).toContain(' and 1 more.');
    expect(sentence.length).toBeLessThan(320);
  });

  it('tells what may stand there for the keys in question alone', () => {
    expect(describeUnknown([{ key: 'category', value: 'cloud' }])).toBe(
      'We ignored a part of this link: category=cloud. Categories are infrastructure, managed, abstracted.',
    );
    expect(
      describeUnknown([
        { key: 'services', value: 'a' },
        { key: 'services', value: 'b' },
      ]),
    ).toBe('We ignored a part of this link: services=a, services=b. Services go by the ids of their pages.');
    expect(describeUnknown([{ key: 'party', value: 'us' }])).toMatch(
      /party=us\. A party is customer, shared, aws or none, beside a layer\.$/u,
    );
  });
});

it.each(['?sort=price', '?sort=--os', '?sort=-', '?sort=osx'])('%s is an order nobody knows', (address) => {
  const { query, unknown } = parseQuery(address, nameable);
  expect(query).toEqual(noQuery);
  expect(unknown).toEqual([{ key: 'sort', value: address.slice('?sort='.length) }]);
});

const ecs = { id: 'amazon-ecs', options: [{ id: 'ec2' }, { id: 'fargate' }] };

describe("a service page's query", () => {
  const queries: readonly (readonly [ServiceQuery, string])[] = [
    [{ option: 'ec2', layer: undefined }, ''],
    [{ option: 'fargate', layer: undefined }, '?option=fargate'],
    [{ option: 'ec2', layer: 'os' }, '?layer=os'],
    [{ option: 'fargate', layer: 'os' }, '?option=fargate&layer=os'],
    [{ option: 'ec2', layer: undefined, lens: 'defaults' }, '?lens=defaults'],
  ];

  it.each(queries)('%j survives the way to the address "%s" and back', (query, address) => {
    expect(formatServiceQuery(query, ecs)).toBe(address);
    expect(parseServiceQuery(address, ecs)).toEqual({ query, unknown: [] });
  });

  it('falls back on the default option, and names what it does not know', () => {
    expect(parseServiceQuery('?option=k8s&layer=cellar', ecs)).toEqual({
      query: { option: 'ec2', layer: undefined },
      unknown: [
        { key: 'option', value: 'k8s' },
        { key: 'layer', value: 'cellar' },
      ],
    });
  });

  it('leaves keys of campaigns alone', () => {
    expect(parseServiceQuery('?utm_source=news&layer=os', ecs).unknown).toEqual([]);
  });
});

describe("the sentence of a service's page", () => {
  it('says plainly that there is no such option, and what is shown', () => {
    const { query, unknown } = parseServiceQuery('?option=Teapot', ecs);
    expect(query.option).toBe('ec2');
    expect(describeUnknownService(unknown, 'EC2 instances')).toBe(
      'We ignored a part of this link: option=teapot. There is no such way to run it. You see: EC2 instances.',
    );
  });
  it('says where a page shows one way alone that it does, and not that there is no other', () => {
    const { unknown } = parseServiceQuery('?option=fargate', { ...ecs, options: [{ id: 'ec2' }] });
    expect(describeUnknownService(unknown, 'EC2 instances', 'This frame shows one way to run it.')).toBe(
      'We ignored a part of this link: option=fargate. This frame shows one way to run it. You see: EC2 instances.',
    );
  });
  it.each([
    '?layer=os&amp;option=fargate',
    '?Option=Fargate&Layer=OS',
    '?OPTION=FARGATE&amp;amp;layer=os',
    '?layer=os%26option%3Dfargate',
    '?option=fargate&layer=os&option=ec2',
    '?option=&layer=&option=fargate&layer=os',
  ])('understands %s', (search) => {
    expect(parseServiceQuery(search, ecs)).toEqual({ query: { option: 'fargate', layer: 'os' }, unknown: [] });
  });
});

describe('an option that was renamed', () => {
  const former = { 'amazon-ecs.serverless': 'fargate', 'amazon-ecs.gone': 'nowhere' };

  it('is found by its former id, and by no other', () => {
    expect(findOptionId(ecs, 'serverless', former)).toBe('fargate');
    expect(findOptionId(ecs, 'fargate', former)).toBe('fargate');
    expect(findOptionId(ecs, 'gone', former)).toBeUndefined();
    expect(findOptionId({ ...ecs, id: 'amazon-eks' }, 'serverless', former)).toBeUndefined();
  });
});

describe('addresses of an option', () => {
  it('name it unless it is the default', () => {
    expect(optionHref(ecs, 'ec2')).toBe('/services/amazon-ecs/');
    expect(optionHref(ecs, 'fargate', 'os')).toBe('/services/amazon-ecs/?option=fargate&layer=os');
    expect(pictureHref(ecs, 'ec2')).toBe('/diagrams/amazon-ecs.svg');
    expect(pictureHref(ecs, 'fargate')).toBe('/diagrams/amazon-ecs.fargate.svg');
    expect(embedHref(ecs, 'fargate')).toBe('/embed/amazon-ecs/fargate/');
    expect(
      compareHref([
        { service: 'amazon-ecs', option: 'fargate' },
        { service: 'amazon-s3', option: undefined },
      ]),
    ).toBe('/compare/?services=amazon-ecs.fargate,amazon-s3');
    expect(serviceOfPath('/services/amazon-ecs/')).toBe('amazon-ecs');
  });
});

it('knows what a company has decided, and reports what is no decision', () => {
  const nameable = { services: [], areas: [] };
  const { query, unknown } = parseQuery('?approval=conditional&category=managed', nameable);
  expect([query.filter.approval, unknown]).toEqual(['conditional', []]);
  expect(formatQuery(query)).toBe('?category=managed&approval=conditional');
  expect(parseQuery('?approval=maybe', nameable).unknown).toEqual([{ key: 'approval', value: 'maybe' }]);
});
