// The comparison: address → splits out of the public data files → scene → table, onto the one that the build drew.
import { drawComparison } from '../drawings/compare.ts';
import { comparedOf, leftOut, maxColumns } from '../model/split/compare.ts';
import { joined } from '../model/split/default.ts';
import { nameChosen, noFilter, noQuery } from '../model/split/filter.ts';
import type { Chosen, LensId, ServiceRef } from '../model/split/filter.ts';
import { unpackServices } from '../model/split/page-data.ts';
import type { ExplorerPageData } from '../model/split/page-data.ts';
import { compareScene } from '../scenes/compare.ts';
import type { CompareColumn, MissingColumn } from '../scenes/compare.ts';
import { describeUnknown, formatQuery, formatServiceRef, optionHref, parseQuery } from '../model/address.ts';
import { setAddress } from './address-bar.ts';
import { fetchSplit } from './fetch-split.ts';
import { tell } from './notice.ts';
import { readPageData } from './page-data.ts';
import { loadTables, upgradeShare } from './share.ts';
import { isQuick } from './time-limit.ts';

class TideCompare extends HTMLElement {
  connectedCallback(): void {
    const data = readPageData<ExplorerPageData>(this);
    const form = this.querySelector('form');
    if (!data || !form) return;
    const services = unpackServices(data);
    const nameable = { services, areas: data.areas };
    const selects = [...form.querySelectorAll('select')];
    const lenses = [...form.querySelectorAll<HTMLInputElement>('input[name="lens"]')];
    let turn = 0;
    let columns: Promise<readonly CompareColumn[]> = Promise.resolve([]);

    const chosenBy = (ref: ServiceRef): Chosen[] => {
      const service = services.find((each) => each.id === ref.service);
      const option = service?.options.find((each) => each.id === ref.option) ?? service?.options[0];
      return service && option ? [{ service, option }] : [];
    };

    const draw = async (chosen: readonly Chosen[], lens: LensId, told: readonly string[]): Promise<void> => {
      const mine = ++turn;
      const table = this.querySelector('table');
      table?.setAttribute('aria-busy', 'true');
      const asked = chosen.map(columnOf);
      columns = Promise.all(asked);
      // Whoever saves the table learns of a failure; drawing shows what is there, and names what is missing.
      columns.catch(() => undefined);
      const all: (CompareColumn | MissingColumn)[] = chosen.map((each) => missingColumn(each, 'Loading …'));
      const drawColumns = (): void => {
        if (mine === turn) drawComparison(this, compareScene(data, all, lens));
      };
      let late = false;
      const settled = Promise.all(
        asked.map(async (column, at) => {
          const each = chosen[at];
          if (each) all[at] = await column.catch(() => missingColumn(each, 'Not loaded'));
          if (late) drawColumns();
        }),
      );
      // A table of what was chosen before must not stand for long under the names of what is chosen now.
      late = !(await isQuick(settled));
      drawColumns();
      await settled;
      if (mine !== turn) return;
      const missing = chosen.filter((_, at) => 'missing' in (all[at] ?? {})).map(nameChosen);
      tell(
        this,
        [...told, ...describeMissing(missing)].join(' '),
        missing.length === 0
          ? undefined
          : () => {
              void draw(chosen, lens, told);
            },
      );
      table?.setAttribute('aria-busy', 'false');
    };

    const show = (search: string): void => {
      const { query, unknown } = parseQuery(search, nameable);
      const { services: asked } = query.filter;
      const lens = query.lens;
      for (const radio of lenses) radio.checked = radio.value === lens;
      const extra = asked.slice(maxColumns).map((ref) => ({ key: 'services', value: formatServiceRef(ref) }));
      const refs = asked.slice(0, maxColumns);
      // Without a choice the comparison of the finished page stays.
      const shown = refs.length > 0 ? refs : selects.flatMap((select) => refOf(select.dataset['first'] ?? ''));
      const chosen = shown.flatMap(chosenBy);
      const others = leftOut(
        chosen.map(({ service, option }) => ({ service: service.id, option: option.id })),
        services,
      );
      const told = [
        ...[describeUnknown([...unknown, ...extra])].filter((sentence) => sentence !== ''),
        ...(others.length > 0 ? [`Not shown: ${joined(others)}.`] : []),
        ...(extra.length > 0 || others.length > 0 ? [`A comparison has at most ${maxColumns} columns.`] : []),
        ...(refs.length === 1 ? ['Choose a second service to compare with.'] : []),
      ];
      selects.forEach((select, index) => {
        choose(select, shown[index]);
      });
      tell(this, told.join(' '));
      void draw(chosen, lens, told);
    };

    form.addEventListener('change', () => {
      const refs = selects.flatMap((select) => refOf(select.value));
      const lens = lenses.some((radio) => radio.checked && radio.value === 'defaults') ? 'defaults' : 'parties';
      const services = refs.map((ref) => ({ service: ref.service, option: ref.option }));
      const search = formatQuery({ ...noQuery, filter: { ...noFilter, services }, lens });
      show(search);
      setAddress(search || location.pathname, true);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    const fromAddress = (): void => {
      show(location.search);
    };
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
    this.dataset['live'] = '';
  }
}

/** @throws Error if the file of the service cannot be loaded */
async function columnOf(chosen: Chosen): Promise<CompareColumn> {
  const { service, option } = chosen;
  return {
    ...comparedOf(chosen, await fetchSplit(service.id, option.id)),
    key: `${service.id}.${option.id}`,
    href: optionHref(service, option.id),
  };
}

const missingColumn = (chosen: Chosen, missing: string): MissingColumn => ({
  key: `${chosen.service.id}.${chosen.option.id}`,
  name: nameChosen(chosen),
  href: optionHref(chosen.service, chosen.option.id),
  missing,
});

/** Which columns are missing, so that nobody takes another service's for them. */
function describeMissing(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [
    `${joined(names)} could not be loaded, so ${names.length === 1 ? 'its column is' : 'their columns are'} missing. Each service has its layers on its own page.`,
  ];
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
