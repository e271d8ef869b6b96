import { completePageData } from '../model/split/page-data.ts';
import type { BriefCell, ServicePageData } from '../model/split/page-data.ts';

/**
 * The data block that the build put into an element of the page, or undefined where there is none.
 * The build wrote it from the same types, so its shape is not checked again.
 */
export function readPageData<T>(element: Element): T | undefined {
  const text = element.querySelector('script[type="application/json"]')?.textContent;
  if (!text) return undefined;
  const data: T = JSON.parse(text);
  return data;
}

/**
 * The data of a service's page: phrases from its data block, details and sources from the table that says them already.
 * A page without a table, made for frames, has all of it in the block.
 */
export function readServiceData(element: Element): ServicePageData | undefined {
  const table = document.querySelector('.layer-table');
  if (!table) return readPageData<ServicePageData>(element);
  const brief = readPageData<ServicePageData<BriefCell>>(element);
  const rows = new Map([...table.querySelectorAll<HTMLElement>('[data-cell]')].map((row) => [Number(row.dataset['cell']), row]));
  return (
    brief &&
    completePageData(brief, (at) => {
      const row = rows.get(at);
      return {
        detail: row?.querySelector('.detail')?.textContent ?? '',
        source: row?.querySelector('.to-source')?.getAttribute('href') ?? '',
      };
    })
  );
}
