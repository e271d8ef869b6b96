// The record of what the reader has done: its name, its final check, and ways to print, export, import or erase it.
import { drawSentence } from '../drawings/sentence.ts';
import { upgradeQuestion } from './ask.ts';
import { download } from './download.ts';
import { write } from './lesson.ts';
import { forgetProgress, keepProgress, onProgress, readProgress, unkept } from './progress.ts';
import { formatProgress, joinProgress, parseProgress } from '../model/lesson/progress.ts';
import { root } from '../model/root.ts';

function showFinal(record: Element): void {
  const progress = readProgress();
  const final = record.querySelector<HTMLElement>('[data-final]');
  if (!final) return;
  if (progress.final === null) {
    drawSentence(final, [{ text: 'Final check: not taken yet. ' }, { text: 'Take it', href: `${root}/guide/final-check/` }, { text: '.' }]);
    return;
  }
  const { right, asked, day, draw } = progress.final;
  const passed = right >= Number(final.dataset['pass'] ?? '0') ? 'passed' : 'not passed yet';
  drawSentence(final, [
    { text: `Final check: ${right} of ${asked} right on ${day}, ${passed}. ` },
    { text: 'See its questions', href: `${root}/guide/final-check/?draw=${draw}` },
    { text: '.' },
  ]);
}

function listen(record: Element): void {
  const name = record.querySelector<HTMLInputElement>('[data-name]');
  name?.addEventListener('input', () => {
    write(record, '[data-who]', name.value.trim() === '' ? '' : `Name: ${name.value.trim()}`);
  });
  record.querySelector('[data-print]')?.addEventListener('click', () => {
    print();
  });
  record.querySelector('[data-export]')?.addEventListener('click', () => {
    download(new Blob([formatProgress(readProgress())], { type: 'application/json' }), 'tideline-progress.json');
    write(record, '.record-told', 'Your progress was saved as a file.');
  });
  const file = record.querySelector<HTMLInputElement>('[data-import]');
  file?.addEventListener('change', () => {
    void take(record, file);
  });
  const question = record.querySelector<HTMLElement>('[data-ask]');
  const eraser = record.querySelector<HTMLElement>('[data-erase]');
  const ask =
    question &&
    upgradeQuestion(question, eraser, () => {
      forgetProgress();
      write(record, '.record-told', 'Your progress was erased from this browser.');
    });
  eraser?.addEventListener('click', () => {
    write(record, '.record-told', '');
    ask?.();
  });
}

async function take(record: Element, input: HTMLInputElement): Promise<void> {
  const [file] = input.files ?? [];
  if (!file) return;
  // A megabyte is far more than the progress of a hundred lessons needs.
  const progress = file.size < 1_000_000 ? parseProgress(await file.text()) : undefined;
  input.value = '';
  if (!progress) {
    write(
      record,
      '.record-told',
      `${file.name} is not a progress file of this site, so nothing changed. Choose a file that you saved with “Export as a file”.`,
    );
    return;
  }
  const kept = keepProgress(joinProgress(readProgress(), progress));
  write(
    record,
    '.record-told',
    kept ? `What ${file.name} holds was added to your progress.` : `${file.name} was read. ${unkept} Then choose the file again.`,
  );
}

const record = document.querySelector('tide-progress.record');
if (record) {
  const show = (): void => {
    showFinal(record);
  };
  listen(record);
  show();
  onProgress(show);
}
