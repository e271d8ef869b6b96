// The matrix after load: which rows it shows, in which order, and how it is used by keyboard and on small screens.
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { builtServices } from '../scripts/built.ts';

const services = builtServices();
const rows = (page: Page): Locator => page.locator('[data-matrix] tbody tr:visible');
const head = (page: Page, by: string): Locator => page.locator(`[data-matrix] thead th[data-by="${by}"]`);
const ranks = ['You', 'Both', 'AWS', 'Not there'];

/** Layers that are the reader's count double. */
const loads = async (page: Page): Promise<number[]> =>
  (await rows(page).locator('.yours').allTextContents()).map((text) => {
    const [yours = Number.NaN, shared = Number.NaN] = text.split(' + ').map(Number);
    return 2 * yours + shared;
  });

test('every word in the matrix is that of the public data', async ({ page }) => {
  await page.goto('/explore/');
  await expect(rows(page)).toHaveCount(services.length);
  const said: Readonly<Record<string, string>> = { customer: 'You', shared: 'Both', aws: 'AWS', none: 'Not there' };
  const shown = await page
    .locator('[data-matrix] tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [row.getAttribute('data-row'), [...row.querySelectorAll('td span')].map((cell) => cell.textContent)]),
    );
  const published = services.flatMap((service) =>
    service.options.map((option) => [`${service.id}.${option.id}`, Object.values(option.split).map(({ party }) => said[party])]),
  );
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(published));
});

test('heads sort, turn the order round, and the address holds it', async ({ page }) => {
  await page.goto('/explore/');
  const byName = await rows(page).locator('th').allTextContents();
  await head(page, 'yours').getByRole('button').click();
  await expect(page).toHaveURL('/explore/?sort=yours');
  await expect(head(page, 'yours')).toHaveAttribute('aria-sort', 'descending');
  await expect(head(page, 'name')).not.toHaveAttribute('aria-sort');
  let found = await loads(page);
  expect(found).toEqual(found.toSorted((a, b) => b - a));
  await head(page, 'yours').getByRole('button').click();
  await expect(page).toHaveURL('/explore/?sort=-yours');
  found = await loads(page);
  expect(found).toEqual(found.toSorted((a, b) => a - b));
  await head(page, 'os').getByRole('button').click();
  await expect(page).toHaveURL('/explore/?sort=os');
  const words = async (): Promise<number[]> =>
    (await rows(page).locator('td:nth-of-type(12)').allTextContents()).map((word) => ranks.indexOf(word));
  const inOrder = await words();
  expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
  expect(inOrder).not.toContain(-1);
  await page.goBack();
  await expect(head(page, 'yours')).toHaveAttribute('aria-sort', 'ascending');
  await page.goForward();
  await page.reload();
  await expect(head(page, 'os')).toHaveAttribute('aria-sort', 'ascending');
  expect(await words()).toEqual(inOrder);
  await page.getByLabel('Order').selectOption('');
  await expect(page).toHaveURL('/explore/');
  expect(await rows(page).locator('th').allTextContents()).toEqual(byName);
});

test('the order goes on through a filter, and the filter through an order', async ({ page }) => {
  await page.goto('/explore/?area=database');
  const databases = services.filter((service) => service.area === 'database').length;
  await expect(rows(page)).toHaveCount(databases);
  await page.getByLabel('Order').selectOption('yours');
  await expect(page).toHaveURL('/explore/?area=database&sort=yours');
  await expect(rows(page)).toHaveCount(databases);
  await page.locator('tide-explorer input[name="area"][value=""]').check();
  await expect(page).toHaveURL('/explore/?sort=yours');
  await expect(rows(page)).toHaveCount(services.length);
  const found = await loads(page);
  expect(found).toEqual(found.toSorted((a, b) => b - a));
});

test('an order nobody knows is named', async ({ page }) => {
  await page.goto('/explore/?sort=price');
  await expect(page.locator('tide-explorer [data-notice]')).toContainText('sort=price');
  await expect(rows(page)).toHaveCount(services.length);
});

test('heads and names stay in sight while the matrix scrolls', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/explore/');
  const box = page.locator('.matrix-scroll');
  await box.scrollIntoViewIfNeeded();
  await box.evaluate((element) => {
    element.scrollTo(300, 1500);
  });
  const frame = await box.boundingBox();
  const top = await head(page, 'name').boundingBox();
  expect(Math.abs((top?.y ?? 0) - (frame?.y ?? 99))).toBeLessThan(3);
  const names = await rows(page)
    .locator('th')
    .evaluateAll((all) => [...new Set(all.map((name) => Math.round(name.getBoundingClientRect().left)))]);
  expect(names).toHaveLength(1);
  expect(Math.abs((names[0] ?? 0) - (frame?.x ?? 99))).toBeLessThan(3);
});

test('by keyboard alone: to a head, sort, to a service', async ({ page }) => {
  await page.goto('/explore/');
  await page.getByLabel('Order').focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('region', { name: 'Services, layer by layer' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(head(page, 'name').getByRole('button')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/explore/?sort=yours');
  await expect(head(page, 'yours').getByRole('button')).toBeFocused();
  for (let step = 0; step < 15; step += 1) await page.keyboard.press('Tab');
  const first = rows(page).first().getByRole('link');
  await expect(first).toBeFocused();
  const href = (await first.getAttribute('href')) ?? '';
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(href);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('every way to run every service stands in the matrix, and no head pretends to sort', async ({ page }) => {
    await page.goto('/explore/');
    await expect(page.locator('[data-matrix] tbody tr')).toHaveCount(services.flatMap((service) => service.options).length);
    await expect(page.locator('[data-matrix] thead button:enabled')).toHaveCount(0);
  });
});
