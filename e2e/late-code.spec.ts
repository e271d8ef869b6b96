// Code that a page loads later and that comes late or not at all: what is shown is never called what was asked for, and the page comes to life.
import { expect, test } from '@playwright/test';
import type { Locator, Page, Route } from '@playwright/test';
import { unfold } from './share-box.ts';
import { address as stack, duties, unfoldDuty } from './stack-page.ts';

const serviceCode = /\/_astro\/service-view\.[^/]*\.js$/u;
const stackCode = /\/_astro\/view\.[^/]*\.js$/u;
const explorerCode = /\/_astro\/explorer-view\.[^/]*\.js$/u;

const rdsCustom = '/services/amazon-rds/?option=rds-custom-oracle&layer=os';
const options = (page: Page): Locator => page.locator('tide-service input[name="option"]');
const lost = (page: Page): Locator => page.locator('[data-lost]');
const unscripted = (page: Page, element: string): Locator => page.locator(`${element} [data-no-js]`).first();

/** In milliseconds: what a page waits for a file at most, and a little more. */
const tooLong = 8500;

/** Holds files until they are released. */
async function hold(page: Page, files: RegExp | ((url: URL) => boolean)): Promise<() => void> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(files, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

const abort = (route: Route): Promise<void> => route.abort();

test.describe('a comparison whose drawing code is lost', () => {
  const notice = (page: Page): Locator => page.locator('tide-compare [data-notice]');
  const drawn = (page: Page): Locator[] =>
    ['[data-sentences]', 'table.compare', '[data-same]'].map((part) => page.locator(`tide-compare ${part}`));

  /** What a comparison loads to be drawn, which the finished page does without. */
  async function drawingCode(page: Page): Promise<(url: URL) => boolean> {
    const asked = new Set<string>();
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.endsWith('.js')) asked.add(pathname);
    });
    await page.goto('/compare/', { waitUntil: 'networkidle' });
    const finished = new Set(asked);
    await page.goto('/compare/?services=amazon-s3,amazon-sqs');
    await expect(page.locator('table.compare thead a')).toHaveText(['Amazon S3', 'Amazon SQS']);
    const late = new Set([...asked].filter((each) => !finished.has(each)));
    expect(late.size).toBeGreaterThan(0);
    return ({ pathname }) => late.has(pathname);
  }

  test('shows no other services, and names those that were asked for with their pages', async ({ page }) => {
    const code = await drawingCode(page);
    await page.route(code, abort);
    await page.goto('/compare/?services=amazon-s3,amazon-sqs');
    await expect(notice(page)).toContainText('own page: Amazon S3 and Amazon SQS.');
    for (const part of drawn(page)) await expect(part).toBeHidden();
    const links = notice(page).locator('a');
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
      '/services/amazon-s3/',
      '/services/amazon-sqs/',
    ]);
    await page.unroute(code);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('table.compare thead a')).toHaveText(['Amazon S3', 'Amazon SQS']);
    for (const part of drawn(page).slice(0, 2)) await expect(part).toBeVisible();
    await expect(notice(page)).toBeHidden();
  });

  test('keeps no column of before under the names of a choice', async ({ page }) => {
    const code = await drawingCode(page);
    await page.goto('/compare/');
    await expect(page.locator('tide-compare')).toHaveAttribute('data-live', '');
    await page.route(code, abort);
    await page
      .getByRole('button', { name: /^Remove/u })
      .first()
      .click();
    await expect(notice(page)).toContainText('could not be loaded');
    for (const part of drawn(page)) await expect(part).toBeHidden();
  });

  test('does not keep it while the code is late either', async ({ page }) => {
    const code = await drawingCode(page);
    await page.clock.install();
    const release = await hold(page, code);
    const asked = page.waitForRequest((request) => code(new URL(request.url())));
    await page.goto('/compare/?services=amazon-s3,amazon-sqs', { waitUntil: 'commit' });
    await asked;
    await page.clock.runFor(3500);
    await expect(notice(page)).toHaveText(/Loading the comparison/u);
    for (const part of drawn(page)) await expect(part).toBeHidden();
    release();
    await expect(page.locator('table.compare thead a')).toHaveText(['Amazon S3', 'Amazon SQS']);
    await expect(page.locator('table.compare')).toBeVisible();
    await expect(notice(page)).toBeHidden();
  });
});

test('code of a service that comes after the time limit draws what the address says, and the page is as it should be', async ({ page }) => {
  await page.clock.install();
  const release = await hold(page, serviceCode);
  const asked = page.waitForRequest(serviceCode);
  await page.goto(rdsCustom, { waitUntil: 'commit' });
  await asked;
  await page.clock.runFor(tooLong);
  await expect(lost(page)).toBeVisible();
  await expect(options(page).first()).toBeHidden();
  release();
  await expect(options(page).and(page.locator('[value="rds-custom-oracle"]'))).toBeChecked();
  await expect(options(page).first()).toBeVisible();
  await expect(lost(page)).toBeHidden();
  await expect(unscripted(page, 'tide-service')).toBeHidden();
});

test('code of the explorer that failed comes to life once a reader reaches for it', async ({ page }) => {
  await page.route(explorerCode, abort);
  await page.goto('/explore/?services=amazon-rds');
  await expect(lost(page)).toBeVisible();
  await page.unroute(explorerCode);
  await page.locator('tide-explorer ol.split').hover();
  await expect(page.locator('tide-explorer form')).toBeVisible();
  await expect(unscripted(page, 'tide-explorer')).toBeHidden();
  await expect(lost(page)).toBeHidden();
});

test('a stack that failed shows its duties once it is tried again', async ({ page }) => {
  await page.route(stackCode, abort);
  await page.goto(stack);
  await expect(page.locator('tide-stack [data-notice]')).toContainText('Your stack could not be loaded.');
  await page.unroute(stackCode);
  await page.locator('tide-stack [data-retry]').click();
  await expect(duties(page).first()).toBeVisible();
  await expect(page.locator('tide-stack [data-notice]')).toBeHidden();
  await expect(lost(page)).toBeHidden();
});

test('code of a stack that was given up on and comes twice is started once: a fold opens', async ({ page }) => {
  await page.clock.install();
  const release = await hold(page, stackCode);
  const asked = page.waitForRequest(stackCode);
  await page.goto(stack, { waitUntil: 'commit' });
  await asked;
  await page.clock.runFor(tooLong);
  await expect(page.locator('tide-stack [data-notice]')).toContainText('Your stack could not be loaded.');
  await page.locator('tide-stack [data-retry]').click();
  release();
  await expect(duties(page).first()).toBeVisible();
  await unfoldDuty(page, 0);
  await expect(duties(page).first()).toHaveAttribute('data-open', '');
});

test('a file whose code never comes is told as begun, and after the time limit as failed', async ({ page }) => {
  await page.route(/\/_astro\/(?:table|outputs|pack)\.[^/]*\.js$/u, () => undefined);
  await page.clock.install();
  const told = page.locator('[data-share-status]');
  await page.goto('/services/amazon-rds/');
  await unfold(page);
  await page.getByRole('button', { name: 'Download CSV' }).click();
  await expect(told).toHaveText('Making the file …');
  // As many limits as there are steps.
  await page.clock.runFor(2 * tooLong);
  await expect(told).toContainText('could not be made');

  await page.goto(stack);
  await expect(duties(page).first()).toBeVisible();
  await page.locator('button[data-pack]').click();
  await expect(page.locator('[data-part="pack-told"]')).toHaveText('Making the file …');
  await page.clock.runFor(tooLong);
  await expect(page.locator('[data-part="pack-told"]')).toContainText('could not be made');
});
