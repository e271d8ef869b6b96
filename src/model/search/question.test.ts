import { describe, expect, it } from 'vitest';
import { readQuestion } from './question.ts';
import { normalize, withoutStopWords } from '../normalize.ts';

describe('a question', () => {
  it.each([
    ['who patches the OS on RDS?', 'os', 'rds'],
    ['is S3 encrypted by default', 'server-encryption', 's3'],
    ['lambda runtime updates', 'platform', 'lambda'],
    ['does ElastiCache encrypt in transit', 'traffic', 'elasticache'],
    ['dynamodb point-in-time recovery', 'backup', 'dynamodb'],
    ['who patches the hypervisor of ec2', 'virtualization', 'ec2'],
    ['who patches the engine of rds', 'platform', 'rds'],
    ['client-side encryption s3', 'client-encryption', 's3'],
    ['backups', 'backup', ''],
  ])('%s is about %s, and about "%s"', (query, layer, rest) => {
    expect(readQuestion(query)).toEqual({ layer, rest });
  });
  it.each(['lambda', 'amazon rds', '', '数据库', 'xqzzz'])('"%s" asks nothing', (query) => {
    expect(readQuestion(query)).toBeUndefined();
  });
});

it('normalized text has no accents, no upper case, and one space between words', () => {
  expect(normalize('  Lambda@Edge,  Kafka-Connect’s  É ')).toBe('lambda edge kafka connects e');
  expect(normalize('<b>数据库</b>')).toBe('b 数据库 b');
  expect(normalize('%%%')).toBe('');
});

it('stop words are removed', () => {
  expect(withoutStopWords(['who', 'secures', 'the', 'aws', 'lambda'])).toEqual(['lambda']);
});
