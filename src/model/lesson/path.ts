// The path of lessons: each has a place of its own, from 1 on, and none is left out.
import type { Problem } from '../problem.ts';

/** Every page whose place on the path is taken, or leaves a gap before it. */
export function assertPath(pages: readonly { readonly id: string; readonly lesson: number | undefined }[]): Problem[] {
  const lessons = pages.flatMap(({ id, lesson }) => (lesson === undefined ? [] : [{ id, lesson }]));
  const places = lessons.map(({ lesson }) => lesson);
  return lessons.flatMap(({ id, lesson }, index) => {
    const at = { file: `content/guide/${id}.mdx`, field: 'lesson', found: String(lesson) };
    const first = places.indexOf(lesson);
    if (first < index)
      return [
        { ...at, found: `${lesson}, the place of ${lessons[first]?.id ?? ''}`, remedy: 'give each lesson a place of its own on the path' },
      ];
    return lesson > 1 && !places.includes(lesson - 1)
      ? [{ ...at, remedy: `number the lessons without a gap: there is no lesson ${lesson - 1}` }]
      : [];
  });
}
