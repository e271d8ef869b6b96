// The front page's way into the course: leads on where the reader stopped, once this browser keeps progress.
import { keepsProgress } from './kept.ts';

if (keepsProgress())
  import('./continue-course.ts').then(
    ({ continueCourse }) => {
      continueCourse();
    },
    // The course begins at its first page then, which shows the progress too.
    () => undefined,
  );
