// The matrix after load: which rows it shows, in which order, and how it is used by keyboard and on small screens.
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { builtLayers, builtServices } from '../scripts/built.ts';

const services = builtServices();
const layers = builtLayers();
const rows = (page: Page): Locator => page.locator('[data-matrix] tbody tr:visible');
const head = (page: Page, by: string): Locator => page.locator(`[data-matrix] thead th[data-by="${by}"]`);
const said: Readonly<Record<string, string>> = { customer: 'You', shared: 'Shared', aws: 'AWS', none: "Doesn't apply" };

/** Of the rows shown, top to bottom: layers that are the reader's count double. */
const loads = async (page: Page): Promise<number[]> =>
  (await rows(page).locator('.yours').allTextContents()).map((text) => {
    const [yours = Number.NaN, shared = Number.NaN] = text.split(' + ').map(Number);
    return 2 * yours + shared;
  });

/** The same of the public data, most of it the reader's first. */
const published = services
  .map(({ options }) => {
    const parties = Object.values(options[0]?.split ?? {}).map(({ party }) => party);
    const count = (party: string): number => parties.filter((each) => each === party).length;
    return 2 * count('customer') + count('shared');
  })
  .sort((a, b) => b - a);

/** What the rows shown say of the guest operating system, top to bottom. The reader's count stands before the layers. */
const systems = (page: Page): Promise<string[]> =>
  rows(page)
    .locator(`td:nth-of-type(${layers.indexOf('os') + 2})`)
    .allTextContents();
const ranks = Object.values(said);
const publishedSystems = services
  .map(({ options }) => said[options[0]?.split['os']?.party ?? ''] ?? '')
  .sort((a, b) => ranks.indexOf(a) - ranks.indexOf(b));

test('every word in the matrix is that of the public data', async ({ page }) => {
  await page.goto('/explore/');
  await expect(rows(page)).toHaveCount(services.length);
  const shown = await page
    .locator('[data-matrix] tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [row.getAttribute('data-row'), [...row.querySelectorAll('td span')].map((cell) => cell.textContent)]),
    );
  const words = services.flatMap((service) =>
    service.options.map((option) => [`${service.id}.${option.id}`, Object.values(option.split).map(({ party }) => said[party])]),
  );
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(words));
});

/** A short word for each default, the most urgent first. */
const short: Readonly<Record<string, string>> = {
  open: 'Open',
  'when-asked': 'Ask',
  partly: 'Partly',
  yours: 'You',
  unstated: 'Unsaid',
  done: 'Done',
};

test('through the lens every row shown says its defaults, and a layer orders by urgency', async ({ page }) => {
  await page.goto('/explore/?sort=network');
  await page.locator('tide-explorer input[name="lens"][value="defaults"]').check();
  await expect(page).toHaveURL('/explore/?sort=network&lens=defaults');
  const column = (): Promise<string[]> =>
    rows(page)
      .locator(`td:nth-of-type(${layers.indexOf('network') + 2})`)
      .allTextContents();
  const order = [...Object.values(short), "Doesn't apply"];
  const expected = services
    .map(({ options }) => short[options[0]?.split['network']?.default ?? ''] ?? "Doesn't apply")
    .sort((a, b) => order.indexOf(a) - order.indexOf(b));
  await expect.poll(column).toEqual(expected);
  await expect(rows(page).first().locator('td.holds-open').first()).toHaveText('Open');
  await page.locator('tide-explorer input[name="category"][value="infrastructure"]').check();
  await expect(rows(page).locator('td:is(.customer, .shared, .aws)')).toHaveCount(0);
  await page.locator('tide-explorer input[name="lens"][value="parties"]').check();
  await expect(rows(page).locator('td[class^="holds-"]')).toHaveCount(0);
});

test('heads sort, turn the order round, and the address holds it', async ({ page }) => {
  await page.goto('/explore/');
  const byName = await rows(page).locator('th').allTextContents();
  await head(page, 'yours').getByRole('button').click();
  await expect(page).toHaveURL('/explore/?sort=yours');
  await expect(head(page, 'yours')).toHaveAttribute('aria-sort', 'descending');
  await expect(head(page, 'name')).not.toHaveAttribute('aria-sort');
  await expect.poll(() => loads(page)).toEqual(published);
  await head(page, 'yours').getByRole('button').click();
  await expect(page).toHaveURL('/explore/?sort=-yours');
  await expect.poll(() => loads(page)).toEqual(published.toReversed());
  await head(page, 'os').getByRole('button').click();
  await expect(page).toHaveURL('/explore/?sort=os');
  await expect.poll(() => systems(page)).toEqual(publishedSystems);
  await page.goBack();
  await expect(head(page, 'yours')).toHaveAttribute('aria-sort', 'ascending');
  await page.goForward();
  await page.reload();
  await expect(head(page, 'os')).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(() => systems(page)).toEqual(publishedSystems);
  await page.getByLabel('Order').selectOption('');
  await expect(page).toHaveURL('/explore/');
  await expect(rows(page).locator('th')).toHaveText(byName);
});

test('the order goes on through a filter, and the filter through an order', async ({ page }) => {
  await page.goto('/explore/?area=database');
  const databases = services.filter((service) => service.area === 'database').length;
  await expect(rows(page)).toHaveCount(databases);
  await page.getByLabel('Order').selectOption('yours');
  await expect(page).toHaveURL('/explore/?area=database&sort=yours');
  await expect(rows(page)).toHaveCount(databases);
  await page.locator('tide-explorer select[name="area"]').selectOption('');
  await expect(page).toHaveURL('/explore/?sort=yours');
  await expect(rows(page)).toHaveCount(services.length);
  await expect.poll(() => loads(page)).toEqual(published);
});

const cell = (page: Page, row: string, layer: string): Locator =>
  page.locator(`[data-matrix] [data-row="${row}"] td:nth-of-type(${layers.indexOf(layer) + 2})`);

test('a cell leads to its layer, and lights its row and its column', async ({ page }) => {
  await page.goto('/explore/');
  const os = cell(page, 'amazon-rds.default', 'os');
  await os.scrollIntoViewIfNeeded();
  await os.hover();
  await expect(head(page, 'os')).toHaveAttribute('data-lit');
  await expect(page.locator('[data-matrix] [data-lit]')).toHaveCount(1);
  await expect(os.getByRole('link')).toHaveAttribute('href', '/services/amazon-rds/?layer=os');
  await os.getByRole('link').click();
  await expect(page).toHaveURL('/services/amazon-rds/?layer=os');
  await expect(page.locator('[data-layer="os"] details[open] .panel')).toBeVisible();
});

test('arrows walk the cells from the name of a service, and Enter opens the layer', async ({ page }) => {
  await page.goto('/explore/?count=ways&services=amazon-eks');
  await expect(page.locator('tide-explorer[data-live]')).toBeVisible();
  const [first, second] = services.find(({ id }) => id === 'amazon-eks')?.options ?? [];
  await rows(page).first().getByRole('link').focus();
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, `amazon-eks.${first?.id ?? ''}`, layers[0] ?? '').getByRole('link')).toBeFocused();
  await expect(page.locator('[data-matrix] .cell-link')).toHaveAttribute('aria-label', /^Amazon EKS, .+, Customer data: \w+/u);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const below = cell(page, `amazon-eks.${second?.id ?? ''}`, layers[1] ?? '').getByRole('link');
  await expect(below).toBeFocused();
  await expect(head(page, layers[1] ?? '')).toHaveAttribute('data-lit');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('[data-matrix] .cell-link')).toHaveCount(0);
  await expect(rows(page).nth(1).locator('th a')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/services/amazon-eks/?option=${second?.id ?? ''}&layer=${layers[0] ?? ''}`);
});

test('an order nobody knows is named', async ({ page }) => {
  await page.goto('/explore/?sort=price');
  await expect(page.locator('tide-explorer [data-notice]')).toContainText('sort=price');
  await expect(rows(page)).toHaveCount(services.length);
});

test('heads and names stay in sight while the matrix scrolls', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/explore/');
  const box = page.locator('.matrix-content');
  await box.scrollIntoViewIfNeeded();
  await box.evaluate((element) => {
    element.scrollTo(300, 1500);
  });
  const frame = await box.boundingBox();
  await expect.poll(async () => Math.abs(((await head(page, 'name').boundingBox())?.y ?? 0) - (frame?.y ?? 99))).toBeLessThan(3);
  const names = await rows(page)
    .locator('th')
    .evaluateAll((all) => [...new Set(all.map((name) => Math.round(name.getBoundingClientRect().left)))]);
  expect(names).toHaveLength(1);
  expect(Math.abs((names[0] ?? 0) - (frame?.x ?? 99))).toBeLessThan(3);
});

test('by keyboard alone: to a head, sort, to a service', async ({ page }) => {
  await page.goto('/explore/');
  await page.getByLabel('Order').focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('region', { name: 'Services, layer by layer' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(head(page, 'name').getByRole('button')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/explore/?sort=yours');
  await expect(head(page, 'yours').getByRole('button')).toBeFocused();
  // The rows stand in their new order before Tab leaves the heads: that of the count, and of each layer.
  await expect.poll(() => loads(page)).toEqual(published);
  for (let step = 0; step <= layers.length; step += 1) await page.keyboard.press('Tab');
  const first = rows(page).first().getByRole('link');
  await expect(first).toBeFocused();
  const href = (await first.getAttribute('href')) ?? '';
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(href);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('every way to run every service stands in the matrix, and no head pretends to sort', async ({ page }) => {
    await page.goto('/explore/');
    await expect(page.locator('[data-matrix] tbody tr')).toHaveCount(services.flatMap((service) => service.options).length);
    await expect(page.locator('[data-matrix] thead button:enabled')).toHaveCount(0);
  });
});
