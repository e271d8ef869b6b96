import { describe, expect, it } from 'vitest';
import { noFilter } from './split/filter.ts';
import type { Filter } from './split/filter.ts';
import { decodeParties } from './split/counts.ts';
import { describeUnknown, formatFilter, parseFilter } from './address.ts';
import type { Known } from './address.ts';

const parties = decodeParties('c'.repeat(14));
const known: Known = {
  services: [
    {
      id: 'amazon-ecs',
      options: [
        { id: 'ec2', name: 'EC2', category: 'infrastructure', parties },
        { id: 'fargate', name: 'Fargate', category: 'managed', parties },
      ],
    },
    { id: 'amazon-s3', options: [{ id: 'default', name: 'S3', category: 'abstracted', parties }] },
  ],
  areas: ['storage', 'containers'],
};

describe('a filter', () => {
  const filters: readonly (readonly [Filter, string])[] = [
    [noFilter, ''],
    [{ ...noFilter, category: 'managed' }, '?category=managed'],
    [{ ...noFilter, area: 'storage' }, '?area=storage'],
    [{ ...noFilter, layer: 'server-encryption' }, '?layer=server-encryption'],
    [
      {
        ...noFilter,
        services: [
          { service: 'amazon-ecs', option: 'fargate' },
          { service: 'amazon-s3', option: undefined },
        ],
      },
      '?services=amazon-ecs.fargate,amazon-s3',
    ],
    [
      {
        category: 'managed',
        area: 'containers',
        services: [{ service: 'amazon-ecs', option: undefined }],
        layer: 'os',
        party: 'shared',
        sort: { by: 'yours', reversed: false },
      },
      '?category=managed&area=containers&services=amazon-ecs&layer=os&party=shared&sort=yours',
    ],
    [{ ...noFilter, sort: { by: 'name', reversed: true } }, '?sort=-name'],
    [{ ...noFilter, sort: { by: 'server-encryption', reversed: true } }, '?sort=-server-encryption'],
  ];

  it.each(filters)('%j survives the way to the address %s and back', (filter, address) => {
    expect(formatFilter(filter)).toBe(address);
    expect(parseFilter(address, known)).toEqual({ filter, unknown: [] });
  });

  it('is read with and without the question mark, escaped or not', () => {
    expect(parseFilter('services=amazon-ecs.fargate%2Camazon-s3', known).filter).toEqual(
      parseFilter('?services=amazon-ecs.fargate,amazon-s3', known).filter,
    );
  });

  it('holds a service once, however often it is named', () => {
    expect(parseFilter('?services=amazon-s3,amazon-s3,,amazon-s3', known)).toEqual({
      filter: { ...noFilter, services: [{ service: 'amazon-s3', option: undefined }] },
      unknown: [],
    });
  });
});

describe('an address with parts that mean nothing', () => {
  it('keeps the rest and names them', () => {
    expect(
      parseFilter('?category=serverless&area=storage&layer=cellar&services=amazon-s3,amazon-s4,amazon-ecs.k8s&colour=red', known),
    ).toEqual({
      filter: { ...noFilter, area: 'storage', services: [{ service: 'amazon-s3', option: undefined }] },
      unknown: [
        { key: 'colour', value: 'red' },
        { key: 'services', value: 'amazon-s4' },
        { key: 'services', value: 'amazon-ecs.k8s' },
        { key: 'category', value: 'serverless' },
        { key: 'layer', value: 'cellar' },
      ],
    });
  });

  it('counts the first of a doubled key and names the second', () => {
    expect(parseFilter('?category=managed&category=abstracted', known)).toEqual({
      filter: { ...noFilter, category: 'managed' },
      unknown: [{ key: 'category', value: 'abstracted' }],
    });
  });

  it('names a party without a layer, and one that is none', () => {
    expect(parseFilter('?party=aws', known)).toEqual({ filter: noFilter, unknown: [{ key: 'party', value: 'aws' }] });
    expect(parseFilter('?party=amazon&layer=os', known)).toEqual({
      filter: { ...noFilter, layer: 'os' },
      unknown: [{ key: 'party', value: 'amazon' }],
    });
  });

  it('takes an empty value for no wish', () => {
    expect(parseFilter('?category=&area=&services=&layer=', known)).toEqual({ filter: noFilter, unknown: [] });
  });

  it('names names that every object has', () => {
    expect(parseFilter('?layer=constructor&services=__proto__,toString&area=hasOwnProperty', known).unknown).toHaveLength(4);
    expect(parseFilter('?__proto__=x', known)).toEqual({ filter: noFilter, unknown: [{ key: '__proto__', value: 'x' }] });
  });

  it('survives broken percent signs', () => {
    const { filter, unknown } = parseFilter('?area=%E0%A4%A&category=%&layer=%zz&services=%00', known);
    expect(filter).toEqual(noFilter);
    expect(unknown).toHaveLength(4);
  });

  it('names markup as text, and does not throw', () => {
    const { filter, unknown } = parseFilter('?category=<img src=x onerror=alert(1)>&"><script>=1', known);
    expect(filter).toEqual(noFilter);
    expect(unknown).toEqual([
      { key: '"><script>', value: '1' },
      { key: 'category', value: '<img src=x onerror=alert(1)>' },
    ]);
    expect(describeUnknown(unknown)).toContain('category=<img src=x onerror=alert(1)>');
  });

  it('survives five thousand ids', () => {
    const ids = Array.from({ length: 5000 }, (_, index) => `service-${index}`);
    const { filter, unknown } = parseFilter(`?services=${ids.join(',')},amazon-s3`, known);
    expect(filter.services).toEqual([{ service: 'amazon-s3', option: undefined }]);
    expect(unknown).toHaveLength(5000);
    expect(describeUnknown(unknown)).toContain('services=service-2 and 4997 more.');
  });
});

describe('the sentence about what was not understood', () => {
  it('is none where all was', () => {
    expect(describeUnknown([])).toBe('');
  });

  it('names three parts, shortens long ones and counts the rest', () => {
    const part = { key: 'area', value: 'x'.repeat(200) };
    const told = describeUnknown([part, part, part, part]);
    expect(told).toContain(`area=${'x'.repeat(39)}…, `);
    expect(told).toContain(' and 1 more.');
    expect(told.length).toBeLessThan(320);
  });

  it('tells what may stand there for the keys in question alone', () => {
    expect(describeUnknown([{ key: 'category', value: 'cloud' }])).toBe(
      'Not understood in this address, and left out: category=cloud. Categories are infrastructure, managed, abstracted.',
    );
    expect(
      describeUnknown([
        { key: 'services', value: 'a' },
        { key: 'services', value: 'b' },
      ]),
    ).toBe('Not understood in this address, and left out: services=a, services=b. Services go by the ids of their pages.');
    expect(describeUnknown([{ key: 'party', value: 'us' }])).toMatch(
      /party=us\. A party is customer, shared, aws or none, beside a layer\.$/u,
    );
    expect(describeUnknown([{ key: 'utm', value: '1' }])).toBe('Not understood in this address, and left out: utm=1.');
  });
});

it.each(['?sort=price', '?sort=--os', '?sort=-', '?sort=OS'])('%s is an order nobody knows', (address) => {
  const { filter, unknown } = parseFilter(address, known);
  expect(filter).toEqual(noFilter);
  expect(unknown).toEqual([{ key: 'sort', value: address.slice('?sort='.length) }]);
});
