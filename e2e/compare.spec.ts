// The comparison after load: what stands in the columns, what is said to move, and the address that holds it.
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { builtLayers, builtServices } from '../scripts/built.ts';

const services = builtServices();
const layers = builtLayers().length;
const heads = (page: Page): Locator => page.locator('table.compare thead a');
const sentences = (page: Page): Locator => page.locator('[data-sentences] li');
const notice = (page: Page): Locator => page.locator('tide-compare [data-notice]');
const selects = (page: Page): Locator => page.locator('tide-compare select');

/** "You", "Shared": what a column says of each layer, top to bottom. */
const parties = (page: Page, column: number): Locator => page.locator(`table.compare tbody td:nth-of-type(${column}) .mark`);

const said: Readonly<Record<string, string>> = { customer: 'You', shared: 'Shared', aws: 'AWS', none: "Doesn't apply" };
function publishedParties(id: string, optionId: string): string[] {
  const option = services.find((service) => service.id === id)?.options.find((each) => each.id === optionId);
  if (!option) throw new Error(`no ${id}.${optionId}`);
  return Object.values(option.split).map(({ party }) => said[party] ?? party);
}

test('the address says what stands side by side', async ({ page }) => {
  const custom = services.find((service) => service.id === 'amazon-rds')?.options[1]?.id ?? '';
  await page.goto(`/compare/?services=amazon-rds.${custom},aws-lambda,amazon-ec2`);
  await expect(heads(page)).toHaveCount(3);
  await expect(heads(page).nth(2)).toHaveText('Amazon EC2');
  await expect(heads(page).nth(2)).toHaveAttribute('href', '/services/amazon-ec2/');
  const ec2 = services.find((service) => service.id === 'amazon-ec2')?.options[0]?.id ?? '';
  await expect(parties(page, 3)).toHaveText(publishedParties('amazon-ec2', ec2));
  await expect(sentences(page)).toHaveCount(2);
  await expect(sentences(page).nth(1)).toContainText(/^Moving from .+ to Amazon EC2 /u);
});

test('a choice changes table, sentence and address; Back and reload restore', async ({ page }) => {
  await page.goto('/compare/?services=amazon-s3,amazon-ec2');
  await expect(heads(page)).toHaveText(['Amazon S3', 'Amazon EC2']);
  await selects(page).nth(1).selectOption('amazon-sqs');
  await expect(heads(page)).toHaveText(['Amazon S3', 'Amazon SQS']);
  await expect(page).toHaveURL('/compare/?services=amazon-s3,amazon-sqs');
  await selects(page).nth(2).selectOption('amazon-sns');
  await expect(heads(page)).toHaveCount(3);
  await page.goBack();
  await expect(heads(page)).toHaveText(['Amazon S3', 'Amazon SQS']);
  await expect(selects(page).nth(2)).toHaveValue('');
  await page.goBack();
  await expect(heads(page)).toHaveText(['Amazon S3', 'Amazon EC2']);
  await page.goForward();
  await page.reload();
  await expect(heads(page)).toHaveText(['Amazon S3', 'Amazon SQS']);
  await expect(selects(page).nth(1)).toHaveValue('amazon-sqs');
});

test('rows that differ are marked, and only those', async ({ page }) => {
  await page.goto('/compare/?services=amazon-s3,amazon-s3');
  const shown = page.locator('table.compare tbody .differs:visible');
  await expect(heads(page)).toHaveCount(1);
  await expect(shown).toHaveCount(0);
  await selects(page).nth(1).selectOption('amazon-ec2');
  await expect(heads(page)).toHaveCount(2);
  await expect.poll(() => shown.count()).toBeGreaterThan(4);
});

test('what is not known is named, five columns are too many', async ({ page }) => {
  await page.goto('/compare/?services=amazon-teapot,amazon-s3,amazon-sqs');
  await expect(notice(page)).toContainText('amazon-teapot');
  await expect(heads(page)).toHaveText(['Amazon S3', 'Amazon SQS']);
  await page.goto('/compare/?services=amazon-s3,amazon-sqs,amazon-sns,amazon-ec2,aws-lambda');
  await expect(heads(page)).toHaveCount(4);
  await expect(notice(page)).toContainText('aws-lambda');
});

test('a service that cannot be loaded is said, and the page stays', async ({ page }) => {
  await page.route('**/data/v1/services/amazon-sqs.json', (route) => route.abort());
  await page.goto('/compare/?services=amazon-s3,amazon-sqs');
  await expect(notice(page)).toContainText('could not be loaded');
  await expect(page.locator('table.compare tbody tr')).toHaveCount(layers);
});

test('by keyboard alone: choose, read on, open a reason', async ({ page }) => {
  await page.goto('/compare/');
  const first = selects(page).first();
  await first.focus();
  await page.keyboard.press('End');
  const last = services.at(-1);
  await expect(first).toHaveValue(new RegExp(`^${last?.id ?? ''}(\\.|$)`, 'u'));
  await expect(heads(page).first()).toContainText(last?.short ?? '');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Tab');
  await expect(page.getByRole('region', { name: 'Comparison' })).toBeFocused();
  const reason = page.locator('table.compare summary').first();
  for (let step = 0; step < 6 && !(await reason.evaluate((element) => element === document.activeElement)); step += 1)
    await page.keyboard.press('Tab');
  await expect(reason).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('table.compare details[open] .detail').first()).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('one comparison stands finished', async ({ page }) => {
    await page.goto('/compare/');
    await expect(page.locator('table.compare tbody tr')).toHaveCount(layers);
    expect(await heads(page).count()).toBeGreaterThan(1);
    expect(await sentences(page).count()).toBeGreaterThan(0);
    await expect(page.locator('tide-compare select').first()).toBeHidden();
  });
});
