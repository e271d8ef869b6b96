// A service's page: what its controls do is loaded when a reader reaches for them, or when the address asks for it.
import { offer, onReach } from './late.ts';
import { tell } from './notice.ts';
import type { ServiceView } from './service-view.ts';
import { upgradeShare } from './share.ts';
import { upgradeSplit } from './split.ts';

class TideService extends HTMLElement {
  connectedCallback(): void {
    const list = this.querySelector<HTMLElement>('ol.split');
    if (!list) return;
    const load = onReach(this, async () => (await import('./service-view.ts')).startService(this, list));
    const choices = [...this.querySelectorAll<HTMLInputElement>('input:is([name="option"], [name="lens"])')];
    const use = (act: (view: ServiceView) => void): void => {
      load().then(act, () => {
        // Nothing was drawn: what is chosen says again what is shown.
        for (const radio of choices) radio.checked = radio.defaultChecked;
        tell(this, 'This could not be loaded. Check your connection, then reload the page.');
      });
    };
    for (const radio of choices) {
      radio.addEventListener('change', () => {
        use((view) => {
          view.choose();
        });
      });
    }
    document.querySelector('input[data-all]')?.addEventListener('change', (event) => {
      if (!(event.target instanceof HTMLInputElement)) return;
      document.querySelector('.layer-table')?.toggleAttribute('data-one', !event.target.checked);
    });
    upgradeSplit(list, () => {
      load().then(
        (view) => {
          view.opened();
        },
        // The layer is open all the same; only the address does not name it.
        () => undefined,
      );
    });
    addEventListener('popstate', () => {
      use((view) => {
        view.fromAddress();
      });
    });
    upgradeShare(this, async () => (await load()).shared());
    offer(this, document.querySelector('[data-of="service"]'), location.search === '' ? undefined : load());
  }
}

customElements.define('tide-service', TideService);
