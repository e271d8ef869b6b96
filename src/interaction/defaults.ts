// The list of what AWS leaves open or off: filters its rows by the address, which the form changes.
import { describeUnknownOpen, formatOpenQuery, parseOpenQuery } from '../model/open-address.ts';
import { countOpen, matchesOpen, noOpenQuery, openTable } from '../model/split/open.ts';
import type { OpenKey, OpenPageData, OpenQuery, OpenRow } from '../model/split/open.ts';
import { isLayerId, urgentIds } from '../model/vocabulary.ts';
import { setAddress } from './address-bar.ts';
import { tell } from './notice.ts';
import { readPageData } from './page-data.ts';
import { upgradeShare } from './share.ts';

/** A row of the page with what it says. */
interface Item extends OpenKey, OpenRow {
  readonly default: OpenKey['default'];
  readonly row: HTMLElement;
}

class TideDefaults extends HTMLElement {
  connectedCallback(): void {
    const data = readPageData<OpenPageData>(this);
    const form = this.querySelector('form');
    if (!data || !form) return;
    const items = [...this.querySelectorAll<HTMLElement>('[data-item]')].flatMap(readItem);
    let query: OpenQuery = noOpenQuery;
    const shown = (): Item[] => items.filter((item) => matchesOpen(item, query));

    const show = (): void => {
      const left = new Set(shown());
      for (const item of items) item.row.hidden = !left.has(item);
      for (const part of this.querySelectorAll<HTMLElement>('tbody')) part.hidden = !part.querySelector('[data-item]:not([hidden])');
      const filtered = left.size < items.length;
      for (const layer of this.querySelectorAll<HTMLDetailsElement>('details[data-layer]')) {
        layer.hidden = !layer.querySelector('[data-item]:not([hidden])');
        // What a reader asked for stands open; the whole list is folded, as it was loaded.
        if (layer.open !== filtered) layer.open = filtered;
        for (const tally of layer.querySelectorAll<HTMLElement>('summary [data-holds]')) {
          const group = layer.querySelector(`tbody[data-group="${tally.dataset['holds'] ?? ''}"]`);
          const count = group?.querySelectorAll('[data-item]:not([hidden])').length ?? 0;
          tally.hidden = count === 0;
          setText(tally.querySelector('.n'), String(count));
        }
      }
      const counts = countOpen(items, query).default;
      for (const radio of form.querySelectorAll<HTMLInputElement>('input[type="radio"]'))
        setText(radio.parentElement?.querySelector('.n'), String(counts.get(radio.value) ?? 0));
      setText(this.querySelector('[data-status]'), describe([...left], items.length));
    };
    const fromAddress = (): void => {
      const parsed = parseOpenQuery(location.search, data.areas);
      query = parsed.query;
      tell(this, describeUnknownOpen(parsed.unknown));
      fillForm(form, query);
      show();
    };
    const choose = (chosen: OpenQuery): void => {
      query = chosen;
      fillForm(form, query);
      tell(this, '');
      show();
      setAddress(formatOpenQuery(query) || location.pathname, true);
    };

    form.addEventListener('change', () => {
      choose(readForm(form, data.areas));
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      choose(noOpenQuery);
    });
    addEventListener('popstate', fromAddress);
    upgradeShare(this, () => ({
      title: 'What AWS leaves open or off',
      file: ['tideline-defaults', query.area, query.default, query.layer].filter((part) => part !== undefined).join('-'),
      table: () => Promise.resolve(openTable(data, shown())),
    }));
    fromAddress();
    this.dataset['live'] = '';
  }
}

/** Reads a row that the build wrote; none if it lacks a part. */
function readItem(row: HTMLElement): Item[] {
  const layer = row.closest<HTMLElement>('[data-layer]')?.dataset['layer'] ?? '';
  const id = urgentIds.find((each) => each === row.closest<HTMLElement>('[data-group]')?.dataset['group']);
  if (!isLayerId(layer) || id === undefined) return [];
  const text = (selector: string): string => row.querySelector(selector)?.textContent.trim() ?? '';
  const source = [...row.querySelectorAll('.cites a')].map((link) => link.getAttribute('href') ?? '');
  const area = row.dataset['area'] ?? '';
  return [{ row, layer, default: id, area, service: text('th a'), options: text('th .for'), task: text('.act'), source }];
}

/** "103 of 450 entries, in 75 services". */
function describe(left: readonly Item[], all: number): string {
  const services = new Set(left.map(({ service }) => service)).size;
  if (left.length === 0) return 'No entries match. Choose another area, layer or default.';
  const entries = left.length === all ? `${all} entries` : `${left.length} of ${all} entries`;
  return `${entries} in ${services} ${services === 1 ? 'service' : 'services'}`;
}

function readForm(form: HTMLFormElement, areas: readonly string[]): OpenQuery {
  const given = new URLSearchParams();
  for (const [key, value] of new FormData(form)) if (typeof value === 'string') given.set(key, value);
  return parseOpenQuery(given.toString(), areas).query;
}

/** Sets the form's controls to the query. */
function fillForm(form: HTMLFormElement, query: OpenQuery): void {
  for (const radio of form.querySelectorAll<HTMLInputElement>('input[name="default"]'))
    radio.checked = radio.value === (query.default ?? '');
  const area = form.querySelector<HTMLSelectElement>('select[name="area"]');
  const layer = form.querySelector<HTMLSelectElement>('select[name="layer"]');
  if (area) area.value = query.area ?? '';
  if (layer) layer.value = query.layer ?? '';
}

function setText(element: Element | null | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

customElements.define('tide-defaults', TideDefaults);
