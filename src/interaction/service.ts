// A service's page: choosing an option updates the diagram, the links and the table of the page.
import { drawSplit } from '../drawings/split.ts';
import { splitScene } from '../scenes/split.ts';
import { describeUnknownService, embedHref, formatServiceQuery, optionHref, parseServiceQuery, pictureHref } from '../model/address.ts';
import { cellsOf } from '../model/split/page-data.ts';
import type { ServicePageData } from '../model/split/page-data.ts';
import { defaultOf } from '../model/record/holding.ts';
import { describeDefaults } from '../model/split/default.ts';
import type { LensId } from '../model/split/filter.ts';
import { countLayers, describeCounts } from '../model/split/counts.ts';
import { mapLayers } from '../model/vocabulary.ts';
import type { LayerId } from '../model/vocabulary.ts';
import { motion, openLayer, showLayer, upgradeSplit } from './split.ts';
import { readServiceData } from './page-data.ts';
import { loadTables, upgradeShare } from './share.ts';

class TideService extends HTMLElement {
  connectedCallback(): void {
    const list = this.querySelector<HTMLElement>('ol.split');
    if (!list) return;
    const data = readServiceData(this);
    let option = data?.options[0];
    let lens: LensId = 'parties';
    const radios = [...this.querySelectorAll<HTMLInputElement>('input[name="option"]')];
    const lenses = [...this.querySelectorAll<HTMLInputElement>('input[name="lens"]')];

    const show = (id: string | undefined, wanted: LensId, duration: number): void => {
      if (!data) return;
      const next = data.options.find((each) => each.id === id) ?? data.options[0];
      if (!next) return;
      for (const radio of radios) radio.checked = radio.value === next.id;
      for (const radio of lenses) radio.checked = radio.value === wanted;
      if (next === option && wanted === lens) return;
      option = next;
      lens = wanted;
      const cells = cellsOf(data, next);
      list.dataset['lens'] = lens;
      drawSplit(list, splitScene(data, cells, lens), { duration, group: list.dataset['group'] ?? 'layer', panel: 'all' });
      const holds = this.querySelector('[data-holds-told]');
      if (holds)
        holds.textContent = describeDefaults(
          mapLayers((layer) => defaultOf(cells[layer])),
          data.layers,
        );
      const counts = this.querySelector('[data-counts]');
      if (counts) counts.textContent = describeCounts(countLayers(mapLayers((layer) => cells[layer].party)));
      const summary = this.querySelector('[data-option-summary]');
      if (summary) summary.textContent = next.summary;
      this.nameOption(data, next);
      for (const row of document.querySelectorAll<HTMLElement>('tr[data-options]')) {
        row.toggleAttribute('data-other', !(row.dataset['options'] ?? '').split(' ').includes(next.id));
      }
      for (const part of document.querySelectorAll<HTMLDetailsElement>('details[data-part]')) part.open = part.dataset['part'] === next.id;
    };

    const fromAddress = (duration: number): void => {
      const { query, unknown } = parseServiceQuery(location.search, data ?? { id: '', options: [] });
      show(query.option, query.lens ?? 'parties', duration);
      const notice = this.querySelector<HTMLElement>('[data-notice]');
      if (notice) {
        notice.hidden = unknown.length === 0;
        notice.textContent = describeUnknownService(unknown, option?.name ?? '');
      }
      showLayer(list, query.layer);
    };

    const toAddress = (layer: LayerId | undefined, push: boolean): void => {
      if (!data || !option) return;
      const query = formatServiceQuery({ option: option.id, layer, lens }, data);
      if (query === location.search) return;
      history[push ? 'pushState' : 'replaceState'](null, '', `${query === '' ? location.pathname : query}${location.hash}`);
    };

    document.querySelector('input[data-all]')?.addEventListener('change', (event) => {
      if (!(event.target instanceof HTMLInputElement)) return;
      document.querySelector('.layer-table')?.toggleAttribute('data-one', !event.target.checked);
    });
    for (const radio of radios) {
      radio.addEventListener('change', () => {
        show(radio.value, lens, motion());
        toAddress(openLayer(list), true);
      });
    }
    for (const radio of lenses) {
      radio.addEventListener('change', () => {
        show(option?.id, radio.value === 'defaults' ? 'defaults' : 'parties', motion());
        toAddress(openLayer(list), true);
      });
    }
    upgradeSplit(list, () => {
      toAddress(openLayer(list), false);
    });
    addEventListener('popstate', () => {
      fromAddress(motion());
    });
    upgradeShare(this, () => {
      if (!data || !option) return undefined;
      const cells = cellsOf(data, option);
      const several = data.options.length > 1;
      return {
        title: several ? `${heading()}, ${option.name}` : heading(),
        file: several ? `${data.id}.${option.id}` : data.id,
        table: async () => (await loadTables()).splitTable(data, cells),
        split: splitScene(data, cells, lens),
      };
    });
    fromAddress(0);
    // The table stands outside, and shows one option's rows.
    for (const part of [this, document.querySelector('[data-of="service"]')]) part?.setAttribute('data-live', '');
  }

  /** Updates the option's name and every link that depends on the option. */
  private nameOption(data: ServicePageData, option: ServicePageData['options'][number]): void {
    const name = this.querySelector('[data-option-name]');
    if (name) name.textContent = option.name;
    document.querySelector('a[data-page]')?.setAttribute('href', optionHref(data, option.id));
    const image = this.querySelector<HTMLAnchorElement>('a[data-image]');
    if (image) {
      image.href = pictureHref(data, option.id);
      image.textContent = image.textContent.replace(/[^/]+$/u, image.href.split('/').at(-1) ?? '');
    }
    const embed = this.querySelector('[data-embed]');
    if (embed) embed.textContent = embed.textContent.replace(/\/embed\/[^"]+/u, embedHref(data, option.id));
  }
}

const heading = (): string => document.querySelector('h1')?.textContent.trim() ?? '';

customElements.define('tide-service', TideService);
