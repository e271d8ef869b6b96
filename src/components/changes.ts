// The changes of a day as a reader wants them: services that came in one group, everything else one sentence each.
import type { Change } from '../model/changes.ts';
import type { Layer } from '../model/schema.ts';
import type { PartyId } from '../model/vocabulary.ts';

const partyName: Readonly<Record<PartyId, string>> = { customer: 'you', shared: 'shared', aws: 'AWS', none: 'not there' };
const statusName = {
  active: 'open to new customers',
  'closed-to-new-customers': 'closed to new customers',
  'announced-end-of-support': 'end of support announced',
  retired: 'retired',
} as const;

/** "Guest operating system: AWS → shared (Custom for Oracle)" without the service's name, which stands before it. */
export function sentenceOf(change: Change, layers: readonly Layer[]): string {
  const layerName = (id: string): string => layers.find((layer) => layer.id === id)?.name ?? id;
  switch (change.kind) {
    case 'added':
      return change.status === 'retired' ? 'added as a retired service' : 'added';
    case 'removed':
      return 'removed';
    case 'renamed':
      return `renamed from ${change.from} to ${change.to}`;
    case 'status':
      return `${statusName[change.from]} → ${statusName[change.to]}`;
    case 'option-added':
      return `a new way to run it: ${change.option}`;
    case 'option-removed':
      return `a way to run it is gone: ${change.option}`;
    case 'moved':
      return `${layerName(change.layer)}: ${partyName[change.from]} → ${partyName[change.to]}${change.option === undefined ? '' : ` (${change.option})`}`;
    case 'worded':
      return `${layerName(change.layer)} reworded`;
  }
}

/** "3 duties moved, 21 services added" */
export function summaryOf(changes: readonly Change[]): string {
  const count = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind).length;
  const named = (number: number, one: string, many: string): string[] => (number === 0 ? [] : [`${number} ${number === 1 ? one : many}`]);
  return [
    ...named(count('moved'), 'duty moved', 'duties moved'),
    ...named(count('status'), 'status changed', 'statuses changed'),
    ...named(count('option-added') + count('option-removed'), 'way to run a service came or went', 'ways to run a service came or went'),
    ...named(count('renamed'), 'service renamed', 'services renamed'),
    ...named(count('added'), 'service added', 'services added'),
    ...named(count('removed'), 'service removed', 'services removed'),
  ].join(', ');
}
