// Opens the search dialog. Its code loads only then, because most readers never search.
import { parseSearch, searchPath } from '../../model/search/address.ts';
import type { SearchDialog } from './dialog.ts';
import { isQuick, withTimeLimit } from '../time-limit.ts';
import { listenForKeys } from './keys.ts';

/** In milliseconds: for so long results wait for their looks. */
const sheetWait = 1000;

class TideSearch extends HTMLElement {
  private loading: Promise<SearchDialog> | undefined;

  connectedCallback(): void {
    const dialog = this.querySelector('dialog');
    const input = this.querySelector<HTMLInputElement>('input[name="q"]');
    if (!(dialog instanceof HTMLDialogElement) || !input) return;
    const missing = this.querySelector('[data-missing]');
    const again = this.querySelector('[data-again]');
    const open = (whole = false): void => {
      for (const told of [missing, again]) told?.setAttribute('hidden', '');
      if (!dialog.open) dialog.showModal();
      input.focus();
      input.select();
      this.load(input).then(
        (search) => {
          search.answer(whole);
        },
        () => {
          for (const told of [missing, again]) told?.removeAttribute('hidden');
        },
      );
    };
    again?.addEventListener('click', () => {
      open();
    });
    const button = this.querySelector('[data-open]');
    button?.addEventListener('click', (event) => {
      if (!(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
    button?.addEventListener('pointerenter', () => {
      this.load(input).catch(() => undefined);
    });
    document.querySelector('[data-search-open]')?.addEventListener('click', () => {
      open();
    });
    this.querySelector('[data-close]')?.addEventListener('click', () => {
      dialog.close();
    });
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    listenForKeys(this.querySelector<HTMLInputElement>('[data-slash]'), (closes) => {
      if (!dialog.open) open();
      else if (closes) dialog.close();
    });
    // What opens a dialog is a button, by its name and by Space.
    button?.setAttribute('role', 'button');
    button?.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== ' ') return;
      event.preventDefault();
      open();
    });
    for (const part of [this, document.querySelector('[data-of="search"]')]) part?.setAttribute('data-live', '');
    const asked = location.pathname === searchPath ? parseSearch(location.search) : '';
    if (asked === '') return;
    input.value = asked;
    open(true);
  }

  private load(input: HTMLInputElement): Promise<SearchDialog> {
    this.loading ??= withTimeLimit(Promise.all([import('./dialog.ts'), isQuick(this.dress(), sheetWait)]))
      .then(([{ startSearch }]) => {
        const search = startSearch(this, input);
        search.warm();
        return search;
      })
      .catch((error: unknown) => {
        // Forget the failure, so that the next opening tries again.
        this.loading = undefined;
        throw error;
      });
    return this.loading;
  }

  /** Loads the looks of results. Without them results can be read all the same, so a failure is none. */
  private dress(): Promise<void> {
    const link = this.querySelector<HTMLLinkElement>('link[disabled]');
    if (!link) return Promise.resolve();
    return new Promise((resolve) => {
      link.addEventListener('load', () => {
        resolve();
      });
      link.addEventListener('error', () => {
        // The next opening tries again.
        link.disabled = true;
        resolve();
      });
      link.disabled = false;
    });
  }
}

customElements.define('tide-search', TideSearch);
