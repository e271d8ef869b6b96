// How long a page of the guide takes to read, with the cases and questions placed in it.
import readingTime from 'reading-time';
import { getCases, getQuestions } from './load.ts';

/** Adults reading English silently, on average over 190 studies: https://doi.org/10.1016/j.jml.2019.104047 */
const wordsPerMinute = 238;

/** Whole minutes for an MDX source, at least one. */
export function minutesOf(source: string): number {
  const cases = getCases();
  const questions = getQuestions();
  const prose = source
    .replaceAll(/^import .*$/gmu, '')
    .replaceAll(/<Case id="([^"]+)" \/>/gu, (_, id: string) => {
      const story = cases.find((each) => each.id === id);
      return story ? `${story.happened} ${story.whose} ${story.prevent}` : '';
    })
    .replaceAll(/<Checks lesson="([^"]+)" \/>/gu, (_, lesson: string) =>
      questions
        .filter((each) => each.lesson === lesson && each.pool === 'lesson')
        // The reason is read after each answer.
        .map((each) => [each.text, each.reason, ...each.answers.map(({ text, why }) => `${text} ${why}`)].join(' '))
        .join(' '),
    )
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/\]\([^)]*\)/gu, ']');
  return Math.max(1, Math.ceil(readingTime(prose, { wordsPerMinute }).minutes));
}
