// The comparison: address → splits out of the public data files → scene → table, onto the one that the build drew.
import { drawComparison } from '../drawings/compare.ts';
import { nameChosen } from '../model/split/filter.ts';
import type { Outline, ServiceRef } from '../model/split/filter.ts';
import { serviceHref, unpackServices } from '../model/split/page-data.ts';
import type { ExplorerPageData } from '../model/split/page-data.ts';
import type { Cell } from '../model/record/schema.ts';
import type { LayerId } from '../model/vocabulary.ts';
import { comparisonTable } from '../model/split/table.ts';
import { mapLayers } from '../model/vocabulary.ts';
import { compareScene } from '../scenes/compare.ts';
import type { CompareColumn } from '../scenes/compare.ts';
import { describeUnknown, formatServiceRef, parseFilter } from '../model/address.ts';
import { readPageData } from './page-data.ts';
import { upgradeShare } from './share.ts';

const most = 4;

interface PublishedOptions {
  readonly options: readonly { readonly id: string; readonly split: Readonly<Record<LayerId, Cell>> }[];
}

class TideCompare extends HTMLElement {
  connectedCallback(): void {
    const data = readPageData<ExplorerPageData>(this);
    const form = this.querySelector('form');
    if (!data || !form) return;
    const services = unpackServices(data);
    const known = { services, areas: data.areas };
    const files = new Map<string, Promise<PublishedOptions>>();
    const selects = [...form.querySelectorAll('select')];
    let turn = 0;
    let drawn: readonly CompareColumn[] = [];

    const splitOf = async (service: Outline, option: string): Promise<Readonly<Record<LayerId, Cell>>> => {
      const file = files.get(service.id) ?? fetchOptions(service.id);
      files.set(service.id, file);
      // A failed load may be tried again by the next choice.
      file.catch(() => files.delete(service.id));
      const split = (await file).options.find((each) => each.id === option)?.split;
      if (!split) throw new Error(`${service.id} has no option ${option}`);
      return mapLayers((layer) => split[layer]);
    };

    const draw = async (refs: readonly ServiceRef[]): Promise<void> => {
      const mine = ++turn;
      try {
        const columns = await Promise.all(
          refs.map(async (ref): Promise<CompareColumn> => {
            const service = services.find((each) => each.id === ref.service);
            const option = service?.options.find((each) => each.id === ref.option) ?? service?.options[0];
            if (!service || !option) throw new Error(`no service ${ref.service}`);
            return {
              key: `${service.id}.${option.id}`,
              name: nameChosen({ service, option }),
              href: serviceHref(service, option.id),
              split: await splitOf(service, option.id),
            };
          }),
        );
        if (mine !== turn) return;
        drawn = columns;
        drawComparison(this, compareScene(data.layers, columns));
      } catch {
        if (mine === turn) this.notice('The details could not be loaded. Each service has them on its own page.');
      }
    };

    const fromAddress = (): void => {
      const { filter, unknown } = parseFilter(location.search, known);
      const extra = filter.services.slice(most).map((ref) => ({ key: 'services', value: formatServiceRef(ref) }));
      const refs = filter.services.slice(0, most);
      this.notice(
        [
          describeUnknown([...unknown, ...extra]),
          ...(extra.length > 0 ? [`A comparison has at most ${most} columns.`] : []),
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
      history.pushState(null, '', refs.length === 0 ? location.pathname : `?services=${refs.map(formatServiceRef).join(',')}`);
      fromAddress();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    addEventListener('popstate', fromAddress);
    upgradeShare(this, () => ({
      title: drawn.map(({ name }) => name).join(' and '),
      file: `compare-${drawn.map(({ key }) => key).join('-')}`.slice(0, 120),
      table: () => comparisonTable(data.layers, drawn),
    }));
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

async function fetchOptions(id: string): Promise<PublishedOptions> {
  const answer = await fetch(`/data/v1/services/${id}.json`);
  if (!answer.ok) throw new Error(`${id}: ${answer.status}`);
  const published: PublishedOptions = await answer.json();
  return published;
}

customElements.define('tide-compare', TideCompare);
