// Knowledge checks, the final check, and the reader's progress, which stays in this browser.
import { setAddress } from './address-bar.ts';
import { drawSentence } from '../drawings/sentence.ts';
import { download } from './download.ts';
import { canKeep, changed, forgetProgress, keepProgress, readProgress, unkept } from './progress.ts';
import { drawQuestions } from '../model/lesson/draw.ts';
import { countLesson, formatProgress, lessonsDone, parseProgress, withAnswer, withFinal } from '../model/lesson/progress.ts';
import type { LessonChecks } from '../model/lesson/progress.ts';
import { root } from '../model/root.ts';

/** Returns whether the chosen answers are right, and why not. Undefined if no answer is chosen. */
function judge(check: Element): { readonly right: boolean; readonly whys: readonly string[] } | undefined {
  const inputs = [...check.querySelectorAll('input')];
  const chosen = inputs.filter((input) => input.checked);
  if (chosen.length === 0) return undefined;
  const wrong = chosen.filter((input) => input.dataset['right'] === undefined);
  const right = wrong.length === 0 && inputs.every((input) => input.checked || input.dataset['right'] === undefined);
  const missing = wrong.length === 0 && !right ? ['Your answers are right, but that is not all of it.'] : [];
  return { right, whys: [...missing, ...(right ? [] : wrong.map((input) => input.dataset['why'] ?? ''))] };
}

function announce(check: Element, text: string, outcome: 'right' | 'wrong' | 'open'): void {
  const status = check.querySelector('.check-told');
  if (status) status.textContent = text;
  check.setAttribute('data-outcome', outcome);
}

/** Shows the answer, its reason and its source. */
function showAnswer(check: Element): void {
  check.setAttribute('data-shown', '');
  check.querySelector('details')?.setAttribute('open', '');
}

class TideCheck extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    // The final check shows answers only at its end.
    const late = this.closest('tide-final') !== null;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (late) return;
      const verdict = judge(this);
      if (!verdict) {
        announce(this, 'Choose an answer first.', 'open');
        return;
      }
      const kept = keepProgress(withAnswer(readProgress(), this.dataset['check'] ?? '', verdict.right));
      if (verdict.right) {
        announce(this, kept ? 'Correct.' : `Correct. ${unkept} Then answer again.`, 'right');
        showAnswer(this);
      } else announce(this, `Not quite. ${verdict.whys.join(' ')} Try again.`, 'wrong');
    });
    form.addEventListener('change', () => {
      if (this.getAttribute('data-outcome') === 'wrong') announce(this, '', 'open');
    });
    // Disabled until now, or Enter in a choice would send the form to the server.
    form.querySelector('button')?.removeAttribute('disabled');
    this.dataset['live'] = '';
  }
}

class TideFinal extends HTMLElement {
  connectedCallback(): void {
    const pool: unknown = JSON.parse(this.dataset['pool'] ?? '[]');
    if (!isPool(pool)) return;
    const seed = readSeed();
    const drawn = new Set(drawQuestions(pool, seed));
    const checks = [...this.querySelectorAll<HTMLElement>('tide-check')].filter((check) => drawn.has(check.dataset['check'] ?? ''));
    checks.forEach((check, index) => {
      check.dataset['drawn'] = String(index + 1);
    });
    this.querySelector('[data-finish]')?.addEventListener('click', () => {
      this.finish(checks, seed);
    });
    this.dataset['live'] = '';
  }

  private finish(checks: readonly HTMLElement[], seed: number): void {
    const verdicts = checks.map((check) => ({ check, verdict: judge(check) }));
    const open = verdicts.filter(({ verdict }) => verdict === undefined);
    const status = this.querySelector<HTMLElement>('.final-told');
    if (open.length > 0) {
      if (status)
        status.textContent = open.length === 1 ? 'One question has no answer yet.' : `${open.length} questions have no answer yet.`;
      open[0]?.check.querySelector('input')?.focus();
      return;
    }
    for (const { check, verdict } of verdicts) {
      announce(
        check,
        verdict?.right === true ? 'Correct.' : `Not quite. ${verdict?.whys.join(' ') ?? ''}`,
        verdict?.right === true ? 'right' : 'wrong',
      );
      showAnswer(check);
    }
    const right = verdicts.filter(({ verdict }) => verdict?.right === true).length;
    const pass = Number(this.dataset['pass'] ?? '0');
    const kept = keepProgress(withFinal(readProgress(), { day: today(), right, asked: checks.length, draw: seed }));
    if (status) {
      status.textContent = `${right} of ${checks.length} right. ${right >= pass ? 'You passed.' : `You need ${pass} to pass. Read the reasons above, then try again.`}${kept ? '' : ` ${unkept} To show your result, print this page.`}`;
      status.focus();
    }
    this.querySelector('.final-after')?.removeAttribute('hidden');
    this.querySelector('[data-finish]')?.setAttribute('hidden', '');
  }
}

/** Returns the seed in the address. Makes a new one and writes it into the address if there is none. */
function readSeed(): number {
  const named = Number(new URLSearchParams(location.search).get('draw') ?? '');
  if (Number.isInteger(named) && named > 0 && named < 1_000_000) return named;
  const seed = 1 + Math.floor(Math.random() * 999_998);
  setAddress(`?draw=${seed}`, false);
  return seed;
}

function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

class TideProgress extends HTMLElement {
  private readonly draw = (): void => {
    this.show();
  };

  connectedCallback(): void {
    document.addEventListener(changed, this.draw);
    // Progress may also change in another window of the same browser.
    addEventListener('storage', this.draw);
    this.listen();
    this.show();
    this.dataset['live'] = '';
  }

  disconnectedCallback(): void {
    document.removeEventListener(changed, this.draw);
    removeEventListener('storage', this.draw);
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
    const final = this.querySelector<HTMLElement>('[data-final]');
    if (!final) return;
    if (progress.final === null) {
      drawSentence(final, [
        { text: 'Final check: not taken yet. ' },
        { text: 'Take it', href: `${root}/guide/final-check/` },
        { text: '.' },
      ]);
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

  private listen(): void {
    const name = this.querySelector<HTMLInputElement>('[data-name]');
    name?.addEventListener('input', () => {
      write(this, '[data-who]', name.value.trim() === '' ? '' : `Name: ${name.value.trim()}`);
    });
    this.querySelector('[data-print]')?.addEventListener('click', () => {
      print();
    });
    this.querySelector('[data-export]')?.addEventListener('click', () => {
      download(new Blob([formatProgress(readProgress())], { type: 'application/json' }), 'tideline-progress.json');
      write(this, '.record-told', 'Your progress was saved as a file.');
    });
    const file = this.querySelector<HTMLInputElement>('[data-import]');
    file?.addEventListener('change', () => {
      void this.take(file);
    });
    this.querySelector('[data-erase]')?.addEventListener('click', () => {
      forgetProgress();
      write(this, '.record-told', 'Your progress was erased from this browser.');
    });
  }

  private async take(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    // A megabyte is far more than the progress of a hundred lessons needs.
    const progress = file.size < 1_000_000 ? parseProgress(await file.text()) : undefined;
    input.value = '';
    if (!progress) {
      write(
        this,
        '.record-told',
        `${file.name} is not a progress file of this site, so nothing changed. Choose a file that you saved with “Export as a file”.`,
      );
      return;
    }
    const kept = keepProgress(progress);
    write(
      this,
      '.record-told',
      kept ? `Your progress now comes from ${file.name}.` : `${file.name} was read. ${unkept} Then choose the file again.`,
    );
  }
}

function write(root: Element, selector: string, text: string): void {
  const element = root.querySelector(selector);
  if (element && element.textContent !== text) element.textContent = text;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isPool(value: unknown): value is { readonly id: string; readonly lesson: string }[] {
  return (
    Array.isArray(value) && value.every((each) => isRecord(each) && typeof each['id'] === 'string' && typeof each['lesson'] === 'string')
  );
}

function isLessons(value: unknown): value is LessonChecks[] {
  return Array.isArray(value) && value.every((each) => isRecord(each) && typeof each['id'] === 'string' && Array.isArray(each['checks']));
}

customElements.define('tide-check', TideCheck);
customElements.define('tide-final', TideFinal);
customElements.define('tide-progress', TideProgress);
