// The site of a company that has an overlay, as `npm run check:below` builds it with the example: its decisions, owners, rules and pages,
// each under its name and apart from AWS's facts.
import { expect } from '@playwright/test';
import { below } from '../scripts/check-below.ts';
import { builtFile } from '../scripts/built.ts';
import { violationsInThemes } from './axe.ts';
import { serveBelow } from './below-site.ts';
import type { Served } from './below-site.ts';
import { take, textOf } from './share-box.ts';
import { field, filter, openFilters, pages, services, test } from './search-page.ts';

let site: Served | undefined;

test.beforeAll(async () => {
  site = await serveBelow();
});
test.afterAll(() => {
  site?.stop();
});
test.use({ colorScheme: 'light', reducedMotion: 'reduce' });

const at = (address: string): string => `${site?.host ?? ''}${below.base}${address}`;

for (const [id, decision, told] of [
  ['amazon-s3', 'approved', 'Approved. It is what our archive was tested with. Decided by Storage team.'],
  ['amazon-rds', 'conditional', 'Conditional. Run PostgreSQL, with Multi-AZ in production.'],
  ['amazon-lightsail', 'forbidden', 'Forbidden. It lies outside of our network and our logs.'],
  ['amazon-ec2', 'undecided', 'Not decided. Ask Cloud office before you use it.'],
] as const)
  test(`the page of ${id} says what the company has decided`, async ({ page }) => {
    await page.goto(at(`services/${id}/`));
    const box = page.locator(`.tl-decision[data-decision="${decision}"]`);
    await expect(box.locator('.house-head')).toHaveText('Example Corp');
    await expect(box).toContainText(told);
  });

test('owners follow the way to run a service, on its bands and in its panels', async ({ page }) => {
  await page.goto(at('services/amazon-rds/'));
  const team = (layer: string) => page.locator(`tide-service [data-layer="${layer}"] .words .owner .team`);
  const inPanel = (layer: string) => page.locator(`tide-service [data-layer="${layer}"] .house-owner`);
  await expect(team('network')).toHaveText('Network team');
  await page.locator('tide-service [data-layer="backup"] summary').click();
  await expect(inPanel('backup')).toHaveText('Your half: Database team');
  const house = page.locator('tide-service [data-layer="backup"] .tl-house');
  await expect(house).toContainText('Keep copies for 35 days and rehearse a restore each quarter.');
  await expect(inPanel('os')).toHaveText('Your half: Platform team');
  // A layer that is AWS's alone has no owner.
  await expect(page.locator('tide-service [data-layer="facilities"] .tl-house')).toHaveCount(0);
  await page.locator('tide-service input[name="option"][value="rds-custom-oracle"]').check();
  await expect(inPanel('os')).toHaveText('Your half: Server team');
  // The rule is about what AWS runs.
  await expect(house).not.toContainText('Keep copies for 35 days');
  // What is taken along is AWS's facts alone.
  for (const file of ['diagrams/amazon-rds.svg', 'services/amazon-rds.md', 'data/v1/services/amazon-rds.json', 'embed/amazon-rds/']) {
    const taken = await page.request.get(at(file));
    expect(taken.ok(), file).toBe(true);
    expect(await taken.text(), file).not.toMatch(/Example Corp|Database team/u);
  }
});

test('rules and owners stand on the page without scripts, with their links', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(at('services/amazon-rds/'));
  await expect(page.getByRole('heading', { name: 'Rules of Example Corp' })).toBeVisible();
  const rules = page.locator('#house-rules + .tl-house, .sl-heading-wrapper:has(#house-rules) + .tl-house');
  await expect(rules).toContainText('Approved Regions: eu-central-1, eu-west-1');
  await expect(rules.getByRole('link')).toHaveAttribute('href', 'https://wiki.example.com/cloud/regions');
  await expect(page.locator('.duties .tl-team').first()).toBeVisible();
  await context.close();
});

test('the explorer shows what is approved, and the address says so', async ({ page }) => {
  await page.goto(at('explore/'));
  await page.getByLabel('Decision of Example Corp').selectOption('approved');
  await expect(page).toHaveURL(at('explore/?approval=approved'));
  await expect(page.locator('tide-explorer [data-status]')).toContainText('3 of');
  await expect(page.locator('tide-explorer tbody tr:not([hidden]) th a')).toHaveText([/^AWS KMS/u, /^AWS Lambda/u, /^Amazon S3/u]);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page).toHaveURL(at('explore/'));
  await page.goto(at('explore/?approval=forbidden&category=abstracted'));
  await page.getByRole('button', { name: 'Without “forbidden”' }).click();
  await expect(page).toHaveURL(at('explore/?category=abstracted'));
  await page.goto(at('explore/?approval=nonsense'));
  await expect(page.locator('tide-explorer [data-notice]')).toContainText('approval=nonsense');
  await page.goto(at('explore/?services=amazon-rds&layer=backup'));
  await expect(page.locator('tide-explorer [data-layer="backup"] .house-owner')).toHaveText('Your half: Database team');
});

test('panels of several services name their teams, with scripts and without', async ({ page, browser }) => {
  const owner = '[data-layer="backup"] .house-owner';
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(at('explore/'));
  await expect(plain.locator(`tide-explorer ${owner}`)).toContainText(/^Your half: Platform team \(\d+\), Database team \(\d+\)$/u);
  await context.close();
  await page.goto(at('explore/?area=database&layer=backup'));
  await expect(page.locator(`tide-explorer ${owner}`)).toContainText(/^Your half: Platform team \(\d+\), Database team \(\d+\)$/u);
  await page.goto(at('explore/?services=amazon-s3,amazon-sqs&layer=network'));
  const panel = page.locator('tide-explorer [data-layer="network"] .tl-house');
  await expect(panel.locator('.house-owner')).toHaveText('Your half: Network team');
  await expect(panel.locator('.house-head')).toHaveText('Example Corp');
});

test('comparisons name the team on your half, and what is taken along of them does not', async ({ page }) => {
  await page.goto(at('compare/?services=amazon-rds,amazon-ec2'));
  const band = (layer: string) => page.locator(`table.compare [data-layer="${layer}"] .words.customer .team`);
  await expect(band('os')).toHaveText(['Platform team', 'Server team']);
  await expect(band('backup')).toHaveText(['Database team', 'Platform team']);
  await page.getByRole('button', { name: 'Backup and recovery' }).click();
  await expect(page.locator('[data-layer="backup"] .why .house-owner')).toHaveText([
    'Your half: Database team',
    'Your half: Platform team',
  ]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  for (const kind of ['svg', 'csv']) {
    const file = await take(page, `Download ${kind.toUpperCase()}`);
    expect(await textOf(file), kind).not.toContain('Database team');
  }
});

test('the stack groups by team, until the reader names somebody', async ({ page }) => {
  await page.goto(at('stack/?services=amazon-rds,amazon-ec2'));
  await page.locator('tide-stack input[name="group"][value="owner"]').check();
  const list = page.locator('tide-stack [data-part="list"]');
  for (const team of ['Database team', 'Server team', 'Identity team', 'Nobody yet']) await expect(list).toContainText(team);
});

test('the search says what is decided, and filters by it', async ({ page }) => {
  await page.goto(at('guide/'));
  await page.keyboard.press('Control+k');
  await field(page).fill('rds');
  await expect(services(page).first()).toContainText('Amazon RDS');
  await expect(page.locator('.results')).toContainText('Conditional');
  await field(page).fill('encryption');
  await expect(pages(page).first()).toBeVisible();
  await openFilters(page);
  await filter(page, 'approval').selectOption('Approved');
  // Of each page its sections are found too.
  const approved = /\/services\/(?:amazon-s3|aws-kms|aws-lambda)\//u;
  await expect(async () => {
    const found = await pages(page).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((href) => !approved.test(href))).toEqual([]);
  }).toPass();
});

test('pages of the company come after the lessons, under its name', async ({ page }) => {
  await page.goto(at('guide/final-check/'));
  await page.locator('.pagination-links a[rel="next"]').click();
  await expect(page).toHaveURL(at('guide/company/first-week/'));
  await expect(page.locator('.page-facts')).toContainText('A page of Example Corp, not of Tideline');
  await expect(page.locator('#starlight__sidebar').getByText('Pages of Example Corp')).toBeVisible();
  await expect(page.locator('a[href*="/edit/"]')).toHaveCount(0);
  await expect(page.locator('pre code')).toHaveText('aws sso login --profile example-corp');
  await page.locator('main a', { hasText: 'how to ask for an exception' }).click();
  await expect(page).toHaveURL(at('guide/company/exceptions/'));
  await expect(page.locator('.service-diagram .owner .team').first()).toHaveText('Network team');
  const data = await page.request.get(at('data/organization.json'));
  expect(await data.json()).toMatchObject({ name: 'Example Corp', regions: ['eu-central-1', 'eu-west-1'] });
  // AWS's facts are for everybody; what the company has decided is for its own pages.
  for (const answer of [data, await page.request.get(at('data/v1/..%2forganization.json'))])
    expect(answer.headers()['access-control-allow-origin']).toBeUndefined();
});

const states = [
  'services/amazon-rds/?layer=backup',
  'services/amazon-lightsail/',
  'explore/?approval=approved',
  'explore/?area=database&layer=backup',
  'compare/?services=amazon-rds,amazon-ec2',
  'guide/',
  'guide/company/exceptions/',
  'guide/company/first-week/',
] as const;
for (const state of states)
  test(`${state} has no axe violations in either theme, and fits a phone`, async ({ page }) => {
    await page.goto(at(state));
    await expect(page.locator('.tl-company img')).toHaveJSProperty('complete', true);
    await expect(page.locator('html')).not.toHaveAttribute('data-pending');
    const { width, height } = page.viewportSize() ?? { width: 1280, height: 720 };
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.setViewportSize({ width, height });
    expect(await violationsInThemes(page)).toEqual({ light: [], dark: [] });
  });

test('a site without an overlay has nothing of all this', () => {
  for (const file of ['index.html', 'services/amazon-rds/index.html', 'explore/index.html', 'guide/index.html'])
    expect(builtFile(file)).not.toMatch(/class="[^"]*\b(?:house|tl-company|decision|owner)\b|approval/u);
});
