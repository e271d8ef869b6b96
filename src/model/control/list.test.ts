import { severityIds } from '../severity.ts';
import { describe, expect, it } from 'vitest';
import { layerIds, mapLayers } from '../vocabulary.ts';
import type { LayerId, PartyId } from '../vocabulary.ts';
import { controlsHref, describeUnknownControls, formatControlQuery, parseControlQuery } from './address.ts';
import { controlOf } from './control.fixture.ts';
import { controlTable, countControls, countSeverities, listControls, matchesControl, noControlQuery } from './list.ts';

const option = (id: string, ...yours: LayerId[]) => ({
  id,
  name: `Way ${id}`,
  parties: mapLayers((layer): PartyId => (yours.includes(layer) ? 'shared' : 'aws')),
});
const services = [
  { id: 'amazon-rds', short: 'Amazon RDS', options: [option('one', 'access', 'backup'), option('two', 'access')] },
  { id: 'amazon-s3', short: 'Amazon S3', options: [option('default', 'access')] },
  { id: 'amazon-sqs', short: 'Amazon SQS', options: [option('default', 'access')] },
];
const both = controlOf('RDS.1', {
  duties: [
    { service: 'amazon-rds', layer: 'access', options: ['two'] },
    { service: 'amazon-s3', layer: 'access', options: ['default'] },
    { service: 'amazon-rds', layer: 'backup', options: ['one'] },
  ],
});
const other = controlOf('S3.1', { duties: [{ service: 'amazon-s3', layer: 'access', options: ['default'] }] });

describe('the list of controls', () => {
  it('has a row for each service of a control, and names options where the control is not about all that are yours', () => {
    expect(listControls([both, other], services)).toEqual([
      {
        service: services[0],
        controls: [
          {
            control: both,
            duties: [
              { layer: 'access', option: 'two', options: 'Way two' },
              { layer: 'backup', option: 'one', options: '' },
            ],
          },
        ],
      },
      {
        service: services[1],
        controls: [
          { control: both, duties: [{ layer: 'access', option: 'default', options: '' }] },
          { control: other, duties: [{ layer: 'access', option: 'default', options: '' }] },
        ],
      },
    ]);
  });

  const keys = [
    { id: 'RDS.1', service: 'amazon-rds', layers: ['access', 'backup'], severity: 'high' as const },
    { id: 'RDS.1', service: 'amazon-s3', layers: ['access'], severity: 'high' as const },
    { id: 'S3.1', service: 'amazon-s3', layers: ['access'], severity: 'low' as const },
  ];

  it('is filtered by service, layer and severity', () => {
    const left = (query: object): string[] =>
      keys.filter((key) => matchesControl(key, { ...noControlQuery, ...query })).map(({ id, service }) => `${id} ${service}`);
    expect(left({})).toHaveLength(3);
    expect(left({ service: 'amazon-s3' })).toEqual(['RDS.1 amazon-s3', 'S3.1 amazon-s3']);
    expect(left({ layer: 'backup' })).toEqual(['RDS.1 amazon-rds']);
    expect(left({ severity: 'low' })).toEqual(['S3.1 amazon-s3']);
  });

  it('counts a control once', () => {
    expect(countControls(keys)).toBe(2);
    const counts = countSeverities(keys, { ...noControlQuery, severity: 'low' });
    expect(['', ...severityIds].map((id) => counts.get(id))).toEqual([2, 0, 1, 0, 1]);
  });

  it('is taken along as a table', () => {
    const row = { id: 'RDS.1', service: 'Amazon RDS', shows: 'it is so', severity: 'High', rule: 'a-rule', source: 'https://x/' };
    const { head, rows } = controlTable([{ ...row, duties: ['Access (Way two)', 'Backup'], types: ['AWS::A::B', 'AWS::C::D'] }]);
    expect(rows).toEqual([
      ['RDS.1', 'Amazon RDS', 'Access (Way two); Backup', 'it is so', 'High', 'a-rule', 'AWS::A::B AWS::C::D', 'https://x/'],
    ]);
    expect(rows[0]).toHaveLength(head.length);
  });
});

describe('the address of the list', () => {
  const known = ['amazon-rds', 'amazon-s3'];

  it('comes back as it was written', () => {
    for (const service of [undefined, ...known])
      for (const layer of [undefined, ...layerIds])
        for (const severity of [undefined, ...severityIds]) {
          const query = { service, layer, severity };
          expect(parseControlQuery(formatControlQuery(query), known)).toEqual({ query, unknown: [] });
        }
    expect(controlsHref(noControlQuery)).toBe('/controls/');
    expect(controlsHref({ ...noControlQuery, service: 'amazon-s3', severity: 'low' })).toBe('/controls/?service=amazon-s3&severity=low');
  });

  it('reports what it does not know', () => {
    const { query, unknown } = parseControlQuery('?service=amazon-moon&layer=os&layer=data&severity=grave&lens=x', known);
    expect(query).toEqual({ ...noControlQuery, layer: 'os' });
    expect(unknown).toEqual([
      { key: 'layer', value: 'data' },
      { key: 'service', value: 'amazon-moon' },
      { key: 'severity', value: 'grave' },
    ]);
    expect(describeUnknownControls([{ key: 'severity', value: 'grave' }])).toBe(
      'We ignored a part of this link: severity=grave. A severity is critical, high, medium or low.',
    );
    expect(parseControlQuery('?service=&layer=&severity=', known)).toEqual({ query: noControlQuery, unknown: [] });
  });
});
