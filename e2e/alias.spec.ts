// Other names of services, and of ways to run them, as addresses.
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

const option = (page: Page): ReturnType<Page['locator']> => page.locator('tide-service input[name="option"]:checked');

test('another name keeps what the address asks for', async ({ page }) => {
  await page.goto('/services/rds/?layer=os#layers');
  await expect(page).toHaveURL('/services/amazon-rds/?layer=os#layers');
  await expect(page.locator('[data-layer="os"] details[open]')).toBeVisible();
});

test('a name of a way to run it leads there, unless the address asks for another', async ({ page }) => {
  await page.goto('/services/simple-ad/?layer=os');
  await expect(option(page)).toHaveValue('simple-ad');
  await expect(page.locator('[data-layer="os"] details[open]')).toBeVisible();
  await page.goto('/services/emr-serverless/?option=eks');
  await expect(option(page)).toHaveValue('eks');
});

test('Back does not lead to the page of the other name', async ({ page }) => {
  await page.goto('/services/');
  await page.goto('/services/memcached/');
  await expect(option(page)).toHaveValue('memcached');
  await page.goBack();
  await expect(page).toHaveURL('/services/');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('another name leads to the service', async ({ page }) => {
    await page.goto('/services/rds/');
    await expect(page).toHaveURL('/services/amazon-rds/');
    await page.goto('/services/shield-advanced/');
    await expect(page).toHaveURL('/services/aws-shield/?option=advanced');
  });
});
