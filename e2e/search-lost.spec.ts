// What the search says where one of its files is lost, is something else, or never comes: never that nothing was found.
import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { ask, field, pages, passages, services, test, told } from './search-page.ts';

/** Milliseconds, less than the eight seconds that a reader waits for a file at most. */
const beforeLimit = 7000;

/** Milliseconds. Two limits of eight seconds may pass, one after the other, until the dialog says what is missing. */
const afterLimits = 20_000;

/** Errors of the page that nothing caught. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

test('without the phrases the pages are found all the same', async ({ page }) => {
  await page.route('**/search/passages.json', (route) => route.abort());
  await ask(page, 'rehearse');
  await expect(pages(page).first()).toBeVisible();
  await expect(passages(page)).toHaveCount(0);
  await expect(told(page)).toContainText('Not all could be searched: the phrases of layers could not be loaded.');
});

/** Each file of the search with a query that needs it, and what is said where it holds something else. */
for (const { file, query, lost } of [
  { file: 'services', query: 'rehearse', lost: 'the list of names' },
  { file: 'answers', query: 'who patches rds', lost: 'the answers to questions' },
  { file: 'passages', query: 'rehearse', lost: 'the phrases of layers' },
  { file: 'details/*', query: 'selinux', lost: 'the phrases of layers' },
])
  test(`${file}.json that is no such file is said to be missing, and no error reaches the page`, async ({ page }) => {
    const errors = errorsOf(page);
    for (const body of ['<!doctype html><title>Sign in</title>', '{}', '[]', 'null', '{"layers":', '']) {
      await page.unrouteAll();
      await page.route(`**/search/${file}.json`, (route) => route.fulfill({ status: 200, contentType: 'application/json', body }));
      await ask(page, query);
      await expect(told(page), body).toContainText(`Not all could be searched: ${lost} could not be loaded.`, { timeout: afterLimits });
      await expect(pages(page).first(), body).toBeVisible();
    }
    expect(errors).toEqual([]);
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
  ['the entry of the index', '**/pagefind/pagefind-entry.json*'],
  ['the head of the index', '**/pagefind/*.pf_meta'],
  ['WebAssembly', '**/pagefind/wasm*'],
] as const) {
  test(`without ${what} names are found all the same, and what is missing is said`, async ({ page }) => {
    const errors = errorsOf(page);
    await page.route(pattern, (route) => route.abort());
    await ask(page, 'rds');
    await expect(services(page).first()).toContainText('Amazon RDS');
    await expect(told(page)).toContainText('Not all could be searched: the text of the pages could not be loaded.', {
      timeout: afterLimits,
    });
    expect(errors).toEqual([]);
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
  await page.unroute('**/_astro/dialog*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.keyboard.type('rds');
  await expect(services(page).first()).toContainText('Amazon RDS');
});

test('a search whose script never comes says so after the time limit', async ({ page }) => {
  await page.clock.install();
  await page.route('**/_astro/dialog*', () => undefined);
  await page.goto('/');
  await expect(page.locator('tide-search[data-live]')).toHaveCount(1);
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  const lost = page.getByText('The search could not be loaded.');
  await expect(lost).toBeHidden();
  await page.clock.runFor(9000);
  await expect(lost).toBeVisible();
});
