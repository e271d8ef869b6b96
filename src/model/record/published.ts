// The public form of the catalog, as the files below /data/v1/ hold it.
import type { z } from 'zod';
import type { Catalog, Service } from './catalog.ts';
import { servicePath } from '../vocabulary.ts';
import type { publishedRetiredSchema, publishedServiceSchema } from './schema/published.ts';

export type PublishedService = z.infer<typeof publishedServiceSchema>;

/** One service as it stands in the list and in its own file: every layer resolved, nothing left to inherit. */
export function publishService(service: Service): PublishedService {
  const { id, docs, options, prefixes, related, ...described } = service;
  return {
    id,
    ...described,
    url: servicePath(id),
    docs,
    options: options.map((option) => ({ id: option.id, name: option.name, category: option.category, split: option.cells })),
  };
}

/** All services. `reviewed` is the latest day on which any of them was checked. */
export function publishServices(catalog: Catalog): { version: 1; reviewed: string; services: PublishedService[] } {
  const days = catalog.services.map((service) => service.reviewed).sort();
  return { version: 1, reviewed: days.at(-1) ?? '1970-01-01', services: catalog.services.map(publishService) };
}

export type PublishedRetired = z.infer<typeof publishedRetiredSchema>;

/** The services that AWS has ended, and what came in their place. */
export function publishRetired(catalog: Catalog): { version: 1; services: PublishedRetired[] } {
  return {
    version: 1,
    services: catalog.retired.map(({ id, prefixes, ...service }) => ({ id, ...service, url: servicePath(id) })),
  };
}
