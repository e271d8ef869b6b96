// The explorer: what its controls do is loaded when a reader reaches for them, or when the address asks for it.
import type { ExplorerView } from './explorer-view.ts';
import { offer, onReach } from './late.ts';
import { unfoldMore } from './more.ts';
import { tell } from './notice.ts';
import { keepPlace } from './place.ts';
import { upgradeShare } from './share.ts';
import { upgradeSplit } from './split.ts';
import { unseenUntil } from './unseen.ts';

class TideExplorer extends HTMLElement {
  connectedCallback(): void {
    const list = this.querySelector<HTMLElement>('ol.split');
    const form = this.querySelector('form');
    const region = this.querySelector<HTMLElement>('.matrix-content');
    if (!list || !form || !region) return;
    const load = onReach(
      this,
      () => import('./explorer-view.ts'),
      ({ startExplorer }) => startExplorer(this, list, form),
    );
    const use = (act: (view: ExplorerView) => void): void => {
      load().then(act, () => {
        // What was chosen stays chosen, so that trying again does it.
        tell(this, 'What you chose could not be loaded, so the drawing still shows what it did. Check your connection.', () => {
          tell(this, '');
          use(act);
        });
      });
    };
    // Listen on the whole element, because the order is beside the table, outside of the form.
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof Element) || !target.matches('form *, [form]')) return;
      const name = target.getAttribute('name') ?? '';
      // By the time the code is there, another choice may be made, which is a step of its own.
      const values = new FormData(form);
      use((view) => {
        view.choose(name, values);
      });
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      use((view) => {
        view.clear();
      });
    });
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLButtonElement>('button') : null;
      const key = button?.dataset['drop'];
      if (key !== undefined) {
        use((view) => {
          view.drop(key);
        });
      }
      if (button?.getAttribute('aria-controls') === 'explorer-more') unfoldMore(form, !form.hasAttribute('data-more'));
    });
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-matrix] thead button')) {
      button.addEventListener('click', () => {
        use((view) => {
          view.sortBy(button.closest('[data-by]')?.getAttribute('data-by') ?? '');
        });
      });
      button.disabled = false;
    }
    upgradeSplit(list, (layer) => {
      load().then(
        (view) => {
          view.opened(layer);
        },
        // The layer is open all the same, with the list of the finished page; only the address does not name it.
        () => undefined,
      );
    });
    addEventListener('popstate', () => {
      use((view) => {
        view.fromAddress();
      });
    });
    upgradeShare(this, async () => (await load()).shared());
    const comeBack = keepPlace(region);
    const first = location.search === '' ? undefined : load();
    offer(
      this,
      null,
      first?.then(({ drawn }) => unseenUntil(drawn)),
    );
    if (first) {
      // Where it fails, the table is as the finished page has it.
      first.then(({ drawn }) => drawn).then(comeBack, comeBack);
    } else comeBack();
  }
}

customElements.define('tide-explorer', TideExplorer);
