// The path: its lessons in order, each with its checks.
import { getCollection } from 'astro:content';
import { getQuestions } from './load.ts';
import { minutesOf } from './reading-time.ts';

export interface Lesson {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly description: string;
  readonly href: string;
  readonly minutes: number;
  readonly checks: readonly string[];
}

export async function getLessons(): Promise<Lesson[]> {
  const pages = await getCollection('docs');
  const questions = getQuestions();
  return pages
    .flatMap(({ id, data, body }) => {
      if (data.lesson === undefined) return [];
      const lesson = id.replace(/^guide\//u, '');
      return [
        {
          id: lesson,
          number: data.lesson,
          title: data.title,
          description: data.description ?? '',
          href: `/${id}/`,
          minutes: minutesOf(body ?? ''),
          checks: questions.filter((each) => each.lesson === lesson && each.pool === 'lesson').map((each) => each.id),
        },
      ];
    })
    .sort((a, b) => a.number - b.number);
}
