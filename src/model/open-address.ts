// The address of the list of what AWS leaves open or off. Reading never fails: it reports what it did not understand.
import { describeUnknown, readKeys } from './address.ts';
import type { Unknown } from './address.ts';
import type { OpenQuery } from './split/open.ts';
import { root } from './root.ts';
import { isLayerId, layerIds, urgentIds } from './vocabulary.ts';

const openKeys = ['area', 'default', 'layer'] as const;

/**
 * Reads a query string (with or without "?").
 * @param areas ids that an address may name
 */
export function parseOpenQuery(
  search: string,
  areas: readonly string[],
): { readonly query: OpenQuery; readonly unknown: readonly Unknown[] } {
  const { given, unknown } = readKeys(search, openKeys);
  const value = (key: (typeof openKeys)[number]): string => given.get(key) ?? '';
  const layer = value('layer');
  const query: OpenQuery = {
    area: areas.find((id) => id === value('area')),
    default: urgentIds.find((id) => id === value('default')),
    layer: isLayerId(layer) ? layer : undefined,
  };
  const strange = openKeys.filter((key) => value(key) !== '' && query[key] === undefined);
  return { query, unknown: [...unknown, ...strange.map((key) => ({ key, value: value(key) }))] };
}

/** The reverse of {@link parseOpenQuery}: the shortest query string, "" for no query. */
export function formatOpenQuery(query: OpenQuery): string {
  const parts = openKeys.flatMap((key) => (query[key] === undefined ? [] : [`${key}=${encodeURIComponent(query[key])}`]));
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** Address of the list under a query. */
export const openHref = (query: OpenQuery): string => `${root}/defaults/${formatOpenQuery(query)}`;

const hints: Readonly<Record<string, string>> = {
  default: `A default is ${urgentIds.slice(0, -1).join(', ')} or ${urgentIds.at(-1) ?? ''}.`,
  layer: `Layers are ${layerIds.join(', ')}.`,
};

/** What the reader should know of everything that was not understood; empty if all was. */
export const describeUnknownOpen = (unknown: readonly Unknown[]): string => describeUnknown(unknown, hints);
