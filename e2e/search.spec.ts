// The search dialog: how it opens, what it finds first, and what it says where the index cannot run.
import process from 'node:process';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { builtServices, deal } from './built.ts';

// What the page itself says of a failure belongs to the report of it.
const said: string[] = [];
test.beforeEach(({ page }) => {
  said.length = 0;
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('requestfailed', (request) => said.push(`${request.url()} ${request.failure()?.errorText ?? ''}`));
  page.on('crash', () => said.push('the page crashed'));
});
// The first parameter must be a pattern for Playwright to read.

test.afterEach(({}, info) => {
  if (info.status !== info.expectedStatus) process.stdout.write(`${info.title}, the page said: ${said.join(' | ')}\n`);
});

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });

for (const [how, open] of [
  ['Ctrl+K', (page: Page) => page.keyboard.press('Control+k')],
  ['Command+K', (page: Page) => page.keyboard.press('Meta+k')],
  ['its button', (page: Page) => page.locator('tide-search [data-open]').click()],
] as const) {
  test(`${how} opens the dialog, Escape closes it`, async ({ page }) => {
    await page.goto('/services/amazon-s3/');
    await open(page);
    await expect(dialog(page)).toBeVisible();
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await expect(page).toHaveURL('/services/amazon-s3/');
  });
}

test('keys reach the results, Enter goes to the first', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('RDS');
  await expect(page.locator('.found a').first()).toContainText('Amazon RDS');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.found a').first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/services/amazon-rds/');
});

test('nothing found is said, with a way on', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('xqzzzvw');
  await expect(page.locator('.found-told')).toContainText('Nothing found');
  await expect(page.locator('.found-told a')).toHaveAttribute('href', '/services/');
});

test('a category narrows the results', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('encryption');
  const told = page.locator('.found-told');
  await expect(told).toHaveText(/^\d+ results$/u);
  const all = Number.parseInt((await told.textContent()) ?? '', 10);
  const radio = page.locator('tide-search input[type="radio"]').nth(1);
  const category = (await radio.inputValue()).trim();
  await radio.check();
  await expect(told).not.toHaveText(`${all} results`);
  await expect(told).toHaveText(/^\d+ results?$/u);
  expect(Number.parseInt((await told.textContent()) ?? '', 10)).toBeLessThan(all);
  for (const kind of await page.locator('.found a small').allTextContents()) expect(kind).toContain(category);
  expect(await page.locator('.found a small').count()).toBe(await page.locator('.found a').count());
});

/** Types a query, waits for the answer, and says where the first result leads. */
function firstResult(page: Page, query: string): Promise<string> {
  return page.evaluate(async (words) => {
    const input = document.querySelector('tide-search input[type="search"]');
    const told = document.querySelector('tide-search .found-told');
    if (!(input instanceof HTMLInputElement) || !told) throw new Error('no search dialog');
    const type = (text: string): void => {
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    };
    type('');
    const answered = new Promise<void>((resolve, reject) => {
      const limit = setTimeout(() => {
        reject(new Error(`no answer to "${words}"`));
      }, 12_000);
      new MutationObserver((_, observer) => {
        if (told.textContent === '') return;
        clearTimeout(limit);
        observer.disconnect();
        resolve();
      }).observe(told, { childList: true, characterData: true, subtree: true });
    });
    type(words);
    await answered;
    const first = document.querySelector('tide-search .found a')?.getAttribute('href');
    return first === null || first === undefined ? told.textContent : new URL(first, location.href).pathname;
  }, query);
}

test.describe('name, short name, abbreviations and former names find their service first', () => {
  deal(builtServices(), 8).forEach((services, index, groups) => {
    test(`group ${index + 1} of ${groups.length}`, async ({ page }) => {
      test.setTimeout(150_000);
      await page.goto('/404.html');
      await page.keyboard.press('Control+k');
      await expect(dialog(page)).toBeVisible();
      const misses: string[] = [];
      for (const service of services) {
        const abbreviations = service.aliases.filter((alias) => /^[A-Z0-9]{1,6}$/u.test(alias));
        for (const query of new Set([service.name, service.short, ...abbreviations, ...service.formerly])) {
          const first = await firstResult(page, query);
          if (first !== service.url) misses.push(`"${query}" gives ${first}, not ${service.url}`);
        }
      }
      expect(misses).toEqual([]);
    });
  });
});

for (const [what, pattern] of [
  ['its index', '**/pagefind/pagefind.js'],
  ['WebAssembly', '**/pagefind/wasm*'],
] as const) {
  test(`without ${what} the dialog says so and offers the list`, async ({ page }) => {
    await page.route(pattern, (route) => route.abort());
    await page.goto('/');
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('rds');
    const told = page.locator('.found-told');
    await expect(told).toContainText('could not be loaded', { timeout: 12_000 });
    await told.getByRole('link', { name: 'See all services, A to Z' }).click();
    await expect(page).toHaveURL('/services/');
  });
}

test('a line that comes back is enough: the next key loads the index again', async ({ page }) => {
  await page.route('**/pagefind/pagefind-entry.json*', (route) => route.abort());
  await page.goto('/');
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('rds');
  await expect(page.locator('.found-told')).toContainText('could not be loaded', { timeout: 12_000 });
  await page.unroute('**/pagefind/pagefind-entry.json*');
  await page.getByRole('searchbox').fill('RDS');
  await expect(page.locator('.found a').first()).toContainText('Amazon RDS');
});
