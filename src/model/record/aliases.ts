// Every name of a service is an address that leads to it.
import { namesOf } from './lookup.ts';
import type { Catalog } from './catalog.ts';
import { servicePath, slug } from '../vocabulary.ts';

export interface AliasAddress {
  /** `/services/rds/` */
  readonly from: string;
  /** `/services/amazon-rds/` */
  readonly to: string;
}

/** Addresses of all other names, none of which is the service's own. The catalog's rules keep them distinct. */
export function aliasAddresses(catalog: Catalog): AliasAddress[] {
  return [...catalog.services, ...catalog.retired].flatMap((service) =>
    namesOf(service)
      .map(slug)
      .filter((name) => name !== service.id)
      .map((name) => ({ from: servicePath(name), to: servicePath(service.id) })),
  );
}
