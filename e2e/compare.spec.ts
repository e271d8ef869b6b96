// The comparison after load: what stands in the columns, what is said to move, and the address that holds it.
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { builtLayers, builtServices } from '../scripts/built.ts';
import { box, unfold } from './share-box.ts';

const services = builtServices();
const layers = builtLayers().length;
const heads = (page: Page): Locator => page.locator('table.compare thead a');
const sentences = (page: Page): Locator => page.locator('[data-sentences] li');
const notice = (page: Page): Locator => page.locator('tide-compare [data-notice]');
const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Add a service or a way to run it' });
const choices = (page: Page): Locator => page.locator('#compare-choices [role="option"]');
/** Adds what is found first by the name. */
async function add(page: Page, name: string): Promise<void> {
  await field(page).fill(name);
  await expect(choices(page).first()).toBeVisible();
  await page.keyboard.press('Enter');
}
const eks = services.find(({ id }) => id === 'amazon-eks')?.options ?? [];
/** Opens as many ways to run EKS as a comparison has room for. */
async function openFour(page: Page): Promise<void> {
  await page.goto(
    `/compare/?services=${eks
      .slice(0, 4)
      .map(({ id }) => `amazon-eks.${id}`)
      .join(',')}`,
  );
  await expect(heads(page)).toHaveCount(4);
}
const remove = (page: Page, name: string): Promise<void> => page.getByRole('button', { name: `Remove ${name}`, exact: true }).click();

const rows = (page: Page): Locator => page.locator('table.compare tbody');
const same = (page: Page): Locator => page.locator('.compare-same');

/** Whose the layers that differ are in a column, top to bottom, as its bands are drawn. */
const parties = (page: Page, column: number): Promise<(string | null)[]> =>
  rows(page)
    .locator(`.bands td:nth-of-type(${column}) .band`)
    .evaluateAll((bands) => bands.map((band) => band.getAttribute('data-party')));
function publishedParties(id: string, optionId: string): Record<string, string> {
  const option = services.find((service) => service.id === id)?.options.find((each) => each.id === optionId);
  if (!option) throw new Error(`no ${id}.${optionId}`);
  return Object.fromEntries(Object.entries(option.split).map(([layer, { party }]) => [layer, party]));
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
  await expect.poll(() => parties(page, 3)).toEqual(differing.map((layer) => published[layer] ?? layer));
  await expect(sentences(page).nth(1)).toContainText(/^Amazon EC2 instead of Amazon RDS \(.+\): /u);
});

test('a choice changes table, sentence and address; Back and reload restore', async ({ page }) => {
  await page.goto('/compare/?services=amazon-s3,amazon-ec2');
  await expect(heads(page)).toHaveText(['Amazon S3', 'Amazon EC2']);
  await remove(page, 'Amazon EC2');
  await expect(heads(page)).toHaveText(['Amazon S3']);
  await expect(field(page)).toBeFocused();
  await add(page, 'sqs');
  await expect(heads(page)).toHaveText(['Amazon S3', 'Amazon SQS']);
  await expect(page).toHaveURL('/compare/?services=amazon-s3,amazon-sqs');
  await add(page, 'Amazon SNS');
  await expect(heads(page)).toHaveCount(3);
  await page.goBack();
  await expect(heads(page)).toHaveText(['Amazon S3', 'Amazon SQS']);
  await page.goBack();
  await expect(heads(page)).toHaveText(['Amazon S3']);
  await page.goForward();
  await page.reload();
  await expect(heads(page)).toHaveText(['Amazon S3', 'Amazon SQS']);
});

test('the field finds names, abbreviations and former names, options under their service', async ({ page }) => {
  await page.goto('/compare/?services=amazon-s3');
  await field(page).fill('elasticsearch');
  await expect(page.locator('#compare-choices')).toContainText('OpenSearch');
  await field(page).fill('eks');
  await expect(page.getByRole('group', { name: 'Amazon EKS', exact: true }).getByRole('option')).toHaveText(
    services.find(({ id }) => id === 'amazon-eks')?.options.map(({ name }) => name) ?? [],
  );
  await field(page).fill('eks auto');
  await expect(choices(page)).toHaveText(['Auto Mode']);
  await choices(page).click();
  await expect(page).toHaveURL('/compare/?services=amazon-s3,amazon-eks.auto-mode');
  await field(page).fill('nothing of that name');
  await expect(page.locator('.combobox-told')).toHaveText('No service has this name.');
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
});

test('the field by keys: arrows walk, Enter chooses, Escape closes; a fifth column is refused', async ({ page }) => {
  await page.goto('/compare/?services=amazon-s3,amazon-sqs,amazon-sns');
  await expect(heads(page)).toHaveCount(3);
  await field(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(page.locator('#compare-choices')).toBeHidden();
  await field(page).fill('lambda');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const second = choices(page).nth(1);
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await second.getAttribute('id')) ?? 'none');
  await page.keyboard.press('Enter');
  await expect(heads(page)).toHaveCount(4);
  await expect(field(page)).toHaveValue('');
  await field(page).fill('rds');
  await expect(page.locator('.combobox-told')).toContainText('at most 4 columns');
  await expect(page.locator('#compare-choices')).toBeHidden();
});

test('layers that differ stand first, those that do not are folded into their number', async ({ page }) => {
  await page.goto('/compare/?services=amazon-s3');
  await expect(heads(page)).toHaveCount(1);
  await expect(rows(page)).toHaveCount(layers);
  await expect(same(page)).toBeHidden();
  await add(page, 'amazon ec2');
  await expect(heads(page)).toHaveCount(2);
  await expect.poll(() => rows(page).count()).toBeLessThan(layers);
  const differing = await rows(page).count();
  await expect(same(page).locator('> summary')).toHaveText(
    layers - differing === 1 ? '1 layer is the same' : `${layers - differing} layers are the same`,
  );
  const equal = same(page).locator('tr.bands');
  await expect(equal.first()).toBeHidden();
  await same(page).locator('> summary').click();
  await expect(equal).toHaveCount(layers - differing);
  await expect(equal.last()).toBeVisible();
});

test('each cell says what holds if you do nothing, and the lens puts it in the place of the party', async ({ page }) => {
  await page.goto('/compare/?services=amazon-eks.managed-node-groups,amazon-eks.auto-mode');
  await expect(heads(page)).toHaveText(['Amazon EKS, Managed node groups', 'Amazon EKS, Auto Mode']);
  const os = page.locator('table.compare [data-layer="os"] .bands td').nth(1);
  await expect(os.locator('.words')).toHaveCount(2);
  await expect(os.locator('.words.customer .who')).toBeVisible();
  await expect(os.locator('[data-holds]')).toHaveText(/Done$/u);
  await expect(os.locator('[data-holds] svg')).toBeVisible();
  await page.getByRole('radio', { name: 'If you do nothing' }).check();
  await expect(page).toHaveURL(/\?services=amazon-eks\.managed-node-groups,amazon-eks\.auto-mode&lens=defaults$/u);
  await expect(os.locator('.words')).toHaveCount(1);
  await expect(os.locator('.words')).toHaveClass(/holds-done/u);
  await page.reload();
  await expect(os.locator('.words')).toHaveCount(1);
  await expect(os.locator('.words')).toHaveClass(/holds-done/u);
  await expect(page.getByRole('radio', { name: 'If you do nothing' })).toBeChecked();
  await page.goBack();
  await expect(os.locator('.words')).toHaveCount(2);
});

test('what moves stands first and is said, and a line runs through each column', async ({ page }) => {
  await page.goto('/compare/?services=amazon-eks.managed-node-groups,amazon-eks.auto-mode');
  await expect(heads(page)).toHaveText(['Amazon EKS, Managed node groups', 'Amazon EKS, Auto Mode']);
  const kinds = await rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-differs') ?? ''));
  const ranks = ['party', 'default', 'work'];
  expect(kinds).toEqual([...kinds].sort((a, b) => ranks.indexOf(a) - ranks.indexOf(b)));
  await expect(rows(page).first().locator('.lname small')).toHaveText(/hands|differently/u);
  await expect(rows(page).first().locator('.tide line')).toHaveCount(2);
});

test('a picture of it is titled by what it found', async ({ page }) => {
  await page.goto('/compare/?services=amazon-eks.managed-node-groups,amazon-eks.auto-mode');
  await expect(heads(page)).toHaveText(['Amazon EKS, Managed node groups', 'Amazon EKS, Auto Mode']);
  await unfold(page);
  const coming = page.waitForEvent('download');
  await box(page).getByRole('button', { name: 'Download SVG' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('compare-amazon-eks.managed-node-groups-amazon-eks.auto-mode.svg');
  const svg = await readFile(await file.path(), 'utf8');
  expect(svg).toMatch(/<title>Amazon EKS: Auto Mode instead of Managed node groups: .+<\/title>/u);
  for (const name of await rows(page).locator('.lname button').allTextContents()) expect(svg).toContain(name);
});

test('a way that has no room in the comparison is named', async ({ page }) => {
  await openFour(page);
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

test('by keyboard alone: a layer opens its reasons', async ({ page }) => {
  await page.goto('/compare/?services=amazon-s3,amazon-ec2');
  await expect(heads(page)).toHaveText(['Amazon S3', 'Amazon EC2']);
  const why = rows(page).first().locator('.why');
  await expect(why).toBeHidden();
  const layer = rows(page).first().locator('.lname button');
  await expect(layer).toBeEnabled();
  await layer.focus();
  await page.keyboard.press('Enter');
  await expect(layer).toHaveAttribute('aria-expanded', 'true');
  await expect(why.locator('.detail').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(why).toBeHidden();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('one comparison stands finished', async ({ page }) => {
    await page.goto('/compare/');
    expect((await rows(page).count()) + (await same(page).locator('tbody').count())).toBe(layers);
    await same(page).locator('> summary').click();
    await expect(same(page).locator('tr').last()).toBeVisible();
    await expect(rows(page).first().locator('.why .detail').first()).toBeVisible();
    expect(await heads(page).count()).toBeGreaterThan(1);
    expect(await sentences(page).count()).toBeGreaterThan(0);
    await expect(page.locator('tide-compare form')).toBeHidden();
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

test('four columns print on two pages', async ({ page }) => {
  await openFour(page);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/gu)?.length;
  expect(pages).toBeLessThanOrEqual(2);
});
