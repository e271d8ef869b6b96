// The explorer as its specs see it.
import type { Locator, Page } from '@playwright/test';
import { builtServices } from '../scripts/built.ts';

export const services = builtServices();

export const told = (page: Page): Locator => page.locator('tide-explorer [data-status]');
export const band = (page: Page, layer: string): Locator => page.locator(`tide-explorer [data-layer="${layer}"]`);
/** Chooses from pills or from a list. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  const control = page.locator(`tide-explorer :is(input, select)[name="${name}"]`);
  if (await control.and(page.locator('select')).count()) await control.selectOption(value);
  else await control.and(page.locator(`[value="${value}"]`)).check();
}

/** Unfolds what few need. */
export const more = (page: Page): Promise<void> => page.getByRole('button', { name: 'More filters' }).click();
export const counted = (count: number): string =>
  `${count === services.length ? `All ${count}` : `${count} of ${services.length}`} services, as usually run`;

/** All ways to run all services. */
export const ways = services.flatMap(({ options }) => options);

/** Services whose usual way has something. */
export const usually = (has: (option: (typeof ways)[number]) => boolean): typeof services =>
  services.filter(({ options: [first] }) => first !== undefined && has(first));

/** What the bands say, top to bottom. */
export const spoken = (page: Page): Promise<string[]> => page.locator('tide-explorer .spoken').allTextContents();

/** Of services in the table that are not hidden. */
export const rows = (page: Page): Locator => page.locator('[data-matrix] tbody tr:visible');
