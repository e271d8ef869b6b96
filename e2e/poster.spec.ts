// The poster's page: every option as a link, by area or in one order, by party or by default; and its files.
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { builtServices } from '../scripts/built.ts';
import { origin } from '../scripts/serve.ts';

const options = builtServices().flatMap((service) => service.options.map((option) => ({ service, option })));
const strips = (page: Page): Locator => page.locator('.poster-strips li').filter({ visible: true });

/** Half layers that are the customer's, in the order of the strips within one list. */
function yours(list: Locator): Promise<number[]> {
  return list.locator('[data-strip]').evaluateAll((items) =>
    items.map((item) => {
      const [parties = ''] = (item.getAttribute('data-strip') ?? '').split(' ');
      return 2 * (parties.match(/c/gu) ?? []).length + (parties.match(/s/gu) ?? []).length;
    }),
  );
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('every option is a link to its own page, by area, and the files are there', async ({ page }) => {
    await page.goto('/poster/?lens=defaults');
    await expect(page.locator('tide-poster form')).toBeHidden();
    await expect(strips(page)).toHaveCount(options.length);
    const hrefs = await strips(page)
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(new Set(hrefs).size).toBe(options.length);
    await expect(page.getByRole('link', { name: 'PDF' }).first()).toBeVisible();
    const last = strips(page).locator('a').last();
    const [path = ''] = (await last.getAttribute('href'))?.split('?') ?? [];
    await last.click();
    await expect(page).toHaveURL(new RegExp(`^${origin}${path}`, 'u'));
  });
});

test('in each area, and in all, the strips run from all yours to all AWS’s', async ({ page }) => {
  await page.goto('/poster/');
  for (const list of await page.locator('[data-areas] .poster-strips').all()) {
    const found = await yours(list);
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(found.toSorted((a, b) => b - a));
  }
  await page.getByRole('radio', { name: 'All in one order' }).check();
  await expect(page).toHaveURL(/\/poster\/\?order=all$/u);
  await expect(page.locator('[data-all] li')).toHaveCount(options.length);
  const all = await yours(page.locator('[data-all]'));
  expect(all).toEqual(all.toSorted((a, b) => b - a));
  await page.getByRole('radio', { name: 'By area' }).check();
  await expect(page.locator('[data-areas] li')).toHaveCount(options.length);
  await expect(page.locator('[data-all]')).toBeHidden();
});

test('a strip says its counts, and through the lens what holds if you do nothing', async ({ page }) => {
  await page.goto('/poster/');
  const first = strips(page).first();
  await expect(first.locator('.counts')).toHaveText(/^\d+ layers are yours/u);
  const before = await first.locator('svg').innerHTML();
  await page.getByRole('radio', { name: 'If you do nothing' }).check();
  await expect(page).toHaveURL(/\/poster\/\?lens=defaults$/u);
  await expect(first.locator('.counts')).toHaveText(/\d+ only you can/u);
  await expect(page.locator('.poster-key dl').filter({ visible: true })).toContainText('Open until you close it');
  await expect(page.locator('[data-key]').getByRole('img')).toHaveAccessibleName(/only you can/u);
  await first.locator('a').click();
  await expect(page.locator('tide-service .part[class*="holds-"]').first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'If you do nothing' })).toBeChecked();
  await page.goBack();
  await expect(first.locator('.counts')).toHaveText(/^\d+ layers are yours/u);
  expect(await first.locator('svg').innerHTML()).toBe(before);
});

test('what the address says amiss is named', async ({ page }) => {
  await page.goto('/poster/?order=tide&lens=defaults');
  await expect(page.locator('tide-poster [data-notice]')).toHaveText(
    'We ignored a part of this link: order=tide. An order is area or all.',
  );
  await expect(page.getByRole('radio', { name: 'If you do nothing' })).toBeChecked();
});

for (const width of [320, 360, 1280]) {
  test(`at ${width} px nothing lies beside the page, and no name on another`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/poster/');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const wide = await strips(page).evaluateAll((items) =>
      items.filter((item) => item.scrollWidth > item.clientWidth + 1).map((item) => item.textContent.trim()),
    );
    expect(wide).toEqual([]);
  });
}

test('the files hold every option, with links that lead to pages', async ({ page, request }) => {
  await page.goto('/poster/');
  const files = await page.locator('.poster-files a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(files).toHaveLength(4);
  for (const file of files) {
    const response = await request.get(file);
    expect(response.status(), file).toBe(200);
    const text = (await response.body()).toString('latin1');
    const links = text.match(file.endsWith('.svg') ? /<a [^>]*href="https:/gu : /\/URI \(https:/gu);
    expect(links, file).toHaveLength(options.length);
  }
});
