// What the readers of a stack must know of our services: their names, and which resource types are theirs.
import { nameOf, namesOf } from '../model/record/lookup.ts';
import { encodeSplit } from '../model/split/default.ts';
import { packPrefixes, unpackNames } from '../model/stack/named.ts';
import type { Known, NamedService, NamesFile } from '../model/stack/named.ts';
import { mapLayers } from '../model/vocabulary.ts';
import type { Content } from './load.ts';

/** Names and prefixes of every service that has a record, has ended, or has none yet, as browsers fetch them. */
export function namesFile({ catalog, gaps, prefixes }: Content): NamesFile {
  const recorded = catalog.services.map((service): NamedService => ({
    id: service.id,
    short: service.short,
    names: namesOf(service),
    state: 'recorded',
    options: service.options.map((option) => ({
      id: option.id,
      name: option.name,
      ...(option.aliases && { aliases: option.aliases }),
      split: encodeSplit(option),
    })),
  }));
  const ended = catalog.retired.map((service): NamedService => ({
    id: service.id,
    short: service.short,
    names: namesOf(service),
    state: 'ended',
    options: [],
  }));
  const missing = gaps.flatMap((gap): NamedService[] =>
    gap.reason === 'not-written'
      ? [{ id: gap.id, short: gap.name, names: [gap.name, ...(gap.aliases ?? [])], state: 'missing', options: [] }]
      : [],
  );
  return {
    layers: mapLayers((layer) => nameOf(catalog.layers, layer)),
    services: [...recorded, ...ended, ...missing],
    prefixes: packPrefixes(prefixes),
  };
}

/** The same for programs of Node. */
export const stackNames = (content: Content): Known => unpackNames(namesFile(content));
