// A service's page: choosing an option redraws the diagram onto the bands that are already there.
import { drawStack } from '../drawings/stack.ts';
import { splitScene } from '../scenes/stack.ts';
import { splitOf } from '../model/page-data.ts';
import type { ServicePageData } from '../model/page-data.ts';
import { countLayers, describeCounts } from '../model/split.ts';
import { isLayerId, mapLayers } from '../model/vocabulary.ts';
import { motion, showLayer, upgradeStack } from './stack.ts';
import { readPageData } from './page-data.ts';

class TideService extends HTMLElement {
  connectedCallback(): void {
    const list = this.querySelector<HTMLElement>('ol.stack');
    if (!list) return;
    const data = readPageData<ServicePageData>(this);
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
      drawStack(list, splitScene(data.layers, split), { duration, group: list.dataset['group'] ?? 'layer' });
      const told = this.querySelector('[data-told]');
      if (told) told.textContent = describeCounts(countLayers(mapLayers((layer) => split[layer].party)));
      const summary = this.querySelector('[data-option-summary]');
      if (summary) summary.textContent = next.summary;
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
    upgradeStack(list, () => {
      toAddress(currentLayer(), false);
    });
    addEventListener('popstate', () => {
      fromAddress(motion());
    });
    fromAddress(0);
  }
}

customElements.define('tide-service', TideService);
