// A page shows what its address says, or says what is missing: files that fail, come late or are another's, and a browser that refuses.
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { builtFile } from '../scripts/built.ts';

const heads = (page: Page): Locator => page.locator('table.compare thead a');
const notice = (page: Page): Locator => page.locator('main [data-notice]');
const retry = (page: Page): Locator => page.getByRole('button', { name: 'Try again' });
const marks = (page: Page, column: number): Locator => page.locator(`table.compare .bands td:nth-of-type(${column}) .missing`);
const file = '**/data/v1/services/amazon-sqs.json';
const own = builtFile('data/v1/services/amazon-sqs.json');

const faults: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['blocked', (page) => page.route(file, (route) => route.abort())],
  ...(
    [
      ['a server error', { status: 500, body: own }],
      ['another page', { status: 200, contentType: 'text/html', body: '<p>Sign in</p>' }],
      ['cut off', { status: 200, contentType: 'application/json', body: own.slice(0, own.length / 2) }],
      ['{}', { status: 200, contentType: 'application/json', body: '{}' }],
      ['[]', { status: 200, contentType: 'application/json', body: '[]' }],
      ['null', { status: 200, contentType: 'application/json', body: 'null' }],
      ['without cells', { status: 200, contentType: 'application/json', body: own.replaceAll(/"you":"[^"]*",?/gu, '') }],
      ["another service's", { status: 200, contentType: 'application/json', body: builtFile('data/v1/services/amazon-eks.json') }],
    ] as const
  ).map(([name, answer]) => [name, (page: Page) => page.route(file, (route) => route.fulfill(answer))] as const),
];

for (const [name, lose] of faults) {
  test(`a file that is ${name}: the comparison says so in its column, and tries again`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await lose(page);
    await page.goto('/compare/?services=amazon-s3,amazon-sqs,amazon-ec2');
    await expect(notice(page)).toContainText('Amazon SQS could not be loaded');
    await expect(heads(page)).toHaveText(['Amazon S3', 'Amazon SQS', 'Amazon EC2']);
    await expect(marks(page, 2)).toHaveText(Array.from({ length: await marks(page, 1).count() }, () => 'Not loaded'));
    await page.locator('[data-share] > summary').click();
    await page.getByRole('button', { name: 'Download CSV' }).click();
    await expect(page.locator('[data-share-status]')).toContainText('could not be made');
    await page.unroute(file);
    await retry(page).click();
    await expect(notice(page)).toBeHidden();
    await expect(retry(page)).toBeHidden();
    await expect(marks(page, 2).filter({ hasText: 'Not loaded' })).toHaveCount(0);
    expect(errors).toEqual([]);
  });

  test(`a file that is ${name}: the explorer says so, draws who is responsible, and tries again`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await lose(page);
    await page.goto('/explore/?services=amazon-sqs&layer=os');
    await expect(notice(page)).toContainText('could not load the details');
    await expect(page.locator('tide-explorer [data-layer="os"] .spoken')).toContainText('1');
    await page.unroute(file);
    await retry(page).click();
    await expect(page.locator('tide-explorer [data-layer="os"] .band[data-kind="words"]')).toBeVisible();
    await expect(notice(page)).toBeHidden();
    expect(errors).toEqual([]);
  });
}

test('a file that does not come: what was chosen is named at once, and after the time limit what is missing', async ({ page }) => {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(60_000);
  // Never answered.
  await page.route(file, () => undefined);
  await page.goto('/compare/?services=amazon-s3,amazon-sqs');
  await page.clock.runFor(1000);
  await expect(heads(page)).toHaveText(['Amazon S3', 'Amazon SQS']);
  await expect(marks(page, 1).first()).not.toHaveText('Loading …');
  await expect(marks(page, 2).first()).toHaveText('Loading …');
  await expect(page.locator('table.compare')).toHaveAttribute('aria-busy', 'true');
  await page.clock.runFor(8000);
  await expect(notice(page)).toContainText('Amazon SQS could not be loaded');
  await expect(marks(page, 2).first()).toHaveText('Not loaded');
});

test('a slow file: the explorer draws the service that its words name', async ({ page }) => {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(60_000);
  await page.route(file, () => undefined);
  await page.goto('/explore/');
  const spoken = page.locator('tide-explorer [data-layer="os"] .spoken');
  const all = await spoken.textContent();
  await page.getByRole('button', { name: 'More filters' }).click();
  await page.locator('tide-explorer select[name="services"]').selectOption('amazon-sqs');
  await expect(page.locator('tide-explorer [data-status]')).toContainText('Amazon SQS');
  await page.clock.runFor(1000);
  await expect(spoken).not.toHaveText(all ?? '');
  await page.clock.runFor(8000);
  await expect(notice(page)).toContainText('could not load the details');
});

test.describe('a browser that refuses to change the address', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const refuse = (): never => {
        throw new DOMException('Attempt to use history more than 100 times per 10 seconds', 'SecurityError');
      };
      history.pushState = refuse;
      history.replaceState = refuse;
    });
  });

  test('search goes on', async ({ page }) => {
    await page.goto('/search/?q=rds');
    const first = page.locator('[data-found="best"] a').first();
    await expect(first).toContainText('Amazon RDS');
    await page.getByRole('combobox', { name: 'Search services and the guide' }).fill('lambda');
    await expect(first).toContainText('AWS Lambda');
  });

  test('the comparison shows what its choosers say', async ({ page }) => {
    await page.goto('/compare/?services=amazon-s3,amazon-ec2');
    await expect(heads(page)).toHaveText(['Amazon S3', 'Amazon EC2']);
    await page.getByRole('button', { name: 'Remove Amazon EC2' }).click();
    await page.locator('#compare-add').fill('sqs');
    await page.keyboard.press('Enter');
    await expect(heads(page)).toHaveText(['Amazon S3', 'Amazon SQS']);
  });

  test('explorer, service page, list and final check go on', async ({ page }) => {
    await page.goto('/explore/');
    await page.locator('tide-explorer select[name="area"]').selectOption('database');
    await expect(page.locator('tide-explorer [data-status]')).toContainText(' of ');
    await page.goto('/services/amazon-eks/');
    await page.locator('tide-service input[value="fargate"]').check();
    await expect(page.locator('tide-service [data-option-summary]')).toContainText('virtual machine');
    await page.goto('/defaults/');
    await page.locator('tide-defaults input[name="default"][value="open"]').check();
    await expect(page.locator('tide-defaults [data-status]')).toContainText(' of ');
    await page.goto('/guide/final-check/');
    await expect(page.locator('tide-check[data-drawn]').first()).toBeVisible();
  });

  test('stack, controls, poster and the links of the matrix go on', async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto('/stack/?services=amazon-s3,amazon-ec2');
    const members = page.locator('.stack-members li');
    await expect(members).toHaveCount(2);
    await page.getByRole('button', { name: 'Remove Amazon EC2', exact: true }).click();
    await expect(members).toHaveCount(1);
    await page.goto('/controls/');
    await page.getByRole('radio', { name: 'Critical' }).check();
    await expect(page.locator('tide-controls [data-status]')).toContainText(' of ');
    await page.goto('/poster/');
    await page.getByRole('radio', { name: 'If you do nothing' }).check();
    await expect(page.locator('tide-poster .counts').first()).toContainText('only you can');
    await page.goto('/explore/');
    await page.locator('.matrix [data-row] a').first().click();
    await expect(page.locator('tide-service')).toBeVisible();
    expect(errors).toEqual([]);
  });
});

test('an address that was refused is set later', async ({ page }) => {
  await page.addInitScript(() => {
    const push = history.pushState.bind(history);
    let refused = false;
    history.pushState = (...given): void => {
      if (!refused) {
        refused = true;
        throw new DOMException('too many', 'SecurityError');
      }
      push(...given);
    };
  });
  await page.goto('/services/amazon-eks/');
  await page.locator('tide-service input[value="fargate"]').check();
  await expect(page).toHaveURL('/services/amazon-eks/?option=fargate');
});
