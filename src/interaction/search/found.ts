// What a search has found so far, and what an answer still waits for.
import type { AnswerCard, CardNames, OutlineService } from '../../model/search/card.ts';
import type { ServiceSearchData } from '../../model/search/question.ts';
import type { AnswerScene } from '../../scenes/answer.ts';
import type { Answers } from '../../scenes/results.ts';
import type { ServiceSearch } from './services.ts';

/** An answer whose cells are still to be loaded. */
export interface CardDue {
  readonly service: OutlineService;
  /** What is known of it already. */
  readonly outline: AnswerCard;
  /** The id of the way to run it that the question names; undefined where it names none. */
  readonly option: string | undefined;
  readonly title: string;
  readonly href: string;
  readonly names: CardNames;
}

/** What shows cards: it comes with the answers. */
export interface Cards {
  /** Draws a card into its box, or takes it away. */
  readonly draw: (box: Element, card: AnswerScene | undefined) => void;
  /** Loads the rest of a card. */
  readonly whole: (due: CardDue) => Promise<AnswerScene>;
}

/** Answers with what the card still waits for. */
export interface Found extends Answers {
  readonly due?: CardDue | undefined;
  /** Left out until the answers are loaded, before which there is no card. */
  readonly cards?: Cards | undefined;
}

/** What answers a question best, or why that is not known. */
export type Best = Pick<Found, 'best' | 'card' | 'cards' | 'due' | 'suggested' | 'missing'>;

export interface Names {
  readonly search: ServiceSearch;
  readonly data: ServiceSearchData;
  /** Of what counts in their order. */
  readonly revision?: string | undefined;
}

/** Answers questions, once all that it needs is here. */
export interface Answering {
  /** Returns the answers to a question; none where no answer is good. */
  readonly find: (query: string) => Best;
  /** What the empty dialog offers besides what was opened. */
  readonly start: Pick<Answers, 'popular' | 'samples'>;
  /** Whether the reader asked for less traffic. It is read here, as only what comes late needs it. */
  readonly savesData: boolean;
}
