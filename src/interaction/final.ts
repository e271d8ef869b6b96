// The final check: a seed picks the questions, and the answers are told at the end.
import { setAddress } from './address-bar.ts';
import { today } from './today.ts';
import { announce, judge, showAnswer } from './check.ts';
import { keepProgress, readProgress, unkept } from './progress.ts';
import { drawQuestions, formatDraw, parseDraw } from '../model/lesson/draw.ts';
import { withFinal } from '../model/lesson/progress.ts';

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
  const named = parseDraw(location.search);
  if (named !== undefined) return named;
  const seed = 1 + Math.floor(Math.random() * 999_998);
  setAddress(formatDraw(seed), false);
  return seed;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isPool(value: unknown): value is { readonly id: string; readonly lesson: string }[] {
  return (
    Array.isArray(value) && value.every((each) => isRecord(each) && typeof each['id'] === 'string' && typeof each['lesson'] === 'string')
  );
}

customElements.define('tide-final', TideFinal);
