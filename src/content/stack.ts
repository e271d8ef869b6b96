// What the readers of a stack must know of our services: their names, and which resource types are theirs.
import { namesOf } from '../model/record/lookup.ts';
import { makePrefixes } from '../model/stack/prefixes.ts';
import type { Prefixes } from '../model/stack/prefixes.ts';
import type { NamedService } from '../model/stack/named.ts';
import type { Content } from './load.ts';

/** Names and prefixes of every service that has a record, has ended, or has none yet. */
export function stackNames({ catalog, gaps, prefixes }: Content): {
  readonly services: readonly NamedService[];
  readonly prefixes: Prefixes;
} {
  const recorded = catalog.services.map((service) => ({
    id: service.id,
    short: service.short,
    names: namesOf(service),
    options: service.options.map(({ id, name, aliases }) => ({ id, name, aliases })),
  }));
  const ended = catalog.retired.map((service) => ({ id: service.id, short: service.short, names: namesOf(service), options: [] }));
  const missing = gaps.flatMap((gap) =>
    gap.reason === 'not-written' ? [{ id: gap.id, short: gap.name, names: [gap.name, ...(gap.aliases ?? [])], options: [] }] : [],
  );
  return { services: [...recorded, ...ended, ...missing], prefixes: makePrefixes(prefixes) };
}
