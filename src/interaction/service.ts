// A service's page: what its controls do is loaded when a reader reaches for them, or when the address asks for it.
import { leaveFindable, whenFound } from './findable.ts';
import { offer, onReach } from './late.ts';
import { tell } from './notice.ts';
import type { ServiceView } from './service-view.ts';
import { upgradeShare } from './share.ts';
import { upgradeSplit } from './split.ts';

class TideService extends HTMLElement {
  connectedCallback(): void {
    const list = this.querySelector<HTMLElement>('ol.split');
    if (!list) return;
    const outside = document.querySelector('[data-of="service"]');
    const load = onReach(
      this,
      () => import('./service-view.ts'),
      ({ startService }) => startService(this, list),
      outside,
    );
    const choices = [...this.querySelectorAll<HTMLInputElement>('input:is([name="option"], [name="lens"])')];
    // A browser may remember for the life of a page that a script failed, so that trying again loads the page.
    const use = (act: (view: ServiceView) => void, again: () => void): void => {
      load().then(act, () => {
        // Nothing was drawn: what is chosen says again what is shown.
        for (const radio of choices) radio.checked = radio.defaultChecked;
        tell(this, 'This could not be loaded. Check your connection, then try again.', again);
      });
    };
    const choose = (row?: number): void => {
      const chosen = choices.filter(({ checked }) => checked).map(({ name, value }) => `${name}=${value}`);
      use(
        (view) => {
          view.choose(row);
        },
        () => {
          // Of a doubled key the first counts.
          location.search = [...chosen, location.search.slice(1)].join('&');
        },
      );
    };
    for (const radio of choices)
      radio.addEventListener('change', () => {
        choose();
      });
    const table = document.querySelector<HTMLElement>('.layer-table');
    document.querySelector('input[data-all]')?.addEventListener('change', (event) => {
      if (!(event.target instanceof HTMLInputElement) || !table) return;
      table.toggleAttribute('data-one', !event.target.checked);
      leaveFindable(table);
    });
    if (table) whenFound(table, choose);
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
      use(
        (view) => {
          view.fromAddress();
        },
        () => {
          location.reload();
        },
      );
    });
    upgradeShare(this, async () => (await load()).shared());
    offer(this, outside, location.search === '' ? undefined : load());
  }
}

customElements.define('tide-service', TideService);
