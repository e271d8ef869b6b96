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
interface Shown {
  readonly id: string | null;
  readonly party: string | null | undefined;
  readonly default: string | null | undefined;
  readonly detail: string | null | undefined;
  readonly source: readonly (string | null)[];
}

function shown(page: Page): Promise<Shown[]> {
  return diagram(page)
    .locator('li.layer')
    .evaluateAll((items) =>
      items.map((item) => ({
        id: item.getAttribute('data-layer'),
        party: item.querySelector('.band')?.getAttribute('data-party'),
        default: item.querySelector('.holding [data-holds]')?.getAttribute('data-holds'),
        detail: item.querySelector('.panel .detail')?.textContent,
        source: [...item.querySelectorAll('.panel .source a')].map((link) => link.getAttribute('href')),
      })),
    );
}

test('each option draws the split of the public data', async ({ page }) => {
  const service = builtServices().find((each) => each.id === 'amazon-eks');
  expect(service?.options.length).toBeGreaterThan(1);
  await page.goto('/services/amazon-eks/');
  for (const each of service?.options ?? []) {
    await option(page, each.id).check();
    const cells = Object.entries(each.split).map(([id, cell]) => ({
      id,
      party: cell.party,
      default: cell.default,
      detail: cell.detail,
      source: cell.sources,
    }));
    await expect.poll(() => shown(page), each.id).toEqual(cells);
  }
});

const lens = (page: Page, id: string): Locator => page.locator(`tide-service input[name="lens"][value="${id}"]`);

test('choosing the lens changes diagram and address; Back takes it back, and a reload keeps it', async ({ page }) => {
  await page.goto('/services/amazon-eks/?option=fargate');
  await expect(option(page, 'fargate')).toBeChecked();
  const before = await words(page).allTextContents();
  const fills = diagram(page).locator('.words[class*="holds-"]');
  await expect(fills).toHaveCount(0);
  await lens(page, 'defaults').check();
  await expect(page).toHaveURL('/services/amazon-eks/?option=fargate&lens=defaults');
  await expect(words(page)).not.toHaveText(before);
  await expect(fills.first()).toBeVisible();
  const after = await words(page).allTextContents();
  await page.goBack();
  await expect(page).toHaveURL('/services/amazon-eks/?option=fargate');
  await expect(lens(page, 'parties')).toBeChecked();
  await expect(words(page)).toHaveText(before);
  await expect(fills).toHaveCount(0);
  await page.goForward();
  await expect(lens(page, 'defaults')).toBeChecked();
  await page.reload();
  await expect(lens(page, 'defaults')).toBeChecked();
  await expect(option(page, 'fargate')).toBeChecked();
  await expect(words(page)).toHaveText(after);
});

test('in forced colours bands keep borders, words and glyphs, and show by their fill who does it', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  for (const address of ['/services/amazon-rds/', '/services/amazon-rds/?lens=defaults']) {
    await page.goto(address);
    await expect(lens(page, address.includes('lens') ? 'defaults' : 'parties')).toBeChecked();
    const seen = await diagram(page).evaluate((list) => {
      const styles = (selector: string, property: string): string[] => [
        ...new Set([...list.querySelectorAll(selector)].map((element) => getComputedStyle(element).getPropertyValue(property))),
      ];
      return {
        fills: styles('.part', 'fill'),

        outlines: styles('.band', 'outline-style'),
        glyphs: styles('.glyph', 'fill'),
      };
    });
    // What is yours, what AWS does in part, and what it does.
    expect(seen.fills).toHaveLength(3);
    expect(seen.outlines).not.toContain('none');
    expect(seen.glyphs).toHaveLength(1);
    expect(seen.fills).toEqual(expect.arrayContaining(seen.glyphs));
    for (const text of await words(page).all()) await expect(text).toBeVisible();
  }
});

test('on a phone each half says whose it is', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/services/amazon-rds/');
  const who = layer(page, 'backup').locator('.words .who');
  await expect(who).toHaveText(['You: ', 'AWS: ']);
  for (const each of await who.all()) expect((await each.boundingBox())?.width).toBeGreaterThan(15);
  const cut = await layer(page, 'backup').evaluate((item) => {
    const [yours, theirs] = [...item.querySelectorAll('.words .text')].map((text) => text.getBoundingClientRect());
    const edge = item.querySelector('.part.aws')?.getBoundingClientRect();
    return { yours: yours?.bottom ?? 0, edge: edge?.top ?? 0, theirs: theirs?.top ?? 0 };
  });
  expect(cut.yours).toBeLessThan(cut.theirs);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

/** The code of the controls, which is loaded when a reader reaches for them. */
const late = /\/_astro\/service-view\.[^/]*\.js$/u;

test('what only controls need is loaded when a reader reaches for one', async ({ page }) => {
  let asked = 0;
  page.on('request', (request) => {
    if (late.test(request.url())) asked += 1;
  });
  await page.goto('/services/amazon-eks/', { waitUntil: 'networkidle' });
  expect(asked).toBe(0);
  const loaded = page.waitForRequest(late);
  await option(page, 'fargate').focus();
  await loaded;
  await page.keyboard.press('Space');
  await expect(page).toHaveURL('/services/amazon-eks/?option=fargate');
  expect(asked).toBe(1);
});

test('a choice that could not be loaded is taken back and said, and works once the line does', async ({ page }) => {
  await page.route(late, (route) => route.abort());
  await page.goto('/services/amazon-eks/');
  const before = await words(page).allTextContents();
  const notice = page.locator('tide-service [data-notice]');
  // Not check(), which would object to what is taken back.
  await option(page, 'fargate').click();
  await expect(notice).toContainText('could not be loaded');
  await expect(option(page, 'self-managed-nodes')).toBeChecked();
  await expect(words(page)).toHaveText(before);
  await page.unroute(late);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(option(page, 'fargate')).toBeChecked();
  await expect(words(page)).not.toHaveText(before);
  await expect(notice).toBeHidden();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden();
});

test('controls that their address waits for in vain are not offered', async ({ page }) => {
  await page.route(late, (route) => route.abort());
  await page.goto('/services/amazon-eks/?option=fargate');
  await expect(page.locator('[data-lost]')).toBeVisible();
  await expect(option(page, 'fargate')).toBeHidden();
});

test('an option or layer that is not known is named, and the default is shown', async ({ page }) => {
  await page.goto('/services/amazon-eks/?option=steam&layer=roof');
  const notice = page.locator('tide-service [data-notice]');
  await expect(notice).toBeVisible();
  await expect(notice).toContainText('option=steam');
  await expect(notice).toContainText('There is no such way to run it. You see: Self-managed nodes.');
  await expect(notice).toContainText('layer=roof');
  await expect(option(page, 'self-managed-nodes')).toBeChecked();
  await expect(diagram(page).locator('li.layer')).toHaveCount(layers);
});

test('an opened layer names its source', async ({ page }) => {
  await page.goto('/services/amazon-rds/');
  await layer(page, 'backup').locator('summary').click();
  await expect(page).toHaveURL('/services/amazon-rds/?layer=backup');
  await expect(layer(page, 'backup').locator('.panel .source a').first()).toHaveAttribute('href', /^https:\/\/[^/]*aws/u);
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
    await expect(page.locator('tide-service form:visible')).toHaveCount(0);
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

test("the browser's own search finds what only another option has, and that option is shown", async ({ page }) => {
  await page.goto('/services/amazon-eks/?layer=os');
  const shown = page.locator('.layer-table tbody tr:not([data-other])');
  const row = page.locator('.layer-table tbody tr:has(.options:text-is("Fargate"))').first();
  await expect(option(page, 'self-managed-nodes')).toBeChecked();
  await expect(row).toHaveAttribute('hidden', 'until-found');
  await expect(row.locator('.detail')).toBeHidden();
  const before = await shown.count();
  // A link to words is found the way the browser's search finds them.
  const words = (await row.locator('.detail').textContent())?.split(' ').slice(0, 8).join(' ') ?? '';
  await page.evaluate((text) => {
    const link = document.createElement('a');
    link.href = `#:~:text=${encodeURIComponent(text).replaceAll('-', '%2D')}`;
    link.textContent = 'Find';
    document.querySelector('main')?.prepend(link);
  }, words);
  await page.getByRole('link', { name: 'Find', exact: true }).click();
  await expect(option(page, 'fargate')).toBeChecked();
  await expect(page).toHaveURL(/\?option=fargate&layer=os/u);
  await expect(row.locator('.detail')).toBeInViewport();
  await expect(row).not.toHaveAttribute('hidden');
  await expect.poll(() => shown.count()).toBeGreaterThanOrEqual(before);
});

test('rows of other options take no room, and all stand there once asked, and on paper', async ({ page }) => {
  await page.goto('/services/amazon-eks/');
  const row = page.locator('.layer-table tbody tr:has(.options:text-is("Fargate"))').first();
  await expect(row).toHaveAttribute('hidden', 'until-found');
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const heights = await page.locator('.layer-table').evaluate((table: HTMLElement) => {
      const hidden = [...table.querySelectorAll<HTMLElement>('tr[hidden]')];
      const before = table.offsetHeight;
      for (const each of hidden) each.style.setProperty('display', 'none', 'important');
      const without = table.offsetHeight;
      for (const each of hidden) each.style.removeProperty('display');
      return { before, without };
    });
    expect(heights.before, `at ${width} px`).toBe(heights.without);
  }
  await page.emulateMedia({ media: 'print' });
  await expect(row.locator('.detail')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  // On a narrow screen each row folds its evidence.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByLabel('Show all deployment options').check();
  await expect(row.locator('.detail')).toBeVisible();
});
