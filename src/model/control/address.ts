// The address of the list of controls. Reading never fails: it reports what it did not understand.
import { severityIds } from '../severity.ts';
import { describeUnknown, readKeys } from '../address.ts';
import type { Unknown } from '../address.ts';
import { root } from '../root.ts';
import { isLayerId, layerIds } from '../vocabulary.ts';
import type { ControlQuery } from './list.ts';

const controlKeys = ['service', 'layer', 'severity'] as const;

/**
 * Reads a query string (with or without "?").
 * @param services ids that an address may name
 */
export function parseControlQuery(
  search: string,
  services: readonly string[],
): { readonly query: ControlQuery; readonly unknown: readonly Unknown[] } {
  const { given, unknown } = readKeys(search, controlKeys);
  const value = (key: (typeof controlKeys)[number]): string => given.get(key) ?? '';
  const layer = value('layer');
  const query: ControlQuery = {
    service: services.find((id) => id === value('service')),
    layer: isLayerId(layer) ? layer : undefined,
    severity: severityIds.find((id) => id === value('severity')),
  };
  const strange = controlKeys.filter((key) => value(key) !== '' && query[key] === undefined);
  return { query, unknown: [...unknown, ...strange.map((key) => ({ key, value: value(key) }))] };
}

/** The reverse of {@link parseControlQuery}: the shortest query string, "" for no query. */
export function formatControlQuery(query: ControlQuery): string {
  const parts = controlKeys.flatMap((key) => (query[key] === undefined ? [] : [`${key}=${encodeURIComponent(query[key])}`]));
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** Address of the list under a query. */
export const controlsHref = (query: ControlQuery): string => `${root}/controls/${formatControlQuery(query)}`;

/** Address of the conformance pack of a service. */
export const packHref = (service: string): string => `${root}/data/v1/packs/${service}.yaml`;

const hints: Readonly<Record<string, string>> = {
  service: 'Only services with controls are in the list.',
  layer: `Layers are ${layerIds.join(', ')}.`,
  severity: `A severity is ${severityIds.slice(0, -1).join(', ')} or ${severityIds.at(-1) ?? ''}.`,
};

/** What the reader should know of everything that was not understood; empty if all was. */
export const describeUnknownControls = (unknown: readonly Unknown[]): string => describeUnknown(unknown, hints);
