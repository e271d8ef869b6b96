// The explorer as its specs see it.
import type { Locator, Page } from '@playwright/test';
import { builtServices } from '../scripts/built.ts';

export const services = builtServices();

export const told = (page: Page): Locator => page.locator('tide-explorer [data-status]');
export const band = (page: Page, layer: string): Locator => page.locator(`tide-explorer [data-layer="${layer}"]`);
export const choose = (page: Page, name: string, value: string): Promise<void> =>
  page.locator(`tide-explorer input[name="${name}"][value="${value}"]`).check();
export const counted = (count: number): string =>
  count === services.length ? `All ${count} services` : `${count} of ${services.length} services`;

/** What the bands say, top to bottom. */
export const spoken = (page: Page): Promise<string[]> => page.locator('tide-explorer .spoken').allTextContents();

/** Of services in the table that are not hidden. */
export const rows = (page: Page): Locator => page.locator('[data-matrix] tbody tr:visible');
