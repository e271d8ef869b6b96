// The search dialog by keyboard, what it remembers, and queries that nobody should type.
import { expect } from '@playwright/test';
import type { Page, Route } from '@playwright/test';
import { ask, dialog, field, pages, recent, services, test, told } from './search-page.ts';

for (const [how, open] of [
  ['Ctrl+K', (page: Page) => page.keyboard.press('Control+k')],
  ['Command+K', (page: Page) => page.keyboard.press('Meta+k')],
  ['a slash', (page: Page) => page.keyboard.press('/')],
  ['its button', (page: Page) => page.getByRole('button', { name: 'Search', exact: true }).first().click()],
  [
    'Space on its button',
    async (page: Page) => {
      await page.getByRole('button', { name: 'Search', exact: true }).first().focus();
      await page.keyboard.press('Space');
    },
  ],
] as const) {
  test(`${how} opens the dialog, Escape closes it`, async ({ page }) => {
    await page.goto('/services/amazon-s3/');
    await open(page);
    await expect(dialog(page)).toBeVisible();
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await expect(page).toHaveURL('/services/amazon-s3/');
  });
}

for (const [how, lose] of [
  ['is lost', (route: Route) => route.abort()],
  ['hangs', () => Promise.resolve()],
] as const) {
  test(`results can be read and opened where their style sheet ${how}`, async ({ page }) => {
    await page.route(/\/_astro\/results\.[^/]*\.css$/u, lose);
    await page.goto('/guide/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('dynamodb');
    await services(page).first().click();
    await expect(page).toHaveURL('/services/amazon-dynamodb/');
  });
}

test('results have their looks once they are there', async ({ page }) => {
  await page.goto('/guide/');
  expect(await page.evaluate(() => document.querySelector<HTMLLinkElement>('tide-search link')?.sheet)).toBeNull();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('dynamodb');
  await expect(services(page).first()).toHaveCSS('display', 'block');
});

test('arrows choose, the focus stays in the field, Enter goes there', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('aurora');
  await expect(services(page).first()).toContainText('Amazon Aurora');
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
  await expect(field(page)).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const second = services(page).nth(1);
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await second.getAttribute('id')) ?? '');
  await expect(field(page)).toBeFocused();
  // The pages have come meanwhile; the choice stays.
  await expect(pages(page).first()).toBeVisible();
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(services(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/services/amazon-aurora/');
});

test('Ctrl+Enter opens in a new tab, and the dialog stays', async ({ page, context }) => {
  await ask(page, 'rds');
  await expect(services(page).first()).toContainText('Amazon RDS');
  const coming = context.waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  await expect(await coming).toHaveURL('/services/amazon-rds/');
  await expect(dialog(page)).toBeVisible();
});

test('what was opened is offered again, in this browser only, until it is forgotten', async ({ page }) => {
  await ask(page, 'aurora');
  await expect(services(page).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/services/amazon-aurora/');
  await ask(page, 'who patches rds');
  await expect(services(page).first()).toBeVisible();
  await services(page).first().click();
  await expect(page).toHaveURL('/services/amazon-rds/?layer=os');
  await page.goto('/guide/');
  await page.keyboard.press('Control+k');
  await expect(recent(page)).toHaveText([/^Amazon RDS: Guest operating system/u, /^Amazon Aurora/u]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/services/amazon-rds/?layer=os');
  await page.waitForLoadState();
  await page.keyboard.press('Control+k');
  await page.getByRole('button', { name: 'Forget what I opened' }).click();
  await expect(recent(page)).toHaveCount(0);
  await page.reload();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await expect(recent(page)).toHaveCount(0);
});

test('nothing foreign in the storage becomes a link', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => {
    const foreign = ['https://example.com/', '//example.com/', 'javascript:alert(1)'].map((href) => ({ href, title: 'Here' }));
    localStorage.setItem('tideline-recent', JSON.stringify([...foreign, 7, null, { href: '/services/amazon-s3/', title: 'Amazon S3' }]));
  });
  await page.keyboard.press('Control+k');
  await expect(recent(page)).toHaveText(['Amazon S3']);
  await page.evaluate(() => {
    localStorage.setItem('tideline-recent', '{');
  });
  await page.reload();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await expect(recent(page)).toHaveCount(0);
});

test('offline after load, names go on to be found', async ({ page, context }) => {
  await ask(page, 'rds');
  await expect(services(page).first()).toContainText('Amazon RDS');
  await context.setOffline(true);
  await field(page).fill('lamda');
  await expect(services(page).first()).toContainText('AWS Lambda');
  await context.setOffline(false);
});

for (const [what, query] of [
  ['two thousand characters', 'rds '.repeat(500)],
  ['markup', '<img src=x onerror=alert(1)><script>document.title="hit"</script>'],
  ['Chinese', '数据库加密'],
  ['Arabic', 'قاعدة البيانات'],
] as const) {
  test(`${what} in a query break nothing`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('dialog', () => errors.push('a dialog opened'));
    await ask(page, query);
    await expect(told(page)).toHaveText(/Nothing found|\d+ (?:match|page)/u);
    await expect(dialog(page).locator('img, script')).toHaveCount(0);
    expect(await page.title()).not.toBe('hit');
    await field(page).fill('s3');
    await expect(services(page).first()).toContainText('Amazon S3');
    expect(errors).toEqual([]);
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the button leads to the list of services, and the address of a search to lists', async ({ page }) => {
    await page.goto('/');
    await page.locator('tide-search [data-open]').click();
    await expect(page).toHaveURL('/services/');
    await page.goto('/search/?q=rds');
    await expect(page.getByRole('main').getByRole('link', { name: 'All services, A to Z' })).toBeVisible();
  });
});
