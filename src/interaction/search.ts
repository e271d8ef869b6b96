// The search dialog: services by any name as one types, then passages out of Pagefind's index. Each answers without the other.
import type { FinderData, FinderEntry } from '../model/finder.ts';
import type { Finder, Hit } from './finder.ts';

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
const mostPages = 8;
/** Nobody types more, and an address may bring anything. */
const longest = 200;

interface Option {
  readonly href: string;
  readonly title: string;
  readonly kind: string;
  readonly text: readonly Node[];
}

class TideSearch extends HTMLElement {
  private pagefind: Promise<Pagefind> | undefined;
  private finder: Promise<{ readonly finder: Finder; readonly data: FinderData }> | undefined;
  private leaving: Promise<void> = Promise.resolve();
  private turn = 0;
  private active = -1;

  connectedCallback(): void {
    const dialog = this.querySelector('dialog');
    const input = this.querySelector<HTMLInputElement>('input[name="q"]');
    if (!(dialog instanceof HTMLDialogElement) || !input) return;
    const button = this.querySelector('[data-open]');
    const open = (): void => {
      if (!dialog.open) dialog.showModal();
      input.focus();
      input.select();
      // What will be needed at the first key; a failure is told then.
      this.loadFinder().catch(() => undefined);
    };
    button?.addEventListener('click', (event) => {
      if (!(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
    button?.addEventListener('pointerenter', () => {
      this.loadFinder().catch(() => undefined);
    });
    document.querySelector('[data-search-open]')?.addEventListener('click', open);
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
      if (location.pathname === '/search/') {
        const query = input.value.slice(0, longest);
        history.replaceState(null, '', query === '' ? '/search/' : `/search/?${new URLSearchParams({ q: query }).toString()}`);
      }
      void this.search(input.value);
    };
    input.addEventListener('input', search);
    for (const radio of this.querySelectorAll('input[type="radio"]')) radio.addEventListener('change', search);
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    input.addEventListener('keydown', (event) => {
      const options = this.options();
      const to = { ArrowDown: this.active + 1, ArrowUp: this.active < 0 ? options.length - 1 : this.active - 1 }[event.key];
      if (to !== undefined) {
        this.activate(to >= options.length ? -1 : to);
        event.preventDefault();
      } else if (event.key === 'Enter') {
        event.preventDefault();
        const chosen = options[Math.max(this.active, 0)];
        if (!chosen) return;
        if (event.ctrlKey || event.metaKey) openBeside(chosen.href);
        else location.assign(chosen.href);
      }
    });
    const asked = location.pathname === '/search/' ? (new URLSearchParams(location.search).get('q') ?? '') : '';
    if (asked !== '') {
      input.value = asked.slice(0, longest);
      open();
      void this.search(input.value);
    }
  }

  private options(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('.found a')];
  }

  /** Marks one of the options, none by -1; the focus stays in the field. */
  private activate(at: number): void {
    this.active = at;
    const input = this.querySelector('input[name="q"]');
    this.options().forEach((option, index) => {
      option.setAttribute('aria-selected', String(index === at));
      if (index !== at) return;
      option.scrollIntoView({ block: 'nearest' });
      input?.setAttribute('aria-activedescendant', option.id);
    });
    if (at < 0) input?.removeAttribute('aria-activedescendant');
  }

  private loadFinder(): Promise<{ readonly finder: Finder; readonly data: FinderData }> {
    this.finder ??= withLimit(
      (async () => {
        const [{ makeFinder }, answer] = await Promise.all([import('./finder.ts'), fetch('/search/services.json')]);
        if (!answer.ok) throw new Error(`/search/services.json: ${answer.status}`);
        const data: FinderData = await answer.json();
        return { finder: makeFinder(data.services), data };
      })(),
    ).catch((error: unknown) => {
      // The next key tries again.
      this.finder = undefined;
      throw error;
    });
    return this.finder;
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
    this.active = -1;
    const words = query.trim().slice(0, longest);
    if (words === '') {
      this.show('services', []);
      this.show('pages', []);
      this.tell('');
      return;
    }
    let services: readonly Hit[] | undefined;
    let near: readonly FinderEntry[] = [];
    try {
      const { finder, data } = await this.loadFinder();
      if (mine !== this.turn) return;
      services = finder.find(words);
      if (services.length === 0) near = finder.near(words);
      this.show(
        'services',
        services.map((hit) => serviceOption(hit, data)),
      );
      if (services.length > 0) this.tell(counted(services.length, 'service'));
    } catch {
      if (mine === this.turn) this.show('services', []);
    }
    const shown = new Set(this.options().map((option) => option.pathname));
    let pages: number | undefined;
    try {
      const pagefind = await this.load();
      const category = this.querySelector<HTMLInputElement>('input[type="radio"]:checked')?.value ?? '';
      const answer = await withLimit(pagefind.debouncedSearch(words, category === '' ? {} : { filters: { category } }, 60));
      if (mine !== this.turn || answer === null) return;
      const found = await withLimit(Promise.all(answer.results.slice(0, 24).map((result) => result.data())));
      if (mine !== this.turn) return;
      pages = answer.results.length;
      const others = found.filter((each) => !shown.has(new URL(each.url, location.href).pathname));
      this.show('pages', others.slice(0, mostPages).map(pageOption));
    } catch {
      this.forget();
      if (mine !== this.turn) return;
      this.show('pages', []);
    }
    this.tellAll(words, services, pages, near);
  }

  /** What was found, what could not be searched, and a way on where that is needed. */
  private tellAll(words: string, services: readonly Hit[] | undefined, pages: number | undefined, near: readonly FinderEntry[]): void {
    const found = [
      ...(services === undefined || services.length === 0 ? [] : [counted(services.length, 'service')]),
      ...(pages === undefined || pages === 0 ? [] : [counted(pages, 'page')]),
    ].join(', ');
    const missing = [
      ...(services === undefined ? ['The list of names could not be loaded.'] : []),
      ...(pages === undefined ? ['The text of the pages could not be loaded, so only names were searched.'] : []),
    ];
    const nothing =
      found === '' && missing.length < 2 ? `Nothing found for “${words.length > 60 ? `${words.slice(0, 59)}…` : words}”.` : '';
    this.tell([found === '' ? nothing : missing.length > 0 ? `${found}.` : found, ...missing].filter((text) => text !== '').join(' '));
    if (found !== '' && missing.length === 0) return;
    const told = this.querySelector('.found-told');
    if (near.length > 0 && nothing !== '') {
      told?.append(' Did you mean ');
      near.forEach((entry, index) => told?.append(...(index === 0 ? [] : [', ']), link(entry.url, entry.short)));
      told?.append('?');
    }
    told?.append(' ', link('/services/', 'See all services, A to Z'), ' or ', link('/search/#areas', 'by area'), '.');
  }

  /** Pagefind keeps a failed start. A line that failed once may be back at the next key, so the next search starts anew. */
  private forget(): void {
    const failed = this.pagefind;
    this.pagefind = undefined;
    this.leaving = withLimit(Promise.resolve(failed).then((pagefind) => pagefind?.destroy())).catch(() => undefined);
  }

  private tell(text: string): void {
    const told = this.querySelector('.found-told');
    if (told) told.textContent = text;
  }

  private show(group: 'services' | 'pages', options: readonly Option[]): void {
    const list = this.querySelector(`[data-found="${group}"]`);
    list?.replaceChildren(...options.map((option, index) => optionLink(option, `tl-found-${group}-${index}`)));
    const box = list?.parentElement;
    if (box) box.hidden = options.length === 0;
    const any = this.options().length > 0;
    const listbox = this.querySelector<HTMLElement>('.found');
    if (listbox) listbox.hidden = !any;
    this.querySelector('input[name="q"]')?.setAttribute('aria-expanded', String(any));
    // Pages that arrive later take away nobody's choice among the services.
    this.activate(this.active < this.options().length ? this.active : -1);
  }
}

const counted = (count: number, what: string): string => (count === 1 ? `1 ${what}` : `${count} ${what}s`);
const openBeside = (href: string): void => {
  window.open(href, '_blank', 'noopener');
};

function link(href: string, text: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.textContent = text;
  return anchor;
}

function serviceOption({ entry, layer }: Hit, { layers }: FinderData): Option {
  const name = layer === undefined ? '' : layers[layer];
  if (!entry) return { href: `/explore/?layer=${layer ?? ''}`, title: name, kind: 'Every service', text: [] };
  return {
    href: layer === undefined ? entry.url : `${entry.url}?layer=${layer}`,
    title: layer === undefined ? entry.short : `${entry.short}: ${name}`,
    kind: entry.kind,
    text: [document.createTextNode(entry.what)],
  };
}

function pageOption(found: Found): Option {
  return {
    href: found.url,
    title: found.meta['title'] ?? found.url,
    kind: [found.meta['category'], found.meta['area']].filter((each) => each !== undefined).join(' · '),
    text: excerptNodes(found.excerpt),
  };
}

function optionLink({ href, title, kind, text }: Option, id: string): HTMLAnchorElement {
  const anchor = link(href, '');
  anchor.id = id;
  anchor.setAttribute('role', 'option');
  anchor.setAttribute('aria-selected', 'false');
  anchor.tabIndex = -1;
  const strong = document.createElement('strong');
  strong.textContent = title;
  anchor.append(strong);
  if (kind !== '') {
    const small = document.createElement('small');
    small.textContent = ` ${kind}`;
    anchor.append(small);
  }
  const excerpt = document.createElement('span');
  excerpt.className = 'excerpt';
  excerpt.append(...text);
  anchor.append(excerpt);
  return anchor;
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
