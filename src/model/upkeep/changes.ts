// What changed between two states of the catalog, as lines a reviewer and a reader understand.
import type { Catalog } from '../record/catalog.ts';
import type { PublishedCell, PublishedService } from '../record/published.ts';
import type { ChangeEntry, State } from '../record/schema/changes.ts';
import { decodeParties } from '../split/counts.ts';
import type { Parties } from '../split/counts.ts';
import { decodeDefaults, encodeSplit } from '../split/default.ts';
import type { Defaults, Holding } from '../split/default.ts';
import { layerIds } from '../vocabulary.ts';
import type { LayerId, PartyId } from '../vocabulary.ts';

export type States = Readonly<Record<string, State>>;

/** Why the records changed: AWS moved a duty or added something, or the records had it wrong. */
export type Cause = 'aws' | 'correction';

/** One thing that changed for one service. Only the kinds up to "moved" are remembered; wording is for reviews. */
export type Change = { readonly service: string; readonly short: string } & (
  | { readonly kind: 'added'; readonly options: number; readonly status: State['status'] }
  | { readonly kind: 'removed' }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  | { readonly kind: 'status'; readonly from: State['status']; readonly to: State['status'] }
  | { readonly kind: 'option-added' | 'option-removed'; readonly option: string }
  | { readonly kind: 'moved'; readonly option: string | undefined; readonly layer: LayerId; readonly from: PartyId; readonly to: PartyId }
  | {
      readonly kind: 'default';
      readonly option: string | undefined;
      readonly layer: LayerId;
      readonly from: Holding;
      readonly to: Holding;
    }
  | {
      readonly kind: 'worded';
      readonly option: string | undefined;
      readonly layer: LayerId;
      readonly part: string;
      readonly from: string;
      readonly to: string;
    }
);

/** What the log remembers of the catalog. */
export function statesOf(catalog: Catalog): States {
  return Object.fromEntries(
    [
      ...catalog.services.map((service): [string, State] => [
        service.id,
        {
          short: service.short,
          status: service.status,
          options: Object.fromEntries(service.options.map((option) => [option.id, encodeSplit(option)])),
        },
      ]),
      ...catalog.retired.map((service): [string, State] => [service.id, { short: service.short, status: 'retired', options: {} }]),
    ].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The state after all entries, each overriding what stood before. */
export function replay(log: readonly ChangeEntry[]): States {
  const states: Record<string, State> = {};
  for (const entry of log) {
    for (const [id, state] of Object.entries(entry.services)) {
      if (state) states[id] = state;
      else Reflect.deleteProperty(states, id);
    }
  }
  return states;
}

/**
 * The entry that leads from one state to the other; undefined where nothing changed.
 * @param cause whether AWS changed something, or the records were wrong before
 */
export function entryBetween(day: string, before: States, after: States, cause: Cause = 'aws'): ChangeEntry | undefined {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const changed = ids.filter((id) => {
    const state = after[id];
    return diffStates(pick(before, id), pick(after, id)).length > 0 || (state !== undefined && lacksDefaults(before, state, id));
  });
  if (changed.length === 0) return undefined;
  const corrected = cause === 'correction' ? changed.filter((id) => before[id] && after[id]) : [];
  return {
    day,
    services: Object.fromEntries(changed.map((id) => [id, after[id] ?? null])),
    ...(corrected.length > 0 ? { corrected } : {}),
  };
}

const pick = (states: States, id: string): States => {
  const state = states[id];
  return state ? { [id]: state } : {};
};

/** Changes of duties, options, names and status, by service id and then in the order of the layers. */
export function diffStates(before: States, after: States): Change[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return ids.flatMap((id): Change[] => {
    const old = before[id];
    const now = after[id];
    if (!now) return old ? [{ kind: 'removed', service: id, short: old.short }] : [];
    const at = { service: id, short: now.short };
    if (!old) return [{ ...at, kind: 'added', options: Object.keys(now.options).length, status: now.status }];
    const kept = Object.keys(now.options).filter((option) => old.options[option] !== undefined);
    return [
      ...(old.short === now.short ? [] : [{ ...at, kind: 'renamed' as const, from: old.short, to: now.short }]),
      ...(old.status === now.status ? [] : [{ ...at, kind: 'status' as const, from: old.status, to: now.status }]),
      ...Object.keys(old.options)
        .filter((option) => now.options[option] === undefined)
        .map((option) => ({ ...at, kind: 'option-removed' as const, option })),
      ...Object.keys(now.options)
        .filter((option) => old.options[option] === undefined)
        .map((option) => ({ ...at, kind: 'option-added' as const, option })),
      ...layerIds.flatMap((layer) =>
        mergeOptions(
          kept.map((option) => {
            const from = decodeState(old.options[option] ?? '').parties[layer];
            const to = decodeState(now.options[option] ?? '').parties[layer];
            return { ...at, kind: 'moved' as const, option, layer, from, to };
          }),
        ),
      ),
      ...layerIds.flatMap((layer) => mergeOptions(kept.flatMap((option) => defaultChange(old, now, option, layer, at)))),
    ];
  });
}

/** The reverse of {@link encodeSplit}; an entry of the log from before 2026-11-29 has no defaults. */
function decodeState(code: string): { readonly parties: Parties; readonly defaults: Defaults | undefined } {
  const [parties = '', defaults] = code.split(' ');
  return { parties: decodeParties(parties), defaults: defaults === undefined ? undefined : decodeDefaults(defaults) };
}

/** How the default of a layer moved where the party stayed; a move of the party says it already. */
function defaultChange(
  old: State,
  now: State,
  option: string,
  layer: LayerId,
  at: { readonly service: string; readonly short: string },
): (Change & { kind: 'default'; option: string | undefined })[] {
  const before = decodeState(old.options[option] ?? '');
  const after = decodeState(now.options[option] ?? '');
  if (!before.defaults || !after.defaults || before.parties[layer] !== after.parties[layer]) return [];
  const from = before.defaults[layer] ?? 'none';
  const to = after.defaults[layer] ?? 'none';
  return [{ ...at, kind: 'default', option, layer, from, to }];
}

/** Whether the log lacks the defaults of an option that the catalog has. */
const lacksDefaults = (log: States, state: State, id: string): boolean =>
  Object.entries(state.options).some(([option, code]) => code.includes(' ') && log[id]?.options[option]?.includes(' ') === false);

/** Changes of phrases, details and sources, where the party stayed as it was. */
export function diffWording(before: readonly PublishedService[], after: readonly PublishedService[]): Change[] {
  return after.flatMap((now) => {
    const old = before.find((service) => service.id === now.id);
    if (!old) return [];
    return layerIds.flatMap((layer) =>
      parts.flatMap((part) =>
        mergeOptions(
          now.options.flatMap((option) => {
            const cell = option.split[layer];
            const was = old.options.find((each) => each.id === option.id)?.split[layer];
            if (was?.party !== cell.party) return [];
            const from = textOf(was, part);
            const to = textOf(cell, part);
            return [{ service: now.id, short: now.short, kind: 'worded' as const, option: option.id, layer, part, from, to }];
          }),
        ),
      ),
    );
  });
}

const parts = ['you', 'aws', 'reason', 'with', 'detail', 'sources'] as const;

function textOf(cell: PublishedCell, part: (typeof parts)[number]): string {
  if (part === 'you') return 'you' in cell ? cell.you : '';
  if (part === 'aws') return 'aws' in cell ? cell.aws : '';
  if (part === 'with') return 'with' in cell ? (cell.with ?? '') : '';
  if (part === 'reason') return 'reason' in cell ? cell.reason : '';
  return part === 'sources' ? cell.sources.join(' ') : cell.detail;
}

/** Drops what stayed the same; one change without an option where all options changed alike. */
function mergeOptions<T extends { readonly option: string | undefined; readonly from: string; readonly to: string }>(
  each: readonly T[],
): T[] {
  const changed = each.filter(({ from, to }) => from !== to);
  const [first] = changed;
  if (!first) return [];
  const alike = changed.length === each.length && changed.every(({ from, to }) => from === first.from && to === first.to);
  return alike ? [{ ...first, option: undefined }] : changed;
}

/** "amazon-rds · os: aws → shared" */
export function formatChange(change: Change): string {
  const where = (option: string | undefined): string => (option === undefined ? change.service : `${change.service}.${option}`);
  switch (change.kind) {
    case 'added':
      if (change.status === 'retired') return `${change.service} · added, retired`;
      return `${change.service} · added, ${change.options === 1 ? '1 way' : `${change.options} ways`} to run it`;
    case 'removed':
      return `${change.service} · removed`;
    case 'renamed':
      return `${change.service} · name: ${change.from} → ${change.to}`;
    case 'status':
      return `${change.service} · status: ${change.from} → ${change.to}`;
    case 'option-added':
      return `${change.service} · option ${change.option} added`;
    case 'option-removed':
      return `${change.service} · option ${change.option} removed`;
    case 'moved':
      return `${where(change.option)} · ${change.layer}: ${change.from} → ${change.to}`;
    case 'default':
      return `${where(change.option)} · ${change.layer} if you do nothing: ${change.from} → ${change.to}`;
    case 'worded':
      return change.part === 'detail'
        ? `${where(change.option)} · ${change.layer} detail reworded`
        : `${where(change.option)} · ${change.layer} ${change.part}: ${change.from || '(nothing)'} → ${change.to || '(nothing)'}`;
  }
}

/** A day of the log. */
export interface Day {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly changes: readonly Change[];
  /** Ids of services that were put right that day, where AWS moved nothing. */
  readonly corrected: ReadonlySet<string>;
  /** How often something was written down on that day, where more than once: by service, and `added` for the services added. */
  readonly again?: Readonly<Record<string, number>> | undefined;
}

/** Each day on which something changed, newest first: one on which the log took in defaults that it had lacked is left out. */
export function daysOf(log: readonly ChangeEntry[]): Day[] {
  return log
    .map((entry, index) => ({
      day: entry.day,
      changes: diffStates(replay(log.slice(0, index)), replay(log.slice(0, index + 1))),
      corrected: new Set(entry.corrected),
      again: entry.again,
    }))
    .filter(({ changes }) => changes.length > 0)
    .reverse();
}

/**
 * The log with one more entry; one of the same day takes it in. What AWS moved and what was corrected on one day counts as moved.
 */
export function withEntry(log: readonly ChangeEntry[], entry: ChangeEntry): ChangeEntry[] {
  const sameDay = log.find((each) => each.day === entry.day);
  if (!sameDay) return [...log, entry];
  const movedBefore = (id: string): boolean => sameDay.services[id] !== undefined && sameDay.corrected?.includes(id) !== true;
  const corrected = [
    ...(sameDay.corrected ?? []).filter((id) => entry.services[id] === undefined),
    ...(entry.corrected ?? []).filter((id) => !movedBefore(id)),
  ].sort();
  const again = countedAgain(log, sameDay, entry);
  const merged = {
    day: entry.day,
    services: { ...sameDay.services, ...entry.services },
    ...(corrected.length > 0 ? { corrected } : {}),
    ...(Object.keys(again).length > 0 ? { again } : {}),
  };
  return log.map((each) => (each === sameDay ? merged : each));
}

/** Counts what a day already tells of and now tells anew, so that readers of the feed, who know the first, see the second. */
function countedAgain(log: readonly ChangeEntry[], sameDay: ChangeEntry, entry: ChangeEntry): Record<string, number> {
  const before = replay(log.filter(({ day }) => day < entry.day));
  const told = ({ services }: ChangeEntry): Set<string> => new Set(Object.keys(services).map((each) => (before[each] ? each : 'added')));
  const earlier = told(sameDay);
  const twice = [...told(entry)].filter((each) => earlier.has(each));
  return { ...sameDay.again, ...Object.fromEntries(twice.map((each) => [each, (sameDay.again?.[each] ?? 1) + 1])) };
}

/**
 * What moved without being recorded.
 * @returns changes that the log lacks; empty where it leads to the catalog as it is
 */
export function unrecorded(log: readonly ChangeEntry[], catalog: Catalog): Change[] {
  return diffStates(replay(log), statesOf(catalog));
}
