// A service's page after load: its options, its addresses, and what stands without scripts.
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { builtLayers, builtServices } from '../scripts/built.ts';

const layers = builtLayers().length;
const diagram = (page: Page): Locator => page.locator('tide-service ol.split');
const layer = (page: Page, id: string): Locator => diagram(page).locator(`[data-layer="${id}"]`);
const words = (page: Page): Locator => diagram(page).locator('.words .text');
const option = (page: Page, id: string): Locator => page.locator(`tide-service input[name="option"][value="${id}"]`);

test('choosing an option changes diagram and address; Back takes it back', async ({ page }) => {
  await page.goto('/services/amazon-eks/');
  const before = await words(page).allTextContents();
  const told = await page.locator('tide-service [data-status]').textContent();
  await option(page, 'fargate').check();
  await expect(page).toHaveURL('/services/amazon-eks/?option=fargate');
  await expect(page.locator('tide-service [data-status]')).not.toHaveText(told ?? '');
  await expect(words(page)).not.toHaveText(before);
  const after = await words(page).allTextContents();
  await page.goBack();
  await expect(option(page, 'self-managed-nodes')).toBeChecked();
  await expect(page).toHaveURL('/services/amazon-eks/');
  await expect(words(page)).toHaveText(before);
  await page.goForward();
  await expect(option(page, 'fargate')).toBeChecked();
  await expect(words(page)).toHaveText(after);
});

test('the address restores option and layer on load, and keeps the layer when the option changes', async ({ page }) => {
  await page.goto('/services/amazon-eks/?option=fargate&layer=os');
  await expect(option(page, 'fargate')).toBeChecked();
  await expect(layer(page, 'os').locator('.panel')).toBeVisible();
  await option(page, 'auto-mode').check();
  await expect(page).toHaveURL('/services/amazon-eks/?option=auto-mode&layer=os');
  await expect(layer(page, 'os').locator('.panel')).toBeVisible();
  await page.reload();
  await expect(option(page, 'auto-mode')).toBeChecked();
  await expect(layer(page, 'os').locator('.panel')).toBeVisible();
});

/** What the diagram says of each layer, as the public data says it. */
function shown(page: Page): Promise<Record<'id' | 'party' | 'detail' | 'source', string | null | undefined>[]> {
  return diagram(page)
    .locator('li.layer')
    .evaluateAll((items) =>
      items.map((item) => ({
        id: item.getAttribute('data-layer'),
        party: item.querySelector('.band')?.getAttribute('data-party'),
        detail: item.querySelector('.panel .detail')?.textContent,
        source: item.querySelector('.panel a[href]')?.getAttribute('href'),
      })),
    );
}

test('each option draws the split of the public data', async ({ page }) => {
  const service = builtServices().find((each) => each.id === 'amazon-eks');
  expect(service?.options.length).toBeGreaterThan(1);
  await page.goto('/services/amazon-eks/');
  for (const each of service?.options ?? []) {
    await option(page, each.id).check();
    const cells = Object.entries(each.split).map(([id, { party, detail, source }]) => ({ id, party, detail, source }));
    await expect.poll(() => shown(page), each.id).toEqual(cells);
  }
});

test('an option or layer that is not known is named, and the default is shown', async ({ page }) => {
  await page.goto('/services/amazon-eks/?option=steam&layer=roof');
  const notice = page.locator('tide-service [data-notice]');
  await expect(notice).toBeVisible();
  await expect(notice).toContainText('option=steam');
  await expect(notice).toContainText('layer=roof');
  await expect(option(page, 'self-managed-nodes')).toBeChecked();
  await expect(diagram(page).locator('li.layer')).toHaveCount(layers);
});

test('an opened layer names its source', async ({ page }) => {
  await page.goto('/services/amazon-rds/');
  await layer(page, 'backup').locator('summary').click();
  await expect(page).toHaveURL('/services/amazon-rds/?layer=backup');
  await expect(layer(page, 'backup').locator('.panel .source a')).toHaveAttribute('href', /^https:\/\/[^/]*aws/u);
});

for (const [alias, id] of [
  ['rds', 'amazon-rds'],
  ['elasticsearch', 'amazon-opensearch-service'],
] as const) {
  test(`/services/${alias}/ leads to ${id}`, async ({ page }) => {
    await page.goto(`/services/${alias}/`);
    await expect(page).toHaveURL(`/services/${id}/`);
    await expect(diagram(page)).toBeVisible();
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a service page has drawing, list and table', async ({ page }) => {
    await page.goto('/services/amazon-eks/');
    await expect(diagram(page).locator('li.layer')).toHaveCount(layers);
    for (const text of await diagram(page).locator('.words .text').all()) await expect(text).toBeVisible();
    await expect(page.locator('.duties').first()).toBeVisible();
    await expect(page.locator('.layer-table tbody tr').first()).toBeVisible();
    await expect(page.locator('tide-service form')).toBeHidden();
    await layer(page, 'os').locator('summary').click();
    await expect(layer(page, 'os').locator('.panel .detail')).toBeVisible();
  });

  test('the explorer has drawing, lists and table of all services', async ({ page }) => {
    const services = builtServices();
    await page.goto('/explore/');
    await expect(page.locator('tide-explorer li.layer')).toHaveCount(layers);
    await expect(page.locator('tide-explorer text.count').first()).toBeVisible();
    await expect(page.locator('[data-matrix] tbody tr')).toHaveCount(services.flatMap((service) => service.options).length);
    await expect(page.locator('[data-matrix] tbody th a').first()).toBeVisible();
    await expect(page.locator('tide-explorer form')).toBeHidden();
    await page.locator('tide-explorer [data-layer="backup"] summary').click();
    await expect(page.locator('tide-explorer [data-layer="backup"] .block-links a').first()).toBeVisible();
  });

  test('the search is a link to the list of services', async ({ page }) => {
    await page.goto('/');
    await page.locator('tide-search [data-open]').click();
    await expect(page).toHaveURL('/services/');
  });
});
