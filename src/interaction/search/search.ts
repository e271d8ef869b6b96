// Opens the search dialog. What answers in it is loaded then: most readers of a page search for nothing.
import type { Search } from './dialog.ts';

/** As in search-dialog.ts: nobody types more. */
const longest = 200;

class TideSearch extends HTMLElement {
  private search: Promise<Search> | undefined;

  connectedCallback(): void {
    const dialog = this.querySelector('dialog');
    const input = this.querySelector<HTMLInputElement>('input[name="q"]');
    if (!(dialog instanceof HTMLDialogElement) || !input) return;
    const open = (): void => {
      if (!dialog.open) dialog.showModal();
      input.focus();
      input.select();
      this.load().then(
        (search) => {
          search.answer();
        },
        () => {
          this.tellMissing();
        },
      );
    };
    const button = this.querySelector('[data-open]');
    button?.addEventListener('click', (event) => {
      if (!(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
    button?.addEventListener('pointerenter', () => {
      this.load().catch(() => undefined);
    });
    document.querySelector('[data-search-open]')?.addEventListener('click', open);
    this.querySelector('[data-close]')?.addEventListener('click', () => {
      dialog.close();
    });
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (dialog.open) dialog.close();
      else open();
    });
    const asked = location.pathname === '/search/' ? (new URLSearchParams(location.search).get('q') ?? '') : '';
    if (asked === '') return;
    input.value = asked.slice(0, longest);
    open();
  }

  private load(): Promise<Search> {
    // The engine of the pages too, side by side: what loads it waits for this very module.
    const engine = '/pagefind/pagefind.js';
    import(/* @vite-ignore */ engine).catch(() => undefined);
    this.search ??= import('./dialog.ts')
      .then(({ startSearch }) => {
        const search = startSearch(this);
        search.warm();
        return search;
      })
      .catch((error: unknown) => {
        this.search = undefined;
        throw error;
      });
    return this.search;
  }

  private tellMissing(): void {
    const list = document.createElement('a');
    list.href = '/services/';
    list.textContent = 'See all services, A to Z';
    this.querySelector('.found-told')?.replaceChildren('The search could not be loaded. ', list, '.');
  }
}

customElements.define('tide-search', TideSearch);
