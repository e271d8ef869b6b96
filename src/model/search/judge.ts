// Measures how well questions are answered: the right place first, among three, the right layer, and the mean reciprocal rank.
import { isLayerId } from '../vocabulary.ts';
import type { LayerId } from '../vocabulary.ts';
import type { Answer, AnswerParts } from './rank.ts';

/** A real question with what answers it. */
export interface JudgedQuestion {
  readonly q: string;
  /** Where it was asked: exam, forum, issue, blog; or what it is. */
  readonly kind: string;
  /** Ids of services, each of which answers it; empty for a question about no service. */
  readonly services: readonly string[];
  readonly option?: string;
  readonly layer?: LayerId;
  /** Further layers that answer it. */
  readonly also?: readonly LayerId[];
  /** Paths of pages that answer it; one with "#" means that place of the page alone. */
  readonly pages?: readonly string[];
}

/** An answer as the judge sees it. */
export interface JudgedAnswer {
  /** The id of its service, with or without a record; undefined for none. */
  readonly service: string | undefined;
  /** Whether that service has no record, so that no layer can be answered. */
  readonly missing: boolean;
  readonly option: string | undefined;
  readonly layer: LayerId | undefined;
  readonly href: string;
}

export interface Verdict {
  readonly question: JudgedQuestion;
  /** The rank of the first answer that leads to the right place, from 1; 0 if none does. */
  readonly rank: number;
  /** Undefined where the question asks about no layer. */
  readonly layerRight: boolean | undefined;
  readonly optionRight: boolean | undefined;
  readonly first: string;
}

export interface Measures {
  readonly kind: string;
  readonly count: number;
  /** Shares from 0 to 1. */
  readonly first: number;
  readonly three: number;
  readonly layer: number | undefined;
  readonly option: number | undefined;
  readonly reciprocal: number;
}

/** A question about no service is conceptual: a page of the course, or a layer of all services, answers it. */
export const isConceptual = ({ services }: JudgedQuestion): boolean => services.length === 0;

/**
 * Cuts questions in two halves that hold the kinds alike, the same at every call: one to tune on, one to test on.
 * Every other question of a kind goes to the second.
 */
export function halves(questions: readonly JudgedQuestion[]): { readonly tune: JudgedQuestion[]; readonly test: JudgedQuestion[] } {
  const seen = new Map<string, number>();
  const tune: JudgedQuestion[] = [];
  const test: JudgedQuestion[] = [];
  for (const question of questions) {
    const kind = `${question.kind} ${isConceptual(question) ? 'model' : 'service'}`;
    const count = seen.get(kind) ?? 0;
    seen.set(kind, count + 1);
    (count % 2 === 0 ? tune : test).push(question);
  }
  return { tune, test };
}

/** Returns whether answers lead to the right place, and how soon. */
export function judge(question: JudgedQuestion, answers: readonly JudgedAnswer[]): Verdict {
  const layers = [...(question.layer === undefined ? [] : [question.layer]), ...(question.also ?? [])];
  const leads = ({ service, layer, href }: JudgedAnswer): boolean => {
    if (service !== undefined) return question.services.includes(service);
    if ((question.pages ?? []).some((page) => (page.includes('#') ? href : href.split(/[?#]/u)[0]) === page)) return true;
    return isConceptual(question) && layer !== undefined && layers.includes(layer);
  };
  const [top] = answers;
  const ofService = top?.service !== undefined && leads(top);
  // What is not covered is answered in full by saying so.
  const saidMissing = ofService && top.missing;
  return {
    question,
    rank: answers.findIndex(leads) + 1,
    layerRight:
      layers.length === 0 || isConceptual(question) || saidMissing
        ? undefined
        : ofService && top.layer !== undefined && layers.includes(top.layer),
    optionRight:
      question.option === undefined || saidMissing ? undefined : ofService && (top.option ?? question.option) === question.option,
    first: top?.href ?? 'nothing',
  };
}

/** Returns the measures of each kind, then of service questions, conceptual ones, and all. */
export function measure(verdicts: readonly Verdict[]): Measures[] {
  const of = (kind: string, some: readonly Verdict[]): Measures[] => (some.length === 0 ? [] : [measuresOf(kind, some)]);
  const kinds = [...new Set(verdicts.map(({ question }) => question.kind))].sort();
  return [
    ...kinds.flatMap((kind) =>
      of(
        kind,
        verdicts.filter(({ question }) => question.kind === kind),
      ),
    ),
    ...of(
      'about a service',
      verdicts.filter(({ question }) => !isConceptual(question)),
    ),
    ...of(
      'about the model',
      verdicts.filter(({ question }) => isConceptual(question)),
    ),
    ...of('all', verdicts),
  ];
}

function measuresOf(kind: string, verdicts: readonly Verdict[]): Measures {
  const share = (some: readonly Verdict[], right: (verdict: Verdict) => boolean): number =>
    some.filter(right).length / Math.max(1, some.length);
  const shareOf = (said: (verdict: Verdict) => boolean | undefined): number | undefined => {
    const some = verdicts.filter((each) => said(each) !== undefined);
    return some.length === 0 ? undefined : share(some, (each) => said(each) === true);
  };
  return {
    kind,
    count: verdicts.length,
    first: share(verdicts, ({ rank }) => rank === 1),
    three: share(verdicts, ({ rank }) => rank >= 1 && rank <= 3),
    layer: shareOf(({ layerRight }) => layerRight),
    option: shareOf(({ optionRight }) => optionRight),
    reciprocal: verdicts.reduce((sum, { rank }) => sum + (rank === 0 ? 0 : 1 / rank), 0) / verdicts.length,
  };
}

/**
 * Reads questions, one JSON object a line.
 * @throws Error that names the line and the field that is wrong
 */
export function parseQuestions(text: string): JudgedQuestion[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const fail = (what: string): Error => new Error(`line ${index + 1}: ${what}`);
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw fail('no JSON: write one object a line');
    }
    const field = (name: string): unknown =>
      typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
    const text = (name: string): string | undefined => {
      const found = field(name);
      if (found !== undefined && typeof found !== 'string') throw fail(`${name} is no text`);
      return found;
    };
    const list = (name: string): string[] => {
      const found = field(name) ?? [];
      if (!Array.isArray(found)) throw fail(`${name} is no list`);
      return found.map((each) => {
        if (typeof each !== 'string') throw fail(`${name} holds something other than text`);
        return each;
      });
    };
    const layerOf = (name: string, id: string): LayerId => {
      if (!isLayerId(id)) throw fail(`${name} is no layer: "${id}"`);
      return id;
    };
    const q = text('q');
    if (q === undefined) throw fail('no field q, the question');
    const layer = text('layer');
    const option = text('option');
    return [
      {
        q,
        kind: text('kind') ?? 'other',
        services: list('services'),
        also: list('also').map((id) => layerOf('also', id)),
        pages: list('pages'),
        ...(layer === undefined ? {} : { layer: layerOf('layer', layer) }),
        ...(option === undefined ? {} : { option }),
      },
    ];
  });
}

/** Answers as the judge sees them. */
export function judgedAnswers(answers: readonly Answer[], { services, data }: Pick<AnswerParts, 'services' | 'data'>): JudgedAnswer[] {
  const idOf = (at: number): string | undefined => services[at]?.url.split('/').at(-2) ?? data.missing[at - services.length]?.id;
  return answers.map(({ kind, at, option, layer, href }) => ({
    service: at === undefined ? undefined : idOf(at),
    missing: kind === 'missing',
    option,
    layer,
    href,
  }));
}
