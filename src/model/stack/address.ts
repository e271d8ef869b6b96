// The address of a reader's own services. Reading never fails: it reports what it did not understand.
import { describeUnknown, formatQuery, formatServiceRef, parseQuery, readKeys } from '../address.ts';
import type { Nameable, Unknown } from '../address.ts';
import { root } from '../root.ts';
import { noFilter, noQuery } from '../split/filter.ts';
import type { LensId, ServiceRef } from '../split/filter.ts';
import type { LayerId } from '../vocabulary.ts';
import { groupings } from './duties.ts';
import type { Grouping } from './duties.ts';

/** What the page shows. Ticks and notes are no part of it: a link is handed on. */
export interface StackQuery {
  readonly services: readonly ServiceRef[];
  /** The opened layer. */
  readonly layer: LayerId | undefined;
  readonly lens: LensId;
  readonly group: Grouping;
}

export const noStackQuery: StackQuery = { services: [], layer: undefined, lens: 'parties', group: 'urgency' };

const keys = ['services', 'layer', 'lens'];

/** Reads a query string (with or without "?"). */
export function parseStackQuery(
  search: string,
  services: Nameable['services'],
): { readonly query: StackQuery; readonly unknown: readonly Unknown[] } {
  const { query, unknown } = parseQuery(search, { services, areas: [] });
  const own = readKeys(search, ['group']);
  const wanted = own.given.get('group') ?? '';
  const group = groupings.find((id) => id === wanted);
  return {
    query: { services: query.filter.services, layer: query.layer, lens: query.lens, group: group ?? 'urgency' },
    unknown: [
      ...unknown.filter(({ key }) => keys.includes(key)),
      ...own.unknown,
      ...(wanted === '' || group !== undefined ? [] : [{ key: 'group', value: wanted }]),
    ],
  };
}

/** The reverse of {@link parseStackQuery}: the shortest query string, "" for no query. */
export function formatStackQuery({ services, layer, lens, group }: StackQuery): string {
  const search = formatQuery({ ...noQuery, filter: { ...noFilter, services }, layer, lens });
  return group === 'urgency' ? search : `${search === '' ? '?' : `${search}&`}group=${group}`;
}

/** Address of the stack of some ways to run services, by their ids. */
export function stackHref(
  members: readonly { readonly service: string; readonly option: string }[],
  services: readonly { readonly id: string; readonly options: readonly { readonly id: string }[] }[],
): string {
  const refs = members.map(({ service, option }) => ({
    service,
    option: services.find(({ id }) => id === service)?.options[0]?.id === option ? undefined : option,
  }));
  return `${root}/stack/?services=${refs.map(formatServiceRef).join(',')}`;
}

const hints: Readonly<Record<string, string>> = {
  services: 'Services go by the ids of their pages.',
  group: `The list is grouped by ${groupings.slice(0, -1).join(', ')} or ${groupings.at(-1) ?? ''}.`,
};

/** What the reader should know of everything that was not understood; empty if all was. */
export const describeUnknownStack = (unknown: readonly Unknown[]): string => describeUnknown(unknown, hints);
