// What a reader keeps, as a whole: exported to a file, taken from one, or erased once that is confirmed.
import { formatRecord, mergeRecords, parseRecord } from '../../model/stack/record.ts';
import { upgradeQuestion } from '../ask.ts';
import { download } from '../download.ts';
import { changeRecord, forgetRecord, readRecord, readUnread } from './kept.ts';

/** In bytes: far more than the notes on all layers of all services take. */
const largest = 10_000_000;

/**
 * Makes the buttons for the whole record work.
 * @param root holds the buttons, the question before erasing and a line that says what was done
 * @param changed called after the record has changed
 * @returns says something in that line; where there is nothing to say it names what cannot be read
 */
export function upgradeNotes(root: HTMLElement, changed: () => void): (text: string) => void {
  const line = root.querySelector('[data-part="kept-told"]');
  const question = root.querySelector<HTMLElement>('[data-ask]');
  const input = root.querySelector<HTMLInputElement>('input[data-import]');
  const eraser = root.querySelector<HTMLElement>('button[data-notes="erase"]');
  let unread = describeUnread();
  const told = (text: string): void => {
    const says = text === '' ? unread : text;
    if (line && line.textContent !== says) line.textContent = says;
  };
  const show =
    question &&
    upgradeQuestion(question, eraser, () => {
      forgetRecord();
      unread = '';
      changed();
      told('Your ticks and notes were erased from this browser.');
    });
  const ask = (): void => {
    const { size } = readRecord().record;
    if (size === 0 && unread === '') {
      told('There is nothing to erase: this browser keeps no notes.');
      return;
    }
    told('');
    const counted = question?.querySelector('[data-count]');
    if (counted) counted.textContent = size === 1 ? '1 layer' : size === 0 ? 'some layers' : `${size} layers`;
    show?.();
  };
  const acts: Readonly<Record<string, () => void>> = {
    export: () => {
      download(new Blob([formatRecord(readRecord().record)], { type: 'application/json' }), 'tideline-notes.json');
      const whole = readUnread();
      if (whole) download(new Blob([whole.text], { type: 'text/plain;charset=utf-8' }), 'tideline-notes-unread.txt');
      told(`Your notes were saved as tideline-notes.json${whole ? ', and all as it was as tideline-notes-unread.txt' : ''}.`);
    },
    erase: ask,
  };
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button[data-notes]') : null;
    acts[button?.dataset['notes'] ?? '']?.();
  });
  input?.addEventListener('change', () => {
    void take(input).then((text) => {
      if (text === '') return;
      changed();
      told(text);
    });
  });
  told('');
  return told;
}

/** Empty where all can be read. */
function describeUnread(): string {
  const { problem } = readUnread() ?? {};
  return problem === undefined
    ? ''
    : `Some notes that this browser keeps cannot be read: ${problem}. “Export notes” saves them as they are, beside those that can.`;
}

/** @returns what the reader is told; empty where no file was chosen */
async function take(input: HTMLInputElement): Promise<string> {
  const [file] = input.files ?? [];
  if (!file) return '';
  const read = file.size <= largest ? parseRecord(await file.text()) : { problem: 'it is larger than 10 MB' };
  // The same file may be chosen again.
  input.value = '';
  if ('problem' in read)
    return `${file.name} was not read, and nothing changed: ${read.problem}. Choose a file that you saved with “Export notes”.`;
  const { size } = read.record;
  const { replaced } = mergeRecords(readRecord().record, read.record);
  const kept = changeRecord((own) => mergeRecords(own, read.record).record);
  const layers = size === 1 ? '1 layer' : `${size} layers`;
  const instead = replaced === 0 ? '' : ` ${replaced} of them had others here, which they replaced.`;
  return kept
    ? `Notes on ${layers} were read from ${file.name}.${instead}`
    : `Notes on ${layers} were read from ${file.name}, but this browser did not keep them: its storage is blocked or full. They stay until you leave this page.`;
}
