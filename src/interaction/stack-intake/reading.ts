// One reading: a worker gets the files, tells how far it is, and ends with what it found, or when the reader stops it.
import type { Found } from '../../model/stack/found.ts';
import type { Given, IntakeAnswer, ReadRequest } from '../../model/stack/intake.ts';
import { drawFound } from '../../drawings/found.ts';
import { foundScene, stackLink } from '../../scenes/found.ts';
import { tell } from '../notice.ts';

export { filesIn } from './folders.ts';

/** In milliseconds, for the worker to start. Its own, as a shared one would cost other pages bytes. */
const timeLimit = 8000;

/** Ends the reading that runs in an element, from its first step on: files may take a while to be found. */
const running = new WeakMap<HTMLElement, () => void>();

/**
 * Reads files, and shows in the element what was found.
 * @param root contains the notice, `[data-told]`, `progress`, `[data-stop]` and `[data-result]`
 */
export async function readInto(root: HTMLElement, given: () => Promise<readonly Given[]>): Promise<void> {
  running.get(root)?.();
  const again = (): void => {
    void readInto(root, given);
  };
  tell(root, '');
  /** What goes with it once it has begun. */
  const parts: (() => void)[] = [];
  const end = (): void => {
    for (const stop of parts) stop();
    running.delete(root);
    busy(root, false);
  };
  const isOver = (): boolean => running.get(root) !== end;
  running.set(root, end);
  busy(root, true);
  say(root, 'Starting to read …');
  const files = await given();
  if (isOver()) return;
  if (files.length === 0) {
    end();
    say(root, '');
    tell(root, 'There is no file in it that could describe a stack: .tf, .json, .yaml or .template.');
    return;
  }
  const worker = new Worker(new URL('../../intake/intake.ts', import.meta.url), { type: 'module' });
  const unstarted = (): void => {
    end();
    say(root, '');
    tell(root, 'Reading could not be started. Check your connection, or add your services by name.', again);
  };
  const late = setTimeout(unstarted, timeLimit);
  parts.push(() => {
    clearTimeout(late);
    // With the worker all goes that it has read.
    worker.terminate();
  });
  worker.addEventListener('error', unstarted);
  worker.addEventListener('messageerror', unstarted);
  worker.addEventListener('message', ({ data }: MessageEvent<IntakeAnswer>) => {
    if (isOver()) return;
    switch (data.kind) {
      case 'ready':
        clearTimeout(late);
        return;
      case 'step':
        say(root, stepText(data));
        advance(root, data);
        return;
      case 'failed':
        end();
        say(root, '');
        tell(
          root,
          `The list of services and their resource types could not be loaded (${data.reason}). Check your connection, or add your services by name.`,
          again,
        );
        return;
      case 'found':
        end();
        show(root, data.found);
    }
  });
  const request: ReadRequest = { files, revision: document.documentElement.dataset['revision'] ?? '' };
  worker.postMessage(request);
}

function stepText({ what, file, at, of }: Extract<IntakeAnswer, { kind: 'step' }>): string {
  if (what === 'names') return 'Loading the names of all services …';
  const name = file === '' ? 'the pasted text' : file;
  const part = of === 1 ? '' : ` (${at} of ${of})`;
  return what === 'grammar' ? `Loading Terraform’s grammar for ${name}${part} …` : `Reading ${name}${part} …`;
}

const say = (root: HTMLElement, text: string): void => {
  const told = root.querySelector('[data-told]');
  if (told && told.textContent !== text) told.textContent = text;
};

function advance(root: HTMLElement, { at, of }: Extract<IntakeAnswer, { kind: 'step' }>): void {
  const bar = root.querySelector('progress');
  if (!bar) return;
  bar.max = of;
  // Of the file that is being read nothing is done yet.
  bar.value = Math.max(0, at - 1);
}

function busy(root: HTMLElement, on: boolean): void {
  const [bar, stop] = [root.querySelector('progress'), root.querySelector<HTMLButtonElement>('[data-stop]')];
  if (bar) bar.hidden = !on;
  if (!stop) return;
  const focused = document.activeElement === stop;
  stop.hidden = !on;
  // It is gone from under the reader's fingers.
  if (!on && focused) root.querySelector<HTMLElement>('input[type="file"]')?.focus();
  stop.onclick = () => {
    running.get(root)?.();
    say(root, 'Stopped. Nothing of your files was kept.');
  };
}

function show(root: HTMLElement, found: Found): void {
  const scene = foundScene(found);
  const box = root.querySelector<HTMLElement>('[data-result]');
  if (!box) return;
  drawFound(box, scene);
  box.hidden = false;
  say(root, scene.told);
  box.onchange = () => {
    link(box);
  };
  link(box);
}

/** The link names what is ticked. */
function link(box: HTMLElement): void {
  const refs = [...box.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);
  const made = stackLink(refs);
  const anchor = box.querySelector<HTMLAnchorElement>('a[data-stack]');
  const none = box.querySelector<HTMLElement>('[data-none]');
  if (none) none.hidden = made !== undefined;
  if (!anchor) return;
  anchor.hidden = !made;
  anchor.href = made?.href ?? '';
  anchor.textContent = made?.text ?? '';
}
