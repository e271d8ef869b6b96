// The controls of a service's page: choosing an option updates the diagram, the links and the table of the page.
import { drawShownBy } from '../drawings/shown-by.ts';
import { drawSplit } from '../drawings/split.ts';
import { withHouse } from '../scenes/house.ts';
import { shownByScene } from '../scenes/shown-by.ts';
import { splitScene } from '../scenes/split.ts';
import { root as rootPath } from '../model/root.ts';
import { describeUnknownService, embedHref, formatServiceQuery, optionHref, parseServiceQuery, pictureHref } from '../model/address.ts';
import { cellsOf } from '../model/split/page-data.ts';
import type { ServicePageData } from '../model/split/page-data.ts';
import { defaultOf } from '../model/record/holding.ts';
import { describeDefaults } from '../model/split/default.ts';
import type { LensId } from '../model/split/filter.ts';
import { countLayers, describeCounts } from '../model/split/counts.ts';
import { mapLayers } from '../model/vocabulary.ts';
import { leaveFindable } from './findable.ts';
import { motion, openLayer, showLayer } from './split.ts';
import { setAddress } from './address-bar.ts';
import { tell } from './notice.ts';
import { readServiceData } from './page-data.ts';
import { loadTables } from './share.ts';
import type { View } from './save.ts';

/** What the page's small script asks of this one. */
export interface ServiceView {
  /**
   * Draws what the controls say, and writes it into the address.
   * @param row the position of a row in the body of the table, whose option is chosen instead
   */
  readonly choose: (row?: number) => void;
  /** Shows what the address says. */
  readonly fromAddress: () => void;
  /** Writes the layer that is now open into the address. */
  readonly opened: () => void;
  readonly shared: () => View | undefined;
}

/**
 * Shows what the address says, and returns what the controls do.
 * @param list the diagram in the element
 * @throws Error if the page carries no data
 */
export function startService(root: HTMLElement, list: HTMLElement): ServiceView {
  const data = readServiceData(root);
  if (!data) throw new Error('the page carries no data of its service');
  let option = data.options[0];
  let lens: LensId = 'parties';
  const radios = [...root.querySelectorAll<HTMLInputElement>('input[name="option"]')];
  const lenses = [...root.querySelectorAll<HTMLInputElement>('input[name="lens"]')];

  const show = (id: string | undefined, wanted: LensId, duration: number): void => {
    const next = data.options.find((each) => each.id === id) ?? data.options[0];
    if (!next) return;
    for (const radio of radios) radio.checked = radio.value === next.id;
    for (const radio of lenses) radio.checked = radio.value === wanted;
    if (next === option && wanted === lens) return;
    option = next;
    lens = wanted;
    const cells = cellsOf(data, next);
    list.closest('.inner')?.setAttribute('data-lens', lens);
    drawSplit(
      list,
      typeof siteBare === 'undefined'
        ? withHouse(splitScene(data, cells, lens), data.house, data.id, next.category)
        : splitScene(data, cells, lens),
      {
        duration,
        group: list.dataset['group'] ?? 'layer',
        panel: 'all',
      },
    );
    const controls = data.controls?.[data.options.indexOf(next)];
    if (controls) drawShownBy(list, shownByScene(controls));
    const holds = root.querySelector('[data-holds-told]');
    if (holds)
      holds.textContent = describeDefaults(
        mapLayers((layer) => defaultOf(cells[layer])),
        data.layers,
      );
    const counts = root.querySelector('[data-counts]');
    if (counts) counts.textContent = describeCounts(countLayers(mapLayers((layer) => cells[layer].party)));
    const summary = root.querySelector('[data-option-summary]');
    if (summary) summary.textContent = next.summary;
    nameOption(root, data, next);
    for (const [at, row] of document.querySelectorAll('.layer-table tbody tr').entries())
      row.toggleAttribute('data-other', !next.places.includes(at));
    const table = document.querySelector<HTMLElement>('.layer-table');
    if (table) leaveFindable(table);
    for (const part of document.querySelectorAll<HTMLDetailsElement>('details[data-part]')) part.open = part.dataset['part'] === next.id;
  };

  const fromAddress = (duration: number): void => {
    const { query, unknown } = parseServiceQuery(location.search, data);
    show(query.option, query.lens ?? 'parties', duration);
    tell(root, describeUnknownService(unknown, option?.name ?? '', root.dataset['oneWay']));
    showLayer(list, query.layer);
  };

  const toAddress = (push: boolean): void => {
    if (!option) return;
    const query = formatServiceQuery({ option: option.id, layer: openLayer(list), lens }, data);
    if (query === location.search) return;
    setAddress(`${query === '' ? location.pathname : query}${location.hash}`, push);
  };

  // Without a query the finished page is what the address says; a layer may be open by now.
  if (location.search !== '') {
    fromAddress(0);
    // What the address asks for is drawn, so it is shown: what is hidden takes no focus.
    const page = document.documentElement.dataset;
    if ('pending' in page) page['pending'] = '';
    arriveAt(list);
  }
  return {
    choose: (row) => {
      tell(root, '');
      const found = row === undefined ? undefined : data.options.find(({ places }) => places.includes(row));
      const chosen = found?.id ?? radios.find(({ checked }) => checked)?.value;
      show(chosen ?? option?.id, lenses.some(({ checked, value }) => checked && value === 'defaults') ? 'defaults' : 'parties', motion());
      toAddress(true);
    },
    fromAddress: () => {
      fromAddress(motion());
    },
    opened: () => {
      toAddress(false);
    },
    shared: () => {
      if (!option) return undefined;
      const cells = cellsOf(data, option);
      const several = data.options.length > 1;
      const title = several ? `${heading()}, ${option.name}` : heading();
      const key = `${data.id}.${option.id}`;
      return {
        title,
        file: several ? key : data.id,
        table: async () => (await loadTables()).splitTable(data, cells),
        split: splitScene(data, cells, lens),
        checklist: async (address) => {
          const [{ checklistOf }, { loadControls }] = await Promise.all([
            import('../model/stack/checklist.ts'),
            import('./load-controls.ts'),
          ]);
          const member = { key, name: title, listed: title, href: location.pathname };
          return checklistOf(data, { member, cells }, address, await loadControls());
        },
      };
    },
  };
}

/** A part of the window's height: where the layer lies that a reader comes for. */
const topThird = 0.2;
/** A part of the window's height that stays free below the layer. */
const edge = 0.04;

/**
 * Takes who comes by a link to a layer to that layer, which gets the focus as the target of a link within a page does. Where its panel
 * lies beside the diagram, both are shown from the top. Who comes back, reloads or has scrolled meanwhile stays in place.
 */
function arriveAt(list: HTMLElement): void {
  const [entry] = performance.getEntriesByType('navigation');
  const came = entry instanceof PerformanceNavigationTiming && entry.type === 'navigate';
  const details = list.querySelector('details[open]');
  const summary = details?.querySelector('summary');
  if (!came || !summary || location.hash !== '' || window.top !== window.self || scrollY > 0) return;
  const band = summary.getBoundingClientRect();
  const panel = details?.querySelector('.panel')?.getBoundingClientRect() ?? band;
  summary.focus({ preventScroll: true });
  const both = Math.min(band.top, panel.top) - innerHeight * topThird;
  // Of a low window the panel's top may leave less than the layer needs.
  const whole = band.bottom - innerHeight + innerHeight * edge;
  scrollTo({ top: Math.max(both, whole), behavior: 'instant' });
}

/** Updates the option's name and every link that depends on the option. */
function nameOption(root: HTMLElement, data: ServicePageData, option: ServicePageData['options'][number]): void {
  const name = root.querySelector('[data-option-name]');
  if (name) name.textContent = option.name;
  document.querySelector('a[data-page]')?.setAttribute('href', optionHref(data, option.id));
  for (const image of root.querySelectorAll<HTMLAnchorElement>('a[data-image]')) {
    image.href = pictureHref(data, option.id);
    // Where the link says its address, it says the new one.
    image.textContent = image.textContent.replace(/(?<=[/])[^/]+$/u, image.href.split('/').at(-1) ?? '');
  }
  const embed = root.querySelector('[data-embed]');
  if (embed) embed.textContent = embed.textContent.replace(new RegExp(`${rootPath}/embed/[^"]+`, 'u'), embedHref(data, option.id));
}

const heading = (): string => document.querySelector('h1')?.textContent.trim() ?? '';
