// Loads the rest of an answer: phrases, first sentence and sources, from the data file of its service.
import { answerCard } from '../../model/search/card.ts';
import { cellAnswer } from '../../scenes/answer.ts';
import type { AnswerScene } from '../../scenes/answer.ts';
import { fetchSplit } from '../fetch-split.ts';
import type { CardDue } from './found.ts';

/** Returns the whole card. Never throws: what could not be loaded is said on the card. */
export async function wholeCard({ service, outline, option, title, href, names }: CardDue): Promise<AnswerScene> {
  try {
    const options = await Promise.all(service.options.map(async ({ id, name }) => ({ id, name, cells: await fetchSplit(service.id, id) })));
    return cellAnswer(answerCard({ ...service, options }, outline.layer, option, names), title, href, 'loaded');
  } catch {
    return cellAnswer(outline, title, href, 'lost');
  }
}
