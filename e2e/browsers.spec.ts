// What must hold in each browser that the site promises, the oldest included: colours, one open layer, the menu, sorting, paper.
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

/** Colours of tokens.css, as browsers say them: paper and AWS's part. */
const schemes = {
  light: { paper: 'rgb(253, 252, 250)', aws: 'rgb(27, 74, 128)' },
  dark: { paper: 'rgb(18, 22, 28)', aws: 'rgb(35, 79, 134)' },
} as const;

/** Errors of the page, one a line. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => {
    errors.push(error.message);
  });
  return errors;
}

const addresses = [
  '/',
  '/explore/',
  '/compare/',
  '/services/amazon-eks/',
  '/guide/service-categories/',
  '/defaults/',
  '/controls/',
  '/stack/?services=amazon-s3,amazon-ec2',
  '/poster/',
  '/questions/',
  '/guide/compute/',
  '/guide/final-check/',
  '/search/?q=who+patches+rds',
  '/embed/amazon-eks/',
];

for (const address of addresses)
  test(`${address} runs without an error`, async ({ page }) => {
    const errors = errorsOf(page);
    await page.goto(address, { waitUntil: 'load' });
    await expect(page.locator('html[data-pending]')).toHaveCount(0);
    await expect(page.locator('[data-lost]:visible')).toHaveCount(0);
    expect(errors).toEqual([]);
  });

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`in the ${scheme} scheme`, () => {
    test.use({ colorScheme: scheme });

    test('bands, words and paper have their colours', async ({ page }) => {
      for (const address of ['/services/amazon-eks/', '/embed/amazon-eks/']) {
        await page.goto(address);
        await expect(page.locator('body')).toHaveCSS('background-color', schemes[scheme].paper);
        const band = page.locator('.band[data-kind="words"][data-party="aws"]').first();
        await expect(band.locator('.part.aws')).toHaveCSS('fill', schemes[scheme].aws);
        await expect(band.locator('.words.aws')).not.toHaveCSS('color', schemes[scheme].aws);
      }
    });
  });
}

test('the theme switch turns the colours', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/services/amazon-eks/');
  await page.locator('tide-theme button').filter({ visible: true }).click();
  await expect(page.locator('body')).toHaveCSS('background-color', schemes.dark.paper);
});

for (const address of ['/explore/', '/services/amazon-eks/', '/guide/of-and-in-the-cloud/'])
  test(`${address} has one layer open at a time`, async ({ page }) => {
    await page.goto(address);
    const layers = page.locator('.split').first().locator('details');
    for (const at of [0, 3, 5]) {
      await layers.nth(at).locator('summary').click();
      await expect(layers.nth(at)).toHaveAttribute('open', '');
      await expect(page.locator('.split').first().locator('details[open]')).toHaveCount(1);
    }
  });

test('the matrix is sorted both ways', async ({ page }) => {
  const errors = errorsOf(page);
  const names = page.locator('.matrix tbody tr:visible th');
  await page.goto('/explore/');
  await expect(page.locator('.matrix thead button').first()).toBeEnabled();
  const services = await names.allTextContents();
  await page.goto('/explore/?sort=-name');
  const heads = page.locator('.matrix thead th');
  await expect(heads.first()).toHaveAttribute('aria-sort', 'descending');
  await expect(names.first()).not.toHaveText(services[0] ?? '');
  const reversed = await names.allTextContents();
  expect(reversed).not.toEqual(services);
  expect([...reversed].sort()).toEqual([...services].sort());
  await heads.first().getByRole('button').click();
  await expect(names.first()).toHaveText(services[0] ?? '');
  expect(errors).toEqual([]);
});

test('the head of the names in the matrix stands right above them', async ({ page }) => {
  await page.goto('/explore/');
  const head = page.locator('.matrix thead th').first();
  const below = (element: Element): number => element.getBoundingClientRect().bottom;
  expect((await head.evaluate(below)) - (await head.getByRole('button').evaluate(below))).toBeLessThan(4);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test('the menu of the guide opens, covers nothing while it is closed, and closes', async ({ page }) => {
    await page.goto('/guide/service-categories/');
    const pane = page.locator('#starlight__sidebar');
    await expect(pane).toBeHidden();
    const menu = page.getByRole('button', { name: 'Menu' });
    await menu.click();
    await expect(pane).toBeVisible();
    await expect(pane.getByRole('link').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(pane).toBeHidden();
    await menu.click();
    await pane.getByRole('link').nth(2).click();
    await expect(page).not.toHaveURL('/guide/service-categories/');
    await expect(pane).toBeHidden();
  });
});

test('lists unfold on paper and fold again', async ({ page }) => {
  await page.goto('/services/amazon-eks/');
  const lists = page.locator('details[data-part] .duties li');
  const folded = page.locator('details[data-part]:not([open])');
  const count = await folded.count();
  expect(count).toBeGreaterThan(1);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(lists.filter({ visible: false })).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(folded).toHaveCount(count);
  await expect(page.locator('.split details[open]')).toHaveCount(0);
  await expect(page).toHaveURL('/services/amazon-eks/');
});

test('an answer is judged and kept', async ({ page }) => {
  await page.goto('/guide/why-shared/');
  const check = page.locator('tide-check[data-check="why-not-alone"]');
  await check.getByRole('radio').first().check();
  await check.getByRole('button').click();
  await expect(check.locator('.check-told')).toContainText('Correct.');
  await page.goto('/guide/progress/');
  await expect(page.locator('[data-row="why-shared"] [data-right]')).toContainText('1 of');
});

test('a service is found', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search services and the guide' }).fill('rds');
  await expect(page.locator('[data-found="best"] a').first()).toContainText('RDS');
});
