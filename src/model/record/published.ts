// Builds the public data files below /data/v1/ from the catalog.
import type { z } from 'zod';
import { aliasAddresses } from './aliases.ts';
import type { Catalog, Service } from './catalog.ts';
import { mapLayers, servicePath } from '../vocabulary.ts';
import type { LayerId } from '../vocabulary.ts';
import type { Cell } from './schema/cell.ts';
import type { publishedRetiredSchema, publishedServiceSchema } from './schema/published.ts';

export type PublishedService = z.infer<typeof publishedServiceSchema>;
export type PublishedCell = PublishedService['options'][number]['split'][LayerId];

/** A cell with its first page in `source` and all of them in `sources`, their titles beside. */
export function publishCell({ titles, ...cell }: Cell): PublishedCell {
  const [first = ''] = cell.source;
  return { ...cell, source: first, sources: [...cell.source], ...(titles === undefined ? {} : { titles: [...titles] }) };
}

/** Returns one service as both the list and its own file publish it, with a cell for every layer of every option. */
export function publishService(service: Service): PublishedService {
  const { id, docs, options, prefixes, related, ...described } = service;
  return {
    id,
    ...described,
    url: servicePath(id),
    docs,
    options: options.map((option) => ({
      id: option.id,
      name: option.name,
      ...(option.aliases === undefined ? {} : { aliases: [...option.aliases] }),
      category: option.category,
      split: mapLayers((layer) => publishCell(option.cells[layer])),
    })),
  };
}

/** Returns all services. `reviewed` is the latest review date of any of them, YYYY-MM-DD. */
export function publishServices(catalog: Catalog): { version: 1; reviewed: string; services: PublishedService[] } {
  const days = catalog.services.map((service) => service.reviewed).sort();
  return { version: 1, reviewed: days.at(-1) ?? '1970-01-01', services: catalog.services.map(publishService) };
}

/** Areas that any service is in, each of which has a file of its own. */
export const publishedAreas = ({ areas, services }: Catalog): string[] =>
  areas.map(({ id }) => id).filter((id) => services.some(({ area }) => area === id));

/** Returns the services of one area, as {@link publishServices} returns all. */
export const publishArea = (catalog: Catalog, id: string): ReturnType<typeof publishServices> =>
  publishServices({ ...catalog, services: catalog.services.filter(({ area }) => area === id) });

/** Returns the redirects of other names, `/services/rds/` to `/services/amazon-rds/`. */
export function publishAliases(catalog: Catalog): { version: 1; aliases: { from: string; to: string }[] } {
  return { version: 1, aliases: aliasAddresses(catalog).map(({ from, to }) => ({ from, to })) };
}

export type PublishedRetired = z.infer<typeof publishedRetiredSchema>;

/** Returns the services that AWS has ended, each with its replacement. */
export function publishRetired(catalog: Catalog): { version: 1; services: PublishedRetired[] } {
  return {
    version: 1,
    services: catalog.retired.map(({ id, prefixes, ...service }) => ({ id, ...service, url: servicePath(id) })),
  };
}
