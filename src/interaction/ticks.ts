// Marks what the reader has finished in the side list of the course, from the progress that this browser keeps.
import { isDone } from '../model/lesson/progress.ts';
import { onProgress, readProgress } from './progress.ts';

function show(): void {
  const progress = readProgress();
  for (const link of document.querySelectorAll<HTMLElement>('a[data-checks]')) {
    const { checks = '' } = link.dataset;
    link.toggleAttribute('data-finished', isDone(progress, { id: '', checks: checks.split(' ') }));
  }
}

show();
onProgress(show);
