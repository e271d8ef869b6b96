// Leads the front page's way into the course to the lesson where the reader stopped.
import { nextLesson } from '../model/lesson/progress.ts';
import { root } from '../model/root.ts';
import { readProgress } from './progress.ts';

/** Sets label and address of the way into the course; both stay as they are where the reader has answered nothing, or finished. */
export function continueCourse(): void {
  const door = document.querySelector<HTMLAnchorElement>('[data-path]');
  // Each lesson as its id and those of its checks.
  const lessons = (door?.dataset['path'] ?? '').split(';').map((lesson) => {
    const [id = '', ...checks] = lesson.split(' ');
    return { id, checks };
  });
  const number = nextLesson(readProgress(), lessons);
  if (door && number !== undefined) {
    door.href = `${root}/guide/${lessons[number - 1]?.id ?? ''}/`;
    const label = door.querySelector('strong');
    if (label) label.textContent = `Continue lesson ${number}`;
  }
}
