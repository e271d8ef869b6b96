// The lesson that the reader steers: the edge of a layer follows the slider, then the true line glides in. Nothing of it is kept.
import { edgeAt, stops } from '../scenes/edges.ts';

/** Texts in the element's data, one for each stop. */
function textsOf(data: string | undefined): readonly string[] {
  const value: unknown = JSON.parse(data ?? '[]');
  return Array.isArray(value) ? value.map(String) : [];
}

class TideEdge extends HTMLElement {
  connectedCallback(): void {
    const range = this.querySelector('input');
    const button = this.querySelector('button');
    if (!range || !button) return;
    const asked = range.closest<HTMLElement>('.edge-band');
    const texts = textsOf(this.dataset['stops']);

    /** Draws the asked band where the slider stands. */
    const follow = (): void => {
      const stop = stops[range.valueAsNumber];
      if (!stop || !asked) return;
      asked.dataset['at'] = stop;
      asked.querySelector('[data-to]')?.setAttribute('x', `${edgeAt(stop).x}%`);
      range.setAttribute('aria-valuetext', texts[range.valueAsNumber] ?? '');
    };
    const draw = (when: 'from' | 'to'): void => {
      for (const band of this.querySelectorAll<HTMLElement>('.edge-band')) {
        band.dataset['at'] = band.dataset[when] ?? '';
        const part = band.querySelector<SVGElement>('rect[data-to]');
        part?.setAttribute('x', part.dataset[when] ?? '');
      }
    };
    const tell = (text: string, outcome: 'right' | 'wrong' | undefined): void => {
      const status = this.querySelector('.edge-told');
      if (status) status.textContent = text;
      if (outcome) this.dataset['outcome'] = outcome;
      else delete this.dataset['outcome'];
    };
    const ask = (): void => {
      delete this.dataset['placed'];
      draw('from');
      range.value = range.defaultValue;
      follow();
      tell('', undefined);
      range.disabled = false;
      button.textContent = 'Show the line';
    };
    const show = (): void => {
      const right = range.value === this.dataset['truth'];
      this.dataset['placed'] = '';
      draw('to');
      tell(right ? 'Correct.' : `Not quite. ${textsOf(this.dataset['misses'])[range.valueAsNumber] ?? ''}`, right ? 'right' : 'wrong');
      range.disabled = true;
      button.textContent = 'Place it again';
    };

    range.addEventListener('input', follow);
    button.addEventListener('click', () => {
      if (this.dataset['placed'] === undefined) show();
      else ask();
    });
    // Paper shows the line, wherever the reader has come to.
    addEventListener('beforeprint', () => {
      draw('to');
    });
    addEventListener('afterprint', () => {
      if (this.dataset['placed'] !== undefined) return;
      draw('from');
      follow();
    });
    ask();
    button.disabled = false;
    this.dataset['live'] = '';
  }
}

customElements.define('tide-edge', TideEdge);
