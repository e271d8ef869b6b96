// Reads a question: which services and options it names, which layers it is about, and what it wants, each with a strength and its words.
import { optionNamed } from '../record/option-named.ts';
import type { NamedOptions } from '../record/option-named.ts';
import type { IntentId, NamedDefaultId } from '../record/schema/thesaurus.ts';
import { servicePath } from '../vocabulary.ts';
import type { LayerId } from '../vocabulary.ts';
import type { AnswerData } from './answer-data.ts';
import { nameIndexInSteps } from './names.ts';
import type { NameMatch, Named } from './names.ts';
import { withoutStopWords } from '../normalize.ts';
import type { Steps } from '../steps.ts';
import { layerWeights, termsInSteps } from './terms.ts';
import type { Found, LayerSense } from './terms.ts';
import { askedStems, textIndexInSteps } from './texts.ts';
import type { ReadWords } from './texts.ts';
import { glued, stem, wordsOf } from './words.ts';

/** A service as questions name it. */
export interface AskedService extends Named, NamedOptions {
  /** The address of its page. */
  readonly url: string;
  /** The first sentence of its summary; empty for a retired service. */
  readonly what: string;
}

/** A service that a question may mean. */
export interface ServiceSense {
  /** Its index in the services; those without a record follow them, in the order of AnswerData.missing. */
  readonly at: number;
  /** From 0 to 1; above 1 where the question is nothing but its name. */
  readonly strength: number;
  /** The words of the question that name it, as positions. */
  readonly words: readonly number[];
  readonly why: string;
}

export interface Understanding {
  readonly query: string;
  readonly words: readonly string[];
  /** The surest first. */
  readonly services: readonly ServiceSense[];
  readonly layers: readonly Found<LayerSense>[];
  readonly intents: ReadonlySet<IntentId>;
  readonly default: NamedDefaultId | undefined;
  readonly party: 'customer' | 'aws' | undefined;
  /** The ids of options that words mean beside a service that has them. */
  readonly options: readonly Found<string>[];
  /** The pages of the course that words ask for, by their ids. */
  readonly course: readonly Found<string>[];
  /** Whether its words are of layers alone, such as "encryption at rest". */
  readonly onlyLayers: boolean;
}

export type Understand = (query: string) => Understanding;

/** In characters. A longer text is no question. */
const maxLength = 160;
/** How sure a purpose is at most: somebody who describes a service may mean another. */
const purposeStrength = 0.85;
/** A purpose of which less is told is another one. */
const leastPurpose = 0.45;
/** A purpose told in its own words is surer than a name within it. */
const exactPurpose = 1.1;
/** Beside a name a purpose must be told nearly whole. */
const clearPurpose = 0.8;
/** How far an ordinary word alone names a service: "backup", "batch". */
const ordinaryStrength = 0.3;
const plainStrength = 0.65;
/** At the beginning it is what the question is about. */
const plainFirstStrength = 0.9;
/** How much less a service is meant that helps another, or that is an option of it. */
const behind = 0.35;
/** In services. A purpose that more of them share tells none apart. */
const maxShared = 3;
const sure = 0.5;
/** A service named this surely is meant, and no other is guessed from what it is for. */
const sureName = 0.6;
/** How far a thing names the service that it belongs to. */
const belongsStrength = 0.6;
/** Words of questions, which descriptions of a purpose do not have. */
const sentenceWords = new Set('who whose is are does do responsible responsibility why when must should happens'.split(' '));

/**
 * Prepares names, purposes and thesaurus once for all questions, in steps.
 * @param read reads words that mean the same as one
 */
export function* understandInSteps(services: readonly AskedService[], data: AnswerData, read: ReadWords): Steps<Understand> {
  const terms = yield* termsInSteps(data.thesaurus);
  const ordinary = new Set(data.thesaurus.ordinary);
  const missing = data.missing.map(({ name, aliases }): Named => ({
    names: [...namesOfMissing(name), ...aliases],
    options: [],
    missing: true,
  }));
  const purposes = data.purposes.flatMap((list, at) => list.map((title) => ({ at, title })));
  yield;
  const byPurpose = yield* textIndexInSteps(
    purposes.map(({ title }) => ({ title, body: '' })),
    read,
  );
  const byService = yield* textIndexInSteps(
    data.purposes.map((list, at) => ({ title: '', body: [...list, ...(services[at]?.names ?? []), services[at]?.what ?? ''].join(' . ') })),
    read,
  );
  const written = new Set([...terms.words, ...purposes.flatMap(({ title }) => wordsOf(title))]);
  const known = (word: string): boolean =>
    withoutStopWords([word]).length === 0 ||
    written.has(word) ||
    // "patched" is a form of "patch"; "fargat" is no form of anything, though Fargate has the same stem.
    (stem(word) !== word && (terms.knows(stem(word)) || byPurpose.knows(stem(word)))) ||
    commonWords.has(word);
  const named: readonly Named[] = [...services, ...missing];
  const at = (index: number): Named | undefined => named[index];
  const index = yield* nameIndexInSteps(named, ordinary, known);
  const helping = new Map(data.thesaurus.helpers.flatMap(({ layer, services: ids }) => ids.map((id) => [servicePath(id), layer])));

  /** How far each service is what the question describes, and whether it is described in the words of a purpose. */
  const purposed = (query: string): Map<number, { readonly share: number; readonly exact: boolean }> => {
    const asked = askedStems(query, read);
    const found = byPurpose.find(query);
    // A word alone that many services are for means none of them.
    if (asked.length === 1 && new Set(found.map(({ at }) => purposes[at]?.at)).size > maxShared) return new Map();
    const one = new Map<number, { readonly share: number; readonly exact: boolean }>();
    for (const { at, cover } of found) {
      const purpose = purposes[at];
      if (!purpose) continue;
      const own = askedStems(purpose.title, read);
      const reverse = own.filter((word) => asked.includes(word)).length / Math.max(1, own.length);
      const share = cover * (0.75 + 0.25 * reverse);
      const exact = own.length > 1 && reverse === 1 && cover > 0.99;
      if (share > (one.get(purpose.at)?.share ?? 0)) one.set(purpose.at, { share, exact });
    }
    // One purpose says it best; all of them and the names together say it, too.
    const all = new Map(byService.find(query).map((match) => [match.at, match]));
    return new Map(
      [...new Set([...one.keys(), ...all.keys()])].flatMap((at) => {
        const { share = 0, exact = false } = one.get(at) ?? {};
        const { cover = 0, words = 0 } = all.get(at) ?? {};
        const both = Math.max(share, 0.5 * share + 0.45 * cover);
        // One word in common with "weather tomorrow" is chance.
        return both < leastPurpose || words < Math.min(2, asked.length) ? [] : [[at, { share: both, exact }] as const];
      }),
    );
  };

  return (query) => {
    const words = wordsOf(query.slice(0, maxLength));
    const stems = words.map(stem);
    const layers = terms.layers(stems);
    const intents = new Set(terms.intents(stems).map(({ value }) => value));
    const matches = index.find(words);
    const told = askedStems(query);
    const onlyLayers =
      told.length > 0 &&
      words.every((word, position) => !told.includes(stem(word)) || layers.some(({ from, to }) => position >= from && position < to));
    const telling = withoutStopWords(words).length > 0 ? withoutStopWords(words) : words;
    const whole = glued(telling);

    const senses = new Map<number, ServiceSense>();
    const take = (which: number, strength: number, positions: readonly number[], why: string): void => {
      const before = senses.get(which);
      if (!before || strength > before.strength)
        senses.set(which, { at: which, strength, words: [...new Set([...positions, ...(before?.words ?? [])])], why });
      else senses.set(which, { ...before, words: [...new Set([...before.words, ...positions])] });
    };
    for (const match of matches) {
      const span = words.slice(match.from, match.to);
      const text = span.join(' ');
      const all = match.kind === 'name' && (glued(withoutStopWords(span)) === whole || span.length === words.length);
      if (all) take(match.at, 2, positionsOf(match), `is named "${text}"`);
      else if (match.ordinary) {
        // "batch" says nothing but the service; "backup" may be the layer of another.
        const layered = at(match.at)?.missing === true || layers.some(({ from, to }) => from <= match.from && match.to <= to);
        take(
          match.at,
          layered ? ordinaryStrength : match.from === 0 ? plainFirstStrength : plainStrength,
          layered ? [] : positionsOf(match),
          `has the ordinary word "${text}" as a name`,
        );
      } else take(match.at, match.strength, positionsOf(match), `${match.kind} "${text}"`);
    }
    const byName = [...senses.values()].some(({ strength }) => strength >= sureName);
    if (!byName)
      for (const { value, from, to } of terms.services(stems)) {
        const at = services.findIndex(({ url }) => url === servicePath(value));
        if (at >= 0)
          take(at, belongsStrength + 0.02 * (to - from), range(from, to), `is what "${words.slice(from, to).join(' ')}" belongs to`);
      }
    const fully = matches.some(({ kind, strength }) => kind === 'name' && strength >= sureName);
    // A question in sentences asks about a layer; a purpose is told in a few words.
    const isSentence = words.some((word) => sentenceWords.has(word));
    // "sign container images" starts with an act, "s3 personal data" with the service that is meant.
    const startsWithName = matches.some(({ from, kind, ordinary: plain }) => from === 0 && (kind === 'name' || kind === 'part') && !plain);
    for (const [at, { share, exact }] of purposed(query)) {
      const why = `serves the purpose, ${share.toFixed(2)} of it`;
      if (exact && !(onlyLayers && told.length < 2)) take(at, exactPurpose, [], why);
      else if (!byName)
        take(at, purposeStrength * share * (isSentence || onlyLayers ? 0.65 : 1) * (telling.length < 2 ? 0.85 : 1), [], why);
      else if (!isSentence && !startsWithName && share >= (fully ? clearPurpose : sure + 0.1)) take(at, exactPurpose * share, [], why);
    }

    const ordered = [...senses.values()].map((sense) => {
      const first = Math.min(...sense.words, words.length);
      const helper = helping.has(services[sense.at]?.url ?? '');
      const others = [...senses.values()].filter((other) => other.at !== sense.at && other.strength >= sure && other.words.length > 0);
      const apart = others.filter((other) => !other.words.some((word) => sense.words.includes(word)));
      const isHelp = helper && sense.words.length > 0 && apart.some((other) => !helping.has(services[other.at]?.url ?? ''));
      const isOption = sense.words.length > 0 && apart.some((other) => isOptionOf(services[other.at], words, sense.words));
      const follows = sense.words.length > 0 && apart.length > 0 && aside.has(words[first - 1] ?? '');
      const left = intents.has('move') && apart.some((other) => Math.min(...other.words) > first);
      const strength =
        sense.strength - (isHelp ? behind : 0) - (isOption ? behind : 0) - (follows ? behind / 2 : 0) - (left ? behind : 0) - 0.005 * first;
      return { ...sense, strength };
    });
    ordered.sort((a, b) => b.strength - a.strength || shortness(services[a.at]) - shortness(services[b.at]));
    return {
      query,
      words,
      services: ordered,
      layers,
      intents,
      default: longestOf(terms.defaults(stems)),
      party: longestOf(terms.parties(stems)),
      options: terms.options(stems),
      course: terms.course(stems),
      onlyLayers,
    };
  };
}

/** The option of a service that the question names, and how it was told. */
export function optionSense(
  service: AskedService,
  { words, options, layers }: Understanding,
  named: readonly number[],
): string | undefined {
  if (service.options.length < 2) return undefined;
  const ofLayers = new Set(layers.filter(({ value }) => value.weight > 1).flatMap(positionsOf));
  const loose = words.filter((_, index) => !ofLayers.has(index)).join(' ');
  const byName = optionNamed(service, words.join(' '), loose);
  if (byName !== undefined) return byName;
  const meant = options.filter(({ value, from }) => !named.includes(from) && service.options.some(({ id }) => id === value));
  return longestOf(meant);
}

/**
 * How much the question is about each layer of a service, by its words beside the name; a helper such as KMS says its layer, too.
 * @param named the positions of the words that name the service
 */
export function layersBeside({ layers }: Understanding, named: readonly number[]): Map<LayerId, number> {
  // A name may say its layer: "network ACL rules" are about the network.
  return layerWeights(layers, ({ from, to }) => (range(from, to).every((index) => named.includes(index)) ? ofNames : 1));
}

/** What a word says for a layer when it stands in the name of the service. */
const ofNames = 0.35;

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);
const positionsOf = ({ from, to }: Pick<NameMatch, 'from' | 'to'>): number[] => range(from, to);

function longestOf<T>(found: readonly Found<T>[]): T | undefined {
  return [...found].sort((a, b) => b.to - b.from - (a.to - a.from))[0]?.value;
}

/** Whether the words that name a service name an option of another: "EC2" in "ECS on EC2". */
function isOptionOf(service: AskedService | undefined, words: readonly string[], named: readonly number[]): boolean {
  if (!service || service.options.length < 2) return false;
  const others = words.filter((_, index) => !named.includes(index)).join(' ');
  const option = optionNamed(service, words.join(' '));
  return option !== undefined && option !== optionNamed(service, others);
}

const shortness = (service: AskedService | undefined): number => service?.short.length ?? 99;

/** Words before a service that is only used by the one asked about. */
const aside = new Set(['with', 'using', 'via', 'through', 'behind', 'by']);

/** "Amazon Managed Workflows for Apache Airflow" and what is left of it without its vendor. */
const namesOfMissing = (name: string): string[] => {
  const [, outside = name, inside] = /^([^(]*)\(([^)]*)\)/u.exec(name) ?? [];
  return [name, outside.trim(), ...(inside === undefined ? [] : [inside])];
};

/** Frequent words that a typo of a name may look like. */
const commonWords = new Set(
  'about after again agent also always another before being below between both cause change clean clear could during each every exactly first free full give great happen instead keep large last least less level like list long look made make many mean might more most much must name never next nothing other over place plain point possible question real right same second seem share show since small some still such take task tell than think three through today type until use used using very want well whole whose within without word work world would year'.split(
    ' ',
  ),
);
