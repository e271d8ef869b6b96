// The list of what AWS leaves open or off: complete without scripts, filtered by the address, taken along as it is shown.
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { builtServices } from '../scripts/built.ts';
import { take, textOf } from './share-box.ts';

const items = (page: Page): Locator => page.locator('[data-item]');
const shown = (page: Page): Locator => page.locator('[data-item]:not([hidden])');
/** A list of choices, other than those of the search dialog. */
const filter = (page: Page, name: string): Locator => page.locator('tide-defaults').getByLabel(name);
const status = (page: Page): Locator => page.locator('[data-status]');

/** The places of the page's rows: layer, default and area. */
function places(page: Page): Promise<{ layer: string; id: string; area: string; service: string }[]> {
  return items(page).evaluateAll((rows) =>
    rows.map((row) => ({
      layer: row.closest('[data-layer]')?.getAttribute('data-layer') ?? '',
      id: row.closest('[data-group]')?.getAttribute('data-group') ?? '',
      area: row.getAttribute('data-area') ?? '',
      service: row.querySelector('a')?.textContent ?? '',
    })),
  );
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole list stands there, and each layer opens', async ({ page }) => {
    await page.goto('/defaults/');
    await expect(page.locator('tide-defaults form')).toBeHidden();
    expect(await items(page).count()).toBeGreaterThan(300);
    await expect(status(page)).toContainText(`${await items(page).count()} entries`);
    const network = page.locator('[data-layer="network"]');
    await expect(network.locator('[data-item]').first()).toBeHidden();
    await network.locator('summary').click();
    await expect(network.locator('[data-item]').first()).toBeVisible();
    await expect(network.locator('[data-item]').last()).toBeVisible();
  });
});

test('every row says what holds, what closes it and who says so, the most urgent of a layer first, then by name', async ({ page }) => {
  await page.goto('/defaults/');
  const incomplete = await items(page).evaluateAll((rows) =>
    rows
      .filter(
        (row) =>
          !row.querySelector('[data-holds] .glyph') ||
          !row.querySelector('[data-holds]')?.textContent.trim() ||
          !row.querySelector('.act')?.textContent.trim() ||
          !row.querySelector('.cites a[href^="https://"]') ||
          !row.parentElement?.querySelector('.meaning')?.textContent.trim(),
      )
      .map((row) => row.textContent),
  );
  expect(incomplete).toEqual([]);
  const all = await places(page);
  const urgency = ['open', 'when-asked', 'partly'];
  const order = builtServices().map(({ short }) => short);
  const rank = ({ id, service }: (typeof all)[number]): number => urgency.indexOf(id) * 1000 + order.indexOf(service);
  for (const layer of new Set(all.map((each) => each.layer))) {
    const ranks = all.filter((each) => each.layer === layer).map(rank);
    expect(ranks, layer).toEqual(ranks.toSorted((a, b) => a - b));
  }
});

test('a row leads to its layer on the page of the service', async ({ page }) => {
  await page.goto('/defaults/?default=open&layer=network&area=database');
  const link = shown(page).locator('th a').first();
  const short = await link.textContent();
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText((short ?? '').replace(/^(?:Amazon|AWS) /u, ''));
  await expect(page.locator('[data-layer="network"] details[open]')).toBeVisible();
});

test('filters are read from the address, and survive reload and Back', async ({ page }) => {
  await page.goto('/defaults/');
  const all = await places(page);
  const open = all.filter(({ id }) => id === 'open').length;
  await page.getByRole('radio', { name: 'Open until you close it' }).check();
  await expect(shown(page)).toHaveCount(open);
  await expect(page).toHaveURL(/\/defaults\/\?default=open$/u);
  await expect(status(page)).toContainText(`${open} of ${all.length} entries`);
  await filter(page, 'Area').selectOption('database');
  const left = all.filter(({ id, area }) => id === 'open' && area === 'database').length;
  await expect(shown(page)).toHaveCount(left);
  await page.reload();
  await expect(shown(page)).toHaveCount(left);
  await expect(filter(page, 'Area')).toHaveValue('database');
  await page.goBack();
  await expect(shown(page)).toHaveCount(open);
  await expect(filter(page, 'Area')).toHaveValue('');
  await page.goBack();
  await expect(shown(page)).toHaveCount(all.length);
  await expect(page.getByRole('radio', { name: 'Any' })).toBeChecked();
});

test('a layer alone shows that layer, open, and counts what is left of each default', async ({ page }) => {
  await page.goto('/defaults/?layer=backup');
  const all = await places(page);
  const here = all.filter(({ layer }) => layer === 'backup');
  await expect(page.locator('details[data-layer]').filter({ visible: true })).toHaveCount(1);
  await expect(page.locator('details[data-layer="backup"][open]')).toBeVisible();
  await expect(shown(page)).toHaveCount(here.length);
  const asked = here.filter(({ id }) => id === 'when-asked').length;
  await expect(page.locator('label', { hasText: 'Not until you ask' }).locator('.n')).toHaveText(String(asked));
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(shown(page)).toHaveCount(all.length);
  await expect(page).toHaveURL(/\/defaults\/$/u);
});

test('what the address says amiss is named, and the rest still counts', async ({ page }) => {
  await page.goto('/defaults/?default=done&layer=backup&area=moon');
  await expect(page.locator('[data-notice]')).toHaveText(
    'We ignored a part of this link: area=moon, default=done. A default is open, when-asked or partly.',
  );
  await expect(page.locator('details[data-layer]').filter({ visible: true })).toHaveCount(1);
  await page.goto('/defaults/?area=database&layer=facilities&default=open');
  await expect(status(page)).toHaveText('No entries match. Choose another area, layer or default.');
});

test('files hold what is shown, and no more', async ({ page }) => {
  await page.goto('/defaults/?default=open&layer=network');
  const count = await shown(page).count();
  const csv = await take(page, 'Download CSV');
  expect(csv.suggestedFilename()).toBe('tideline-defaults-open-network.csv');
  const lines = (await textOf(csv)).trim().split('\n');
  expect(lines).toHaveLength(count + 1);
  expect(lines[0]).toContain('Layer,Service,Options,If you do nothing,What that means,What you do,Sources');
  for (const line of lines.slice(1)) expect(line).toMatch(/^Network and firewall,.*,Open until you close it,.*https:\/\//u);
  const markdown = await textOf(await take(page, 'Download Markdown'));
  expect(markdown).toContain('# What AWS leaves open or off');
  expect(markdown.match(/^\| Network and firewall /gmu)).toHaveLength(count);
});

test('the front page counts the services that leave something open, and leads here', async ({ page }) => {
  await page.goto('/defaults/');
  const open = new Set((await places(page)).filter(({ id }) => id === 'open').map(({ service }) => service)).size;
  await page.goto('/');
  await page
    .getByRole('main')
    .getByRole('link', { name: `${open} services leave something open until you close it` })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What AWS leaves open or off');
});
