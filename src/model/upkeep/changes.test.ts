// What moved between two states, as lines, and the log that leads to the catalog as it is.
import { describe, expect, it } from 'vitest';
import { getContent } from '../../content/load.ts';
import { diffStates, diffWording, entryBetween, formatChange, daysOf, replay, statesOf, unrecorded, withEntry } from './changes.ts';
import type { States } from './changes.ts';
import { publishServices } from '../record/published.ts';

const all = 'cccccccccccccc';
const before: States = {
  'amazon-rds': { short: 'Amazon RDS', status: 'active', options: { default: 'ccccccccccaaaa', custom: 'ccccccccccaaaa' } },
  'amazon-old': { short: 'Amazon Old', status: 'active', options: { default: all } },
};
const after: States = {
  'amazon-rds': { short: 'Amazon RDS', status: 'closed-to-new-customers', options: { default: 'ccccccccccsaaa', other: all } },
  'aws-new': { short: 'AWS New', status: 'active', options: { default: all } },
};

describe('changes', () => {
  it('are lines a reviewer understands', () => {
    expect(diffStates(before, after).map(formatChange)).toEqual([
      'amazon-old · removed',
      'amazon-rds · status: active → closed-to-new-customers',
      'amazon-rds · option custom removed',
      'amazon-rds · option other added',
      'amazon-rds · os: aws → shared',
      'aws-new · added, 1 way to run it',
    ]);
  });
  it('name the option where not all moved alike', () => {
    const rds = before['amazon-rds'];
    if (!rds) throw new Error('the fixture lacks amazon-rds');
    const moved = { ...before, 'amazon-rds': { ...rds, options: { ...rds.options, custom: 'ccccccccccsaaa' } } };
    expect(diffStates(before, moved).map(formatChange)).toEqual(['amazon-rds.custom · os: aws → shared']);
  });
  it('are none between equals', () => {
    expect(diffStates(before, before)).toEqual([]);
    expect(entryBetween('2026-11-24', before, before)).toBeUndefined();
  });
  it('are recorded so that replaying the log leads to the later state', () => {
    const first = entryBetween('2026-11-23', {}, before);
    const second = entryBetween('2026-11-24', before, after);
    if (!first || !second) throw new Error('nothing was recorded');
    expect(replay([first, second])).toEqual(after);
    expect(second.services['amazon-old']).toBeNull();
    expect(daysOf([first, second]).map(({ day, changes }) => [day, changes.length])).toEqual([
      ['2026-11-24', 6],
      ['2026-11-23', 2],
    ]);
  });
  it('that put a record right are told apart from what AWS moved, by service and day', () => {
    const first = entryBetween('2026-11-23', {}, before, 'correction');
    const second = entryBetween('2026-11-24', before, after, 'correction');
    if (!first || !second) throw new Error('nothing was recorded');
    // What comes or goes was not wrong before.
    expect(first.corrected).toBeUndefined();
    expect(second.corrected).toEqual(['amazon-rds']);
    expect(daysOf([first, second]).map(({ corrected }) => [...corrected])).toEqual([['amazon-rds'], []]);
    // Recorded again on the same day because AWS moved something: no longer a mere correction.
    const closed: States = { ...after, 'amazon-rds': { short: 'Amazon RDS', status: 'active', options: { default: all } } };
    const third = entryBetween('2026-11-24', after, closed);
    if (!third) throw new Error('nothing was recorded');
    const log = withEntry([first, second], third);
    expect(log.map(({ day, corrected }) => [day, corrected])).toEqual([
      ['2026-11-23', undefined],
      ['2026-11-24', undefined],
    ]);
    expect(replay(log)).toEqual(closed);
    // The other way round as well.
    const fourth = entryBetween('2026-11-24', closed, after, 'correction');
    if (!fourth) throw new Error('nothing was recorded');
    expect(withEntry(log, fourth).at(-1)?.corrected).toBeUndefined();
    expect(withEntry([first], second)).toEqual([first, second]);
  });
  it('of wording are told with both texts', () => {
    const [service, ...rest] = publishServices(getContent().catalog).services;
    const [option, ...others] = service?.options ?? [];
    if (!service || !option) throw new Error('the catalog is empty');
    const cell = option.split.facilities;
    if (cell.party !== 'aws') throw new Error('the fixture expects facilities with AWS');
    const options = [option, ...others].map((each) => ({
      ...each,
      split: { ...each.split, facilities: { ...cell, aws: 'Locks the door', detail: 'New.' } },
    }));
    expect(diffWording([service, ...rest], [{ ...service, options }, ...rest]).map(formatChange)).toEqual([
      `${service.id} · facilities aws: ${cell.aws} → Locks the door`,
      `${service.id} · facilities detail reworded`,
    ]);
  });
});

describe('defaults that move', () => {
  const parties = 'ccccccccccsaaa';
  const state = (options: Readonly<Record<string, string>>): States => ({
    'amazon-eks': { short: 'Amazon EKS', status: 'active', options },
  });
  const asked = state({ nodes: `${parties} yyyyyoyyyywddd`, auto: `${parties} yyyyyoyyyywddd` });

  it('are told where the party stays, with their option where not all moved alike', () => {
    const auto = state({ nodes: `${parties} yyyyyoyyyywddd`, auto: `${parties} yyyyyoyyyydddd` });
    expect(diffStates(asked, auto).map(formatChange)).toEqual(['amazon-eks.auto · os if you do nothing: when-asked → done']);
    const both = state({ nodes: `${parties} yyyyypyyyywddd`, auto: `${parties} yyyyypyyyywddd` });
    expect(diffStates(asked, both).map(formatChange)).toEqual(['amazon-eks · network if you do nothing: open → partly']);
  });
  it('are not told a second time where the party moved', () => {
    const taken = state({ nodes: 'ccccccccccaaaa yyyyyoyyyydddd', auto: 'ccccccccccaaaa yyyyyoyyyydddd' });
    expect(diffStates(asked, taken).map(formatChange)).toEqual(['amazon-eks · os: shared → aws']);
  });
  it('are not told where an old entry has none, though the log takes them in', () => {
    const old = state({ nodes: parties, auto: parties });
    expect(diffStates(old, asked)).toEqual([]);
    const first = entryBetween('2026-11-28', {}, old);
    const second = entryBetween('2026-11-29', old, asked);
    const third = entryBetween('2026-11-30', asked, state({ nodes: `${parties} yyyyyyyyyywddd`, auto: `${parties} yyyyyoyyyywddd` }));
    if (!first || !second || !third) throw new Error('nothing was recorded');
    expect(replay([first, second])).toEqual(asked);
    // A day on which nothing moved is no day of changes.
    expect(daysOf([first, second, third]).map(({ day, changes }) => [day, changes.map(formatChange)])).toEqual([
      ['2026-11-30', ['amazon-eks.nodes · network if you do nothing: open → yours']],
      ['2026-11-28', ['amazon-eks · added, 2 ways to run it']],
    ]);
  });
});

describe('the real log', () => {
  it('leads to the catalog as it is: otherwise run npm run diff-data -- --record', () => {
    expect(unrecorded(getContent().changes, getContent().catalog).map(formatChange)).toEqual([]);
    expect(Object.keys(statesOf(getContent().catalog)).length).toBeGreaterThanOrEqual(52);
  });
  it('has a day once, in order', () => {
    const days = getContent().changes.map((entry) => entry.day);
    expect(days).toEqual([...new Set(days)].sort());
  });
});
