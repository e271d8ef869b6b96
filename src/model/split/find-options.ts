// Finds ways to run services by what a reader types: names, abbreviations, former names, and the names of ways.
import { normalize } from '../normalize.ts';

/** A service as the field of the comparison finds it. */
export interface Findable {
  readonly id: string;
  readonly short: string;
  /** Every name that leads to it, whichever way it is run: full, short, abbreviations, former ones. */
  readonly names: readonly string[];
  readonly options: readonly { readonly id: string; readonly name: string; readonly aliases: readonly string[] }[];
}

/** A service with those of its ways that match. */
export interface FoundService<S extends Findable = Findable> {
  readonly service: S;
  readonly options: readonly Way[];
}

/**
 * The services of which every word of the query begins a word of one name, or of that name and a way to run it; those named
 * exactly first, then those whose name begins so. All of them for an empty query.
 */
export function findOptions<S extends Findable>(services: readonly S[], query: string): FoundService<S>[] {
  const asked = normalize(query);
  if (asked === '') return services.map((service) => ({ service, options: service.options }));
  const words = asked.split(' ');
  return services
    .flatMap((service) => {
      const best = Math.max(...service.names.map((name) => scoreOf(normalize(name), asked, words)));
      const matching =
        best > 0
          ? service.options
          : service.options.filter((option) =>
              waysOf(option).some((way) => service.names.some((name) => beginsAll(normalize(`${name} ${way}`), words))),
            );
      return matching.length === 0 ? [] : [{ service, options: closest(matching, words, service.short), best }];
    })
    .sort((a, b) => b.best - a.best)
    .map(({ service, options }) => ({ service, options }));
}

/** 3 for the name itself, 2 where it begins so, 1 where every word begins one of its words, else 0. Spaces do not count: "dynamo db". */
function scoreOf(name: string, asked: string, words: readonly string[]): number {
  const glued = name.replaceAll(' ', '');
  const wanted = asked.replaceAll(' ', '');
  if (glued === wanted) return 3;
  if (glued.startsWith(wanted)) return 2;
  return beginsAll(name, words) || glued.replace(/^(?:aws|amazon)/u, '').startsWith(wanted) ? 1 : 0;
}

const beginsAll = (text: string, words: readonly string[]): boolean => {
  const said = text.split(' ');
  return words.every((word) => said.some((each) => each.startsWith(word)));
};

type Way = Findable['options'][number];
const waysOf = ({ name, aliases }: Way): string[] => [name, ...aliases];

/**
 * Of the ways to run a service those that the most words name: an abbreviation of the service may name a way as well. Words of its short
 * name tell no way: "aws lambda" is not Lambda Managed Instances.
 */
function closest(options: readonly Way[], asked: readonly string[], short: string): readonly Way[] {
  const words = asked.filter((word) => !beginsAll(normalize(short), [word]));
  const named = options.map((option) =>
    Math.max(...waysOf(option).map((way) => words.filter((word) => beginsAll(normalize(way), [word])).length)),
  );
  const most = Math.max(...named);
  return options.filter((_, at) => named[at] === most);
}
