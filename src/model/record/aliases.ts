// The addresses of aliases and former names, which redirect to the service.
import { namesOf } from './lookup.ts';
import type { Catalog } from './catalog.ts';
import { servicePath, slug } from '../vocabulary.ts';

export interface AliasAddress {
  /** `/services/rds/` */
  readonly from: string;
  /** `/services/amazon-rds/` */
  readonly to: string;
}

/** Returns a redirect for each name of a service other than its id. assertDistinctNames makes sure that they are unique. */
export function aliasAddresses(catalog: Catalog): AliasAddress[] {
  return [...catalog.services, ...catalog.retired].flatMap((service) =>
    namesOf(service)
      .map(slug)
      .filter((name) => name !== service.id)
      .map((name) => ({ from: servicePath(name), to: servicePath(service.id) })),
  );
}
