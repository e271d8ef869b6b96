// What readers of /changes/ and of the feed are told.
import { describe, expect, it } from 'vitest';
import { getContent } from '../content/load.ts';
import { daysOf } from '../model/upkeep/changes.ts';
import { changesFeed } from './feed.ts';
import { sentenceOf, summaryOf } from './changes.ts';

const before = 'ccccccccccaaaa';
const after = 'ccccccccccsaaa';
const catalog = getContent().catalog;
const [day] = daysOf([
  {
    day: '2026-11-23',
    services: {
      'amazon-rds': { short: 'Amazon RDS', status: 'active', options: { default: before, 'rds-custom-oracle': before, gone: before } },
      'amazon-ecs': { short: 'Amazon ECS', status: 'active', options: { ec2: before } },
    },
  },
  {
    day: '2026-11-24',
    corrected: ['amazon-ecs'],
    services: {
      'amazon-rds': { short: 'Amazon RDS', status: 'active', options: { default: before, 'rds-custom-oracle': after } },
      'amazon-ecs': { short: 'Amazon ECS', status: 'active', options: { ec2: after } },
    },
  },
]);

describe('a day of changes', () => {
  if (!day) throw new Error('the fixture holds no day');
  it('names ways to run a service as its page does, and by their id where they are gone', () => {
    expect(day.changes.map((change) => `${change.short}: ${sentenceOf(change, catalog)}`)).toEqual([
      'Amazon ECS: Guest operating system: AWS → shared',
      'Amazon RDS: a way to run it is gone: gone',
      'Amazon RDS: Guest operating system: AWS → shared (RDS Custom for Oracle)',
    ]);
  });
  it('counts what AWS moved apart from what was corrected', () => {
    expect(summaryOf(day)).toBe('1 duty moved, 1 duty corrected, 1 way to run a service came or went');
  });
  it('says in the feed that AWS moved nothing, where a record was put right', () => {
    const feed = changesFeed([day], catalog, 'https://tideline.example/');
    expect(feed).toContain('Amazon ECS, corrected: Guest operating system');
    expect(feed).toContain('The record was wrong before; AWS moved nothing.');
    expect(feed).toContain('Amazon RDS: a way to run it is gone: gone and 1 more');
    expect(feed.match(/AWS moved nothing/gu)).toHaveLength(1);
  });
});
