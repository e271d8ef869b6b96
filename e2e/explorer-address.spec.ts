// The explorer's address: the only state, whatever comes between a choice and its drawing.
import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { band, choose, counted, rows, services, told, usually } from './explorer-page.ts';

const abstracted = usually(({ category }) => category === 'abstracted');
const both = abstracted.filter((service) => service.area === 'database');

test('Back from a link that was followed at once shows the choice', async ({ page }) => {
  await page.goto('/explore/');
  await choose(page, 'area', 'database');
  await expect(page).toHaveURL('/explore/?area=database');
  // In one turn of the page's own script: before anything could be painted.
  await page.locator('tide-explorer').evaluate((explorer) => {
    explorer.querySelector<HTMLInputElement>('input[name="category"][value="abstracted"]')?.click();
    explorer.querySelector<HTMLAnchorElement>('[data-matrix] tbody a')?.click();
  });
  await expect(page.locator('tide-service')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL('/explore/?category=abstracted&area=database');
  await expect(told(page)).toHaveText(counted(both.length));
});

/** The code of the controls, which is loaded when a reader reaches for them. */
const late = /\/_astro\/explorer-view\.[^/]*\.js$/u;

test('what only controls need is loaded when a reader reaches for one', async ({ page }) => {
  let asked = 0;
  page.on('request', (request) => {
    if (late.test(request.url())) asked += 1;
  });
  await page.goto('/explore/', { waitUntil: 'networkidle' });
  expect(asked).toBe(0);
  await choose(page, 'category', 'abstracted');
  await expect(told(page)).toHaveText(counted(abstracted.length));
  expect(asked).toBe(1);
});

test('Back before the choice is drawn leads to the one before it, and Forward to the choice', async ({ page }) => {
  await page.goto('/explore/');
  await choose(page, 'category', 'abstracted');
  await expect(page).toHaveURL('/explore/?category=abstracted');
  // From now on no frame comes, so nothing is drawn after the first words.
  await page.evaluate(() => {
    Object.assign(window, { requestAnimationFrame: () => 0 });
  });
  await choose(page, 'area', 'database');
  await expect(told(page)).toHaveText(counted(both.length));
  await page.evaluate(() => {
    history.back();
  });
  await expect(told(page)).toHaveText(counted(abstracted.length));
  await expect(page).toHaveURL('/explore/?category=abstracted');
  await page.evaluate(() => {
    history.forward();
  });
  await expect(told(page)).toHaveText(counted(both.length));
  await expect(page).toHaveURL('/explore/?category=abstracted&area=database');
});

test('two choices made while their code is on its way are two steps back', async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(late, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/explore/');
  const asked = page.waitForRequest(late);
  await choose(page, 'category', 'abstracted');
  await choose(page, 'area', 'database');
  await asked;
  release();
  await expect(page).toHaveURL('/explore/?category=abstracted&area=database');
  await expect(told(page)).toHaveText(counted(both.length));
  await page.goBack();
  await expect(page).toHaveURL('/explore/?category=abstracted');
  await expect(told(page)).toHaveText(counted(abstracted.length));
  await page.goBack();
  await expect(page).toHaveURL('/explore/');
  await expect(told(page)).toHaveText(counted(services.length));
});

test('a choice whose code could not be loaded is said; controls that their address waits for in vain are not offered', async ({ page }) => {
  await page.route(late, (route) => route.abort());
  await page.goto('/explore/');
  await choose(page, 'category', 'abstracted');
  await expect(page.locator('tide-explorer [data-notice]')).toContainText('could not be loaded');
  await expect(told(page)).toHaveText(counted(services.length));
  await page.goto('/explore/?category=abstracted');
  await expect(page.locator('[data-lost]')).toBeVisible();
  await expect(page.locator('tide-explorer form')).toBeHidden();
});

test('a layer that is opened while a service loads stays open, and one that is closed stays closed', async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/data/v1/services/*.json', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/explore/?services=amazon-rds&layer=data');
  const list = page.locator('tide-explorer ol.split');
  await expect(list).toHaveAttribute('aria-busy', 'true');
  const layer = (id: string): Locator => band(page, id).locator('details');
  await expect(layer('data')).toHaveAttribute('open');
  await band(page, 'os').locator('summary').click();
  await expect(page).toHaveURL('/explore/?services=amazon-rds&layer=os');
  await band(page, 'backup').locator('summary').click();
  await band(page, 'backup').locator('summary').click();
  await band(page, 'os').locator('summary').click();
  release();
  await expect(list).toHaveAttribute('aria-busy', 'false');
  await expect(band(page, 'os').locator('.panel .detail')).toBeVisible();
  await expect(list.locator('details[open]')).toHaveCount(1);
});

test('a choice leaves what the form cannot hold: several services, an order that is turned round', async ({ page }) => {
  await page.goto('/explore/?services=amazon-s3,amazon-sqs&sort=-os');
  await expect(rows(page)).toHaveCount(2);
  await choose(page, 'lens', 'defaults');
  await expect(page).toHaveURL('/explore/?services=amazon-s3,amazon-sqs&sort=-os&lens=defaults');
  await expect(rows(page)).toHaveCount(2);
});

test('Back, Forward and reload restore what was chosen', async ({ page }) => {
  await page.goto('/explore/');
  await choose(page, 'category', 'abstracted');
  await choose(page, 'area', 'database');
  await expect(told(page)).toHaveText(counted(both.length));
  await page.goBack();
  await expect(told(page)).toHaveText(counted(abstracted.length));
  await expect(page.locator('tide-explorer select[name="area"]')).toHaveValue('');
  await page.goBack();
  await expect(told(page)).toHaveText(counted(services.length));
  await expect(page.locator('tide-explorer input[name="category"][value=""]')).toBeChecked();
  await page.goForward();
  await expect(told(page)).toHaveText(counted(abstracted.length));
  await page.goForward();
  await expect(told(page)).toHaveText(counted(both.length));
  await page.reload();
  await expect(told(page)).toHaveText(counted(both.length));
  await expect(page.locator('tide-explorer input[name="category"][value="abstracted"]')).toBeChecked();
  await expect(page.locator('tide-explorer select[name="area"]')).toHaveValue('database');
});
