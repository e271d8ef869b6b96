// The search itself: services by any name as one types, then passages out of Pagefind's index. Each answers without the other.
// Loaded once the dialog opens.
import { normalize, withoutStopWords } from '../../model/search/normalize.ts';
import type { ServiceEntry, ServiceHit, ServiceSearchData } from '../../model/search/question.ts';
import type { ServiceSearch } from './services.ts';
import type { Passages } from './passages.ts';
import type { DetailWords, Passage, PassageData } from '../../model/search/passages.ts';
import { forgetRecent, keepRecent, readRecent } from './recent.ts';

interface Found {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
  /** Passages by heading. */
  readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
}

interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<unknown>;
  /** Forgets a failed start, which init() would else keep. */
  destroy(): Promise<void>;
  debouncedSearch(
    query: string,
    options: { readonly filters?: Readonly<Record<string, string>> },
    wait: number,
  ): Promise<{
    readonly results: readonly { data(): Promise<Found> }[];
    /** How many results each value would leave. */
    readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
  } | null>;
}

/** Milliseconds after which a silent index counts as missing: blocked WebAssembly never answers. */
const patience = 8000;
const mostPages = 8;
const firstPages = 3;
/** Milliseconds to wait for another key: a search begun is not taken back. */
const pause = 30;
const mostParts = 2;
/** Nobody types more, and an address may bring anything. */
const longest = 200;

interface Option {
  readonly href: string;
  readonly title: string;
  readonly kind: string;
  readonly text: readonly Node[];
  /** A part of the page above it. */
  readonly sub?: boolean;
}

/** What the dialog calls. */
export interface Search {
  /** Answers what stands in the field; what was opened lately where nothing does. */
  readonly answer: () => void;
  /** Gets what the first key will need. */
  readonly warm: () => void;
}

/** Takes over the finished dialog within the element. */
export function startSearch(root: HTMLElement): Search {
  const search = new SearchDialog(root);
  search.listen();
  return {
    answer: () => {
      search.answer();
    },
    warm: () => {
      search.warm();
    },
  };
}

class SearchDialog {
  private readonly root: HTMLElement;
  private pagefind: Promise<Pagefind> | undefined;
  private finder: Promise<{ readonly finder: ServiceSearch; readonly data: ServiceSearchData }> | undefined;
  private passages: Promise<Passages> | undefined;
  private details: Promise<DetailWords> | undefined;
  private leaving: Promise<void> = Promise.resolve();
  private turn = 0;
  private active = -1;

  constructor(root: HTMLElement) {
    this.root = root;
  }

  warm(): void {
    // A failure is told at the first key. The engine of the pages comes along, its index with the first search.
    // The phrases of the layers come after the names: both at once would be late on a slow line.
    this.loadDetails().catch(() => undefined);
    importPagefind().catch(() => undefined);
  }

  answer(): void {
    void this.search(this.root.querySelector<HTMLInputElement>('input[name="q"]')?.value ?? '');
  }

  listen(): void {
    const input = this.root.querySelector<HTMLInputElement>('input[name="q"]');
    if (!input) return;
    const search = (): void => {
      if (location.pathname === '/search/') {
        const query = input.value.slice(0, longest);
        history.replaceState(null, '', query === '' ? '/search/' : `/search/?${new URLSearchParams({ q: query }).toString()}`);
      }
      this.answer();
    };
    input.addEventListener('input', search);
    for (const select of this.root.querySelectorAll('select')) select.addEventListener('change', search);
    // Kept before the page is left, however it is left.
    this.root.querySelector('.found')?.addEventListener('click', (event) => {
      const chosen = event.target instanceof Element ? event.target.closest('a') : null;
      if (chosen) keep(chosen);
    });
    this.root.querySelector('[data-forget]')?.addEventListener('click', () => {
      forgetRecent();
      this.showRecent();
      input.focus();
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
        keep(chosen);
        if (event.ctrlKey || event.metaKey) openBeside(chosen.href);
        else location.assign(chosen.href);
      }
    });
  }

  private options(group?: 'services'): HTMLAnchorElement[] {
    return [...this.root.querySelectorAll<HTMLAnchorElement>(group === undefined ? '.found a' : `[data-found="${group}"] a`)];
  }

  /** Marks one of the options, none by -1; the focus stays in the field. */
  private activate(at: number): void {
    this.active = at;
    const input = this.root.querySelector('input[name="q"]');
    this.options().forEach((option, index) => {
      option.setAttribute('aria-selected', String(index === at));
      if (index !== at) return;
      option.scrollIntoView({ block: 'nearest' });
      input?.setAttribute('aria-activedescendant', option.id);
    });
    if (at < 0) input?.removeAttribute('aria-activedescendant');
  }

  private loadFinder(): Promise<{ readonly finder: ServiceSearch; readonly data: ServiceSearchData }> {
    this.finder ??= withLimit(
      (async () => {
        const [{ makeServiceSearch }, answer] = await Promise.all([import('./services.ts'), fetch('/search/services.json')]);
        if (!answer.ok) throw new Error(`/search/services.json: ${answer.status}`);
        const data: ServiceSearchData = await answer.json();
        return { finder: makeServiceSearch(data.services), data };
      })(),
    ).catch((error: unknown) => {
      // The next key tries again.
      this.finder = undefined;
      throw error;
    });
    return this.finder;
  }

  private loadPassages(): Promise<Passages> {
    this.passages ??= (async () => {
      const { data } = await this.loadFinder();
      return withLimit(
        (async () => {
          const [{ makePassages }, answer] = await Promise.all([import('./passages.ts'), fetch('/search/passages.json')]);
          if (!answer.ok) throw new Error(`/search/passages.json: ${answer.status}`);
          const passages: PassageData = await answer.json();
          return makePassages(passages, data);
        })(),
      );
    })().catch((error: unknown) => {
      this.passages = undefined;
      throw error;
    });
    return this.passages;
  }

  private loadDetails(): Promise<DetailWords> {
    this.details ??= (async () => {
      await this.loadPassages();
      const answer = await withLimit(fetch('/search/details.json'));
      if (!answer.ok) throw new Error(`/search/details.json: ${answer.status}`);
      const details: DetailWords = await answer.json();
      return details;
    })().catch((error: unknown) => {
      this.details = undefined;
      throw error;
    });
    return this.details;
  }

  private load(): Promise<Pagefind> {
    this.pagefind ??= withLimit(
      (async () => {
        await this.leaving;
        // A hundred kilobytes follow; the line belongs to the passages until they are there.
        await this.loadDetails().catch(() => undefined);
        const pagefind = await importPagefind();
        try {
          // One file less to wait for; its work takes milliseconds.
          await pagefind.options({ noWorker: true, excerptLength: 18, ranking: { termSaturation: 1.2, pageLength: 0.4 } });
          await pagefind.init();
        } catch (error) {
          // It would keep the failed start.
          await pagefind.destroy();
          throw error;
        }
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
      this.show('passages', []);
      this.show('pages', []);
      this.showRecent();
      this.tell('');
      return;
    }
    this.show('recent', []);
    let services: readonly ServiceHit[] | undefined;
    let near: readonly ServiceEntry[] = [];
    try {
      const { finder, data } = await this.loadFinder();
      if (mine !== this.turn) return;
      services = finder.find(words);
      if (services.length === 0) near = finder.suggest(words);
      this.show(
        'services',
        services.map((hit) => serviceOption(hit, data)),
      );
      if (services.length > 0) this.tell(counted(services.length, 'service'));
    } catch {
      if (mine === this.turn) this.show('services', []);
    }
    const shown = new Set(this.options('services').map((option) => option.pathname));
    let passages: readonly Passage[] = [];
    try {
      const found = await this.loadPassages();
      if (mine !== this.turn) return;
      passages = found.find(words, this.keeps());
      if (passages.length === 0) {
        const details = await this.loadDetails();
        if (mine !== this.turn) return;
        passages = found.findDetails(words, this.keeps(), details);
      }
    } catch {
      // The full text holds them too, and says so where it fails.
    }
    if (mine !== this.turn) return;
    this.show(
      'passages',
      passages.map((each) => ({ href: each.href, title: each.title, kind: each.kind, text: [document.createTextNode(each.text)] })),
    );
    let pages: number | undefined;
    try {
      const pagefind = await this.load();
      const answer = await withLimit(pagefind.debouncedSearch(wordsThatTell(words), { filters: this.filters() }, pause));
      if (mine !== this.turn || answer === null) return;
      pages = answer.results.length;
      // The first few as soon as they are there, then the others: each is a file of its own.
      const found: Found[] = [];
      for (const [from, to] of [
        [0, firstPages],
        [firstPages, mostPages + shown.size],
      ] as const) {
        found.push(...(await withLimit(Promise.all(answer.results.slice(from, to).map((result) => result.data())))));
        if (mine !== this.turn) return;
        const others = found.filter((each) => !shown.has(new URL(each.url, location.href).pathname));
        this.show('pages', others.slice(0, mostPages).flatMap(pageOptions));
      }
    } catch {
      this.forget();
      if (mine !== this.turn) return;
      this.show('pages', []);
    }
    this.tellAll(words, services, passages.length, pages, near);
    if (pages !== undefined) await this.countFilters(words, mine);
  }

  /** What was found, what could not be searched, and a way on where that is needed. */
  private tellAll(
    words: string,
    services: readonly ServiceHit[] | undefined,
    passages: number,
    pages: number | undefined,
    near: readonly ServiceEntry[],
  ): void {
    const found = [
      ...(services === undefined || services.length === 0 ? [] : [counted(services.length, 'service')]),
      ...(passages === 0 ? [] : [counted(passages, 'layer or lesson', 'layers and lessons')]),
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
    const told = this.root.querySelector('.found-told');
    if (near.length > 0 && nothing !== '') {
      told?.append(' Did you mean ');
      near.forEach((entry, index) => told?.append(...(index === 0 ? [] : [', ']), link(entry.url, entry.short)));
      told?.append('?');
    }
    told?.append(' ', link('/services/', 'See all services, A to Z'), ' or ', link('/search/#areas', 'by area'), '.');
  }

  private filters(): Record<string, string> {
    const chosen = [...this.root.querySelectorAll<HTMLSelectElement>('select[data-filter]')].filter(({ value }) => value !== '');
    return Object.fromEntries(chosen.map((select) => [select.dataset['filter'] ?? '', select.value]));
  }

  /** Whether the filters leave what is of this kind: "Database · Managed", "Guide". */
  private keeps(): (kind: string) => boolean {
    const { kind: wanted, ...others } = this.filters();
    return (kind) =>
      (wanted === undefined || (wanted === 'Guide') === (kind === 'Guide')) && Object.values(others).every((name) => kind.includes(name));
  }

  /** Beside each choice how many pages it would leave. That takes files of its own, so it comes after what was found. */
  private async countFilters(words: string, mine: number): Promise<void> {
    try {
      const pagefind = await this.load();
      await withLimit(pagefind.filters());
      const answer =
        mine === this.turn ? await withLimit(pagefind.debouncedSearch(wordsThatTell(words), { filters: this.filters() }, 0)) : null;
      if (mine !== this.turn || answer === null) return;
      for (const option of this.root.querySelectorAll<HTMLOptionElement>('select[data-filter] option[data-name]')) {
        const name = option.dataset['name'] ?? '';
        const key = option.closest('select')?.dataset['filter'] ?? '';
        option.textContent = `${name} (${answer.filters[key]?.[name] ?? 0})`;
      }
    } catch {
      // The results stand without counts.
    }
  }

  private showRecent(): void {
    this.show(
      'recent',
      readRecent().map(({ href, title }) => ({ href, title, kind: '', text: [] })),
    );
  }

  /** Pagefind keeps a failed start. A line that failed once may be back at the next key, so the next search starts anew. */
  private forget(): void {
    const failed = this.pagefind;
    this.pagefind = undefined;
    this.leaving = withLimit(Promise.resolve(failed).then((pagefind) => pagefind?.destroy())).catch(() => undefined);
  }

  private tell(text: string): void {
    const told = this.root.querySelector('.found-told');
    if (told) told.textContent = text;
  }

  private show(group: 'services' | 'passages' | 'pages' | 'recent', options: readonly Option[]): void {
    const list = this.root.querySelector(`[data-found="${group}"]`);
    list?.replaceChildren(...options.map((option, index) => optionLink(option, `tl-found-${group}-${index}`)));
    const box = list?.parentElement;
    if (box) box.hidden = options.length === 0;
    const forget = this.root.querySelector<HTMLElement>('.found-forget');
    if (forget && group === 'recent') forget.hidden = options.length === 0;
    const any = this.options().length > 0;
    const listbox = this.root.querySelector<HTMLElement>('.found');
    if (listbox) listbox.hidden = !any;
    this.root.querySelector('input[name="q"]')?.setAttribute('aria-expanded', String(any));
    // Pages that arrive later take away nobody's choice among the services.
    this.activate(this.active < this.options().length ? this.active : -1);
  }
}

/** The engine alone: 13 kB, without its index. */
function importPagefind(): Promise<Pagefind> {
  const address = '/pagefind/pagefind.js';
  return import(/* @vite-ignore */ address);
}

const counted = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
const openBeside = (href: string): void => {
  window.open(href, '_blank', 'noopener');
};

function link(href: string, text: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.textContent = text;
  return anchor;
}

function serviceOption({ entry, layer }: ServiceHit, { layers }: ServiceSearchData): Option {
  const name = layer === undefined ? '' : layers[layer];
  if (!entry) return { href: `/explore/?layer=${layer ?? ''}`, title: name, kind: 'Every service', text: [] };
  return {
    href: layer === undefined ? entry.url : `${entry.url}?layer=${layer}`,
    title: layer === undefined ? entry.short : `${entry.short}: ${name}`,
    kind: entry.kind,
    text: [document.createTextNode(entry.what)],
  };
}

/** A page, and the passages in it that stand under headings of their own. */
function pageOptions(found: Found): Option[] {
  const title = found.meta['title'] ?? found.url;
  const kind = [found.meta['category'], found.meta['area']].filter((each) => each !== undefined).join(' · ');
  const parts = found.sub_results.filter((part) => part.url.includes('#') && part.title !== title).slice(0, mostParts);
  return [
    { href: found.url, title, kind, text: excerptNodes(found.excerpt) },
    ...parts.map((part) => ({ href: part.url, title: part.title, kind: '', text: excerptNodes(part.excerpt), sub: true })),
  ];
}

/** "who patches the os" is "patches os": every page has "the". */
function wordsThatTell(words: string): string {
  const left = withoutStopWords(normalize(words).split(' '));
  return left.length > 0 ? left.join(' ') : words;
}

function keep(chosen: HTMLAnchorElement): void {
  const title = chosen.querySelector('strong')?.textContent ?? '';
  keepRecent({ href: `${chosen.pathname}${chosen.search}${chosen.hash}`, title });
}

function optionLink({ href, title, kind, text, sub = false }: Option, id: string): HTMLAnchorElement {
  const anchor = link(href, '');
  anchor.id = id;
  if (sub) anchor.className = 'sub';
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
