// The explorer through the lens: what holds if you do nothing, counted in bands and asked for by a filter.
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { band, choose, counted, rows, services, spoken, told, usually } from './explorer-page.ts';

/** The services that, as usually run, have a default in a layer, or in any. */
const holding = (id: string, layer?: string): typeof services =>
  usually(({ split }) => (layer === undefined ? Object.values(split).some((cell) => cell.default === id) : split[layer]?.default === id));
const byDefault = (page: Page): Locator => page.locator('tide-explorer select[name="default"]');

test('through the lens the bands count what holds if you do nothing, and the address holds it', async ({ page }) => {
  await page.goto('/explore/');
  const before = await spoken(page);
  await expect(page.locator('.lens-key:visible')).toHaveText(/You\s*Shared\s*AWS\s*Doesn't apply/u);
  await choose(page, 'lens', 'defaults');
  await expect(page).toHaveURL('/explore/?lens=defaults');
  await expect(page.locator('.lens-key:visible li')).toHaveText([
    'Done',
    'Partly',
    'Not until you ask',
    'Open until you close it',
    'Only you can',
    'AWS does not say',
    "Doesn't apply",
  ]);
  const open = services.filter(({ options }) => options[0]?.split['network']?.default === 'open').length;
  await expect(band(page, 'network').locator('.spoken')).toContainText(`${open} open until you close it`);
  await expect(band(page, 'network').locator('.part:not([class*="holds-"])')).toHaveCount(0);
  await expect(told(page)).toHaveText(counted(services.length));
  await band(page, 'network').locator('summary').click();
  await expect(band(page, 'network').locator('.panel .block.holds-open .block-links a')).toHaveCount(open);
  await page.reload();
  await expect(page.locator('tide-explorer input[name="lens"][value="defaults"]')).toBeChecked();
  await choose(page, 'lens', 'parties');
  await expect(page).toHaveURL('/explore/?layer=network');
  await expect.poll(() => spoken(page)).toEqual(before);
  await expect(band(page, 'network').locator('.part[class*="holds-"]')).toHaveCount(0);
});

test('Clear keeps the lens', async ({ page }) => {
  await page.goto('/explore/?area=database&lens=defaults');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(page).toHaveURL('/explore/?lens=defaults');
});

test('a default leaves the services that have it in any layer, or in the one chosen', async ({ page }) => {
  const anywhere = holding('open');
  await page.goto('/explore/?default=open');
  await expect(told(page)).toHaveText(`${counted(anywhere.length)}. In at least one layer, if you do nothing: open until you close it.`);
  await expect(rows(page)).toHaveCount(anywhere.length);
  await expect(byDefault(page)).toHaveValue('open');
  await expect(byDefault(page).locator('option:checked')).toHaveText(`Open until you close it (${anywhere.length})`);
  await page.locator('tide-explorer select[name="layer"]').selectOption('network');
  await expect(page).toHaveURL('/explore/?layer=network&default=open');
  await expect(told(page)).toHaveText(
    `${counted(holding('open', 'network').length)}. Network and firewall, if you do nothing: open until you close it.`,
  );
  await byDefault(page).selectOption('when-asked');
  await expect(page).toHaveURL('/explore/?layer=network&default=when-asked');
  await expect(rows(page)).toHaveCount(holding('when-asked', 'network').length);
  await byDefault(page).selectOption('');
  await expect(told(page)).toHaveText(counted(services.length));
});

test('a layer opened under a default in any layer stays open, and leaves the filter as it is', async ({ page }) => {
  await page.goto('/explore/?default=open');
  await expect(told(page)).toContainText('open until you close it');
  await band(page, 'backup').locator('summary').click();
  await expect(band(page, 'backup').locator('.panel .block-links a')).toHaveCount(holding('open').length);
  await expect(page).toHaveURL('/explore/?default=open');
  await choose(page, 'area', 'database');
  await expect(page).toHaveURL('/explore/?area=database&default=open');
  await expect(band(page, 'backup').locator('.panel')).toBeVisible();
});

test('where nothing is left, the filters to drop are named, and a press drops one', async ({ page }) => {
  expect(holding('open', 'facilities')).toHaveLength(0);
  const databases = services.filter(({ area }) => area === 'database').length;
  await page.goto('/explore/?area=database&layer=facilities&default=open');
  await expect(told(page)).toHaveText('Nothing meets all your filters. Drop one of them:');
  await expect(page.locator('tide-explorer .diagram')).toBeHidden();
  await expect(rows(page)).toHaveCount(0);
  const drop = page.locator('[data-drops] button');
  await expect(drop).toHaveText(`Without “Facilities: open until you close it”: ${databases} services`);
  await drop.click();
  await expect(told(page)).toHaveText(counted(databases));
  await expect(told(page)).toBeFocused();
  await expect(page).toHaveURL('/explore/?area=database&layer=facilities');
  await expect(page.locator('[data-drops]')).toBeHidden();
  await expect(rows(page)).toHaveCount(databases);
});

/** A category and an area that services have in another way than the usual one alone, with the number of those ways. */
const unusual = ['infrastructure', 'managed', 'abstracted'].flatMap((category) =>
  [...new Set(services.map(({ area }) => area))].flatMap((area) => {
    const all = services.filter((service) => service.area === area).flatMap(({ options }) => options.map((option, at) => ({ option, at })));
    const some = all.filter(({ option }) => option.category === category);
    return some.length > 0 && some.every(({ at }) => at > 0) ? [{ category, area, count: some.length }] : [];
  }),
);

test('where only other ways meet the filters, they are offered', async ({ page }) => {
  const [found] = unusual;
  if (!found) throw new Error('each area has each category in its usual ways: look for another case');
  await page.goto(`/explore/?category=${found.category}&area=${found.area}`);
  await page.getByRole('button', { name: new RegExp(`^Count all ways to run services: ${found.count} `, 'u') }).click();
  await expect(page).toHaveURL(`/explore/?category=${found.category}&area=${found.area}&count=ways`);
  await expect(rows(page)).toHaveCount(found.count);
});

test('one service shows through the lens what each of its defaults means', async ({ page }) => {
  await page.goto('/explore/?services=amazon-rds&lens=defaults');
  const network = band(page, 'network');
  await expect(network.locator('.words')).toHaveCount(1);
  await expect(network.locator('.words')).toHaveClass(/holds-/u);
  await expect(network.locator('.holding .word')).not.toBeEmpty();
  await choose(page, 'lens', 'parties');
  await expect(page).toHaveURL('/explore/?services=amazon-rds');
  await expect(band(page, 'backup').locator('.words')).toHaveCount(2);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 740 } });

  test('each band says its counts in words, and nothing scrolls sideways', async ({ page }) => {
    await page.goto('/explore/?lens=defaults');
    await expect(band(page, 'backup').locator('.part.holds-done')).toHaveCount(1);
    const words = await band(page, 'backup').locator('.spoken').boundingBox();
    expect(words?.height).toBeGreaterThan(10);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
