// A service's page: choosing an option redraws the diagram onto the bands that are already there.
import { drawSplit } from '../drawings/split.ts';
import { splitScene } from '../scenes/split.ts';
import { splitOf } from '../model/split/page-data.ts';
import type { ServicePageData } from '../model/split/page-data.ts';
import { countLayers, describeCounts } from '../model/split/counts.ts';
import { splitTable } from '../model/split/table.ts';
import { isLayerId, mapLayers } from '../model/vocabulary.ts';
import { motion, showLayer, upgradeSplit } from './split.ts';
import { readServiceData } from './page-data.ts';
import { upgradeShare } from './share.ts';

class TideService extends HTMLElement {
  connectedCallback(): void {
    const list = this.querySelector<HTMLElement>('ol.split');
    if (!list) return;
    const data = readServiceData(this);
    let option = data?.options[0];
    const radios = [...this.querySelectorAll<HTMLInputElement>('input[name="option"]')];

    const show = (id: string | undefined, duration: number): void => {
      if (!data) return;
      const next = data.options.find((each) => each.id === id) ?? data.options[0];
      if (!next) return;
      for (const radio of radios) radio.checked = radio.value === next.id;
      if (next === option) return;
      option = next;
      const split = splitOf(data, next);
      drawSplit(list, splitScene(data.layers, split), { duration, group: list.dataset['group'] ?? 'layer' });
      const told = this.querySelector('[data-told]');
      if (told) told.textContent = describeCounts(countLayers(mapLayers((layer) => split[layer].party)));
      const summary = this.querySelector('[data-option-summary]');
      if (summary) summary.textContent = next.summary;
      this.nameOption(data, next);
      for (const row of document.querySelectorAll<HTMLElement>('tr[data-options]')) {
        row.toggleAttribute('data-other', !(row.dataset['options'] ?? '').split(' ').includes(next.id));
      }
      for (const part of document.querySelectorAll<HTMLDetailsElement>('details[data-part]')) part.open = part.dataset['part'] === next.id;
    };

    const fromAddress = (duration: number): void => {
      const query = new URLSearchParams(location.search);
      const wanted = query.get('option') ?? undefined;
      const layer = query.get('layer') ?? '';
      const misread = [
        ...(wanted !== undefined && data && !data.options.some((each) => each.id === wanted) ? [`option=${wanted.slice(0, 40)}`] : []),
        ...(layer !== '' && !isLayerId(layer) ? [`layer=${layer.slice(0, 40)}`] : []),
      ];
      const notice = this.querySelector<HTMLElement>('[data-notice]');
      if (notice) {
        notice.hidden = misread.length === 0;
        notice.textContent = misread.length === 0 ? '' : `Not understood in this address, and left out: ${misread.join(', ')}.`;
      }
      show(wanted, duration);
      showLayer(list, isLayerId(layer) ? layer : undefined);
    };

    const toAddress = (layer: string | undefined, push: boolean): void => {
      const query = [
        ...(option && option !== data?.options[0] ? [`option=${option.id}`] : []),
        ...(layer === undefined ? [] : [`layer=${layer}`]),
      ].join('&');
      const address = query === '' ? location.pathname : `?${query}`;
      if (`${location.pathname}${location.search}` === (query === '' ? address : `${location.pathname}${address}`)) return;
      history[push ? 'pushState' : 'replaceState'](null, '', `${address}${location.hash}`);
    };

    document.querySelector('input[data-all]')?.addEventListener('change', (event) => {
      if (!(event.target instanceof HTMLInputElement)) return;
      document.querySelector('.layer-table')?.toggleAttribute('data-one', !event.target.checked);
    });
    for (const radio of radios) {
      radio.addEventListener('change', () => {
        show(radio.value, motion());
        toAddress(currentLayer(), true);
      });
    }
    const currentLayer = (): string | undefined =>
      list.querySelector('details[open]')?.closest('[data-layer]')?.getAttribute('data-layer') ?? undefined;
    upgradeSplit(list, () => {
      toAddress(currentLayer(), false);
    });
    addEventListener('popstate', () => {
      fromAddress(motion());
    });
    upgradeShare(this, () => {
      if (!data || !option) return undefined;
      const split = splitOf(data, option);
      const several = data.options.length > 1;
      const id = idOf(location.pathname);
      return {
        title: several ? `${heading()}, ${option.name}` : heading(),
        file: several ? `${id}.${option.id}` : id,
        table: () => splitTable(data.layers, split),
        split: splitScene(data.layers, split),
      };
    });
    fromAddress(0);
  }

  /** Wherever the page names the option, or leads to what is about it. */
  private nameOption(data: ServicePageData, option: ServicePageData['options'][number]): void {
    const isDefault = option === data.options[0];
    const id = idOf(location.pathname);
    const name = this.querySelector('[data-option-name]');
    if (name) name.textContent = option.name;
    const page = document.querySelector('a[data-page]');
    page?.setAttribute('href', `/services/${id}/${isDefault ? '' : `?option=${option.id}`}`);
    const image = this.querySelector<HTMLAnchorElement>('a[data-image]');
    if (image) {
      image.href = `/diagrams/${id}${isDefault ? '' : `.${option.id}`}.svg`;
      image.textContent = image.textContent.replace(/[^/]+$/u, image.href.split('/').at(-1) ?? '');
    }
    const embed = this.querySelector('[data-embed]');
    if (embed) embed.textContent = embed.textContent.replace(/\/embed\/[^"]+/u, `/embed/${id}/${isDefault ? '' : `?option=${option.id}`}`);
  }
}

const heading = (): string => document.querySelector('h1')?.textContent.trim() ?? '';

/** The service that a page of its own is about: the last part of its address. */
const idOf = (pathname: string): string => pathname.split('/').filter(Boolean).at(-1) ?? '';

customElements.define('tide-service', TideService);
