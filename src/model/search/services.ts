// Builds the data file of the service search from the catalog.
import type { Catalog } from '../record/catalog.ts';
import { categoryNames, nameOf, namesOf } from '../record/lookup.ts';
import type { ServiceSearchData, ServiceEntry } from './question.ts';
import { mapLayers, servicePath, sortName } from '../vocabulary.ts';

/** Returns what the search knows of each service by its names. */
export function serviceSearchData(catalog: Catalog): ServiceSearchData {
  return {
    layers: mapLayers((id) => nameOf(catalog.layers, id)),
    services: serviceEntries(catalog),
  };
}

/** Returns an entry for each service, then one for each retired service. */
export function serviceEntries(catalog: Pick<Catalog, 'services' | 'retired' | 'areas' | 'categories'>): ServiceEntry[] {
  return [
    ...catalog.services.map((service) => ({
      url: servicePath(service.id),
      short: service.short,
      kind: `${nameOf(catalog.areas, service.area)} · ${categoryNames(service, catalog.categories).join(' or ')}`,
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
