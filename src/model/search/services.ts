// Builds the data file of the service search from the catalog.
import { approvalNames, decisionOn } from '../organization/house.ts';
import type { OrganizationRecord } from '../record/schema/organization.ts';
import type { Catalog } from '../record/catalog.ts';
import { categoryNames, nameOf, namesOf } from '../record/lookup.ts';
import type { ServiceSearchData, ServiceEntry } from './question.ts';
import { mapLayers, servicePath, sortName } from '../vocabulary.ts';

type Decided = Pick<OrganizationRecord, 'services'>;

/**
 * Returns what the search knows of each service by its names.
 * @param organization the overlay of a company, whose decisions are said with each service
 */
export function serviceSearchData(catalog: Catalog, organization?: Decided): ServiceSearchData {
  return {
    layers: mapLayers((id) => nameOf(catalog.layers, id)),
    services: serviceEntries(catalog, organization),
  };
}

/** Returns an entry for each service, then one for each retired service. */
export function serviceEntries(
  catalog: Pick<Catalog, 'services' | 'retired' | 'areas' | 'categories'>,
  organization?: Decided,
): ServiceEntry[] {
  const decided = (id: string): string => (organization ? ` · ${approvalNames[decisionOn(organization, id).id]}` : '');
  return [
    ...catalog.services.map((service) => ({
      url: servicePath(service.id),
      short: service.short,
      kind: `${nameOf(catalog.areas, service.area)} · ${categoryNames(service, catalog.categories).join(' or ')}${decided(service.id)}`,
      names: [...new Set([sortName(service), ...namesOf(service)])],
      what: firstSentence(service.summary),
      options:
        service.options.length === 1
          ? []
          : service.options.map(({ id, name, aliases }) => ({ id, name, ...(aliases === undefined ? {} : { aliases }) })),
    })),
    ...catalog.retired.map((service) => ({
      url: servicePath(service.id),
      short: service.short,
      kind: `${nameOf(catalog.areas, service.area)} · ended by AWS`,
      names: [...new Set([sortName(service), ...namesOf(service)])],
      what: firstSentence(service.summary),
      options: [],
    })),
  ];
}

const firstSentence = (text: string): string => /^.*?[.](?=\s|$)/su.exec(text)?.[0] ?? text;
