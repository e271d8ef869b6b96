// Reads the data that the build put into a page.
import { completePageData } from '../model/split/page-data.ts';
import { titleIn } from '../model/split/cell.ts';
import type { BriefCell, ServicePageData } from '../model/split/page-data.ts';

/**
 * Returns the data of the JSON block inside an element, or undefined if there is none.
 * The build wrote it from the same types, so its shape is not checked again.
 */
export function readPageData<T>(element: Element): T | undefined {
  const text = element.querySelector('script[type="application/json"]')?.textContent;
  if (!text) return undefined;
  const data: T = JSON.parse(text);
  return data;
}

/**
 * Returns the data of a service's page: parties and defaults from its JSON block, the texts from the visible table.
 * A page for frames has no table, so its block contains everything.
 */
export function readServiceData(element: Element): ServicePageData | undefined {
  const table = document.querySelector('.layer-table');
  if (!table) return readPageData<ServicePageData>(element);
  const brief = readPageData<ServicePageData<BriefCell>>(element);
  const rows = table.querySelectorAll('tbody tr');
  return (
    brief &&
    completePageData(brief, (at) => {
      const row = rows[at];
      const links = [...(row?.querySelectorAll('.to-source') ?? [])];
      return {
        phrases: [...(row?.querySelectorAll('.who dd') ?? [])].map((phrase) => phrase.textContent),
        detail: row?.querySelector('.detail')?.textContent ?? '',
        source: links.map((link) => link.getAttribute('href') ?? ''),
        titles: links.map((link) => titleIn(link.textContent)),
      };
    })
  );
}
