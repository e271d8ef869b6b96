// A reader's own services: what the address names is one picture, and the field and the links change it.
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { builtServices } from '../scripts/built.ts';

const services = builtServices();
const some = ['amazon-s3', 'amazon-ec2', 'amazon-rds', 'amazon-dynamodb'] as const;
const address = `/stack/?services=${some.join(',')}`;

const members = (page: Page): Locator => page.locator('.stack-members li a');
const status = (page: Page): Locator => page.locator('tide-stack [data-part="status"]');
const notice = (page: Page): Locator => page.locator('tide-stack [data-notice]');
const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Add a service or a way to run it' });
const shortOf = (id: string): string => services.find((each) => each.id === id)?.short ?? id;

/** The published cell of a service's usual way. */
function cellOf(id: string, layer: string) {
  const cell = services.find((each) => each.id === id)?.options[0]?.split[layer];
  if (!cell) throw new Error(`no ${layer} of ${id}`);
  return cell;
}

test('the address says what the picture adds up', async ({ page }) => {
  await page.goto(address);
  await expect(status(page)).toHaveText('4 services');
  await expect(members(page)).toHaveText(some.map(shortOf));
  const network = page.locator('tide-stack [data-layer="network"]');
  const yours = some.filter((id) => cellOf(id, 'network').party === 'customer');
  expect(yours.length).toBeGreaterThan(0);
  await expect(network.locator('.spoken')).toContainText(`${yours.length} yours`);
  await network.locator('summary').click();
  await expect(network.locator('.block.customer .block-links a')).toHaveText(yours.map(shortOf));
  await expect(page).toHaveURL(`${address}&layer=network`);
});

test('what is open or off stands above with its number and names', async ({ page }) => {
  await page.goto(address);
  const open = some.filter((id) => cellOf(id, 'network').default === 'open');
  const line = page.locator('[data-waits="open"] [data-layer="network"]');
  expect(open.length).toBeGreaterThan(0);
  for (const id of open) await expect(line).toContainText(shortOf(id));
  await expect(line.locator('.n')).toHaveText(`(${open.length}):`);
});

test('the field adds, the button removes; the address, Back and reload follow', async ({ page }) => {
  await page.goto('/stack/?services=amazon-s3');
  await expect(members(page)).toHaveText(['Amazon S3']);
  await field(page).fill('eks auto');
  await expect(page.locator('#stack-choices [role="option"]')).toHaveText(['Auto Mode']);
  await page.keyboard.press('Enter');
  await expect(members(page)).toHaveText(['Amazon S3', 'Amazon EKS, Auto Mode']);
  await expect(page).toHaveURL('/stack/?services=amazon-s3,amazon-eks.auto-mode');
  await page.getByRole('button', { name: 'Remove Amazon S3', exact: true }).click();
  await expect(members(page)).toHaveText(['Amazon EKS, Auto Mode']);
  await expect(field(page)).toBeFocused();
  await page.goBack();
  await expect(members(page)).toHaveText(['Amazon S3', 'Amazon EKS, Auto Mode']);
  await page.reload();
  await expect(members(page)).toHaveText(['Amazon S3', 'Amazon EKS, Auto Mode']);
});

test('names that nobody knows are told, and the others are drawn', async ({ page }) => {
  await page.goto('/stack/?services=amazon-teapot,amazon-s3,amazon-s3,amazon-rds.nothing');
  await expect(notice(page)).toContainText('amazon-teapot');
  await expect(notice(page)).toContainText('amazon-rds.nothing');
  await expect(members(page)).toHaveText(['Amazon S3']);
});

test('without an address the page explains itself, and an example is drawn without a reload', async ({ page }) => {
  await page.goto('/stack/');
  const example = page.locator('tide-stack a[data-stack]').first();
  await expect(example).toBeVisible();
  await expect(page.locator('.stack-drawn')).toBeHidden();
  await page.evaluate(() => {
    document.documentElement.dataset['same'] = '';
  });
  const href = (await example.getAttribute('href')) ?? '';
  await example.click();
  await expect(members(page).first()).toBeVisible();
  await expect(page).toHaveURL(href);
  await expect(page.locator('html[data-same]')).toBeAttached();
  await page.goBack();
  await expect(example).toBeVisible();
  await expect(page.locator('.stack-drawn')).toBeHidden();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what it needs, and leads to the list of all services', async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('main')).toContainText('Reading a stack needs scripts');
    await expect(field(page)).toBeHidden();
    await page.getByRole('link', { name: /all \d+ services from A to Z/u }).click();
    await expect(page).toHaveURL('/services/');
  });
});
