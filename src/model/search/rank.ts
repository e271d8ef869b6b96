// Ranks what the site can answer to a question: a layer of a service, a service, all services under a filter, a text, or that none is there.
import { compareHref } from '../address.ts';
import type { LayerId } from '../vocabulary.ts';
import { atOnce } from '../steps.ts';
import type { Steps } from '../steps.ts';
import { servicePath } from '../vocabulary.ts';
import type { AnswerData, AnswerText } from './answer-data.ts';
import type { Evidence } from './evidence.ts';
import { everyService, layerOfAll, splitsOf } from './every.ts';
import type { Wanted } from './every.ts';
import { isStrange } from './strange.ts';
import { makeReader, textIndexInSteps } from './texts.ts';
import { withoutFraming, wordingsInSteps } from './wordings.ts';
import { layersBeside, optionSense, understandInSteps } from './understand.ts';
import type { AskedService, ServiceSense, Understanding } from './understand.ts';

/** What the site answers. */
export interface Answer {
  readonly kind: 'cell' | 'service' | 'missing' | 'every-service' | 'comparison' | AnswerText['kind'];
  readonly href: string;
  readonly title: string;
  /** The index of the service; undefined where the answer is about none. */
  readonly at: number | undefined;
  /** An id; undefined where the question names none. */
  readonly option: string | undefined;
  readonly layer: LayerId | undefined;
  /** What an answer over all services tells them by; undefined for the others. */
  readonly wanted: Wanted | undefined;
  /** The indexes of the services that an answer over all services lists, or that a comparison compares. */
  readonly which: readonly number[];
  readonly score: number;
  /** What spoke for it, in words, for whoever asks why. */
  readonly why: readonly string[];
}

export interface AnswerParts {
  readonly services: readonly AskedService[];
  /** The name of each layer. */
  readonly layers: Readonly<Record<LayerId, string>>;
  readonly data: AnswerData;
  readonly texts: readonly AnswerText[];
  /** What the cells say; undefined until it is loaded. */
  readonly evidence: Evidence | undefined;
}

/** An answer about no service. */
const bare = { at: undefined, option: undefined, layer: undefined, wanted: undefined, which: [] } as const;

/** Which evidence counts; both do, and the judge holds them against each other. */
export interface Reading {
  readonly thesaurus: boolean;
  readonly evidence: boolean;
}
export const fullReading: Reading = { thesaurus: true, evidence: true };

const maxAnswers = 8;
/** Below this an answer would be a stranger's. */
const least = 0.3;
/** A layer that the service does not have is rarely meant. */
const absent = 0.3;
/** What the texts of the cells weigh beside the thesaurus, whose surest word weighs 3. */
const evidenceWeight = 0.9;
const surest = 3;
/** A layer below this weight is not what the question is about. */
const leastLayer = 0.9;
const helperWeight = 2;
/** With an answer this sure, layers of all services are strangers. */
const sureScore = 0.6;
const sureName = 0.5;
const surelyNamed = 0.7;
/** Who asks for services wants a list, and who tells what a service is for wants the service. */
const besideList = 0.15;
/** A question that is nothing but a name scores more. */
const wholeScore = 1.3;
/** The question is nothing but a name, or a purpose in its own words: its words are of no layer. */
const wholeSense = 1.05;
/** A text that has less of the question is about something else. */
const leastCover = 0.45;
/** A question of which less was asked before is another one. */
const leastNear = 0.4;

/** How sure an answer is by the words of its question, and by all its words. */
const wordedScore = (near: number, cover: number): number => (near < leastNear ? 0 : 0.25 + 0.6 * near + 0.1 * cover);

/** Answers a question, the best answers first. */
export type AnswersTo = (query: string) => { readonly question: Understanding; readonly answers: readonly Answer[] };

/** Returns the function that answers questions. Everything is prepared here, once. */
export const makeAnswers = (parts: AnswerParts, reading = fullReading): AnswersTo => atOnce(answersInSteps(parts, reading));

/** The same in steps. */
export function* answersInSteps(
  { services, layers: layerNames, data, texts, evidence }: AnswerParts,
  reading: Reading = fullReading,
): Steps<AnswersTo> {
  const read = makeReader(data.thesaurus.same);
  yield;
  const understand = yield* understandInSteps(services, data, read);
  const byText = yield* textIndexInSteps(
    texts.map(({ title, text }) => ({ title, body: text })),
    read,
  );
  const byWording = yield* wordingsInSteps(
    texts.map(({ title, also = [] }) => ({ wordings: [title, ...also] })),
    read,
  );
  const splits = splitsOf(data);
  const knows = (word: string): boolean => byText.knows(word) || evidence?.knows(word) === true;
  const helpers = new Map(data.thesaurus.helpers.flatMap(({ layer, services: ids }) => ids.map((id) => [servicePath(id), layer])));

  /** The layer of a service that the question is about, with its weight; undefined where it is about none. */
  const layerOf = (
    sense: ServiceSense,
    option: string | undefined,
    question: Understanding,
  ): { layer: LayerId; why: string } | undefined => {
    const weights = reading.thesaurus ? layersBeside(question, sense.words) : new Map<LayerId, number>();
    const split = splits[sense.at]?.find(({ id }) => id === option) ?? splits[sense.at]?.[0];
    if (reading.thesaurus) {
      for (const other of question.services) {
        const layer = helpers.get(services[other.at]?.url ?? '');
        const said = question.layers.some(
          (term) => term.value.layer === layer && other.words.some((word) => word >= term.from && word < term.to),
        );
        const apart = !said && other.words.length > 0 && !other.words.some((word) => sense.words.includes(word));
        if (layer !== undefined && apart && other.at !== sense.at) weights.set(layer, (weights.get(layer) ?? 0) + helperWeight);
      }
    }
    const beside = question.words.filter((_, index) => !sense.words.includes(index)).join(' ');
    const said = reading.evidence && beside !== '' ? evidence?.of(sense.at, beside) : undefined;
    for (const [layer, share] of said ?? []) {
      // Where the thesaurus is silent, a word of a detail alone says too little.
      if (reading.thesaurus && !weights.has(layer) && share < 0.5) continue;
      weights.set(layer, (weights.get(layer) ?? 0) + (reading.thesaurus ? evidenceWeight : surest) * share);
    }
    const ranked = [...weights]
      .map(([layer, weight]) => ({ layer, weight: weight * (split?.parties[layer] === 'none' ? absent : 1) }))
      .sort((a, b) => b.weight - a.weight);
    const [best] = ranked;
    const outside = question.layers.some(({ from, to }) => !sense.words.includes(from) || !sense.words.includes(to - 1));
    if (!best || best.weight < (outside ? leastLayer : 1.4 * leastLayer)) return undefined;
    return {
      layer: best.layer,
      why: ranked
        .slice(0, 3)
        .map(({ layer, weight }) => `${layer} ${weight.toFixed(1)}`)
        .join(', '),
    };
  };

  const serviceAnswer = (sense: ServiceSense, question: Understanding): Answer => {
    const service = services[sense.at];
    if (!service) return missingAnswer(sense);
    const option = optionSense(service, question, sense.words);
    const whole = sense.strength > wholeSense;
    const found = whole ? undefined : layerOf(sense, option, question);
    const named = service.options.find(({ id }) => id === option);
    const isFirst = service.options[0]?.id === option;
    const parts = [
      ...(named === undefined || isFirst ? [] : [`option=${named.id}`]),
      ...(found === undefined ? [] : [`layer=${found.layer}`]),
    ];
    return {
      ...bare,
      kind: found === undefined ? 'service' : 'cell',
      href: parts.length === 0 ? service.url : `${service.url}?${parts.join('&')}`,
      title: `${service.short}${named === undefined ? '' : `, ${named.name}`}${found === undefined ? '' : `: ${layerNames[found.layer]}`}`,
      at: sense.at,
      option,
      layer: found?.layer,
      score: sense.strength * 0.9 + (found === undefined && !whole ? 0 : 0.1),
      why: [sense.why, ...(found === undefined ? [] : [found.why])],
    };
  };

  const missingAnswer = (sense: ServiceSense): Answer => {
    const gap = data.missing[sense.at - services.length];
    return {
      ...bare,
      kind: 'missing',
      href: '',
      title: `${gap?.name ?? ''} is not covered yet`,
      at: sense.at,
      score: sense.strength * 0.9,
      why: [sense.why],
    };
  };

  const everyAnswer = (question: Understanding, asked: boolean): Answer | undefined => {
    const every = everyService(question, asked, splits);
    if (!every) return undefined;
    const { wanted, href, weight, which } = every;
    const { layer, default: holds, party } = wanted;
    return {
      ...bare,
      kind: 'every-service',
      href,
      title: `${layer === undefined ? 'Any layer' : layerNames[layer]}, every service`,
      layer,
      wanted,
      which,
      score: (asked ? 0.62 : question.onlyLayers ? 0.5 : 0.32) + Math.min(0.12, weight * 0.03) + (holds === undefined ? 0 : 0.06),
      why: [`layer ${layer ?? 'none'} ${weight.toFixed(1)}`, `default ${holds ?? 'none'}`, `party ${party ?? 'none'}`],
    };
  };

  /** How surely the words of the thesaurus ask for a page of the course: the more of them, the surer. */
  const courseShares = ({ course }: Understanding): Map<string, number> => {
    const sums = new Map<string, number>();
    for (const { value, from, to } of course) sums.set(value, (sums.get(value) ?? 0) + to - from);
    return new Map([...sums].map(([page, words]) => [page, Math.min(1, 0.4 + 0.2 * words)]));
  };

  const textAnswers = (question: Understanding): Answer[] => {
    const pages = courseShares(question);
    const model = question.intents.has('model') ? 0.08 : 0;
    // A section that has the name of a service is no rival of the service.
    const besideFrom = (least: number): number =>
      question.services.some(({ words, strength }) => words.length > 0 && strength >= least) ? 0.2 : 0;
    const beside = besideFrom(sureName);
    // What only belongs to a service, an "instance", stands in many a question about the model.
    const serves = question.services.some(({ words, strength }) => words.length === 0 && strength >= sureName);
    const besideWorded = Math.max(besideFrom(surelyNamed), serves || question.intents.has('every-service') ? besideList : 0);
    const found = new Map(byText.find(question.query).map((match) => [match.at, match]));
    const near = byWording(question.query, !question.services.some(({ words }) => words.length > 0));
    return texts
      .map((text, at): Answer => {
        const { cover = 0, titleCover = 0, score = 0 } = found.get(at) ?? {};
        const asked = text.page === undefined ? 0 : (pages.get(text.page) ?? 0);
        const covered = cover < leastCover ? 0 : 0.4 * cover + 0.2 * titleCover;
        const worded = wordedScore(near.get(at) ?? 0, cover);
        return {
          ...bare,
          kind: text.kind,
          href: text.href,
          title: text.title,
          score:
            Math.max(covered - beside, 0.62 * asked + 0.1 * cover - beside, worded - besideWorded) + model + Math.min(0.05, score / 400),
          why: [
            `${(near.get(at) ?? 0).toFixed(2)} asked before, ${cover.toFixed(2)} of the words, ${titleCover.toFixed(2)} in the title, BM25F ${score.toFixed(1)}, course ${asked.toFixed(1)}`,
          ],
        };
      })
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score)
      .slice(0, 6);
  };

  const comparison = (question: Understanding): Answer[] => {
    if (!question.intents.has('comparison')) return [];
    const sides = question.services.filter(({ at, strength, words }) => services[at] !== undefined && strength >= 0.5 && words.length > 0);
    const apart = sides.filter(
      (side, index) => !sides.slice(0, index).some((other) => other.words.some((word) => side.words.includes(word))),
    );
    if (apart.length < 2) return [];
    const shown = apart.slice(0, 4).sort((a, b) => Math.min(...a.words) - Math.min(...b.words));
    const refs = shown.map(({ at }) => ({ service: services[at]?.url.split('/').at(-2) ?? '', option: undefined }));
    return [
      {
        ...bare,
        kind: 'comparison',
        href: compareHref(refs),
        title: shown.map(({ at }) => services[at]?.short ?? '').join(' against '),
        layer: layerOfAll(question)?.layer,
        which: shown.map(({ at }) => at),
        score: 1.2,
        why: ['two services and a word of comparison'],
      },
    ];
  };

  return (query) => {
    const question = understand(withoutFraming(query, data.thesaurus.framing));
    const asked = question.intents.has('every-service');
    const every = everyAnswer(question, asked);
    const named = question.services.filter(({ strength }) => strength >= least).map((sense) => serviceAnswer(sense, question));
    const sure = named.some(({ score }) => score >= sureScore);
    const needed = isStrange(question, knows) ? sureScore : least;
    const told = textAnswers(question);
    // An answer is more than to be told that a service, which its question happens to name, is not covered.
    const [best = 0] = told.map(({ kind, score }) => (kind === 'question' ? score : 0));
    const known =
      best < sureScore
        ? named
        : named.map((each) =>
            each.kind === 'missing' && each.score < wholeScore ? { ...each, score: Math.min(each.score, best - 0.01) } : each,
          );
    const answers = [...comparison(question), ...known, ...(every && (asked || !sure) ? [every] : []), ...told]
      .filter(({ score, kind }) => score >= (sure && kind !== 'service' && kind !== 'cell' ? 1.3 : 1) * needed)
      .sort((a, b) => b.score - a.score);
    const seen = new Set<string>();
    const once = answers.filter(({ href, title }) => !seen.has(href + title) && seen.add(href + title));
    return { question, answers: once.slice(0, maxAnswers) };
  };
}
