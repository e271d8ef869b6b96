// The controls of the explorer: turns the address into a query, a scene and a drawing, and updates the bands that the build drew.
import { drawMatrix } from '../drawings/matrix.ts';
import { drawSplit, drawSplitPanel } from '../drawings/split.ts';
import { matrixRow, matrixScene } from '../scenes/matrix.ts';
import type { MatrixRow } from '../scenes/matrix.ts';
import { withHouse, withHouses } from '../scenes/house.ts';
import { countsScene, splitScene } from '../scenes/split.ts';
import type { ListedPanel, SplitScene } from '../scenes/split.ts';
import { unpackServices } from '../model/split/page-data.ts';
import type { ExplorerPageData } from '../model/split/page-data.ts';
import { describeFilter, describeUnit, filterKeys, withoutFilter } from '../model/split/describe-filter.ts';
import { countChoices, filterServices, nameChosen, noFilter, noQuery, sortChosen } from '../model/split/filter.ts';
import type { Chosen, LensId, Query } from '../model/split/filter.ts';
import { isLayerId } from '../model/vocabulary.ts';
import type { LayerId } from '../model/vocabulary.ts';
import { describeUnknown, formatQuery, formatSort, optionHref, parseQuery, parseSort } from '../model/address.ts';
import { setAddress } from './address-bar.ts';
import { planAddress } from './address-plan.ts';
import { markApprovals } from './explorer-approval.ts';
import { fillForm, markChoices, withChoice } from './explorer-form.ts';
import { announce } from './explorer-told.ts';
import { upgradeCells } from './matrix-cells.ts';
import { fetchSplit } from './fetch-split.ts';
import { tell } from './notice.ts';
import { readPageData } from './page-data.ts';
import { painted } from './painted.ts';
import { motion, openLayer, showLayer } from './split.ts';
import { loadTables } from './share.ts';
import type { View } from './save.ts';
import { isQuick } from './time-limit.ts';

/** What the page's small script asks of this one. */
export interface ExplorerView {
  /** Resolves once what the address says is drawn. */
  readonly drawn: Promise<void>;
  /** Draws what the control of that name said when it was used, and writes it into the address. */
  readonly choose: (name: string, values: FormData) => void;
  /** Draws all services, in the unit and through the lens that are chosen. */
  readonly clear: () => void;
  /** Takes back one condition or all, or counts every way to run a service. */
  readonly drop: (key: string) => void;
  /** Orders the table by a column, or the other way round where it is ordered by it. */
  readonly sortBy: (column: string) => void;
  /** Shows what the address says. */
  readonly fromAddress: () => void;
  /** Fills the panel of the layer that is now open, and writes it into the address. */
  readonly opened: (layer: LayerId | undefined) => void;
  readonly shared: () => Promise<View>;
}

/**
 * Shows what the address says, and returns what the controls do.
 * @param list the diagram in the element
 * @throws Error if the page carries no data
 */
export function startExplorer(root: HTMLElement, list: HTMLElement, form: HTMLFormElement): ExplorerView {
  const data = readPageData<ExplorerPageData>(root);
  if (!data) throw new Error('the page carries no data of the services');
  const services = unpackServices(data);
  const nameable = { services, areas: data.areas };
  let query: Query = noQuery;
  let turn = 0;
  /** Makes the scene of some services, or of the one whose cells are given, with the lists in the panel of one layer or of all. */
  const sceneOf =
    (chosen: readonly Chosen[], cells: Loaded, { lens, unit }: Pick<Query, 'lens' | 'unit'>) =>
    (panel: ListedPanel): SplitScene =>
      cells ? splitScene(data, cells, lens) : countsScene(data, chosen, hrefOf, { panel, lens, unit });
  const viewOf = (chosen: readonly Chosen[], only: Chosen | undefined, loading: Promise<Loaded> | undefined) => {
    const { filter, sort, lens, unit } = query;
    return async (): Promise<View> => {
      const loaded = await loading;
      return {
        title: only ? nameChosen(only) : describeFilter(describeUnit(chosen, services, unit), filter, data),
        file: only ? `${only.service.id}.${only.option.id}` : 'tideline-services',
        table: async () => {
          const { splitTable, servicesTable } = await loadTables();
          return loaded ? splitTable(data, loaded) : servicesTable(data, sortChosen(chosen, sort, lens), lens);
        },
        split: sceneOf(chosen, loaded, { lens, unit })('none'),
      };
    };
  };
  const usual = filterServices(services, noFilter);
  // The finished page shows all services.
  let scene = sceneOf(usual, undefined, noQuery);
  if (typeof siteBare === 'undefined') scene = ofHouse(scene, undefined, usual, data);
  let view = viewOf(usual, undefined, undefined);
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
    const matrix = root.querySelector('[data-matrix]');
    const { sort, lens } = query;
    if (matrix) drawMatrix(matrix, matrixScene(data, sortChosen(every, sort, lens).map(rowOf), chosen, sort, lens));
  };

  const draw = async (duration: number): Promise<void> => {
    const mine = ++turn;
    const { filter, lens, unit } = query;
    let before = openLayer(list);
    // What a reader opens or closes while a service loads holds. A default in any layer leaves the address no room for a layer that was
    // opened to read, so the list itself remembers it.
    const layerNow = (): LayerId | undefined => {
      const now = openLayer(list);
      return now === before ? (query.layer ?? (filter.holds === undefined ? undefined : now)) : now;
    };
    const chosen = filterServices(services, filter, unit);
    const [only] = chosen.length === 1 && filter.services.length === 1 ? chosen : [];
    announce(root, chosen, services, query, data);
    markChoices(form, countChoices(services, query, data.areas));
    if (typeof siteBare === 'undefined') markApprovals(form, services, query);
    const loading = only && fetchSplit(only.service.id, only.option.id).catch(() => undefined);
    list.setAttribute('aria-busy', String(loading !== undefined));
    view = viewOf(chosen, only, loading);
    const drawDiagram = (cells: Awaited<typeof loading>): void => {
      scene = sceneOf(chosen, cells, { lens, unit });
      if (typeof siteBare === 'undefined') scene = ofHouse(scene, cells && only, chosen, data);
      showLens(root, list, lens, cells !== undefined);
      const opened = layerNow();
      drawSplit(list, scene(opened ?? 'none'), { duration, group: list.dataset['group'] ?? 'layer', panel: opened ?? 'none' });
      showLayer(list, opened);
      before = opened;
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
      tell(root, 'We could not load the details of this service. See them on its page; the drawing shows who is responsible.', () => {
        tell(root, '');
        void draw(0);
      });
    }
    if (duration === 0) {
      drawDiagram(cells);
      drawRows(chosen);
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

  const fromAddress = (duration: number): Promise<void> => {
    const parsed = parseQuery(location.search, nameable);
    query = parsed.query;
    tell(root, describeUnknown(parsed.unknown));
    fillForm(form, query);
    return draw(duration);
  };
  const choose = (chosen: Query, duration: number): void => {
    query = chosen;
    fillForm(form, query);
    tell(root, '');
    void draw(duration);
    // The choice, the edges and the rows have a frame each.
    planAddress(formatQuery(query) || location.pathname, painted().then(painted).then(painted));
  };

  const fill = (layer: LayerId | undefined): void => {
    if (layer !== undefined) drawSplitPanel(list, scene(layer), layer);
  };
  // Fill the panel before the browser opens it, so that the previous list does not show for a frame.
  list.addEventListener('click', (event) => {
    const summary = event.target instanceof Element ? event.target.closest('summary') : null;
    const layer = summary?.closest('[data-layer]')?.getAttribute('data-layer') ?? '';
    if (isLayerId(layer)) fill(layer);
  });

  const matrix = root.querySelector<HTMLElement>('[data-matrix]');
  if (matrix) upgradeCells(matrix);
  // Without a query the finished page is what the address says; a layer may be open by now.
  const drawn = location.search === '' ? Promise.resolve() : fromAddress(0);
  return {
    drawn,
    choose: (name, values) => {
      // Read the preference before changing anything, because reading it later would force a style update.
      const duration = motion();
      choose(withChoice(query, name, values, nameable), duration);
    },
    clear: () => {
      // Lens, unit and order say how to look, not what at.
      choose({ ...noQuery, lens: query.lens, unit: query.unit, sort: query.sort }, motion());
    },
    drop: (key) => {
      const filter = typeof siteBare === 'undefined' && key === 'approval' ? key : filterKeys.find((each) => each === key);
      if (filter !== undefined) choose({ ...query, filter: withoutFilter(query.filter, filter) }, motion());
      else choose(key === 'count' ? { ...query, unit: 'ways' } : { ...query, filter: noFilter }, motion());
      // The button that was pressed is gone.
      root.querySelector<HTMLElement>('[data-status]')?.focus();
    },
    sortBy: (column) => {
      const by = parseSort(column)?.by ?? 'name';
      const current = query.sort ?? { by: 'name', reversed: false };
      const sort = { by, reversed: current.by === by && !current.reversed };
      choose({ ...query, sort: formatSort(sort) === '' ? undefined : sort }, 0);
    },
    fromAddress: () => {
      void fromAddress(motion());
    },
    opened: (layer) => {
      // A panel that opens without a click is filled here.
      fill(layer);
      // A filter by party or default belongs to its layer, so opening another layer must not change the filter.
      if (layer === query.layer || query.filter.secured !== undefined || query.filter.holds !== undefined) return;
      query = { ...query, layer };
      fillForm(form, query);
      markChoices(form, countChoices(services, query, data.areas));
      setAddress(formatQuery(query) || location.pathname, false);
    },
    shared: () => view(),
  };
}

/** Shows the words that belong to the lens, and the column of defaults where one service is drawn. */
function showLens(root: HTMLElement, list: HTMLElement, lens: LensId, one: boolean): void {
  const frame = list.closest('.inner');
  frame?.setAttribute('data-lens', lens);
  frame?.toggleAttribute('data-column', one);
  for (const words of root.querySelectorAll<HTMLElement>('[data-through]')) words.hidden = words.dataset['through'] !== lens;
  // The heads of the two sides say it for one service.
  const key = root.querySelector<HTMLElement>('.lens-key[data-through="parties"]');
  if (key && one) key.hidden = true;
}

/** The cells of the one service that is drawn; undefined where several are, or where its file did not come. */
type Loaded = Awaited<ReturnType<typeof fetchSplit>> | undefined;

const hrefOf = ({ service, option }: Chosen): string => optionHref(service, option.id);

/** The scene of one service or of several, with what the company says of their layers. */
const ofHouse =
  (scene: (panel: ListedPanel) => SplitScene, only: Chosen | undefined, chosen: readonly Chosen[], { house }: ExplorerPageData) =>
  (panel: ListedPanel): SplitScene =>
    only ? withHouse(scene(panel), house, only.service.id, only.option.category) : withHouses(scene(panel), house, chosen, panel);
