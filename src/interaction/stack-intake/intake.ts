// The box that takes a reader's files: what they hold is read in a worker of this page, and neither sent nor stored.
import type { Given } from '../../model/stack/intake.ts';
import { onReach } from '../late.ts';
import { tell } from '../notice.ts';

/** Longer texts are read without being shown: a field takes seconds to lay out megabytes. Characters. */
const mostShown = 20_000;

class TideIntake extends HTMLElement {
  connectedCallback(): void {
    const box = this.querySelector('details');
    const form = this.querySelector('form');
    const input = form?.querySelector<HTMLInputElement>('input[type="file"]');
    const field = form?.querySelector('textarea');
    if (!box || !form || !input || !field) return;
    const load = onReach(
      this,
      () => import('./reading.ts'),
      (reading) => reading,
    );

    const read = (given: () => Promise<readonly Given[]>): void => {
      load().then(
        ({ readInto }) => readInto(this, given),
        () => {
          tell(this, 'The part of the page that reads files could not be loaded. Check your connection.', () => {
            read(given);
          });
        },
      );
    };
    const readFiles = (files: readonly Given[]): void => {
      if (files.length > 0) read(() => Promise.resolve(files));
    };
    const readText = (text: string): void => {
      if (text.trim() !== '') readFiles([text]);
    };

    input.addEventListener('change', () => {
      readFiles([...(input.files ?? [])]);
      // The same file chosen again, after a change, is another event.
      input.value = '';
    });
    field.addEventListener('paste', (event) => {
      const [item, files] = pastedIn(event.clipboardData);
      if (!item && files.length === 0) return;
      event.preventDefault();
      if (!item) readFiles(files);
      // Later, as megabytes at once would hold the page up; for that the field inserts short texts itself.
      item?.getAsString((text) => {
        if (text.length > mostShown) readText(text);
        else field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
      });
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      readText(field.value);
    });
    // Anywhere on the page: beside the box the browser would leave the page and show the file.
    document.addEventListener('dragover', (event) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      this.dataset['over'] = '';
    });
    document.addEventListener('dragleave', ({ relatedTarget }) => {
      if (relatedTarget === null) delete this.dataset['over'];
    });
    document.addEventListener('drop', (event) => {
      const { dataTransfer } = event;
      delete this.dataset['over'];
      if (dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      box.open = true;
      // Only now; afterwards the browser has forgotten them.
      const entries = [...dataTransfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
      const files = [...dataTransfer.files];
      if (entries.some(({ isDirectory }) => isDirectory)) read(async () => (await load()).filesIn(entries));
      else readFiles(files);
    });
    // The stack is drawn below, and takes the focus: what led to it steps aside.
    this.addEventListener('click', ({ target, button, metaKey, ctrlKey, shiftKey, altKey }) => {
      const link = target instanceof Element ? target.closest('a[data-stack]') : null;
      if (link && button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey) box.open = false;
    });
    this.dataset['live'] = '';
  }
}

/** The text that is pasted, or files where there is none. Office programs add a picture of the text, and file managers the names of files. */
function pastedIn(data: DataTransfer | null): readonly [DataTransferItem | undefined, readonly File[]] {
  const files = [...(data?.files ?? [])].filter(({ type }) => !type.startsWith('image/'));
  const text = [...(data?.items ?? [])].find(({ kind, type }) => kind === 'string' && type === 'text/plain');
  return files.length > 0 ? [undefined, files] : [text, []];
}

customElements.define('tide-intake', TideIntake);
