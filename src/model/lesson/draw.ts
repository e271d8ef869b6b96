// Which questions the final check asks. Browsers load this, and not what makes the questions.
import { readKeys } from '../address.ts';
import { shuffle } from '../random.ts';

/** How many questions the final check asks, and how many right answers pass it. */
export const finalCheck = { asked: 15, pass: 12 } as const;

/**
 * The ids of the questions a draw asks: at least one of each lesson, the rest from all, in the order given.
 * @param seed any whole number; the same seed draws the same questions
 */
export function drawQuestions(
  questions: readonly { readonly id: string; readonly lesson: string }[],
  seed: number,
  count: number = finalCheck.asked,
): string[] {
  const shuffled = shuffle(questions, seed);
  const first = shuffled.filter((question, index) => shuffled.findIndex(({ lesson }) => lesson === question.lesson) === index);
  // A set keeps the first place of each.
  const chosen = new Set([...new Set([...first, ...shuffled].map(({ id }) => id))].slice(0, count));
  return questions.map(({ id }) => id).filter((id) => chosen.has(id));
}

/** Reads the seed from an address of the final check; undefined where it names none. */
export function parseDraw(search: string): number | undefined {
  const seed = Number(readKeys(search, ['draw']).given.get('draw'));
  return Number.isInteger(seed) && seed > 0 && seed < 1_000_000 ? seed : undefined;
}

/** The reverse of {@link parseDraw}. */
export const formatDraw = (seed: number): string => `?draw=${seed}`;
