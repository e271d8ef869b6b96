// Finds the words of the thesaurus in a question: layers, options, defaults, and what the question wants.
import type { IntentId, NamedDefaultId, Thesaurus } from '../record/schema/thesaurus.ts';
import type { Steps } from '../steps.ts';
import { layerIds } from '../vocabulary.ts';
import type { LayerId } from '../vocabulary.ts';
import { stemsOf, wordsOf } from './words.ts';

/** How much a word of the thesaurus says, by the list that it stands in. */
export const weights = { means: 3, suggests: 2, hints: 1 } as const;

/** A word of the thesaurus found in a question: the words `from` up to `to`, which is the first after them. */
export interface Found<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

export interface LayerSense {
  readonly layer: LayerId;
  readonly weight: number;
}

export interface Terms {
  readonly layers: (stems: readonly string[]) => Found<LayerSense>[];
  readonly intents: (stems: readonly string[]) => Found<IntentId>[];
  readonly defaults: (stems: readonly string[]) => Found<NamedDefaultId>[];
  readonly parties: (stems: readonly string[]) => Found<'customer' | 'aws'>[];
  /** The words that mean an option, by its id. */
  readonly options: (stems: readonly string[]) => Found<string>[];
  /** The words of what belongs to a service, by the id of the service. */
  readonly services: (stems: readonly string[]) => Found<string>[];
  /** What a page of the course is asked about, by its id. */
  readonly course: (stems: readonly string[]) => Found<string>[];
  /** Whether a word, without its ending, stands anywhere in the thesaurus. */
  readonly knows: (stem: string) => boolean;
  /** Every word of the thesaurus as it is written. */
  readonly words: ReadonlySet<string>;
}

/** Prepares the thesaurus once for all questions, in steps. */
export function* termsInSteps(thesaurus: Thesaurus): Steps<Terms> {
  const layers = matcher(
    layerIds.flatMap((layer) => {
      const { means, suggests, hints } = thesaurus.layers[layer];
      const sense = (words: readonly string[], weight: number): [string, LayerSense][] => words.map((word) => [word, { layer, weight }]);
      return [...sense(means, weights.means), ...sense(suggests, weights.suggests), ...sense(hints, weights.hints)];
    }),
  );
  yield;
  const listed = <T extends string>(lists: Readonly<Record<T, readonly string[]>>): [string, T][] =>
    entriesOf(lists).flatMap(([id, words]) => words.map((word): [string, T] => [word, id]));
  const intents = matcher(listed(thesaurus.intents));
  const defaults = matcher(listed(thesaurus.defaults));
  const parties = matcher(listed(thesaurus.parties));
  yield;
  const options = matcher(listed(thesaurus.options));
  const services = matcher(listed(thesaurus.services));
  yield;
  const course = matcher(listed(thesaurus.course));
  yield;
  const all = [layers, intents, defaults, parties, options, services, course];
  return {
    layers: layers.find,
    intents: intents.find,
    defaults: defaults.find,
    parties: parties.find,
    options: options.find,
    services: services.find,
    course: course.find,
    knows: (stem) => all.some(({ stems }) => stems.has(stem)),
    words: new Set(all.flatMap(({ words }) => [...words])),
  };
}

const entriesOf = <T extends string, V>(record: Readonly<Record<T, V>>): [T, V][] =>
  // Object.entries forgets which keys an object has.
  Object.keys(record).flatMap((key) => (isKey(record, key) ? [[key, record[key]]] : []));
const isKey = <T extends string, V>(record: Readonly<Record<T, V>>, key: string): key is T => key in record;

interface Matcher<T> {
  /** In the order of the question; of two words that overlap the longer one alone, of equal ones each. */
  readonly find: (stems: readonly string[]) => Found<T>[];
  readonly stems: ReadonlySet<string>;
  /** As they are written. */
  readonly words: readonly string[];
}

function matcher<T>(words: readonly (readonly [string, T])[]): Matcher<T> {
  const byFirst = new Map<string, { readonly stems: readonly string[]; readonly value: T }[]>();
  const known = new Set<string>();
  for (const [word, value] of words) {
    const stems = stemsOf(word);
    const [first = ''] = stems;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { stems, value }]);
    for (const each of stems) known.add(each);
  }
  const find = (stems: readonly string[]): Found<T>[] => {
    const found: Found<T>[] = stems.flatMap((stem, from) =>
      (byFirst.get(stem) ?? [])
        .filter(({ stems: own }) => own.every((each, index) => stems[from + index] === each))
        .map(({ stems: own, value }) => ({ value, from, to: from + own.length })),
    );
    return found.filter(({ from, to }) => !found.some((other) => other.from < to && from < other.to && other.to - other.from > to - from));
  };
  return { find, stems: known, words: words.flatMap(([word]) => wordsOf(word)) };
}

/** Adds up what each layer is said by. A layer that nothing says is absent. */
export function layerWeights(
  found: readonly Found<LayerSense>[],
  factor: (found: Found<LayerSense>) => number = () => 1,
): Map<LayerId, number> {
  const sums = new Map<LayerId, number>();
  // A word said twice says nothing new.
  const said = new Set<string>();
  for (const each of found) {
    const { value, from, to } = each;
    const key = `${value.layer} ${from} ${to}`;
    if (said.has(key)) continue;
    said.add(key);
    sums.set(value.layer, (sums.get(value.layer) ?? 0) + factor(each) * value.weight * (1 + 0.2 * (to - from - 1)));
  }
  return sums;
}
