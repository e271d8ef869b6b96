// The comparison: address → splits out of the public data files → scene → table, onto the one that the build drew.
import { appendLinks } from '../drawings/links.ts';
import { comparedOf, leftOut, maxColumns } from '../model/split/compared.ts';
import { joined } from '../model/wording.ts';
import { nameChosen, noFilter, noQuery } from '../model/split/filter.ts';
import type { LensId, ServiceRef } from '../model/split/filter.ts';
import { findOptions } from '../model/split/find-options.ts';
import type { Findable } from '../model/split/find-options.ts';
import { unpackFindable } from '../model/split/page-data.ts';
import type { ComparePageData } from '../model/split/page-data.ts';
import type { CompareColumn, MissingColumn } from '../scenes/compare.ts';
import { describeUnknown, formatQuery, formatServiceRef, optionHref, parseQuery } from '../model/address.ts';
import { setAddress } from './address-bar.ts';
import { upgradeCombobox } from './combobox.ts';
import { fetchSplit } from './fetch-split.ts';
import { offer } from './late.ts';
import { tell } from './notice.ts';
import { readPageData } from './page-data.ts';
import { loadTables, upgradeShare } from './share.ts';
import { isQuick, withTimeLimit } from './time-limit.ts';
import { unseen, unseenUntil } from './unseen.ts';

/** What draws a comparison: the finished page is drawn already. */
const loadDrawing = async () => {
  const [{ drawComparison }, { compareScene }] = await withTimeLimit(
    Promise.all([import('../drawings/compare.ts'), import('../scenes/compare.ts')]),
  );
  return { drawComparison, compareScene };
};

/** A way to run a service, as far as its name goes. */
interface Named {
  readonly service: Findable;
  readonly option: Findable['options'][number];
}

class TideCompare extends HTMLElement {
  connectedCallback(): void {
    const data = readPageData<ComparePageData>(this);
    const form = this.querySelector('form');
    if (!data || !form) return;
    const services = unpackFindable(data);
    const nameable = { services, areas: [] };
    const input = form.querySelector('input');
    const list = form.querySelector<HTMLElement>('[role="listbox"]');
    const status = form.querySelector<HTMLElement>('[role="status"]');
    const lenses = [...form.querySelectorAll<HTMLInputElement>('input[name="lens"]')];
    let turn = 0;
    /** The columns that are shown: on their way, or fetched when a reader asks for a file. */
    let waiting: () => Promise<readonly CompareColumn[]> = () => Promise.resolve([]);
    let refs: readonly ServiceRef[] = [];

    const chosenBy = (ref: ServiceRef): Named[] => {
      const service = services.find((each) => each.id === ref.service);
      const option = service?.options.find((each) => each.id === ref.option) ?? service?.options[0];
      return service && option ? [{ service, option }] : [];
    };

    const enable = (): void => {
      for (const button of this.querySelectorAll<HTMLButtonElement>('.lname button')) button.disabled = false;
    };
    /** What was compared before must not stand under the names of what is asked for now. */
    const showDrawn = (shown: boolean): void => {
      for (const part of this.querySelectorAll<HTMLElement>('[data-sentences], .compare-content, [data-same]')) part.hidden = !shown;
    };
    const draw = async (chosen: readonly Named[], lens: LensId, told: readonly string[]): Promise<void> => {
      const mine = ++turn;
      const table = this.querySelector('table');
      table?.setAttribute('aria-busy', 'true');
      const asked = chosen.map(columnOf);
      const columns = Promise.all(asked);
      waiting = () => columns;
      // Whoever saves the table learns of a failure; drawing shows what is there, and names what is missing.
      columns.catch(() => undefined);
      const all: (CompareColumn | MissingColumn)[] = chosen.map((each) => missingColumn(each, 'Loading …'));
      let redraw = (): void => undefined;
      const settled = Promise.all(
        asked.map(async (column, at) => {
          const each = chosen[at];
          if (each) all[at] = await column.catch(() => missingColumn(each, 'Not loaded'));
          redraw();
        }),
      );
      // A table of what was chosen before must not stand for long under the names of what is chosen now.
      const quick = isQuick(settled);
      const loading = loadDrawing().catch(() => undefined);
      if (!(await isQuick(loading, unseen)) && mine === turn) {
        showDrawn(false);
        tell(this, [...told, 'Loading the comparison …'].join(' '));
      }
      const code = await loading;
      if (mine !== turn) return;
      if (!code) {
        showDrawn(false);
        const sentence = 'The comparison could not be loaded. Check your connection, or see each service on its own page:';
        tell(this, [...told, sentence].join(' '), () => {
          void draw(chosen, lens, told);
        });
        const notice = this.querySelector('[data-notice]');
        if (notice) appendLinks(notice, all);
        table?.setAttribute('aria-busy', 'false');
        return;
      }
      const drawColumns = (): void => {
        if (mine !== turn) return;
        showDrawn(true);
        code.drawComparison(this, code.compareScene(data, all, lens));
        for (const inner of this.querySelectorAll('.inner')) inner.setAttribute('data-lens', lens);
        enable();
      };
      // Until it is late, all columns are drawn at once.
      if (!(await quick)) redraw = drawColumns;
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

    /** Resolves once it is drawn; undefined where the finished page shows it already. */
    const show = (search: string): Promise<void> | undefined => {
      const { query, unknown } = parseQuery(search, nameable);
      const { services: asked } = query.filter;
      const lens = query.lens;
      for (const radio of lenses) radio.checked = radio.value === lens;
      const extra = asked.slice(maxColumns).map((ref) => ({ key: 'services', value: formatServiceRef(ref) }));
      // Without a choice the comparison of the finished page stays.
      refs = asked.length > 0 ? asked.slice(0, maxColumns) : (this.dataset['first'] ?? '').split(',').flatMap(refOf);
      const chosen = refs.flatMap(chosenBy);
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
      tell(this, told.join(' '));
      // The finished page shows it already.
      const finished = asked.length === 0 && lens === 'parties' && turn === 0;
      if (!finished) return draw(chosen, lens, told);
      enable();
      waiting = () => Promise.all(chosen.map(columnOf));
      return undefined;
    };

    const compare = (chosen: readonly ServiceRef[]): void => {
      const lens = lenses.some((radio) => radio.checked && radio.value === 'defaults') ? 'defaults' : 'parties';
      const search = formatQuery({ ...noQuery, filter: { ...noFilter, services: chosen }, lens });
      void show(search);
      setAddress(search || location.pathname, true);
    };
    form.addEventListener('change', ({ target }) => {
      if (target !== input) compare(refs);
    });
    if (input && list && status) {
      const keyOf = ({ service, option }: Named): string => `${service.id}.${option.id}`;
      upgradeCombobox(
        { input, list, status },
        (text) => {
          const taken = new Set(refs.flatMap(chosenBy).map(keyOf));
          return findOptions(services, text).flatMap(({ service, options }) => {
            const choices = options
              .map((option) => ({ key: keyOf({ service, option }), text: service.options.length === 1 ? service.short : option.name }))
              .filter(({ key }) => !taken.has(key));
            return choices.length === 0 ? [] : [{ name: service.options.length === 1 ? '' : service.short, choices }];
          });
        },
        () => (refs.length < maxColumns ? '' : `A comparison has at most ${maxColumns} columns. Remove one to add another.`),
        (key) => {
          compare([...refs, ...refOf(key).map((ref) => shortRef(ref, services))]);
        },
      );
    }
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLButtonElement>('button') : null;
      const key = button?.dataset['remove'];
      if (key !== undefined) {
        compare(refs.filter((ref) => !chosenBy(ref).some(({ service, option }) => `${service.id}.${option.id}` === key)));
        // The button is gone with its column.
        input?.focus();
      }
      const body = button?.closest('.lname')?.closest('tbody');
      if (button && body) button.setAttribute('aria-expanded', String(body.toggleAttribute('data-open')));
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    addEventListener('popstate', () => void show(location.search));
    upgradeShare(this, async () => {
      const [{ describeFinding }, shown] = await Promise.all([import('../model/split/compare.ts'), waiting()]);
      const lens = parseQuery(location.search, nameable).query.lens;
      return {
        title: describeFinding(shown) || shown.map(({ name }) => name).join(' and '),
        file: `compare-${shown.map(({ key }) => key).join('-')}`.slice(0, 120),
        table: async () => (await loadTables()).comparisonTable(data, shown),
        picture: async (labels) => {
          const [{ comparePicture }, { compareScene }] = await Promise.all([import('../scenes/compare-picture.ts'), loadDrawing()]);
          return comparePicture(compareScene(data, shown, lens), labels);
        },
      };
    });
    const first = show(location.search);
    offer(this, null, first && unseenUntil(first));
  }
}

/** @throws Error if the file of the service cannot be loaded */
async function columnOf(chosen: Named): Promise<CompareColumn> {
  const { service, option } = chosen;
  return {
    ...comparedOf(chosen, await fetchSplit(service.id, option.id)),
    key: `${service.id}.${option.id}`,
    href: optionHref(service, option.id),
  };
}

const missingColumn = (chosen: Named, missing: string): MissingColumn => ({
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

/** The shortest address names a default option by its service alone. */
const shortRef = ({ service, option }: ServiceRef, services: readonly Findable[]): ServiceRef => ({
  service,
  option: services.find(({ id }) => id === service)?.options[0]?.id === option ? undefined : option,
});

customElements.define('tide-compare', TideCompare);
