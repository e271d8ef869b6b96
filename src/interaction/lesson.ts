// The reader's progress, which stays in this browser, and the checks that it counts.
import './check.ts';
import './ticks.ts';
import { canKeep, onProgress, readProgress } from './progress.ts';
import { countLesson, isDone, lessonsDone } from '../model/lesson/progress.ts';
import type { LessonChecks } from '../model/lesson/progress.ts';

class TideProgress extends HTMLElement {
  private stop = (): void => undefined;

  connectedCallback(): void {
    this.stop = onProgress(() => {
      this.show();
    });
    this.show();
    this.dataset['live'] = '';
  }

  disconnectedCallback(): void {
    this.stop();
  }

  private show(): void {
    const lessons: unknown = JSON.parse(this.dataset['lessons'] ?? '[]');
    if (!isLessons(lessons)) return;
    const progress = readProgress();
    const done = lessonsDone(progress, lessons);
    this.querySelector('progress')?.setAttribute('value', String(done));
    write(
      this,
      '[data-done]',
      canKeep()
        ? `${done} of ${lessons.length} lessons done`
        : 'Your progress is not saved here: the storage of this browser is blocked or full.',
    );
    for (const lesson of lessons) {
      const { right, first, of } = countLesson(progress, lesson);
      const state = right === of ? ' · done' : right > 0 ? ` · ${right} of ${of} checks right` : '';
      write(this, `[data-lesson="${lesson.id}"] [data-state]`, state);
      write(this, `[data-row="${lesson.id}"] [data-right]`, `${right} of ${of}`);
      write(this, `[data-row="${lesson.id}"] [data-first]`, String(first));
    }
    const next = this.querySelector<HTMLElement>('[data-next]');
    if (next) {
      const here = lessons.find(({ id }) => id === next.dataset['next']);
      next.hidden = !here || !isDone(progress, here);
    }
  }
}

export function write(root: Element, selector: string, text: string): void {
  const element = root.querySelector(selector);
  if (element && element.textContent !== text) element.textContent = text;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isLessons(value: unknown): value is LessonChecks[] {
  return Array.isArray(value) && value.every((each) => isRecord(each) && typeof each['id'] === 'string' && Array.isArray(each['checks']));
}

customElements.define('tide-progress', TideProgress);
