// Fingers, pens, keys and input methods: what readers do besides clicking.
import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { open, views } from './views.ts';

const field = 'Search services and the guide';

test('Enter that commits a word of an input method opens nothing, on any system', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+k');
  const input = page.getByRole('combobox', { name: field });
  await input.fill('rds');
  await expect(page.locator('[data-found="best"] a').first()).toBeVisible();
  // Chromium tells of the composition; macOS in Safari says it by the code of the key alone.
  for (const event of [
    { key: 'Enter', isComposing: true },
    { key: 'Enter', keyCode: 229 },
    { key: 'ArrowDown', keyCode: 229 },
    { key: 'Process', keyCode: 229 },
  ])
    await input.dispatchEvent('keydown', { bubbles: true, cancelable: true, ...event });
  await expect(page.locator('.found [aria-selected="true"]')).toHaveCount(0);
  await expect(page).toHaveURL('/');
  await input.press('Enter');
  await expect(page).toHaveURL(/\/services\/amazon-rds\//u);
});

/** Keys that an input method uses itself, each as Chromium and as Safari on macOS tell of it. */
const methodKeys = ['Enter', 'ArrowDown', 'Escape'].flatMap((key) => [
  { key, isComposing: true },
  { key, keyCode: 229 },
]);

test('a word of an input method adds no service, and Escape that drops it leaves the field and the fold of a duty as they are', async ({
  page,
}) => {
  await page.goto('/stack/?services=amazon-s3');
  const duty = page.locator('.duty').first();
  const leave = async (input: Locator): Promise<void> => {
    for (const event of methodKeys) await input.dispatchEvent('keydown', { bubbles: true, cancelable: true, ...event });
  };
  await duty.getByRole('button', { name: /^Why and notes/u }).click();
  await leave(duty.locator('[name="note"]'));
  await expect(duty).toHaveAttribute('data-open', '');
  const add = page.locator('#stack-add');
  await add.fill('rds');
  const choices = page.locator('tide-stack [role="option"]');
  await expect(choices.first()).toBeVisible();
  await leave(add);
  await expect(add).toHaveValue('rds');
  await expect(choices.first()).toBeVisible();
  await expect(choices.and(page.locator('[aria-selected="true"]'))).toHaveCount(0);
  await expect(page).toHaveURL('/stack/?services=amazon-s3');
});

for (const way of ['Enter', 'click'])
  test(`a result on the same page closes the search and is gone to by ${way}`, async ({ page }) => {
    await page.goto('/guide/of-and-in-the-cloud/');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: field }).fill('See it on one service');
    const found = page.locator('.results a[href^="/guide/of-and-in-the-cloud/#"]').first();
    await expect(found).toBeVisible();
    const target = (await found.getAttribute('href')) ?? '';
    if (way === 'click') await found.click();
    else {
      // The answer is what Enter opens; a result is chosen first.
      const chosen = async (): Promise<boolean> => [null, 'true'].includes(await found.getAttribute('aria-selected'));
      for (let step = 0; step < 30 && !(await chosen()); step += 1) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    }
    await expect(page).toHaveURL(target);
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.locator(target.replace(/^[^#]*/u, ''))).toBeInViewport();
  });

for (const address of ['/services/amazon-rds/', '/guide/service-categories/'])
  test(`dragging over the words of a band at ${address} marks them and opens nothing`, async ({ page }) => {
    await page.goto(address);
    const words = page.locator('.split .words .text').first();
    await words.scrollIntoViewIfNeeded();
    const box = await words.boundingBox();
    if (!box) throw new Error('the words have no box');
    await page.mouse.move(box.x + 2, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + 8, { steps: 5 });
    await page.mouse.up();
    expect(await page.evaluate(() => getSelection()?.toString().trim())).not.toBe('');
    await expect(page.locator('.split details[open]')).toHaveCount(0);
    await expect(page).toHaveURL(address);
    // A plain click lets go of the words and opens the layer.
    await words.click();
    await expect(page.locator('.split details[open]')).toHaveCount(1);
  });

test('Back finds the matrix where it was left', async ({ page }) => {
  await page.goto('/explore/');
  const row = page.locator('.matrix [data-row="amazon-opensearch-service.default"], .matrix [data-row^="amazon-opensearch"]').first();
  await row.scrollIntoViewIfNeeded();
  const region = page.locator('.matrix-content');
  const at = (): Promise<number> =>
    row.evaluate((element) =>
      Math.round(element.getBoundingClientRect().top - (element.closest('.matrix-content')?.getBoundingClientRect().top ?? 0)),
    );
  const left = await at();
  expect(await region.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(1000);
  await row.getByRole('link').click();
  await expect(page.locator('tide-service')).toBeVisible();
  await page.goBack();
  await expect.poll(async () => Math.abs((await at()) - left)).toBeLessThan(5);
});

test('fields and lists to choose from are large enough for iOS not to enlarge the page', async ({ page }) => {
  test.setTimeout(120_000);
  const small: string[] = [];
  let fields = 0;
  for (const view of views) {
    await open(page, view);
    const found = await page
      .locator('select, textarea, input:not([type="checkbox"], [type="radio"], [type="file"], [type="range"])')
      .evaluateAll((all) =>
        all.map((each) => ({ field: each.outerHTML.slice(0, 80), size: Number.parseFloat(getComputedStyle(each).fontSize) })),
      );
    fields += found.length;
    small.push(...found.filter(({ size }) => size < 16).map(({ field, size }) => `${view.address}: ${field} has ${size} px`));
  }
  expect(small).toEqual([]);
  expect(fields).toBeGreaterThan(views.length);
});
