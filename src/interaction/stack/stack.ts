// A reader's own stack: what draws it is loaded once the address names services, or a reader reaches for the field.
import { offer, onReach } from '../late.ts';
import { tell } from '../notice.ts';
import { upgradeShare } from '../share.ts';
import { upgradeSplit } from '../split.ts';
import type { StackView } from './view.ts';

class TideStack extends HTMLElement {
  connectedCallback(): void {
    const list = this.querySelector<HTMLElement>('ol.split');
    const form = this.querySelector('form');
    if (!list || !form) return;
    const load = onReach(
      this,
      () => import('./view.ts'),
      ({ startStack }) => startStack(this, list, form),
    );
    const lost = (act: (view: StackView) => void): void => {
      tell(this, 'Your stack could not be loaded. Check your connection.', () => {
        tell(this, '');
        use(act);
      });
    };
    const use = (act: (view: StackView) => void): void => {
      load().then(act, () => {
        lost(act);
      });
    };
    const show = (view: StackView): void => {
      view.fromAddress();
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    addEventListener('popstate', () => {
      use(show);
    });
    // Links to stacks on this page: a click that asks for no other window is drawn at once.
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-stack]') : null;
      if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      const { search } = new URL(link.href);
      use((view) => {
        view.go(search);
      });
    });
    upgradeSplit(list, (layer) => {
      load().then(
        (view) => {
          view.opened(layer);
        },
        () => undefined,
      );
    });
    const first = location.search === '' ? undefined : load();
    upgradeShare(this, async () => (await load()).shared());
    offer(this, null, first);
    first?.catch(() => {
      lost(show);
    });
  }
}

customElements.define('tide-stack', TideStack);
