// A layer that is chosen is seen, comes into view, and leads to its neighbours; evidence is folded where rows stand above each other.
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

const layer = (page: Page, id: string): Locator => page.locator(`tide-service ol.split [data-layer="${id}"]`);
const open = (page: Page): Locator => page.locator('tide-service ol.split li:has(details[open])');

/** A computed value of a pseudo-element. */
const drawn = (element: Locator, pseudo: string, property: string): Promise<string> =>
  element.evaluate((node, [which = '', name = '']) => getComputedStyle(node, which).getPropertyValue(name), [pseudo, property]);

test('the chosen band has a ring, and a notch joins it to its panel', async ({ page }) => {
  await page.goto('/services/amazon-rds/');
  expect(await drawn(layer(page, 'os').locator('.band'), '::before', 'content')).toBe('none');
  await layer(page, 'os').locator('summary').click();
  await expect(layer(page, 'os').locator('.panel')).toBeVisible();
  expect(await drawn(layer(page, 'os').locator('.band'), '::before', 'border-top-width')).toBe('3px');
  expect(await drawn(layer(page, 'os').locator('summary'), '::after', 'content')).toBe('""');
  expect(await drawn(layer(page, 'network').locator('.band'), '::before', 'content')).toBe('none');
});

test('the layers before and after are one press away, and past an end comes the other', async ({ page }) => {
  await page.goto('/services/amazon-rds/?layer=facilities');
  await expect(page.locator('tide-service[data-live]')).toBeAttached();
  const next = page.getByRole('button', { name: 'Next layer' });
  const previous = page.getByRole('button', { name: 'Previous layer' });
  await next.click();
  await expect(open(page)).toHaveAttribute('data-layer', 'data');
  await expect(page).toHaveURL('/services/amazon-rds/?layer=data');
  await next.click();
  await expect(open(page)).toHaveAttribute('data-layer', 'residency');
  await previous.click();
  await previous.click();
  await expect(open(page)).toHaveAttribute('data-layer', 'facilities');
});

test('with no layer open, forward begins at the first and back at the last', async ({ page }) => {
  await page.goto('/services/amazon-rds/');
  await page.getByRole('button', { name: 'Previous layer' }).click();
  await expect(open(page)).toHaveAttribute('data-layer', 'facilities');
  await page.goto('/services/amazon-rds/');
  await page.getByRole('button', { name: 'Next layer' }).click();
  await expect(open(page)).toHaveAttribute('data-layer', 'data');
});

for (const [width, height] of [
  [1280, 720],
  [360, 740],
] as const)
  for (const id of ['data', 'os', 'facilities'])
    test(`a link to ${id} brings the layer into view at ${width}×${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.goto(`/services/amazon-rds/?layer=${id}`);
      await expect(layer(page, id).locator('.panel')).toBeVisible();
      await expect(layer(page, id).locator('.band')).toBeInViewport({ ratio: 1 });
      await expect(layer(page, id).locator('.panel .question')).toBeInViewport();
    });

test('the link of the view is copied beside the drawing, and the button says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/services/amazon-rds/?layer=os');
  await page.locator('.rail [data-share-as="link"]').evaluate((button) => {
    if (button instanceof HTMLButtonElement) button.click();
  });
  await expect(page.locator('.rail [data-share-as="link"]')).toHaveText('Link copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('/services/amazon-rds/?layer=os');
});

test('evidence is folded on a phone, and open on a desk', async ({ page }) => {
  const row = page.locator('.layer-table tbody tr').first();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/services/amazon-rds/');
  await expect(row.locator('.detail')).toBeHidden();
  await row.locator('.proof summary').click();
  await expect(row.locator('.detail')).toBeVisible();
  await expect(row.locator('.to-source').first()).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('/services/amazon-rds/');
  await expect(row.locator('.detail')).toBeVisible();
  await expect(row.locator('.proof summary')).toBeHidden();
});
