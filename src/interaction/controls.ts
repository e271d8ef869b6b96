// The list of controls: filters its rows by the address, which the form changes, and shows the row that a link leads to.
import { severityIds } from '../model/severity.ts';
import { describeUnknownControls, formatControlQuery, parseControlQuery } from '../model/control/address.ts';
import { controlTable, countControls, countSeverities, matchesControl, noControlQuery } from '../model/control/list.ts';
import type { ControlKey, ControlQuery, ControlRow } from '../model/control/list.ts';
import { setAddress } from './address-bar.ts';
import { tell } from './notice.ts';
import { readPageData } from './page-data.ts';
import { upgradeShare } from './share.ts';

/** A row of the page with what filtering needs of it. */
interface Item extends ControlKey {
  readonly row: HTMLElement;
}

class TideControls extends HTMLElement {
  connectedCallback(): void {
    const data = readPageData<{ readonly services: readonly string[] }>(this);
    const form = this.querySelector('form');
    if (!data || !form) return;
    const items = [...this.querySelectorAll<HTMLElement>('[data-item]')].flatMap(readItem);
    const all = countControls(items);
    let query: ControlQuery = noControlQuery;
    const shown = (): Item[] => items.filter((item) => matchesControl(item, query));

    const show = (): void => {
      const left = new Set(shown());
      for (const item of items) item.row.hidden = !left.has(item);
      const filtered = left.size < items.length;
      for (const group of this.querySelectorAll<HTMLDetailsElement>('details[data-service]')) {
        const count = group.querySelectorAll('[data-item]:not([hidden])').length;
        group.hidden = count === 0;
        // What a reader asked for stands open; the whole list is folded, as it was loaded.
        if (group.open !== filtered) group.open = filtered;
        setText(group.querySelector('.tallies > span'), `${count} ${count === 1 ? 'control' : 'controls'}`);
      }
      const counts = countSeverities(items, query);
      for (const radio of form.querySelectorAll<HTMLInputElement>('input[type="radio"]'))
        setText(radio.parentElement?.querySelector('.n'), String(counts.get(radio.value) ?? 0));
      setText(this.querySelector('[data-status]'), describe([...left], all));
      this.toTarget();
    };
    const fromAddress = (): void => {
      const parsed = parseControlQuery(location.search, data.services);
      query = parsed.query;
      tell(this, describeUnknownControls(parsed.unknown));
      fillForm(form, query);
      show();
    };
    const choose = (chosen: ControlQuery): void => {
      query = chosen;
      fillForm(form, query);
      tell(this, '');
      setAddress(formatControlQuery(query) || location.pathname, true);
      show();
    };

    form.addEventListener('change', () => {
      choose(readForm(form, data.services));
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      choose(noControlQuery);
    });
    addEventListener('popstate', fromAddress);
    upgradeShare(this, () => ({
      title: 'Checks that can show your part',
      file: ['tideline-controls', query.service, query.layer, query.severity].filter((part) => part !== undefined).join('-'),
      table: () => Promise.resolve(controlTable(shown().map(readRow))),
    }));
    fromAddress();
    this.dataset['live'] = '';
  }

  /** Opens the service of the control that the address leads to, so that it is in view. */
  private toTarget(): void {
    const row = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    const group = row?.closest('details');
    if (!row || row.hidden || !group || !this.contains(row)) return;
    group.open = true;
    row.scrollIntoView({ block: 'center' });
  }
}

/** Reads a row that the build wrote; none if it lacks a part. */
function readItem(row: HTMLElement): Item[] {
  const severity = severityIds.find((id) => id === row.dataset['severity']);
  const service = row.closest<HTMLElement>('[data-service]')?.dataset['service'];
  if (severity === undefined || service === undefined) return [];
  return [{ row, service, severity, id: textOf(row, 'th'), layers: row.dataset['item']?.split(' ') ?? [] }];
}

function readRow({ row, id }: Item): ControlRow {
  return {
    id,
    service: textOf(row.closest('[data-service]'), 'h2'),
    duties: [...row.querySelectorAll('.duties-of > span')].map((duty) => {
      const options = textOf(duty, '.for');
      return options === '' ? textOf(duty, 'a') : `${textOf(duty, 'a')} (${options})`;
    }),
    shows: textOf(row, '.shows'),
    severity: textOf(row, '.severity'),
    rule: textOf(row, '.rule'),
    types: textOf(row, '.types').split(', '),
    source: row.querySelector('th a')?.getAttribute('href') ?? '',
  };
}

const textOf = (element: Element | null, selector: string): string => element?.querySelector(selector)?.textContent.trim() ?? '';

/** "21 of 316 controls in 3 services". */
function describe(left: readonly Item[], all: number): string {
  const services = new Set(left.map(({ service }) => service)).size;
  if (left.length === 0) return 'No controls match. Choose another service, layer or severity.';
  const count = countControls(left);
  const controls = count === all ? `${all} controls` : `${count} of ${all} controls`;
  return `${controls} in ${services} ${services === 1 ? 'service' : 'services'}`;
}

function readForm(form: HTMLFormElement, services: readonly string[]): ControlQuery {
  const given = new URLSearchParams();
  for (const [key, value] of new FormData(form)) if (typeof value === 'string') given.set(key, value);
  return parseControlQuery(given.toString(), services).query;
}

/** Sets the form's controls to the query. */
function fillForm(form: HTMLFormElement, query: ControlQuery): void {
  for (const radio of form.querySelectorAll<HTMLInputElement>('input[name="severity"]'))
    radio.checked = radio.value === (query.severity ?? '');
  const service = form.querySelector<HTMLSelectElement>('select[name="service"]');
  const layer = form.querySelector<HTMLSelectElement>('select[name="layer"]');
  if (service) service.value = query.service ?? '';
  if (layer) layer.value = query.layer ?? '';
}

function setText(element: Element | null | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

customElements.define('tide-controls', TideControls);
