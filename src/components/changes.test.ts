// What readers of /changes/ and of the feed are told.
import { describe, expect, it } from 'vitest';
import { getContent } from '../content/load.ts';
import type { ChangeEntry } from '../model/record/schema/changes.ts';
import { daysOf, withEntry } from '../model/upkeep/changes.ts';
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
  it('gives each entry of the feed a time of its own, the first the latest', () => {
    const feed = changesFeed(daysOf(getContent().changes), catalog, 'https://tideline.example/');
    const times = [...feed.matchAll(/<entry>.*?<updated>(.*?)<\/updated>/gsu)].map(([, time = '']) => time);
    expect(times.length).toBeGreaterThan(10);
    expect(new Set(times).size).toBe(times.length);
    expect(times).toEqual([...times].sort().reverse());
    expect(/<updated>(.*?)<\/updated>/u.exec(feed)?.[1]).toBe(times[0]);
  });
  it('says in the feed that AWS moved nothing, where a record was put right', () => {
    const feed = changesFeed([day], catalog, 'https://tideline.example/');
    expect(feed).toContain('Amazon ECS, corrected: Guest operating system');
    expect(feed).toContain('The record was wrong before; AWS moved nothing.');
    expect(feed).toContain('Amazon RDS: a way to run it is gone: gone and 1 more');
    expect(feed.match(/AWS moved nothing/gu)).toHaveLength(1);
  });
});

describe('a day that is written down a second time', () => {
  const rds = (os: string): ChangeEntry['services'] => ({
    'amazon-rds': { short: 'Amazon RDS', status: 'active', options: { default: os } },
  });
  const ecs: ChangeEntry['services'] = { 'amazon-ecs': { short: 'Amazon ECS', status: 'active', options: { ec2: after } } };
  const log: ChangeEntry[] = [
    { day: '2026-11-23', services: { ...rds(before), 'amazon-ecs': { short: 'Amazon ECS', status: 'active', options: { ec2: before } } } },
    { day: '2026-11-24', services: { ...rds(after), ...ecs }, corrected: ['amazon-ecs', 'amazon-rds'] },
  ];
  const entries = (changes: readonly ChangeEntry[]): (readonly [id: string, time: string])[] =>
    [
      ...changesFeed(daysOf(changes), catalog, 'https://tideline.example/').matchAll(
        /<entry>.*?<id>(.*?)<\/id>.*?<updated>(.*?)<\/updated>/gsu,
      ),
    ].map(([, id = '', time = '']) => [id.replace('https://tideline.example/changes/', ''), time]);
  const second = withEntry(log, { day: '2026-11-24', services: rds('cccccccccccaaa'), corrected: ['amazon-rds'] });

  it('tells a second correction in an entry with an id and a time of its own', () => {
    const [first, ...others] = entries(second);
    expect(first).toEqual(['#2026-11-24-amazon-rds-2', '2026-11-24T00:00:03.000Z']);
    expect(others).toEqual(entries(log).filter(([id]) => id !== '#2026-11-24-amazon-rds'));
    const third = withEntry(second, { day: '2026-11-24', services: rds('ccccccccccccaa'), corrected: ['amazon-rds'] });
    expect(entries(third)[0]).toEqual(['#2026-11-24-amazon-rds-3', '2026-11-24T00:00:05.000Z']);
  });

  it('dates no entry after its day, however often the day was written down, and each otherwise', () => {
    const times = entries(second.map((each) => (each.again ? { ...each, again: { 'amazon-rds': 999, 'amazon-ecs': 30 } } : each)));
    expect(times.map(([id, time]) => [id, time.slice(0, 19)])).toEqual([
      ['#2026-11-24-amazon-rds-999', '2026-11-24T00:17:09'],
      ['#2026-11-24-amazon-ecs-30', '2026-11-24T00:00:31'],
      ['#2026-11-23-added', '2026-11-23T00:00:02'],
    ]);
  });

  it('tells of services that were added later in an entry of its own, too', () => {
    const later = withEntry(log.slice(0, 1), {
      day: '2026-11-23',
      services: { 'aws-new': { short: 'AWS New', status: 'active', options: {} } },
    });
    expect(entries(log.slice(0, 1)).map(([id]) => id)).toEqual(['#2026-11-23-added']);
    expect(entries(later).map(([id]) => id)).toEqual(['#2026-11-23-added-2']);
  });

  it('leads to the place on the page that tells of it', () => {
    expect(changesFeed(daysOf(second), catalog, 'https://tideline.example/')).toContain(
      '<link href="https://tideline.example/changes/#2026-11-24-amazon-rds"/>',
    );
  });
});

describe('a day on which defaults moved', () => {
  const parties = 'ccccccccccsaaa';
  const eks = (nodes: string, auto: string): { short: string; status: 'active'; options: Record<string, string> } => ({
    short: 'Amazon EKS',
    status: 'active',
    options: { 'managed-node-groups': `${parties} ${nodes}`, 'auto-mode': `${parties} ${auto}` },
  });
  const log = [
    { day: '2026-11-28', services: { 'amazon-eks': eks('yyyyyoyyyywddd', 'yyyyyoyyyywddd') } },
    { day: '2026-11-30', services: { 'amazon-eks': eks('yyyyypyyyywddd', 'yyyyypyyyydddd') } },
  ];
  const told = (entries: Parameters<typeof daysOf>[0]): NonNullable<typeof day> => {
    const [last] = daysOf(entries);
    if (!last) throw new Error('the log holds no day');
    return last;
  };

  it('says before and after in words', () => {
    expect(told(log).changes.map((change) => sentenceOf(change, catalog))).toEqual([
      'Network and firewall, if you do nothing: open until you close it → partly',
      'Guest operating system, if you do nothing: not until you ask → done (Auto Mode)',
    ]);
    expect(summaryOf(told(log))).toBe('2 defaults moved');
  });
  it('stands in the feed', () => {
    const feed = changesFeed([told(log)], catalog, 'https://tideline.example/');
    expect(feed).toContain('Amazon EKS: Network and firewall, if you do nothing: open until you close it → partly and 1 more');
    expect(feed).toContain('Guest operating system, if you do nothing: not until you ask → done (Auto Mode)');
    expect(feed).toContain('https://tideline.example/changes/#2026-11-30-amazon-eks');
  });
  it('is told apart where the record was wrong before', () => {
    const [first, second] = log;
    if (!first || !second) throw new Error('the log is short');
    const corrected = told([first, { ...second, corrected: ['amazon-eks'] }]);
    expect(summaryOf(corrected)).toBe('2 defaults corrected');
    expect(changesFeed([corrected], catalog, 'https://tideline.example/')).toContain('Amazon EKS, corrected: Network and firewall');
  });
});
