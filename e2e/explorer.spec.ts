// The explorer after load: filters, the address as the only state, layers by pointer and by keys.
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { band, choose, counted, more, rows, services, spoken, told, usually, ways } from './explorer-page.ts';

const abstracted = usually(({ category }) => category === 'abstracted');
const databases = services.filter((service) => service.area === 'database');
const both = abstracted.filter((service) => databases.includes(service));

test('choosing a category changes counts, table and address', async ({ page }) => {
  await page.goto('/explore/');
  await expect(told(page)).toHaveText(counted(services.length));
  const before = await spoken(page);
  await choose(page, 'category', 'abstracted');
  await expect(told(page)).toHaveText(counted(abstracted.length));
  await expect(page).toHaveURL('/explore/?category=abstracted');
  await expect.poll(() => spoken(page)).not.toEqual(before);
  await expect(rows(page)).toHaveCount(abstracted.length);
});

test('the counts of each layer are those of the public data', async ({ page }) => {
  await page.goto('/explore/?category=abstracted');
  await expect(told(page)).toHaveText(counted(abstracted.length));
  for (const layer of ['data', 'backup', 'facilities']) {
    const parties = abstracted.map((service) => service.options[0]?.split[layer]?.party);
    const count = (party: string): number => parties.filter((each) => each === party).length;
    const expected = [
      { party: 'customer', said: 'yours' },
      { party: 'shared', said: 'shared' },
      { party: 'aws', said: 'AWS' },
      { party: 'none', said: "doesn't apply" },
    ].filter(({ party }) => count(party) > 0);
    await expect(band(page, layer).locator('.spoken')).toHaveText(
      `${expected.map(({ party, said }) => `${count(party)} ${said}`).join(', ')}. `,
    );
  }
});

test('choosing an area, then a category, leaves what both allow; Clear takes both back, and goes', async ({ page }) => {
  await page.goto('/explore/');
  await choose(page, 'area', 'database');
  await expect(told(page)).toHaveText(counted(databases.length));
  await expect(page).toHaveURL('/explore/?area=database');
  await choose(page, 'category', 'abstracted');
  await expect(told(page)).toHaveText(counted(both.length));
  await expect(page).toHaveURL('/explore/?category=abstracted&area=database');
  const clear = page.getByRole('button', { name: 'Clear', exact: true });
  await clear.click();
  await expect(told(page)).toHaveText(counted(services.length));
  await expect(page).toHaveURL('/explore/');
  await expect(clear).toBeHidden();
});

test('choosing one service shows its phrases and a link to its page', async ({ page }) => {
  await page.goto('/explore/');
  await expect(page.locator('tide-explorer select[name="services"]')).toBeHidden();
  await more(page);
  await page.locator('tide-explorer select[name="services"]').selectOption('amazon-rds');
  await expect(page).toHaveURL('/explore/?services=amazon-rds');
  await expect(told(page).getByRole('link')).toHaveAttribute('href', '/services/amazon-rds/');
  await expect(band(page, 'backup').locator('.band')).toHaveAttribute('data-kind', 'words');
  await expect(band(page, 'backup').locator('.words .text').first()).not.toBeEmpty();
  await page.locator('tide-explorer select[name="services"]').selectOption('amazon-ecs.fargate');
  await expect(page).toHaveURL('/explore/?services=amazon-ecs.fargate');
  await expect(told(page)).toContainText('Fargate');
});

test('values that are not known are named, and the rest is shown', async ({ page }) => {
  await page.goto('/explore/?category=abstracted&area=kitchen&services=amazon-teapot&layer=roof&colour=red');
  const notice = page.locator('tide-explorer [data-notice]');
  await expect(notice).toBeVisible();
  await expect(notice).toContainText('area=kitchen');
  await expect(notice).toContainText('services=amazon-teapot');
  await expect(notice).toContainText(/layer=roof|and \d+ more/u);
  await expect(told(page)).toHaveText(counted(abstracted.length));
  await choose(page, 'category', '');
  await expect(notice).toBeHidden();
  await expect(page).toHaveURL('/explore/');
});

test('a hostile address is shown as text', async ({ page }) => {
  await page.goto(`/explore/?category=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
  await expect(page.locator('tide-explorer [data-notice]')).toContainText('<img src=x');
  await expect(page.locator('tide-explorer [data-notice] img')).toHaveCount(0);
  await expect(told(page)).toHaveText(counted(services.length));
});

test('opening a layer shows its panel, and the address holds it', async ({ page }) => {
  await page.goto('/explore/');
  await band(page, 'backup').locator('summary').click();
  await expect(band(page, 'backup').locator('.panel')).toBeVisible();
  await expect(page).toHaveURL('/explore/?layer=backup');
  await band(page, 'os').locator('summary').click();
  await expect(band(page, 'os').locator('.panel')).toBeVisible();
  await expect(band(page, 'backup').locator('.panel')).toBeHidden();
  await expect(page).toHaveURL('/explore/?layer=os');
  await choose(page, 'category', 'abstracted');
  await expect(page).toHaveURL('/explore/?category=abstracted&layer=os');
  await page.reload();
  await expect(band(page, 'os').locator('.panel')).toBeVisible();
  await band(page, 'os').locator('summary').click();
  await expect(page).toHaveURL('/explore/?category=abstracted');
});

test('a party at a layer leaves the services where it secures that layer', async ({ page }) => {
  const mine = usually(({ split }) => split['os']?.party === 'customer');
  await page.goto('/explore/');
  const party = page.locator('tide-explorer select[name="party"]');
  await expect(party).toBeDisabled();
  await page.locator('tide-explorer select[name="layer"]').selectOption('os');
  await expect(page).toHaveURL('/explore/?layer=os');
  await expect(band(page, 'os').locator('.panel')).toBeVisible();
  await choose(page, 'party', 'customer');
  await expect(page).toHaveURL('/explore/?layer=os&party=customer');
  await expect(told(page)).toHaveText(counted(mine.length));
  await expect(party.locator('option:checked')).toHaveText(`You (${mine.length})`);
  await expect(rows(page)).toHaveCount(mine.length);
  await band(page, 'backup').locator('summary').click();
  await expect(band(page, 'backup').locator('.panel .block-links a')).toHaveCount(mine.length);
  await expect(page).toHaveURL('/explore/?layer=os&party=customer');
  await page.reload();
  await expect(told(page)).toHaveText(counted(mine.length));
  await expect(party).toHaveValue('customer');
  await page.locator('tide-explorer select[name="layer"]').selectOption('');
  await expect(page).toHaveURL('/explore/');
  await expect(told(page)).toHaveText(counted(services.length));
});

test('the counts beside choices follow the other choices', async ({ page }) => {
  await page.goto('/explore/?area=database');
  await expect(told(page)).toHaveText(counted(databases.length));
  const count = page.locator('tide-explorer label', { has: page.locator('input[value="abstracted"]') }).locator('.n');
  await expect(count).toHaveText(String(both.length));
});

test('chips, bands, panel and matrix count one thing: services as usually run, or all ways', async ({ page }) => {
  for (const { unit, all } of [
    { unit: 'services', all: usually(() => true).flatMap(({ options }) => options.slice(0, 1)) },
    { unit: 'ways', all: ways },
  ]) {
    const by = (party: string): number => all.filter(({ split }) => split['access']?.party === party).length;
    await page.goto('/explore/');
    if (unit === 'ways') {
      await page.getByRole('radio', { name: `All ${ways.length} ways` }).check();
      await expect(page).toHaveURL('/explore/?count=ways');
      await expect(told(page)).toHaveText(`All ${ways.length} ways to run ${services.length} services`);
    } else await expect(told(page)).toHaveText(counted(services.length));
    await choose(page, 'layer', 'access');
    const party = page.locator('tide-explorer select[name="party"]');
    await expect(party.locator('option')).toHaveText([
      `Any side (${all.length})`,
      `You (${by('customer')})`,
      `Shared (${by('shared')})`,
      `AWS (${by('aws')})`,
      `Doesn't apply (${by('none')})`,
    ]);
    const categories = await page.locator('tide-explorer .chips .n').allTextContents();
    const [first = 0, ...rest] = categories.map(Number);
    expect([first, rest.reduce((sum, each) => sum + each, 0)]).toEqual([all.length, all.length]);
    const shared = by('shared');
    await expect(band(page, 'access').locator('.spoken')).toContainText(`${shared} shared`);
    await expect(band(page, 'access').locator('.panel .block.shared .block-head')).toHaveText(`Shared in ${shared} ${unit}`);
    await expect(band(page, 'access').locator('.panel .block.shared .block-links a')).toHaveCount(shared);
    await expect(rows(page)).toHaveCount(all.length);
    await choose(page, 'party', 'shared');
    await expect(rows(page)).toHaveCount(shared);
    // The address follows the drawing.
    await expect(page).toHaveURL(/layer=access&party=shared|party=shared&layer=access/u);
    if (unit === 'ways') {
      await page.reload();
      await expect(page.getByRole('radio', { name: `All ${ways.length} ways` })).toBeChecked();
      await expect(told(page)).toHaveText(new RegExp(`^${shared} of ${ways.length} ways to run, of \\d+ services$`, 'u'));
    } else await expect(told(page)).toHaveText(counted(shared));
  }
});

test('an opened layer lists the services of each party', async ({ page }) => {
  await page.goto('/explore/?layer=backup');
  await expect(band(page, 'backup').locator('.panel .block-links a')).toHaveCount(services.length);
});

test('keys open and close layers, and arrows scroll the page', async ({ page }) => {
  await page.goto('/explore/');
  const summaries = page.locator('tide-explorer ol.split summary');
  await summaries.first().focus();
  const at = await page.evaluate(() => scrollY);
  for (const key of ['ArrowDown', 'End']) {
    await page.keyboard.press(key);
    await expect(summaries.first()).toBeFocused();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(at);
  }
  await page.keyboard.press('Tab');
  await expect(summaries.nth(1)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(band(page, 'data').locator('.panel')).toBeVisible();
  await expect(page).toHaveURL('/explore/?layer=data');
  await page.keyboard.press('Tab');
  await expect(summaries.first()).not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(band(page, 'data').locator('.panel')).toBeHidden();
  await expect(summaries.first()).toBeFocused();
  await expect(page).toHaveURL('/explore/');
});

/** Where the edges stand. */
const edges = (page: Page): Promise<string> =>
  page.locator('tide-explorer .part').evaluateAll((parts) => parts.map((part) => part.getAttribute('x')).join(' '));

/** The explorer with the clock of its page held: time passes when a test says so. */
async function held(page: Page): Promise<void> {
  await page.clock.install({ time: 0 });
  await page.goto('/explore/');
  await expect(told(page)).toHaveText(counted(services.length));
  await page.clock.pauseAt(60_000);
}

test('edges slide to their new place', async ({ page }) => {
  await held(page);
  const before = await edges(page);
  await choose(page, 'category', 'abstracted');
  // What was chosen is told at once, before anything moves.
  await expect(told(page)).toHaveText(counted(abstracted.length));
  expect(await edges(page)).toBe(before);
  await page.clock.runFor(150);
  const between = await edges(page);
  await page.clock.runFor(1000);
  const after = await edges(page);
  await page.clock.runFor(1000);
  expect(await edges(page)).toBe(after);
  expect(new Set([before, between, after]).size).toBe(3);
});

test.describe('for readers who asked for less motion', () => {
  test.use({ reducedMotion: 'reduce' });

  test('edges are in their new place at once', async ({ page }) => {
    await held(page);
    const before = await edges(page);
    await choose(page, 'category', 'abstracted');
    await expect(told(page)).toHaveText(counted(abstracted.length));
    const after = await edges(page);
    expect(after).not.toBe(before);
    await page.clock.runFor(1000);
    expect(await edges(page)).toBe(after);
  });
});
