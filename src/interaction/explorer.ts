// The explorer: turns the address into a query, a scene and a drawing, and updates the bands that the build drew.
import { drawMatrix } from '../drawings/matrix.ts';
import { drawSentence } from '../drawings/sentence.ts';
import { drawSplit, drawSplitPanel } from '../drawings/split.ts';
import { matrixRow, matrixScene } from '../scenes/matrix.ts';
import type { MatrixRow } from '../scenes/matrix.ts';
import { countsScene, splitScene } from '../scenes/split.ts';
import type { ListedPanel, SplitScene } from '../scenes/split.ts';
import { unpackServices } from '../model/split/page-data.ts';
import type { ExplorerPageData } from '../model/split/page-data.ts';
import { countChoices, describeFilter, describeHolds, filterServices, nameChosen, noQuery, sortChosen } from '../model/split/filter.ts';
import type { Chosen, Filter, LensId, Query } from '../model/split/filter.ts';
import type { Names } from '../model/split/names.ts';
import { isLayerId } from '../model/vocabulary.ts';
import type { LayerId } from '../model/vocabulary.ts';
import { describeUnknown, formatQuery, formatSort, optionHref, parseQuery, parseSort } from '../model/address.ts';
import { setAddress } from './address-bar.ts';
import { planAddress } from './address-plan.ts';
import { fillForm, markChoices, readForm, setFilters } from './explorer-form.ts';
import { fetchSplit } from './fetch-split.ts';
import { keepPlace } from './place.ts';
import { tell } from './notice.ts';
import { readPageData } from './page-data.ts';
import { motion, openLayer, showLayer, upgradeSplit } from './split.ts';
import { loadTables, upgradeShare } from './share.ts';
import type { View } from './share.ts';
import { isQuick } from './time-limit.ts';

class TideExplorer extends HTMLElement {
  connectedCallback(): void {
    const data = readPageData<ExplorerPageData>(this);
    const list = this.querySelector<HTMLElement>('ol.split');
    const form = this.querySelector('form');
    if (!data || !list || !form) return;
    const services = unpackServices(data);
    const nameable = { services, areas: data.areas };
    let query: Query = noQuery;
    let turn = 0;
    const region = this.querySelector<HTMLElement>('.matrix-scroll');
    let comeBack = region ? keepPlace(region) : undefined;
    /** Makes the current scene, with the services listed in the panel of one layer or of all. */
    let sceneWith: ((panel: ListedPanel) => SplitScene) | undefined;
    let view: (() => Promise<View>) | undefined;
    /** Rows made so far, because a row never changes through the same lens. */
    const made: Readonly<Record<LensId, Map<Chosen['option'], MatrixRow>>> = { parties: new Map(), defaults: new Map() };
    const every = services.flatMap((service) => service.options.map((option) => ({ service, option })));
    const rowOf = (chosen: Chosen): MatrixRow => {
      const { lens } = query;
      const row = made[lens].get(chosen.option) ?? matrixRow(data, chosen, hrefOf(chosen), lens);
      made[lens].set(chosen.option, row);
      return row;
    };

    const drawRows = (chosen: readonly Chosen[]): void => {
      const matrix = this.querySelector('[data-matrix]');
      const { sort, lens } = query;
      if (matrix) drawMatrix(matrix, matrixScene(data, sortChosen(every, sort, lens).map(rowOf), chosen, sort, lens));
    };

    const draw = async (duration: number): Promise<void> => {
      const mine = ++turn;
      const { filter, sort, lens } = query;
      // A default in any layer leaves the address no room for a layer that was opened to read, so the list itself remembers it.
      const opened = query.layer ?? (filter.holds === undefined ? undefined : openLayer(list));
      const chosen = filterServices(services, filter);
      const [only] = chosen.length === 1 && filter.services.length === 1 ? chosen : [];
      this.announce(chosen, services.length, filter, data);
      markChoices(form, countChoices(services, query, data.areas));
      const loading = only && fetchSplit(only.service.id, only.option.id).catch(() => undefined);
      list.setAttribute('aria-busy', String(loading !== undefined));
      view = async () => {
        const loaded = await loading;
        return {
          title: only ? nameChosen(only) : describeFilter(filter, chosen.length, services.length, data),
          file: only ? `${only.service.id}.${only.option.id}` : 'tideline-services',
          table: async () => {
            const { splitTable, servicesTable } = await loadTables();
            return loaded ? splitTable(data, loaded) : servicesTable(data, sortChosen(chosen, sort, lens), lens);
          },
          split: loaded ? splitScene(data, loaded, lens) : countsScene(data, chosen, hrefOf, 'none', lens),
        };
      };
      const drawDiagram = (cells: Awaited<typeof loading>): void => {
        const scene = (panel: ListedPanel): SplitScene =>
          cells ? splitScene(data, cells, lens) : countsScene(data, chosen, hrefOf, panel, lens);
        sceneWith = scene;
        this.showLens(list, lens, cells !== undefined);
        drawSplit(list, scene(opened ?? 'none'), { duration, group: list.dataset['group'] ?? 'layer', panel: opened ?? 'none' });
        showLayer(list, opened);
      };
      if (loading && !(await isQuick(loading)) && mine === turn) {
        // The drawing of what was chosen before must not stand beside the words for what is chosen now.
        drawDiagram(undefined);
        drawRows(chosen);
      }
      const cells = await loading;
      if (mine !== turn) return;
      list.setAttribute('aria-busy', 'false');
      if (only && !cells) {
        tell(this, 'We could not load the details of this service. See them on its page; the drawing shows who is responsible.', () => {
          tell(this, '');
          void draw(0);
        });
      }
      if (duration === 0) {
        drawDiagram(cells);
        drawRows(chosen);
        comeBack?.();
        comeBack = undefined;
        return;
      }
      // Show the choice and the counts first, then move the edges, then update the rows.
      // Each step has its own frame, so that a slow one does not delay the one before it.
      for (const step of [
        (): void => {
          drawDiagram(cells);
        },
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
      const parsed = parseQuery(location.search, nameable);
      query = parsed.query;
      tell(this, describeUnknown(parsed.unknown));
      fillForm(form, query);
      void draw(duration);
    };
    const choose = (chosen: Query, duration: number): void => {
      query = chosen;
      fillForm(form, query);
      tell(this, '');
      void draw(duration);
      // The choice, the edges and the rows have a frame each.
      planAddress(formatQuery(query) || location.pathname, painted().then(painted).then(painted));
    };

    // Listen on the whole element, because the order is beside the table, outside of the form.
    this.addEventListener('change', (event) => {
      if (!(event.target instanceof Element) || !event.target.matches('form *, [form]')) return;
      // Read the preference before changing anything, because reading it later would force a style update.
      const duration = motion();
      choose(readForm(form, nameable), duration);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      // The lens says how to look, not what at.
      choose({ ...noQuery, lens: query.lens }, motion());
    });
    const fill = (layer: LayerId | undefined): void => {
      if (sceneWith && layer !== undefined) drawSplitPanel(list, sceneWith(layer), layer);
    };
    // Fill the panel before the browser opens it, so that the previous list does not show for a frame.
    // A panel that opens without a click is filled by upgradeSplit below.
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
        const current = query.sort ?? { by: 'name', reversed: false };
        const sort = { by, reversed: current.by === by && !current.reversed };
        choose({ ...query, sort: formatSort(sort) === '' ? undefined : sort }, 0);
      });
    }
    upgradeShare(this, () => view?.());
    upgradeSplit(list, (layer) => {
      fill(layer);
      // A filter by party or default belongs to its layer, so opening another layer must not change the filter.
      if (layer === query.layer || query.filter.secured !== undefined || query.filter.holds !== undefined) return;
      query = { ...query, layer };
      fillForm(form, query);
      markChoices(form, countChoices(services, query, data.areas));
      setAddress(formatQuery(query) || location.pathname, false);
    });
    addEventListener('popstate', () => {
      fromAddress(motion());
    });
    fromAddress(0);
    this.dataset['live'] = '';
  }

  /** Shows the words that belong to the lens, and the column of defaults where one service is drawn. */
  private showLens(list: HTMLElement, lens: LensId, one: boolean): void {
    const frame = list.closest('.inner');
    frame?.setAttribute('data-lens', lens);
    frame?.toggleAttribute('data-column', one);
    for (const words of this.querySelectorAll<HTMLElement>('[data-through]')) words.hidden = words.dataset['through'] !== lens;
    // The heads of the two sides say it for one service.
    const key = this.querySelector<HTMLElement>('.lens-key[data-through="parties"]');
    if (key && one) key.hidden = true;
  }

  private announce(chosen: readonly Chosen[], total: number, filter: Filter, names: Names): void {
    const status = this.querySelector('[data-status]');
    if (!status) return;
    const [only] = chosen;
    if (only && filter.services.length === 1 && chosen.length === 1)
      drawSentence(status, [{ text: `${nameChosen(only)} · ` }, { text: 'open its page', href: hrefOf(only) }]);
    else if (chosen.length === 0) drawSentence(status, [{ text: `No services match. Remove a filter: ${setFilters(filter).join(', ')}.` }]);
    else {
      const counted = chosen.length === total ? `All ${total} services` : `${chosen.length} of ${total} services`;
      drawSentence(status, [{ text: filter.holds === undefined ? counted : `${counted}. ${describeHolds(filter.holds, names)}` }]);
    }
  }
}

/** Resolves after the next frame is painted. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(resolve, 0);
    });
  });
}

const hrefOf = ({ service, option }: Chosen): string => optionHref(service, option.id);

customElements.define('tide-explorer', TideExplorer);
