// The explorer: address → filter → scene → drawing, onto the bands that the build drew.
import { drawMatrix } from '../drawings/matrix.ts';
import { drawSplit, drawSplitPanel } from '../drawings/split.ts';
import { matrixRow, matrixScene } from '../scenes/matrix.ts';
import type { MatrixRow } from '../scenes/matrix.ts';
import { countsScene, splitScene } from '../scenes/split.ts';
import type { SplitScene } from '../scenes/split.ts';
import { serviceHref, unpackServices } from '../model/split/page-data.ts';
import type { ExplorerPageData } from '../model/split/page-data.ts';
import { countChoices, describeFilter, filterServices, nameChosen, noFilter, sortChosen } from '../model/split/filter.ts';
import type { ChoiceCounts, Chosen, Filter, Outline } from '../model/split/filter.ts';
import type { Cell } from '../model/record/schema.ts';
import { servicesTable, splitTable } from '../model/split/table.ts';
import { isLayerId, mapLayers } from '../model/vocabulary.ts';
import type { LayerId } from '../model/vocabulary.ts';
import { describeUnknown, formatFilter, formatServiceRef, formatSort, parseFilter, parseSort } from '../model/address.ts';
import { readPageData } from './page-data.ts';
import { motion, showLayer, upgradeSplit } from './split.ts';
import { upgradeShare } from './share.ts';
import type { View } from './share.ts';

class TideExplorer extends HTMLElement {
  connectedCallback(): void {
    const data = readPageData<ExplorerPageData>(this);
    const list = this.querySelector<HTMLElement>('ol.split');
    const form = this.querySelector('form');
    if (!data || !list || !form) return;
    const services = unpackServices(data);
    const known = { services, areas: data.areas };
    let filter: Filter = noFilter;
    let turn = 0;
    /** What is drawn, with the list of one layer's panel. */
    let sceneWith: ((layer: LayerId | undefined) => SplitScene) | undefined;
    let view: View | undefined;
    const made = new Map<Chosen['option'], MatrixRow>();
    const every = services.flatMap((service) => service.options.map((option) => ({ service, option })));
    const rowOf = (chosen: Chosen): MatrixRow => {
      const row = made.get(chosen.option) ?? matrixRow(data.layers, chosen, hrefOf(chosen));
      made.set(chosen.option, row);
      return row;
    };

    const drawRows = (chosen: readonly Chosen[]): void => {
      const matrix = this.querySelector('[data-matrix]');
      if (matrix) drawMatrix(matrix, matrixScene(data.layers, sortChosen(every, filter.sort).map(rowOf), chosen, filter.sort));
    };

    const draw = async (duration: number): Promise<void> => {
      const mine = ++turn;
      const chosen = filterServices(services, filter);
      const [only] = chosen.length === 1 && filter.services.length === 1 ? chosen : [];
      this.tell(chosen, services.length, filter);
      markChoices(form, countChoices(services, filter, data.areas));
      view = undefined;
      const split = only && (await fetchSplit(only));
      if (mine !== turn) return;
      if (only && !split)
        this.notice('The details of this service could not be loaded. Its page has them all; the drawing shows who is responsible.');
      sceneWith = (layer) => (split ? splitScene(data.layers, split) : countsScene(data.layers, chosen, hrefOf, { panel: layer }));
      const scene = sceneWith(filter.layer);
      view = {
        title: only ? nameChosen(only) : describeFilter(filter, chosen.length, services.length, data.layers),
        file: only ? `${only.service.id}.${only.option.id}` : 'tideline-services',
        table: () => (split ? splitTable(data.layers, split) : servicesTable(data.layers, sortChosen(chosen, filter.sort))),
        split: scene,
      };
      const drawDiagram = (): void => {
        drawSplit(list, scene, { duration, group: list.dataset['group'] ?? 'layer', panel: filter.layer });
        showLayer(list, filter.layer);
      };
      if (duration === 0) {
        drawDiagram();
        drawRows(chosen);
        return;
      }
      // The choice and what it leaves are on the screen first, then the edges begin to move, then the rows follow:
      // each in a frame of its own, so that none waits for another.
      for (const step of [
        drawDiagram,
        (): void => {
          drawRows(chosen);
        },
      ]) {
        await painted();
        if (mine !== turn) return;
        step();
      }
    };

    const fromAddress = (duration: number): void => {
      const parsed = parseFilter(location.search, known);
      filter = parsed.filter;
      this.notice(describeUnknown(parsed.unknown));
      fillForm(form, filter);
      void draw(duration);
    };

    // On the whole element: the order stands beside the table, outside of the form's markup.
    this.addEventListener('change', (event) => {
      if (!(event.target instanceof Element) || !event.target.matches('form *, [form]')) return;
      // Asked before anything is changed: the browser answers it from finished styles only.
      const duration = motion();
      filter = readForm(form, known);
      fillForm(form, filter);
      this.notice('');
      pushAddress(formatFilter(filter) || location.pathname);
      void draw(duration);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      filter = noFilter;
      fillForm(form, filter);
      this.notice('');
      pushAddress(location.pathname);
      void draw(motion());
    });
    const fill = (layer: LayerId | undefined): void => {
      if (sceneWith && layer !== undefined) drawSplitPanel(list, sceneWith(layer), layer);
    };
    // Before the browser opens it, so that no earlier list is seen for a frame; what opens without a click is filled right after.
    list.addEventListener('click', (event) => {
      const summary = event.target instanceof Element ? event.target.closest('summary') : null;
      const layer = summary?.closest('[data-layer]')?.getAttribute('data-layer') ?? '';
      if (isLayerId(layer)) fill(layer);
    });
    addEventListener('beforeprint', () => {
      for (const { id } of data.layers) fill(id);
    });
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-matrix] thead button')) {
      button.disabled = false;
      button.addEventListener('click', () => {
        const by = parseSort(button.closest('[data-by]')?.getAttribute('data-by') ?? '')?.by ?? 'name';
        const current = filter.sort ?? { by: 'name', reversed: false };
        const sort = { by, reversed: current.by === by && !current.reversed };
        filter = { ...filter, sort: formatSort(sort) === '' ? undefined : sort };
        fillForm(form, filter);
        pushAddress(formatFilter(filter) || location.pathname);
        void draw(0);
      });
    }
    upgradeShare(this, () => view);
    upgradeSplit(list, (layer) => {
      fill(layer);
      // Whoever asks for a party has chosen the layer it is about; looking into another one does not change the question.
      if (layer === filter.layer || filter.party !== undefined) return;
      filter = { ...filter, layer };
      fillForm(form, filter);
      markChoices(form, countChoices(services, filter, data.areas));
      history.replaceState(null, '', formatFilter(filter) || location.pathname);
    });
    addEventListener('popstate', () => {
      fromAddress(motion());
    });
    fromAddress(0);
  }

  private notice(text: string): void {
    const notice = this.querySelector<HTMLElement>('[data-notice]');
    if (!notice) return;
    notice.hidden = text === '';
    notice.textContent = text;
  }

  private tell(chosen: readonly Chosen[], total: number, filter: Filter): void {
    const told = this.querySelector('[data-told]');
    if (!told) return;
    const [only] = chosen;
    if (only && filter.services.length === 1 && chosen.length === 1) {
      told.replaceChildren(nameChosen(only), ' · ', link(serviceHref(only.service, only.option.id), 'open its page'));
    } else if (chosen.length === 0) told.textContent = `No service of ${total} is left: choose another category, area or service.`;
    else told.textContent = chosen.length === total ? `All ${total} services` : `${chosen.length} of ${total} services`;
  }
}

/** To save where the page is scrolled to, the browser lays it out anew: so after the frame, when that is done anyway. */
function pushAddress(address: string): void {
  void painted().then(() => {
    history.pushState(null, '', address);
  });
}

/** Once the next frame is on the screen. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(resolve, 0);
    });
  });
}

function link(href: string, text: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.textContent = text;
  return anchor;
}

interface PublishedOptions {
  readonly options: readonly { readonly id: string; readonly split: Readonly<Record<LayerId, Cell>> }[];
}

/** The phrases of one option, from the public data file; undefined if it cannot be had. */
async function fetchSplit({ service, option }: Chosen): Promise<Record<LayerId, Cell> | undefined> {
  try {
    const answer = await fetch(`/data/v1/services/${service.id}.json`);
    if (!answer.ok) return undefined;
    const published: PublishedOptions = await answer.json();
    const split = published.options.find((each) => each.id === option.id)?.split;
    return split && mapLayers((layer) => split[layer]);
  } catch {
    return undefined;
  }
}

function readForm(form: HTMLFormElement, known: { readonly services: readonly Outline[]; readonly areas: readonly string[] }): Filter {
  const values = new FormData(form);
  const query = new URLSearchParams();
  for (const key of ['category', 'area', 'services', 'layer', 'party', 'sort']) {
    const value = values.get(key);
    if (typeof value === 'string' && value !== '') query.set(key, value);
  }
  return parseFilter(query.toString(), known).filter;
}

/** Beside each choice the number of services it would leave. */
function markChoices(form: HTMLFormElement, counts: ChoiceCounts): void {
  for (const radio of form.querySelectorAll<HTMLInputElement>('input[type="radio"]')) {
    const of = radio.name === 'category' ? counts.category : radio.name === 'area' ? counts.area : counts.party;
    const count = of.get(radio.value);
    const shown = radio.parentElement?.querySelector('.n');
    const text = count === undefined ? '' : String(count);
    if (shown && shown.textContent !== text) shown.textContent = text;
    if (radio.name === 'party' && radio.value !== '') radio.disabled = count === undefined;
  }
}

function fillForm(form: HTMLFormElement, filter: Filter): void {
  for (const radio of form.querySelectorAll<HTMLInputElement>('input[type="radio"]')) {
    const wanted = { category: filter.category, area: filter.area, party: filter.party }[radio.name] ?? '';
    const checked = radio.value === wanted;
    if (radio.checked !== checked) radio.checked = checked;
  }
  const layer = form.querySelector<HTMLSelectElement>('select[name="layer"]');
  if (layer) layer.value = filter.layer ?? '';
  const order = form.elements.namedItem('sort');
  if (order instanceof HTMLSelectElement) {
    order.value = formatSort(filter.sort);
    // An order that only a head of the table gives has no entry of its own: the list names what it is about.
    if (order.value !== formatSort(filter.sort)) order.value = filter.sort?.by === 'name' ? '' : (filter.sort?.by ?? '');
  }
  const select = form.querySelector<HTMLSelectElement>('select[name="services"]');
  const [ref] = filter.services;
  if (!select) return;
  // The list names a service's default option by the service alone, as the shortest address does.
  const exact = ref && filter.services.length === 1 ? formatServiceRef(ref) : '';
  if (select.value === exact) return;
  select.value = exact;
  if (select.value !== exact && ref) select.value = ref.service;
}

const hrefOf = ({ service, option }: Chosen): string => serviceHref(service, option.id);

customElements.define('tide-explorer', TideExplorer);
