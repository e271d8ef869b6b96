// The services of the search as they travel: a column for each field, without what another column tells already.
import type { LayerId } from '../vocabulary.ts';
import { root } from '../root.ts';
import type { ServiceEntry, ServiceSearchData } from './question.ts';

/** The file `/search/services.json`. All columns are as long as there are services. */
export interface PackedServices {
  readonly layers: Readonly<Record<LayerId, string>>;
  /** Each kind once. */
  readonly kinds: readonly string[];
  /** The index in `kinds`. */
  readonly kind: readonly number[];
  readonly short: readonly string[];
  /** The id; 0 where the short name tells it. */
  readonly id: readonly (string | 0)[];
  /** The names besides the short one, with AWS's prefix and without; where these two do not come first, 0 and all names. */
  readonly names: readonly (readonly (string | 0)[])[];
  readonly what: readonly string[];
  /** The id (0 where the name tells it), the name and the aliases of each option. */
  readonly options: readonly (readonly (readonly (string | 0)[])[])[];
}

const pathOf = (id: string): string => `${root}/services/${id}/`;
const idOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z\d]+/gu, '-');
const told = (id: string | 0 | undefined, name: string): string => (typeof id === 'string' ? id : idOf(name));
const firstNames = (short: string): string[] => [...new Set([short.replace(/^(?:Amazon|AWS) /u, ''), short])];

/** Returns the content of the file. */
export function packServices({ layers, services }: ServiceSearchData): PackedServices {
  const kinds = [...new Set(services.map(({ kind }) => kind))];
  return {
    layers,
    kinds,
    kind: services.map(({ kind }) => kinds.indexOf(kind)),
    short: services.map(({ short }) => short),
    id: services.map(({ url, short }) => (url === pathOf(idOf(short)) ? 0 : url.slice(pathOf('').length - 1, -1))),
    names: services.map(({ short, names }) => {
      const first = firstNames(short);
      return first.every((name, at) => names[at] === name) ? names.slice(first.length) : [0, ...names];
    }),
    what: services.map(({ what }) => what),
    options: services.map(({ options }) => options.map(({ id, name, aliases }) => [id === idOf(name) ? 0 : id, name, ...(aliases ?? [])])),
  };
}

/** Returns what was packed. */
export function unpackServices({ layers, kinds, kind, short: shorts, id, names, what, options }: PackedServices): ServiceSearchData {
  const services = shorts.map((short, at): ServiceEntry => {
    const others = (names[at] ?? []).filter((name) => name !== 0);
    return {
      url: pathOf(told(id[at], short)),
      short,
      kind: kinds[kind[at] ?? 0] ?? '',
      names: names[at]?.[0] === 0 ? others : [...firstNames(short), ...others],
      what: what[at] ?? '',
      options: (options[at] ?? []).map(([option, named, ...aliases]) => {
        const name = String(named);
        const known = aliases.filter((alias) => alias !== 0);
        return { id: told(option, name), name, ...(known.length > 0 ? { aliases: known } : {}) };
      }),
    };
  });
  return { layers, services };
}
