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

const rows = (page: Page): Locator => page.locator('table.compare tbody tr');
const same = (page: Page): Locator => page.locator('.compare-same');

/** "You", "Shared": what a column says of the layers that differ, top to bottom. */
const parties = (page: Page, column: number): Locator => rows(page).locator(`td:nth-of-type(${column}) .mark`);

const said: Readonly<Record<string, string>> = { customer: 'You', shared: 'Shared', aws: 'AWS', none: "Doesn't apply" };
function publishedParties(id: string, optionId: string): Record<string, string> {
  const option = services.find((service) => service.id === id)?.options.find((each) => each.id === optionId);
  if (!option) throw new Error(`no ${id}.${optionId}`);
  return Object.fromEntries(Object.entries(option.split).map(([layer, { party }]) => [layer, said[party] ?? party]));
}

test('the address says what stands side by side', async ({ page }) => {
  const custom = services.find((service) => service.id === 'amazon-rds')?.options[1]?.id ?? '';
  await page.goto(`/compare/?services=amazon-rds.${custom},aws-lambda,amazon-ec2`);
  await expect(heads(page)).toHaveCount(3);
  await expect(heads(page).nth(2)).toHaveText('Amazon EC2');
  await expect(heads(page).nth(2)).toHaveAttribute('href', '/services/amazon-ec2/');
  const ec2 = services.find((service) => service.id === 'amazon-ec2')?.options[0]?.id ?? '';
  const published = publishedParties('amazon-ec2', ec2);
  const differing = await rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-layer') ?? ''));
  await expect(parties(page, 3)).toHaveText(differing.map((layer) => published[layer] ?? layer));
  await expect(sentences(page).nth(1)).toContainText(/^Amazon EC2 instead of Amazon RDS \(.+\): /u);
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

test('layers that differ stand first, those that do not are folded into their number', async ({ page }) => {
  await page.goto('/compare/?services=amazon-s3');
  await expect(heads(page)).toHaveCount(1);
  await expect(rows(page)).toHaveCount(layers);
  await expect(same(page)).toBeHidden();
  await selects(page).nth(1).selectOption('amazon-ec2');
  await expect(heads(page)).toHaveCount(2);
  await expect.poll(() => rows(page).count()).toBeLessThan(layers);
  const differing = await rows(page).count();
  await expect(same(page).locator('> summary')).toHaveText(
    layers - differing === 1 ? '1 layer is the same' : `${layers - differing} layers are the same`,
  );
  const equal = same(page).locator('tr');
  await expect(equal.first()).toBeHidden();
  await same(page).locator('> summary').click();
  await expect(equal).toHaveCount(layers - differing);
  await expect(equal.last()).toBeVisible();
});

test('each cell says what holds if you do nothing, and the lens puts it in the place of the party', async ({ page }) => {
  await page.goto('/compare/?services=amazon-eks.managed-node-groups,amazon-eks.auto-mode');
  await expect(heads(page)).toHaveText(['Amazon EKS, Managed node groups', 'Amazon EKS, Auto Mode']);
  const os = page.locator('table.compare [data-layer="os"] td').nth(1);
  await expect(os.locator('.mark')).toHaveText('Shared');
  await expect(os.locator('[data-holds]')).toHaveText(/Done$/u);
  await expect(os.locator('[data-holds] svg')).toBeVisible();
  await page.getByRole('radio', { name: 'If you do nothing' }).check();
  await expect(page).toHaveURL(/\?services=amazon-eks\.managed-node-groups,amazon-eks\.auto-mode&lens=defaults$/u);
  await expect(os.locator('.mark')).toHaveText('Done');
  await expect(os.locator('.meaning')).toBeVisible();
  await page.reload();
  await expect(os.locator('.mark')).toHaveText('Done');
  await expect(page.getByRole('radio', { name: 'If you do nothing' })).toBeChecked();
  await page.goBack();
  await expect(os.locator('.mark')).toHaveText('Shared');
});

test('a way that has no room in the comparison is named', async ({ page }) => {
  const eks = services.find(({ id }) => id === 'amazon-eks')?.options ?? [];
  await page.goto(
    `/compare/?services=${eks
      .slice(0, 4)
      .map(({ id }) => `amazon-eks.${id}`)
      .join(',')}`,
  );
  await expect(heads(page)).toHaveCount(4);
  await expect(notice(page)).toContainText(`Not shown: ${eks[4]?.name ?? ''}. A comparison has at most 4 columns.`);
});

test('what is not known is named, five columns are too many', async ({ page }) => {
  await page.goto('/compare/?services=amazon-teapot,amazon-s3,amazon-sqs');
  await expect(notice(page)).toContainText('amazon-teapot');
  await expect(heads(page)).toHaveText(['Amazon S3', 'Amazon SQS']);
  await page.goto('/compare/?services=amazon-s3,amazon-sqs,amazon-sns,amazon-ec2,aws-lambda');
  await expect(heads(page)).toHaveCount(4);
  await expect(notice(page)).toContainText('aws-lambda');
});

test('where nothing can be loaded, nothing is compared', async ({ page }) => {
  await page.route('**/data/v1/services/*.json', (route) => route.abort());
  await page.goto('/compare/?services=amazon-s3,amazon-sqs');
  await expect(notice(page)).toContainText('Amazon S3 and Amazon SQS could not be loaded, so their columns are missing.');
  await expect(heads(page)).toHaveText(['Amazon S3', 'Amazon SQS']);
  await expect(rows(page)).toHaveCount(0);
  await expect(sentences(page)).toHaveCount(0);
  await expect(same(page)).toBeHidden();
});

test('by keyboard alone: choose, read on, open a reason', async ({ page }) => {
  await page.goto('/compare/');
  const first = selects(page).first();
  await first.focus();
  await page.keyboard.press('End');
  const last = services.at(-1);
  await expect(first).toHaveValue(new RegExp(`^${last?.id ?? ''}(\\.|$)`, 'u'));
  await expect(heads(page).first()).toContainText(last?.short ?? '');
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Tab');
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
    expect((await rows(page).count()) + (await same(page).locator('tr').count())).toBe(layers);
    await same(page).locator('> summary').click();
    await expect(same(page).locator('tr').last()).toBeVisible();
    expect(await heads(page).count()).toBeGreaterThan(1);
    expect(await sentences(page).count()).toBeGreaterThan(0);
    await expect(page.locator('tide-compare select').first()).toBeHidden();
  });
});

test('on paper stands what differs, and of the rest its number', async ({ page }) => {
  await page.goto('/compare/?services=amazon-s3,amazon-ec2');
  await expect(heads(page)).toHaveText(['Amazon S3', 'Amazon EC2']);
  await page.emulateMedia({ media: 'print' });
  await expect(rows(page).last().locator('.detail').first()).toBeVisible();
  await expect(same(page).locator('> summary')).toBeVisible();
  await expect(same(page).locator('table')).toBeHidden();
});
