// Addresses as readers come with them: other names of services and ways to run them, escaped, in other cases, out of campaigns.
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

for (const search of ['?layer=os&amp;option=rds-custom-oracle', '?Option=RDS-Custom-Oracle', '?utm_source=x&option=rds-custom-oracle']) {
  test(`the option is understood in ${search}`, async ({ page }) => {
    await page.goto(`/services/amazon-rds/${search}`);
    await expect(option(page)).toHaveValue('rds-custom-oracle');
    await expect(page.locator('tide-service [data-notice]')).toBeHidden();
    await page.goto(`/embed/amazon-rds/${search}`);
    await expect(page.locator('[data-option-name]')).toHaveText('RDS Custom for Oracle');
  });
}

for (const address of [
  '/explore/?utm_source=mail&fbclid=1&area=database',
  '/compare/?gclid=7&Services=amazon-s3&amp;x=1',
  '/stack/?fbclid=1&amp;Services=amazon-s3,amazon-ec2&amp;utm_medium=social',
  '/services/amazon-rds/?utm_source=x&Layer=os',
  '/defaults/?utm_campaign=x&amp;Area=database',
  '/controls/?gclid=7&amp;Service=amazon-rds',
  '/poster/?utm_source=mail&amp;Lens=defaults',
]) {
  test(`a campaign raises no warning at ${address}`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
    await expect(page.locator('main')).not.toContainText('We ignored');
  });
}

for (const [address, meant] of [
  ['/services/EC2/?layer=os', '/services/amazon-ec2/?layer=os'],
  ['/Services/Amazon-RDS/', '/services/amazon-rds/'],
  ['/rds/', '/services/amazon-rds/'],
  ['/simple-ad', '/services/aws-directory-service/?option=simple-ad'],
] as const) {
  test(`${address} leads nowhere, and names the page that was meant`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('[data-likely] a')).toHaveAttribute('href', meant);
    await page.keyboard.press('Control+k');
    await expect(page.locator('[data-found="best"] a').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await page.locator('[data-likely] a').click();
    await expect(page).toHaveURL(meant);
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('another name leads to the service', async ({ page }) => {
    await page.goto('/services/rds/');
    await expect(page).toHaveURL('/services/amazon-rds/');
    await page.goto('/services/shield-advanced/');
    await expect(page).toHaveURL('/services/aws-shield/?option=advanced');
  });
});
