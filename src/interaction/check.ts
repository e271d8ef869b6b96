// A knowledge check of a lesson: a hint after the first miss, the answer after the second. The final check answers at its end.
import { keepProgress, readProgress, unkept } from './progress.ts';
import { withAnswer } from '../model/lesson/progress.ts';

/** Returns whether the chosen answers are right, and why not. Undefined if no answer is chosen. */
export function judge(check: Element): { readonly right: boolean; readonly whys: readonly string[] } | undefined {
  const inputs = [...check.querySelectorAll('input')];
  const chosen = inputs.filter((input) => input.checked);
  if (chosen.length === 0) return undefined;
  const wrong = chosen.filter((input) => input.dataset['right'] === undefined);
  const right = wrong.length === 0 && inputs.every((input) => input.checked || input.dataset['right'] === undefined);
  const missing = wrong.length === 0 && !right ? ['Your answers are right, but that is not all of it.'] : [];
  return { right, whys: [...missing, ...(right ? [] : wrong.map((input) => input.dataset['why'] ?? ''))] };
}

export function announce(check: Element, text: string, outcome: 'right' | 'wrong' | 'open'): void {
  const status = check.querySelector('.check-told');
  if (status) status.textContent = text;
  check.setAttribute('data-outcome', outcome);
}

/** Wrong tries before the answer is shown; the first gets a hint. */
const tries = 2;

/** Shows the answer, its reason and its source. */
export function showAnswer(check: Element): void {
  check.setAttribute('data-shown', '');
  check.querySelector('details')?.setAttribute('open', '');
}

class TideCheck extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    let missed = 0;
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
        return;
      }
      missed += 1;
      if (missed < tries) {
        announce(this, `Not quite. ${verdict.whys.join(' ')} Try again.`, 'wrong');
        return;
      }
      announce(this, 'Not quite. The answer is below. Choose it to finish this question.', 'wrong');
      showAnswer(this);
    });
    form.addEventListener('change', () => {
      if (this.getAttribute('data-outcome') === 'wrong') announce(this, '', 'open');
    });
    // Disabled until now, or Enter in a choice would send the form to the server.
    form.querySelector('button')?.removeAttribute('disabled');
    this.dataset['live'] = '';
  }
}

customElements.define('tide-check', TideCheck);
