// Answers questions from the data of the answers. A file of its own, so that a service by its name waits for none of it.
import { drawAnswer } from '../../drawings/answer.ts';
import type { AnswerFile } from '../../model/search/answer-data.ts';
import { normalize } from '../../model/normalize.ts';
import { savesData } from '../../model/saves-data.ts';
import { splitsOf } from '../../model/search/every.ts';
import { answersInSteps } from '../../model/search/rank.ts';
import type { Answer } from '../../model/search/rank.ts';
import type { Steps } from '../../model/steps.ts';
import { cellAnswer, outlineOf, outlineService } from '../../scenes/answer.ts';
import type { AnswerContext, AnswerScene } from '../../scenes/answer.ts';
import { answerResults, popularResults, printedResults, sampleResults } from '../../scenes/answer-result.ts';
import { otherAnswer } from '../../scenes/other-answer.ts';
import type { Result } from '../../scenes/result.ts';
import { wholeCard } from './card.ts';
import type { Answering, Best, CardDue, Cards, Names } from './found.ts';
import type { ServiceSearch } from './services.ts';

/** Below this an answer is a guess: it stands among the results, not above them. */
const leastOfCard = 0.5;

const cards: Cards = { draw: drawAnswer, whole: wholeCard };

/** Prepares the answers once for all questions, in steps: it takes a phone a third of a second. */
export function* answeringInSteps(file: AnswerFile, { search, data }: Names): Steps<Answering> {
  const { layers, services } = data;
  // What a retired service did is no answer to what somebody wants to do.
  const asked = services.map((entry, at) => ({ ...entry, what: file.data.options[at]?.length === 0 ? '' : entry.what }));
  const answersTo = yield* answersInSteps({ services: asked, layers, data: file.data, texts: file.texts, evidence: undefined });
  yield;
  const splits = splitsOf(file.data);
  const find = (query: string): Best => {
    const context: AnswerContext = { query, entries: services, layers, file, splits };
    const { answers } = answersTo(query);
    const [first] = answers;
    const results = answerResults(answers, context);
    const beside = first?.kind === 'service' ? besideName(context, results, search) : [];
    const { card, due } = cardOf(answers, context);
    return {
      best: [...(card && first?.kind !== 'missing' ? results.slice(1) : results), ...beside],
      card: card ?? null,
      cards,
      due,
      suggested: answers.length === 0 ? search.suggest(query) : [],
      missing: [],
    };
  };
  const start = { popular: popularResults({ file, entries: services }), samples: sampleResults(file.samples) };
  return { find, start, savesData: savesData(navigator) };
}

/** The card of the first answer, and what loads the rest of it. */
function cardOf(answers: readonly Answer[], context: AnswerContext): { readonly card?: AnswerScene | undefined; readonly due?: CardDue } {
  const [first] = answers;
  if (!first || (first.score < leastOfCard && first.kind !== 'missing')) return {};
  const outline = outlineOf(first, context);
  const service = outlineService(first, context);
  if (!outline || !service) return { card: otherAnswer(answers, context) };
  const { title, href, option } = first;
  return { card: cellAnswer(outline, title, href, 'loading'), due: { service, outline, option, title, href, names: context.file.names } };
}

/** Services of whose names the query is a part, beside the one that it names: Aurora DSQL below Aurora. */
function besideName(context: AnswerContext, found: readonly Result[], search: ServiceSearch): Result[] {
  const text = normalize(context.query);
  const hits = search.find(context.query).filter(({ entry }) => entry?.names.some((name) => normalize(name).includes(text)));
  return printedResults(hits, context).filter(({ href }) => !found.some((result) => result.href === href));
}
