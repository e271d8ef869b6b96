// The page of the poster: what its controls do is loaded when a reader reaches for them, or when the address asks for it.
import { offer, onReach } from './late.ts';
import { tell } from './notice.ts';
import type { PosterView } from './poster-view.ts';

class TidePoster extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    const load = onReach(
      this,
      () => import('./poster-view.ts'),
      ({ startPoster }) => startPoster(this, form),
    );
    const use = (act: (view: PosterView) => void): Promise<void> =>
      load().then(act, () => {
        // What was chosen stays chosen, so that trying again does it.
        tell(this, 'What you chose could not be loaded, so the strips still show what they did. Check your connection.', () => {
          tell(this, '');
          void use(act);
        });
      });
    const fromAddress = (): Promise<void> =>
      use((view) => {
        view.fromAddress();
      });
    form.addEventListener('change', () => {
      const values = new FormData(form);
      void use((view) => {
        view.choose(values);
      });
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    addEventListener('popstate', () => void fromAddress());
    offer(this, null, location.search === '' ? undefined : fromAddress());
  }
}

customElements.define('tide-poster', TidePoster);
