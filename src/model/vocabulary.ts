// The ids that code and content agree on, free of any library so that the browser may read them too.
// Their names stand in content/.
import { root } from './root.ts';

export const layerIds = [
  'data',
  'residency',
  'access',
  'application',
  'client-encryption',
  'network',
  'backup',
  'traffic',
  'server-encryption',
  'platform',
  'os',
  'virtualization',
  'hardware',
  'facilities',
] as const;
export type LayerId = (typeof layerIds)[number];

/** In the order of every drawing, from left to right. */
export const partyIds = ['customer', 'shared', 'aws', 'none'] as const;
export type PartyId = (typeof partyIds)[number];

/** What holds if the customer does nothing, from the most protected to the least known. */
export const defaultIds = ['done', 'partly', 'when-asked', 'open', 'yours', 'unstated'] as const;
export type DefaultId = (typeof defaultIds)[number];

/** The defaults that leave something to be done at once, the most urgent first. */
export const urgentIds = ['open', 'when-asked', 'partly'] as const satisfies readonly DefaultId[];

export const categoryIds = ['infrastructure', 'managed', 'abstracted'] as const;
export type CategoryId = (typeof categoryIds)[number];

/** Of a service that somebody still runs; a retired one has a form of its own. */
export const statusIds = ['active', 'closed-to-new-customers', 'announced-end-of-support'] as const;
export type StatusId = (typeof statusIds)[number];

/** Layers a service states itself, because no two services handle them alike. */
export const ownLayerIds: readonly LayerId[] = ['access', 'network', 'backup', 'traffic', 'server-encryption'];

/** Longest phrase, in characters, where a band is cut in two, and where it is whole. */
export const phraseLimit = { half: 60, whole: 90 } as const;

export const isLayerId = (value: string): value is LayerId => layerIds.some((id) => id === value);
export const isPartyId = (value: string): value is PartyId => partyIds.some((id) => id === value);
export const isDefaultId = (value: string): value is DefaultId => defaultIds.some((id) => id === value);
export const isCategoryId = (value: string): value is CategoryId => categoryIds.some((id) => id === value);

/** An object with one value for each layer, in their order. */
export function mapLayers<T>(value: (layer: LayerId) => T): Record<LayerId, T> {
  return {
    data: value('data'),
    residency: value('residency'),
    access: value('access'),
    application: value('application'),
    'client-encryption': value('client-encryption'),
    network: value('network'),
    backup: value('backup'),
    traffic: value('traffic'),
    'server-encryption': value('server-encryption'),
    platform: value('platform'),
    os: value('os'),
    virtualization: value('virtualization'),
    hardware: value('hardware'),
    facilities: value('facilities'),
  };
}

/** A name as an address segment: lower case, hyphens, nothing else. "AWS Lambda@Edge" becomes "aws-lambda-edge". */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}

/** Name as readers sort it: "Amazon RDS" and "AWS Lambda" stand under R and L. */
export function sortName(service: { readonly short: string }): string {
  return service.short.replace(/^(Amazon|AWS)\s+/u, '');
}

/** Address of a service's page. */
export const servicePath = (id: string): string => `${root}/services/${id}/`;
