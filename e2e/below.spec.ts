// The site below a path of its host, as `npm run check:below` builds it: every address keeps to the path, wherever it is written.
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { below } from '../scripts/check-below.ts';
import { serveBelow } from './below-site.ts';
import type { Served } from './below-site.ts';
import { field, pages, passages, services, test } from './search-page.ts';
import { unfold, box } from './share-box.ts';
import { choose, file, link, part, terraform } from './stack-intake-page.ts';

let site: Served | undefined;
/** Scheme, host and port of the server. */
let host = '';

test.beforeAll(async () => {
  site = await serveBelow();
  ({ host } = site);
});

test.afterAll(() => {
  site?.stop();
});

const at = (address: string): string => `${host}${below.base}${address}`;

/** Collects what the page asks for that lies elsewhere, or is not there. */
function watch(page: Page): string[] {
  const wrong: string[] = [];
  page.on('response', (response) => {
    const url = response.url();
    if (url.startsWith('data:') || url.startsWith('blob:')) return;
    if (!url.startsWith(at('')) || response.status() >= 400) wrong.push(`${response.status()} ${url}`);
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  return wrong;
}

/** Links of the page that lead to this host, but out of the site. */
const strays = (page: Page): Promise<string[]> =>
  page.locator('a[href], form[action], link[href], script[src], img[src]').evaluateAll((elements, base) => {
    const written = elements.flatMap((each) => each.getAttribute('href') ?? each.getAttribute('action') ?? each.getAttribute('src') ?? []);
    return written.filter((address) => address.startsWith('/') && !address.startsWith(base));
  }, below.base);

test('the server knows where the site lies, and has nothing beside it', async ({ request }) => {
  expect((await request.get(`${host}/`)).status()).toBe(404);
  expect((await request.get(`${host}/services/`)).status()).toBe(404);
  expect((await request.get(`${host}/tideline-2/`)).status()).toBe(404);
  expect((await request.get(`${host}/tideline`)).url()).toBe(at(''));
  const missing = await request.get(at('no/such/page/'));
  expect(missing.status()).toBe(404);
  expect(await missing.text()).toContain(`href="${below.base}services/"`);
  // Only pages for frames may be shown in one.
  expect((await request.get(at('services/'))).headers()['x-frame-options']).toBe('DENY');
  expect((await request.get(at('embed/amazon-eks/'))).headers()['x-frame-options']).toBeUndefined();
  expect((await request.get(at('data/v1/layers.json'))).headers()['access-control-allow-origin']).toBe('*');
});

test('from the front page to a service, another way to run it, and its files', async ({ page }) => {
  const wrong = watch(page);
  await page.goto(at(''));
  expect(await strays(page)).toEqual([]);
  await page.goto(at('services/amazon-eks/'));
  await page.locator('tide-service input[name="option"][value="fargate"]').check();
  await expect(page).toHaveURL(at('services/amazon-eks/?option=fargate'));
  await expect(page.locator('tide-service input[value="fargate"]')).toBeChecked();
  expect(await strays(page)).toEqual([]);
  await unfold(page);
  await expect(box(page).locator('a[href*="/diagrams/"]').first()).toHaveAttribute('href', `${below.base}diagrams/amazon-eks.fargate.svg`);
  await expect(box(page).locator('[data-embed]')).toContainText(`example.com${below.base}embed/amazon-eks/fargate/`);
  expect(wrong).toEqual([]);
});

test('another name leads to the service', async ({ page }) => {
  await page.goto(at('services/rds/?layer=os'));
  await expect(page).toHaveURL(at('services/amazon-rds/?layer=os'));
});

test('explorer, comparison and list of what is open draw what is chosen', async ({ page }) => {
  const wrong = watch(page);
  await page.goto(at('explore/'));
  await page.locator('tide-explorer input[name="category"][value="managed"]').check();
  await expect(page).toHaveURL(at('explore/?category=managed'));
  await page.goto(at('explore/?services=amazon-rds'));
  await expect(page.locator('tide-explorer [data-layer="backup"]:has(.band[data-kind="words"])')).toBeVisible();
  expect(await strays(page)).toEqual([]);
  await page.goto(at('compare/?services=amazon-rds,amazon-ec2'));
  await expect(page.locator(`table.compare thead a[href="${below.base}services/amazon-ec2/"]`)).toBeVisible();
  await page.locator('#compare-add').fill('aws lambda');
  await expect(page.locator('#compare-choices [role="option"]').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(at('compare/?services=amazon-rds,amazon-ec2,aws-lambda'));
  await expect(page.locator(`table.compare thead a[href="${below.base}services/aws-lambda/"]`)).toBeVisible();
  expect(await strays(page)).toEqual([]);
  await page.goto(at('defaults/'));
  await page.getByRole('radio', { name: 'Open until you close it' }).check();
  await expect(page).toHaveURL(at('defaults/?default=open'));
  expect(await strays(page)).toEqual([]);
  expect(wrong).toEqual([]);
});

test('the worker reads a file, with the grammar and the names that lie below the path', async ({ page }) => {
  const wrong = watch(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(at('stack/'));
  const intake = page.locator('tide-intake[data-live]');
  await intake.locator('summary').first().click();
  await choose(page, [file('main.tf', terraform)]);
  await expect(intake.getByRole('checkbox', { name: /^Amazon EKS, Fargate/u })).toBeChecked();
  // Not its first lines alone.
  await expect(part(page, 'troubles')).toBeHidden();
  expect(asked.some((url) => url.endsWith('.wasm'))).toBe(true);
  await link(page).click();
  await expect(page).toHaveURL(/\/tideline\/stack\/\?services=amazon-eks\.fargate/u);
  await expect(page.locator('tide-stack .duty').first()).toBeVisible();
  expect(await strays(page)).toEqual([]);
  expect(wrong).toEqual([]);
});

test('the search finds services, passages and pages, and leads there', async ({ page }) => {
  const wrong = watch(page);
  await page.goto(at('guide/'));
  await page.keyboard.press('Control+k');
  await field(page).fill('rehearse');
  await expect(passages(page).first()).toHaveAttribute('href', new RegExp(`^${below.base}`, 'u'));
  await expect(pages(page).first()).toHaveAttribute('href', new RegExp(`^${below.base}(?!tideline)`, 'u'));
  await field(page).fill('who patches the os on rds');
  await expect(services(page).first()).toContainText('Amazon RDS');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(at('services/amazon-rds/?layer=os'));
  expect(wrong).toEqual([]);
});

test('a lesson checks an answer and leads on', async ({ page }) => {
  const wrong = watch(page);
  await page.goto(at('guide/'));
  await page.locator('.lesson-list li:first-child a').click();
  await expect(page).toHaveURL(new RegExp(`${below.base}guide/[a-z-]+/$`, 'u'));
  const check = page
    .locator('tide-check')
    .filter({ has: page.locator('input[type="radio"]') })
    .first();
  await check.locator('input[data-right]').check();
  await check.getByRole('button').click();
  await expect(check.locator('.check-told')).toHaveText('Correct.');
  expect(await strays(page)).toEqual([]);
  await page.locator('.pagination-links a[rel="next"]').click();
  await expect(page).toHaveURL(new RegExp(`${below.base}guide/`, 'u'));
  expect(await strays(page)).toEqual([]);
  expect(wrong).toEqual([]);
});
