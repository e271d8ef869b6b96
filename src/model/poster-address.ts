// The address of the poster's page. Reading never fails: it reports what it did not understand.
import { describeUnknown, readKeys } from './address.ts';
import type { Unknown } from './address.ts';
import { lensIds } from './split/filter.ts';
import type { LensId } from './split/filter.ts';

/** By area, or all in one row after another. */
export const posterOrders = ['area', 'all'] as const;
export type PosterOrder = (typeof posterOrders)[number];

export interface PosterQuery {
  readonly order: PosterOrder;
  readonly lens: LensId;
}

export const noPosterQuery: PosterQuery = { order: 'area', lens: 'parties' };

/** Reads a query string (with or without "?"). */
export function parsePosterQuery(search: string): { readonly query: PosterQuery; readonly unknown: readonly Unknown[] } {
  const { given, unknown } = readKeys(search, ['order', 'lens']);
  const read = <T extends string>(key: string, ids: readonly T[], otherwise: T): T => {
    const value = given.get(key) ?? '';
    const found = ids.find((id) => id === value);
    if (found === undefined && value !== '') unknown.push({ key, value });
    return found ?? otherwise;
  };
  const query = { order: read('order', posterOrders, noPosterQuery.order), lens: read('lens', lensIds, noPosterQuery.lens) };
  return { query, unknown };
}

/** The reverse of {@link parsePosterQuery}: the shortest query string, "" for the page as it is built. */
export function formatPosterQuery({ order, lens }: PosterQuery): string {
  const parts = [...(order === 'area' ? [] : [`order=${order}`]), ...(lens === 'parties' ? [] : [`lens=${lens}`])];
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** What the reader should know of everything that was not understood; empty if all was. */
export const describeUnknownPoster = (unknown: readonly Unknown[]): string =>
  describeUnknown(unknown, { order: `An order is ${posterOrders.join(' or ')}.`, lens: `A lens is ${lensIds.join(' or ')}.` });
