// The search dialog as its specs see it.
import process from 'node:process';
import { test as base } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { builtFile, builtServices } from '../scripts/built.ts';

/** What the page itself says of a failure belongs to the report of it. */
export const test = base.extend<{ readonly said: readonly string[] }>({
  said: [
    async ({ page }, use, info) => {
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      page.on('requestfailed', (request) => said.push(`${request.url()} ${request.failure()?.errorText ?? ''}`));
      page.on('crash', () => said.push('the page crashed'));
      await use(said);
      if (info.status !== info.expectedStatus) process.stdout.write(`${info.title}, the page said: ${said.join(' | ')}\n`);
    },
    { auto: true },
  ],
});

export const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Search' });
export const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Search services and the guide' });
export const told = (page: Page): Locator => page.locator('.found-told');
/** The title of the answer, then what else matches. */
export const services = (page: Page): Locator => page.locator('.answer h2 a, [data-found="best"] a');
export const card = (page: Page): Locator => page.getByRole('region', { name: 'Answer' });
export const passages = (page: Page): Locator => page.locator('[data-found="passages"] a');
export const recent = (page: Page): Locator => page.locator('[data-found="recent"] a');
export const pages = (page: Page): Locator => page.locator('[data-found="pages"] a');
export const filter = (page: Page, key: string): Locator => page.locator(`select[data-filter="${key}"]`);

const answerFile = z.object({
  data: z.object({
    missing: z.array(z.object({ name: z.string(), aliases: z.array(z.string()), security: z.string().optional() })),
  }),
});

/** A service without a record whose name has a word that nothing else is called by: that word, the name, and AWS's page on its security. */
export function uncovered(): { readonly word: string; readonly name: string; readonly security: string } {
  const { missing } = answerFile.parse(JSON.parse(builtFile('search/answers.json'))).data;
  const names = [
    ...missing.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...builtServices().flatMap(({ name, short, aliases, formerly }) => [name, short, ...aliases, ...formerly]),
  ];
  for (const { name, security } of missing) {
    const [, word] = /^(?:Amazon|AWS) (\w+)$/u.exec(name) ?? [];
    if (word === undefined || security === undefined) continue;
    const bearers = new Set(names.filter((each) => each.toLowerCase().includes(word.toLowerCase())));
    if (bearers.size === 1) return { word: word.toLowerCase(), name, security };
  }
  throw new Error('every service of content/gaps.yaml shares the words of its name, or has no page on its security');
}

/** Unfolds the filters, which are there once pages are found. */
export async function openFilters(page: Page): Promise<void> {
  await page.locator('.find-more > summary').click();
}

/** Opens the dialog on a page and asks. */
export async function ask(page: Page, query: string, address = '/'): Promise<void> {
  await page.goto(address);
  await page.keyboard.press('Control+k');
  await field(page).fill(query);
}
