// The comparison: address → splits out of the public data files → scene → table, onto the one that the build drew.
import { drawComparison } from '../drawings/compare.ts';
import { nameChosen } from '../model/split/filter.ts';
import type { ServiceRef } from '../model/split/filter.ts';
import { unpackServices } from '../model/split/page-data.ts';
import type { ExplorerPageData } from '../model/split/page-data.ts';
import { compareScene } from '../scenes/compare.ts';
import type { CompareColumn } from '../scenes/compare.ts';
import { compareHref, describeUnknown, formatServiceRef, optionHref, parseQuery } from '../model/address.ts';
import { fetchSplit } from './fetch-split.ts';
import { readPageData } from './page-data.ts';
import { loadTables, upgradeShare } from './share.ts';

const maxColumns = 4;

class TideCompare extends HTMLElement {
  connectedCallback(): void {
    const data = readPageData<ExplorerPageData>(this);
    const form = this.querySelector('form');
    if (!data || !form) return;
    const services = unpackServices(data);
    const nameable = { services, areas: data.areas };
    const selects = [...form.querySelectorAll('select')];
    let turn = 0;
    let columns: Promise<readonly CompareColumn[]> = Promise.resolve([]);

    const columnOf = async (ref: ServiceRef): Promise<CompareColumn> => {
      const service = services.find((each) => each.id === ref.service);
      const option = service?.options.find((each) => each.id === ref.option) ?? service?.options[0];
      if (!service || !option) throw new Error(`no service ${ref.service}`);
      return {
        key: `${service.id}.${option.id}`,
        name: nameChosen({ service, option }),
        href: optionHref(service, option.id),
        cells: await fetchSplit(service.id, option.id),
      };
    };

    const draw = async (refs: readonly ServiceRef[]): Promise<void> => {
      const mine = ++turn;
      const table = this.querySelector('table');
      table?.setAttribute('aria-busy', 'true');
      columns = Promise.all(refs.map(columnOf));
      try {
        const loaded = await columns;
        if (mine === turn) drawComparison(this, compareScene(data, loaded));
      } catch {
        if (mine === turn) this.notice('The details could not be loaded. Each service has them on its own page.');
      }
      if (mine === turn) table?.setAttribute('aria-busy', 'false');
    };

    const fromAddress = (): void => {
      const { query, unknown } = parseQuery(location.search, nameable);
      const { services: asked } = query.filter;
      const extra = asked.slice(maxColumns).map((ref) => ({ key: 'services', value: formatServiceRef(ref) }));
      const refs = asked.slice(0, maxColumns);
      this.notice(
        [
          describeUnknown([...unknown, ...extra]),
          ...(extra.length > 0 ? [`A comparison has at most ${maxColumns} columns.`] : []),
          ...(refs.length === 1 ? ['Choose a second service to compare with.'] : []),
        ]
          .filter((text) => text !== '')
          .join(' '),
      );
      // Without a choice the comparison of the finished page stays.
      const shown = refs.length > 0 ? refs : (selects.flatMap((select) => refOf(select.dataset['first'] ?? '')) satisfies ServiceRef[]);
      selects.forEach((select, index) => {
        const ref = shown[index];
        choose(select, ref);
      });
      void draw(shown);
    };

    form.addEventListener('change', () => {
      const refs = selects.flatMap((select) => refOf(select.value));
      history.pushState(null, '', refs.length === 0 ? location.pathname : compareHref(refs));
      fromAddress();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    addEventListener('popstate', fromAddress);
    upgradeShare(this, async () => {
      const shown = await columns;
      return {
        title: shown.map(({ name }) => name).join(' and '),
        file: `compare-${shown.map(({ key }) => key).join('-')}`.slice(0, 120),
        table: async () => (await loadTables()).comparisonTable(data, shown),
      };
    });
    fromAddress();
  }

  private notice(text: string): void {
    const notice = this.querySelector<HTMLElement>('[data-notice]');
    if (!notice) return;
    notice.hidden = text === '';
    notice.textContent = text;
  }
}

/** `id` or `id.option`, as the choices of the form name it. */
function refOf(value: string): ServiceRef[] {
  if (value === '') return [];
  const [service = '', option] = value.split('.');
  return [{ service, option }];
}

function choose(select: HTMLSelectElement, ref: ServiceRef | undefined): void {
  const exact = ref ? formatServiceRef(ref) : '';
  select.value = exact;
  // The list names a default option by the service alone.
  if (ref && select.value !== exact) select.value = ref.service;
}

customElements.define('tide-compare', TideCompare);
