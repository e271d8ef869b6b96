// The search dialog over Pagefind's index, which loads when the dialog first opens.
import { slug } from '../model/vocabulary.ts';

interface Found {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
}

interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  init(): Promise<void>;
  /** Forgets a failed start, which init() would else keep. */
  destroy(): Promise<void>;
  debouncedSearch(
    query: string,
    options: { readonly filters?: Readonly<Record<string, string>> },
    wait: number,
  ): Promise<{ readonly results: readonly { data(): Promise<Found> }[] } | null>;
}

/** Milliseconds after which a silent index counts as missing: blocked WebAssembly never answers. */
const patience = 8000;
const most = 8;

class TideSearch extends HTMLElement {
  private pagefind: Promise<Pagefind> | undefined;
  private leaving: Promise<void> = Promise.resolve();
  private turn = 0;

  connectedCallback(): void {
    const dialog = this.querySelector('dialog');
    const input = this.querySelector('input[type="search"]');
    if (!(dialog instanceof HTMLDialogElement) || !(input instanceof HTMLInputElement)) return;
    const open = (): void => {
      if (!dialog.open) dialog.showModal();
      input.focus();
      input.select();
      this.load().catch(() => {
        this.tell(missing, true);
      });
    };
    this.querySelector('[data-open]')?.addEventListener('click', (event) => {
      if (!(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
    this.querySelector('[data-close]')?.addEventListener('click', () => {
      dialog.close();
    });
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
    addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (dialog.open) dialog.close();
      else open();
    });
    const search = (): void => {
      void this.search(input.value);
    };
    input.addEventListener('input', search);
    for (const radio of this.querySelectorAll('input[type="radio"]')) radio.addEventListener('change', search);
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.querySelector<HTMLElement>('.found a')?.click();
    });
    dialog.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      if (event.target instanceof HTMLInputElement && event.target.type === 'radio') return;
      const stops = [input, ...this.querySelectorAll<HTMLElement>('.found a')];
      const at = stops.findIndex((stop) => stop === document.activeElement);
      stops[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
      event.preventDefault();
    });
  }

  private load(): Promise<Pagefind> {
    this.pagefind ??= withLimit(
      (async () => {
        await this.leaving;
        const address = '/pagefind/pagefind.js';
        const pagefind: Pagefind = await import(/* @vite-ignore */ address);
        await pagefind.options({ excerptLength: 18, ranking: { termSaturation: 1.2, pageLength: 0.4 } });
        await pagefind.init();
        return pagefind;
      })(),
    );
    return this.pagefind;
  }

  private async search(query: string): Promise<void> {
    const mine = ++this.turn;
    const words = query.trim().slice(0, 200);
    if (words === '') {
      this.show([]);
      this.tell('', false);
      return;
    }
    try {
      const pagefind = await this.load();
      const category = this.querySelector<HTMLInputElement>('input[type="radio"]:checked')?.value ?? '';
      const answer = await withLimit(pagefind.debouncedSearch(words, category === '' ? {} : { filters: { category } }, 60));
      if (mine !== this.turn || answer === null) return;
      const found = await withLimit(Promise.all(answer.results.slice(0, 24).map((result) => result.data())));
      if (mine !== this.turn) return;
      this.show(ranked(found, words).slice(0, most));
      const count = answer.results.length;
      this.tell(count === 0 ? `Nothing found for “${words}”.` : count === 1 ? '1 result' : `${count} results`, count === 0);
    } catch {
      this.forget();
      if (mine === this.turn) {
        this.show([]);
        this.tell(missing, true);
      }
    }
  }

  /** Pagefind keeps a failed start. A line that failed once may be back at the next key, so the next search starts anew. */
  private forget(): void {
    const failed = this.pagefind;
    this.pagefind = undefined;
    this.leaving = withLimit(Promise.resolve(failed).then((pagefind) => pagefind?.destroy())).catch(() => undefined);
  }

  private tell(text: string, offerList: boolean): void {
    const told = this.querySelector('.found-told');
    if (!told) return;
    told.textContent = text;
    if (!offerList) return;
    const list = document.createElement('a');
    list.href = '/services/';
    list.textContent = 'See all services, A to Z';
    told.append(' ', list, '.');
  }

  private show(found: readonly Found[]): void {
    this.querySelector('.found ol')?.replaceChildren(...found.map(resultItem));
  }
}

const missing = 'The search index could not be loaded.';

/** A page whose own name the query is goes first: "Config" means AWS Config before any page that mentions it. */
function ranked(found: readonly Found[], query: string): Found[] {
  const wanted = slug(query);
  const named = (each: Found): boolean => (each.meta['names'] ?? '').split('|').some((name) => slug(name) === wanted);
  return [...found.filter(named), ...found.filter((each) => !named(each))];
}

function resultItem(found: Found): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = found.url;
  const title = document.createElement('strong');
  title.textContent = found.meta['title'] ?? found.url;
  link.append(title);
  const kind = [found.meta['category'], found.meta['area']].filter((each) => each !== undefined).join(' · ');
  if (kind !== '') {
    const small = document.createElement('small');
    small.textContent = ` ${kind}`;
    link.append(small);
  }
  const excerpt = document.createElement('span');
  excerpt.className = 'excerpt';
  excerpt.append(...excerptNodes(found.excerpt));
  link.append(excerpt);
  item.append(link);
  return item;
}

/** The excerpt's text and marks, and no other markup whatever the index holds. */
function excerptNodes(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return [...parsed.body.childNodes].map((node) => {
    if (!(node instanceof HTMLElement) || node.localName !== 'mark') return document.createTextNode(node.textContent ?? '');
    const mark = document.createElement('mark');
    mark.textContent = node.textContent;
    return mark;
  });
}

function withLimit<T>(work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      setTimeout(() => {
        reject(new Error(`no answer within ${patience} ms`));
      }, patience);
    }),
  ]);
}

customElements.define('tide-search', TideSearch);
