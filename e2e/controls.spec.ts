// Controls that can show a duty: the list of all, filtered by the address; the panels of services and the search that lead there; the packs.
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { builtFile } from '../scripts/built.ts';
import { dialog, field } from './search-page.ts';
import { take, textOf } from './share-box.ts';

const items = (page: Page): Locator => page.locator('[data-item]');
const shown = (page: Page): Locator => page.locator('[data-item]:not([hidden])');
/** A list of choices, other than those of the search dialog. */
const filter = (page: Page, name: string): Locator => page.locator('tide-controls').getByRole('combobox', { name });
const status = (page: Page): Locator => page.locator('[data-status]');
const published = z.object({ controls: z.array(z.object({ id: z.string(), severity: z.string() })) });
const { controls } = published.parse(JSON.parse(builtFile('data/v1/controls.json')));

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('every control stands there with what it shows, its duty and its page, and each service opens', async ({ page }) => {
    await page.goto('/controls/');
    await expect(page.locator('tide-controls form')).toBeHidden();
    await expect(status(page)).toContainText(`${controls.length} controls`);
    const rows = await items(page).evaluateAll((all) =>
      all.map((row) => ({
        id: row.querySelector('th a[href^="https://docs.aws.amazon.com/securityhub/"]')?.textContent.trim() ?? '',
        whole: ['.shows', '.severity', '.cites'].every((part) => row.querySelector(part)?.textContent.trim() !== ''),
        duty: row.querySelector('.duties-of a[href*="/services/"][href*="layer="]') !== null,
      })),
    );
    expect(rows.filter(({ whole, duty }) => !whole || !duty)).toEqual([]);
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(controls.map(({ id }) => id)));
    const rds = page.locator('[data-service="amazon-rds"]');
    await expect(rds.locator('[data-item]').first()).toBeHidden();
    await rds.locator('summary').click();
    await expect(rds.locator('[data-item]').last()).toBeVisible();
  });
});

test('filters are read from the address, and survive reload and Back', async ({ page }) => {
  await page.goto('/controls/');
  await page.getByRole('radio', { name: 'Critical' }).check();
  await expect(page).toHaveURL(/\/controls\/\?severity=critical$/u);
  const critical = controls.filter(({ severity }) => severity === 'critical').length;
  await expect(status(page)).toContainText(`${critical} of ${controls.length} controls`);
  await filter(page, 'Service').selectOption('Amazon RDS');
  await expect(page).toHaveURL(/\?service=amazon-rds&severity=critical$/u);
  const left = await shown(page).count();
  expect(left).toBeGreaterThan(0);
  await expect(page.locator('details[data-service]').filter({ visible: true })).toHaveCount(1);
  await page.reload();
  await expect(shown(page)).toHaveCount(left);
  await expect(filter(page, 'Service')).toHaveValue('amazon-rds');
  await page.goBack();
  await expect(filter(page, 'Service')).toHaveValue('');
  await expect(status(page)).toContainText(`${critical} of ${controls.length} controls`);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/\/controls\/$/u);
  await expect(status(page)).toContainText(`${controls.length} controls in`);
});

test('what the address says amiss is named, and the rest still counts', async ({ page }) => {
  await page.goto('/controls/?service=amazon-moon&severity=grave&layer=os');
  await expect(page.locator('[data-notice]')).toContainText('We ignored a part of this link: service=amazon-moon, severity=grave.');
  await expect(filter(page, 'Layer')).toHaveValue('os');
  await page.goto('/controls/?service=amazon-rds&layer=facilities');
  await expect(status(page)).toHaveText('No controls match. Choose another service, layer or severity.');
});

test('a link to a control opens its service and shows it', async ({ page }) => {
  await page.goto('/controls/#rds-3');
  await expect(page.locator('#rds-3')).toBeInViewport();
  await expect(page.locator('#rds-3')).toContainText('instances encrypt their storage');
});

test('files hold what is shown, and no more', async ({ page }) => {
  await page.goto('/controls/?service=amazon-rds&severity=critical');
  const count = await shown(page).count();
  const csv = await take(page, 'Download CSV');
  expect(csv.suggestedFilename()).toBe('tideline-controls-amazon-rds-critical.csv');
  const lines = (await textOf(csv)).trim().split('\n');
  expect(lines).toHaveLength(count + 1);
  expect(lines[0]).toContain('Control,Service,Layers,Can show whether,Severity,AWS Config rule,Resource types,AWS page');
  for (const line of lines.slice(1)) expect(line).toMatch(/^RDS\.\d+,Amazon RDS,.+,Critical,[a-z0-9-]+,AWS::RDS::.*https:\/\//u);
});

test('the panel of a layer names the controls of the way that is chosen', async ({ page }) => {
  await page.goto('/services/amazon-rds/?layer=server-encryption');
  const line = page.locator('[data-layer="server-encryption"] .shown-by');
  await expect(line).toContainText('Can show whether it is done');
  await page.getByRole('radio', { name: 'RDS Custom for SQL Server' }).check();
  await expect(line.getByRole('link', { name: 'RDS.3', exact: true })).toHaveCount(0);
  await page.goBack();
  await line.getByRole('link', { name: 'RDS.3', exact: true }).click();
  await expect(page).toHaveURL(/\/controls\/#rds-3$/u);
  await expect(page.locator('#rds-3')).toBeInViewport();
});

test('the table of all layers names the controls too, without scripts and on paper', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/services/amazon-rds/');
  const row = page.locator('.layer-table tr').filter({ has: page.getByRole('link', { name: 'RDS.3', exact: true }) });
  await expect(row.first().locator('.shown-by')).toContainText('Can show whether it is done: ');
  await expect(row.getByRole('link', { name: 'RDS.3', exact: true }).first()).toHaveAttribute('href', '/controls/#rds-3');
  await page.emulateMedia({ media: 'print' });
  await expect(row.getByRole('link', { name: 'RDS.3', exact: true }).first()).toBeVisible();
  // Of a cell that several ways share, a control that is about some names them.
  await page.goto('/services/amazon-redshift/');
  await expect(page.locator('.layer-table .shown-by').filter({ hasText: 'Redshift.8 (Provisioned cluster)' })).toHaveCount(1);
  await context.close();
});

test('the search finds a control by its id and by its rule, with its duty', async ({ page }) => {
  await page.goto('/guide/');
  for (const asked of ['RDS.3', 'rds-storage-encrypted']) {
    await page.keyboard.press('ControlOrMeta+k');
    await field(page).fill(asked);
    const found = page.locator('[data-found="best"]');
    await expect(found.getByRole('option').first()).toContainText('RDS.3 can show whether instances encrypt their storage');
    await expect(found).toContainText('Amazon RDS: Encryption at rest');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
  }
});

test('a stack names the controls of a duty in its fold, and is taken along as a conformance pack', async ({ page }) => {
  await page.goto('/stack/?services=amazon-rds,amazon-s3');
  await expect(page.locator('tide-stack')).toHaveAttribute('aria-busy', 'false');
  const duty = page.locator('.duty').filter({ hasText: 'Encryption at rest' }).filter({ hasText: 'Amazon RDS' }).first();
  await duty.getByRole('button', { name: 'Why and notes' }).click();
  await expect(duty.getByRole('link', { name: 'RDS.3', exact: true })).toHaveAttribute('href', '/controls/#rds-3');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download YAML' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('tideline-stack-pack.yaml');
  const pack = await textOf(file);
  expect(pack).toContain('/stack/?services=amazon-rds,amazon-s3');
  for (const id of ['RDS_STORAGE_ENCRYPTED', 'S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED']) expect(pack).toContain(`SourceIdentifier: ${id}`);
  expect(pack).not.toContain('LAMBDA');
  await expect(page.getByText('Saved tideline-stack-pack.yaml.')).toBeVisible();
});

test('each service with a rule has a conformance pack', async ({ page, request }) => {
  await page.goto('/controls/?service=amazon-rds');
  const link = page.getByRole('link', { name: 'conformance pack for Amazon RDS (YAML)' });
  const pack = await request.get((await link.getAttribute('href')) ?? '');
  expect(pack.ok()).toBe(true);
  expect(pack.headers()['content-type']).toContain('yaml');
  expect(await pack.text()).toContain('SourceIdentifier: RDS_STORAGE_ENCRYPTED');
});
