// The addresses of aliases and former names, which redirect to the service, and to the option that the name means.
import { optionHref } from '../address.ts';
import { servicePath, slug } from '../vocabulary.ts';
import type { Catalog, RetiredService, Service } from './catalog.ts';
import { namesOf } from './lookup.ts';
import { optionNamed } from './option-named.ts';

export interface AliasAddress {
  /** `/services/rds/` */
  readonly from: string;
  /** `/services/amazon-rds/`, `/services/amazon-eks/?option=auto-mode` */
  readonly to: string;
  /** The short name of the service. */
  readonly name: string;
}

/** Returns a redirect for each name of a service other than its id. assertDistinctNames makes sure that they are unique. */
export function aliasAddresses({ services, retired }: Pick<Catalog, 'services' | 'retired'>): AliasAddress[] {
  return [
    ...services.flatMap((service) => aliasesOf(service, (name) => hrefOf(service, name))),
    ...retired.flatMap((service) => aliasesOf(service, () => servicePath(service.id))),
  ];
}

const aliasesOf = (service: Service | RetiredService, to: (name: string) => string): AliasAddress[] =>
  namesOf(service)
    .filter((name) => slug(name) !== service.id)
    .map((name) => ({ from: servicePath(slug(name)), to: to(name), name: service.short }));

const hrefOf = (service: Service, name: string): string => optionHref(service, optionNamed(service, name) ?? service.options[0].id);
