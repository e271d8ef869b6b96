// The search dialog by keyboard, what it remembers, and what it says where something cannot be had.
import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import type { Page, Route } from '@playwright/test';
import { ask, dialog, field, pages, passages, recent, services, test, told } from './search-page.ts';

/** Milliseconds, less than the eight seconds that a reader waits for a file at most. */
const beforeLimit = 7000;

/** Milliseconds. Two limits of eight seconds may pass, one after the other, until the dialog says what is missing. */
const afterLimits = 20_000;

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

test('without the phrases the pages are found all the same', async ({ page }) => {
  await page.route('**/search/passages.json', (route) => route.abort());
  await ask(page, 'rehearse');
  await expect(pages(page).first()).toBeVisible();
  await expect(passages(page)).toHaveCount(0);
});

test('without the answers names are found all the same, what is missing is said, and trying again answers', async ({ page }) => {
  await page.route('**/search/answers.json', (route) => route.abort());
  await ask(page, 'who patches rds');
  await expect(services(page).first()).toHaveAttribute('href', '/services/amazon-rds/?layer=os');
  await expect(told(page)).toContainText('Not all could be searched: the answers to questions could not be loaded.', {
    timeout: afterLimits,
  });
  await page.unroute('**/search/answers.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(told(page)).toHaveText(/^Amazon RDS, guest operating system: [^?]*\d+ pages$/u);
});

for (const [what, pattern] of [
  ['the index of pages', '**/pagefind/pagefind.js'],
  ['WebAssembly', '**/pagefind/wasm*'],
] as const) {
  test(`without ${what} names are found all the same, and what is missing is said`, async ({ page }) => {
    await page.route(pattern, (route) => route.abort());
    await ask(page, 'rds');
    await expect(services(page).first()).toContainText('Amazon RDS');
    await expect(told(page)).toContainText('Not all could be searched: the text of the pages could not be loaded.', {
      timeout: afterLimits,
    });
    await told(page).getByRole('link', { name: 'See all services, A to Z' }).click();
    await expect(page).toHaveURL('/services/');
  });
}

test('without the list of names pages are found all the same, and the next key tries again', async ({ page }) => {
  await page.route('**/search/services.json', (route) => route.abort());
  await ask(page, 'elasticache');
  await expect(told(page)).toContainText('Not all could be searched: the list of names could not be loaded.');
  await expect(pages(page).first()).toBeVisible();
  await page.unroute('**/search/services.json');
  await field(page).fill('elasticache ');
  await expect(services(page).first()).toContainText('Amazon ElastiCache');
});

test('a part of the index that is lost is not taken for nothing found', async ({ page }) => {
  await page.route('**/pagefind/index/**', (route) => route.abort());
  await ask(page, 'teamwork');
  await expect(told(page)).toContainText('Not all could be searched: the text of the pages could not be loaded.', { timeout: afterLimits });
  await expect(told(page)).not.toContainText('Nothing found');
  await page.unroute('**/pagefind/index/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(pages(page).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden();
});

for (const [what, pattern] of [
  ['part of the index', '**/pagefind/index/**'],
  ['page of the index', '**/pagefind/fragment/**'],
  ['head of the index', '**/pagefind/*.pf_meta'],
] as const) {
  for (const [how, body] of [
    ['a page of a proxy', '<!doctype html><title>Sign in</title>'],
    ['nothing', ''],
    ['something else that is packed', gzipSync('something else')],
  ] as const) {
    test(`${how} in the place of a ${what}, with status 200, is not taken for nothing found`, async ({ page }) => {
      await page.route(pattern, (route) =>
        route.fulfill({ status: 200, contentType: 'application/octet-stream', body: Buffer.from(body) }),
      );
      await ask(page, 'teamwork');
      await expect(told(page)).toContainText('Not all could be searched: the text of the pages could not be loaded.', {
        timeout: afterLimits,
      });
      await expect(told(page)).not.toContainText('Nothing found');
      await page.unroute(pattern);
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(pages(page).first()).toBeVisible();
    });
  }
}

test('names that do not come hold up no pages', async ({ page }) => {
  await page.clock.install();
  // Never answered, and refused when they are asked for again. Six seconds pass until the pages are asked for without them.
  let asked = 0;
  await page.route('**/search/services.json', (route) => {
    asked += 1;
    return asked === 1 ? page.clock.runFor(beforeLimit) : route.abort();
  });
  await ask(page, 'rehearse');
  await expect(pages(page).first()).toBeVisible();
  await expect(told(page)).toContainText('Not all could be searched: the list of names', { timeout: afterLimits });
  await expect(pages(page).first()).toBeVisible();
});

test('a line that comes back is enough: the next key loads the index again', async ({ page }) => {
  await page.route('**/pagefind/pagefind-entry.json*', (route) => route.abort());
  await ask(page, 'retention');
  await expect(told(page)).toContainText('could not be loaded', { timeout: afterLimits });
  await page.unroute('**/pagefind/pagefind-entry.json*');
  await field(page).fill('retention period');
  await expect(pages(page).first()).toBeVisible();
});

test('where not even the search can be loaded the list is offered', async ({ page }) => {
  await page.route('**/_astro/dialog*', (route) => route.abort());
  await page.goto('/');
  await page.keyboard.press('Control+k');
  await expect(told(page)).toContainText('The search could not be loaded.');
  await expect(told(page).getByRole('link', { name: 'See all services, A to Z' })).toHaveAttribute('href', '/services/');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
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
