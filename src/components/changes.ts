// The changes of a day as a reader wants them: services that came in one group, everything else one sentence each.
import { nameOf } from '../model/record/lookup.ts';
import type { Holding } from '../model/split/default.ts';
import { partyNames } from '../model/split/party.ts';
import type { Catalog } from '../model/record/catalog.ts';
import type { Change, Day } from '../model/upkeep/changes.ts';

type NamedCatalog = Pick<Catalog, 'layers' | 'parties' | 'defaults' | 'services'>;

const statusName = {
  active: 'open to new customers',
  'closed-to-new-customers': 'closed to new customers',
  'announced-end-of-support': 'end of support announced',
  retired: 'retired',
} as const;

/** What stands beside services whose record was wrong, so that nobody looks for news at AWS. */
export const correctionNote = 'The record was wrong before; AWS moved nothing';

/** "Guest operating system: AWS → shared (RDS Custom for Oracle)" without the service's name, which stands before it. */
export function sentenceOf(change: Change, { layers, parties, defaults, services }: NamedCatalog): string {
  const names = partyNames(parties);
  const holding = (id: Holding): string => (id === 'none' ? names.none.predicate : nameOf(defaults, id).toLowerCase());
  // The log keeps ids. An option that is gone has left no name.
  const options = services.find((service) => service.id === change.service)?.options ?? [];
  const optionName = (id: string): string => nameOf(options, id);
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
      return `another way to run it: ${optionName(change.option)}`;
    case 'option-removed':
      return `a way to run it is gone: ${optionName(change.option)}`;
    case 'moved':
      return `${nameOf(layers, change.layer)}: ${names[change.from].predicate} → ${names[change.to].predicate}${change.option === undefined ? '' : ` (${optionName(change.option)})`}`;
    case 'default':
      return `${nameOf(layers, change.layer)}, if you do nothing: ${holding(change.from)} → ${holding(change.to)}${change.option === undefined ? '' : ` (${optionName(change.option)})`}`;
    case 'worded':
      return `${nameOf(layers, change.layer)} reworded`;
  }
}

/** What is told of one service on one day. */
interface ServiceChanges {
  readonly id: string;
  readonly short: string;
  readonly sentences: readonly string[];
  readonly corrected: boolean;
}

/** All but the services added, by service. */
export function changesByService({ changes, corrected }: Day, catalog: NamedCatalog): ServiceChanges[] {
  const others = changes.filter((change) => change.kind !== 'added');
  return [...new Set(others.map((change) => change.service))].map((id) => {
    const own = others.filter((change) => change.service === id);
    const sentences = own.map((change) => sentenceOf(change, catalog));
    return { id, short: own[0]?.short ?? id, sentences, corrected: corrected.has(id) };
  });
}

/** "3 duties moved, 2 corrected, 21 services added" */
export function summaryOf({ changes, corrected }: Pick<Day, 'changes' | 'corrected'>): string {
  const right = changes.filter((change) => !corrected.has(change.service));
  const wrong = changes.filter((change) => corrected.has(change.service));
  const count = (kind: Change['kind'], among: readonly Change[] = right): number => among.filter((change) => change.kind === kind).length;
  const named = (number: number, one: string, many: string): string[] => (number === 0 ? [] : [`${number} ${number === 1 ? one : many}`]);
  return [
    ...named(count('moved'), 'duty moved', 'duties moved'),
    ...named(count('moved', wrong), 'duty corrected', 'duties corrected'),
    ...named(count('default'), 'default moved', 'defaults moved'),
    ...named(count('default', wrong), 'default corrected', 'defaults corrected'),
    ...named(count('status'), 'status changed', 'statuses changed'),
    ...named(
      count('option-added', changes) + count('option-removed', changes),
      'way to run a service came or went',
      'ways to run a service came or went',
    ),
    ...named(count('renamed'), 'service renamed', 'services renamed'),
    ...named(count('added'), 'service added', 'services added'),
    ...named(count('removed'), 'service removed', 'services removed'),
  ].join(', ');
}
