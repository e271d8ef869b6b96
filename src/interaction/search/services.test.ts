import { describe, expect, it } from 'vitest';
import { getContent } from '../../content/load.ts';
import type { ServiceEntry } from '../../model/search/question.ts';
import { serviceSearchData } from '../../model/search/services.ts';
import { makeServiceSearch } from './services.ts';

const entry = (short: string, ...names: string[]): ServiceEntry => ({
  url: `/services/${short.toLowerCase().replaceAll(' ', '-')}/`,
  short,
  kind: 'Storage · Abstracted',
  names: [short.replace(/^(?:Amazon|AWS) /u, ''), short, ...names],
  what: `${short} keeps parcels.`,
  options: [],
});
const search = makeServiceSearch([
  entry('Amazon Aurora'),
  entry('Amazon Aurora DSQL', 'DSQL'),
  entry('AWS Backup', 'backup vault'),
  entry('Amazon DynamoDB', 'DDB', 'NoSQL table'),
  entry('Amazon OpenSearch Service', 'Elasticsearch'),
  entry('Amazon S3', 'S3', 'Amazon Simple Storage Service'),
]);
const found = (query: string): string[] =>
  search.find(query).map(({ entry: hit, layer }) => `${hit?.short ?? 'all'}${layer ? ` ${layer}` : ''}`);

describe('the search of services', () => {
  it.each([
    ['aurora', 'Amazon Aurora'],
    ['DSQL', 'Amazon Aurora DSQL'],
    ['dynamo db', 'Amazon DynamoDB'],
    ['dynamdb', 'Amazon DynamoDB'],
    ['dyn', 'Amazon DynamoDB'],
    ['elastic search', 'Amazon OpenSearch Service'],
    ['elasticsaerch', 'Amazon OpenSearch Service'],
    ['simple storage', 'Amazon S3'],
    ['backup', 'AWS Backup'],
    ['backup vault', 'AWS Backup'],
    ['backup of s3', 'Amazon S3 backup'],
    ['is dynamodb encrypted', 'Amazon DynamoDB server-encryption'],
    ['who patches', 'all os'],
  ])('answers "%s" with %s', (query, first) => {
    expect(found(query)[0]).toBe(first);
  });

  it.each(['', '   ', 'xqzzzvw', '数据库', 'قاعدة', '<img src=x>', '%%%', '"'])('finds nothing for "%s"', (query) => {
    expect(search.find(query)).toEqual([]);
  });

  it('names each service once', () => {
    expect(found('aurora')).toEqual(['Amazon Aurora', 'Amazon Aurora DSQL']);
  });

  it('answers two thousand characters as quickly as a word', () => {
    expect(search.find('s3 '.repeat(700)).length).toBeLessThanOrEqual(6);
    expect(search.find('x'.repeat(2000))).toEqual([]);
  });

  it('suggests names that look like the query', () => {
    expect(search.suggest('aurroraa').map(({ short }) => short)).toContain('Amazon Aurora');
    expect(search.suggest('数据库')).toEqual([]);
  });
});

describe('the search of the real services', () => {
  const { catalog } = getContent();
  const real = makeServiceSearch(serviceSearchData(catalog).services);
  const optionFound = (query: string, url: string): string | undefined => {
    const hit = real.find(query).find(({ entry: each }) => each?.url === url);
    return hit && (hit.option?.id ?? 'first');
  };

  it.each([
    ['who patches the os on RDS Custom for Oracle', '/services/amazon-rds/', 'rds-custom-oracle'],
    ['eks auto mode patching', '/services/amazon-eks/', 'auto-mode'],
    ['emr serverless backup', '/services/amazon-emr/', 'serverless'],
    ['who patches the os on lambda', '/services/aws-lambda/', 'first'],
    ['rds for oracle', '/services/amazon-rds/', 'first'],
  ])('leads "%s" to %s, %s', (query, url, option) => {
    expect(real.find(query)[0]?.entry?.url).toBe(url);
    expect(optionFound(query, url)).toBe(option);
  });

  it('leads every way to run a service to that way, by its name and in a question', () => {
    const several = catalog.services.filter(({ options }) => options.length > 1);
    expect(several.length).toBeGreaterThan(40);
    const lost = several.flatMap(({ id, short, options }) =>
      options.flatMap((option, index) =>
        [`${short} ${option.name}`, `who patches the os on ${short} ${option.name}`, `is ${short} ${option.name} encrypted at rest?`]
          .filter((query) => optionFound(query, `/services/${id}/`) !== (index === 0 ? 'first' : option.id))
          .map((query) => `${query}: ${optionFound(query, `/services/${id}/`) ?? 'service not found'}`),
      ),
    );
    expect(lost).toEqual([]);
  });
});
