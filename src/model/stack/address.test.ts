import { expect, it } from 'vitest';
import { describeUnknownStack, formatStackQuery, noStackQuery, parseStackQuery, stackHref } from './address.ts';
import type { StackQuery } from './address.ts';

const services = [
  { id: 'amazon-a', options: [{ id: 'default' }] },
  { id: 'amazon-b', options: [{ id: 'first' }, { id: 'second' }] },
];

it.each<[string, StackQuery]>([
  ['', noStackQuery],
  ['?services=amazon-a', { ...noStackQuery, services: [{ service: 'amazon-a', option: undefined }] }],
  [
    '?services=amazon-b.second,amazon-a&layer=os&lens=defaults&group=owner',
    {
      services: [
        { service: 'amazon-b', option: 'second' },
        { service: 'amazon-a', option: undefined },
      ],
      layer: 'os',
      lens: 'defaults',
      group: 'owner',
    },
  ],
  ['?group=layer', { ...noStackQuery, group: 'layer' }],
])('%s reads as what it says, and is written so', (search, query) => {
  expect(parseStackQuery(search, services)).toEqual({ query, unknown: [] });
  expect(formatStackQuery(query)).toBe(search);
});

it('tells what it does not know, and leaves keys of other pages alone', () => {
  const { query, unknown } = parseStackQuery(
    '?services=amazon-x,amazon-a&group=colour&layer=moon&category=moon&utm=1&group=owner',
    services,
  );
  expect(query).toEqual({ ...noStackQuery, services: [{ service: 'amazon-a', option: undefined }] });
  expect(unknown).toEqual([
    { key: 'services', value: 'amazon-x' },
    { key: 'layer', value: 'moon' },
    { key: 'group', value: 'owner' },
    { key: 'group', value: 'colour' },
  ]);
  expect(describeUnknownStack(unknown)).toContain('services=amazon-x');
  expect(describeUnknownStack(unknown)).toContain('urgency, layer, service or owner');
});

it('links a stack by an address that reads back as its members', () => {
  const href = stackHref(
    [
      { service: 'amazon-b', option: 'second' },
      { service: 'amazon-a', option: 'default' },
    ],
    services,
  );
  expect(href).toBe('/stack/?services=amazon-b.second,amazon-a');
  expect(parseStackQuery(href.slice(href.indexOf('?')), services)).toEqual({
    query: {
      ...noStackQuery,
      services: [
        { service: 'amazon-b', option: 'second' },
        { service: 'amazon-a', option: undefined },
      ],
    },
    unknown: [],
  });
});
