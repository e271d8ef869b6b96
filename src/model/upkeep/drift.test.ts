// When AWS's lists and the records drift apart, by value.
import { describe, expect, it } from 'vitest';
import { findDrift, findListGaps } from './drift.ts';
import type { Gap } from '../record/schema/changes.ts';

const records = [{ id: 'amazon-store', names: ['Amazon Store', 'Shop'], prefixes: ['store'] }];
const gaps: Gap[] = [
  { reason: 'not-written', id: 'amazon-thing', name: 'Amazon Thing', prefixes: ['thing'] },
  { reason: 'part-of', of: 'amazon-store', name: 'Store Bin', prefixes: ['bin'] },
  { reason: 'no-service', because: 'A console', name: 'Console', prefixes: ['console'] },
];
const iam = [
  { prefix: 'store', name: 'Amazon Store' },
  { prefix: 'thing', name: 'Amazon Thing' },
  { prefix: 'bin', name: 'Store Bin' },
  { prefix: 'console', name: 'Console' },
];
const told = (found: readonly { found: string }[]): string[] => found.map((each) => each.found);

describe('drift', () => {
  it('is nothing where each prefix is claimed or explained', () => {
    expect(findDrift(records, gaps, iam)).toEqual([]);
  });
  it('is a service that AWS added', () => {
    expect(findDrift(records, gaps, [...iam, { prefix: 'new', name: 'Amazon New' }])).toEqual([
      {
        file: 'content/gaps.yaml',
        field: 'new',
        found: 'AWS lists "new" (Amazon New), which no record claims and no gap explains',
        remedy: 'add the prefix to the record of its service, or an entry with a reason to gaps.yaml',
      },
    ]);
  });
  it('is a prefix that AWS dropped, in a record and in a gap', () => {
    expect(told(findDrift(records, gaps, iam.slice(2)))).toEqual([
      '"store", which AWS does not list',
      '"thing", which AWS no longer lists',
    ]);
  });
  it('is a record without a prefix although AWS lists one under its name', () => {
    const bare = [{ id: 'amazon-store', names: ['Amazon Store'], prefixes: [] }];
    expect(told(findDrift(bare, gaps, iam))).toContain('none');
  });
  it('is a reason that is no longer true', () => {
    const written = [...records, { id: 'amazon-thing', names: ['Amazon Thing'], prefixes: ['thing'] }];
    expect(told(findDrift(written, gaps, iam))).toEqual([
      '"thing", which amazon-thing claims by now',
      '"amazon-thing", whose record is written',
    ]);
  });
  it('is a part of something that nobody lists', () => {
    const part: Gap = { reason: 'part-of', of: 'amazon-gone', name: 'Store Bin', prefixes: ['bin'] };
    const changed = gaps.map((gap) => (gap.reason === 'part-of' ? part : gap));
    expect(told(findDrift(records, changed, iam))).toEqual(['part of "amazon-gone", which is neither written nor named here']);
  });
  it('is a prefix explained twice', () => {
    const twice: Gap = { reason: 'no-service', because: 'A console', name: 'Console', prefixes: ['console'] };
    expect(told(findDrift(records, [...gaps, twice], iam))).toEqual(['"console" a second time']);
  });
});

describe('a list of services', () => {
  it('may name what has neither record nor gap, and lack what has a record', () => {
    const list = [
      { id: 'amazon-thing', name: 'Amazon Thing', prefixes: [] },
      { id: 'amazon-third', name: 'Amazon Third', prefixes: [] },
    ];
    expect(told(findListGaps(records, gaps, list))).toEqual([
      'the list names Amazon Third, which has no record and no gap',
      'a record the list does not name',
    ]);
    expect(
      findListGaps(
        records,
        gaps,
        [list[0], { id: 'amazon-store', name: 'Amazon Store', prefixes: [] }].flatMap((each) => each ?? []),
      ),
    ).toEqual([]);
  });
});
