// The search dialog: how it opens, what it finds first, and what it says where an index cannot be had.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { builtServices } from '../scripts/built.ts';
import { origin } from '../scripts/serve.ts';

// What the page itself says of a failure belongs to the report of it.
const said: string[] = [];
test.beforeEach(({ page }) => {
  said.length = 0;
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('requestfailed', (request) => said.push(`${request.url()} ${request.failure()?.errorText ?? ''}`));
  page.on('crash', () => said.push('the page crashed'));
});
// The first parameter must be a pattern for Playwright to read.

test.afterEach(({}, info) => {
  if (info.status !== info.expectedStatus) process.stdout.write(`${info.title}, the page said: ${said.join(' | ')}\n`);
});

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Search' });
const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Search services and the guide' });
const told = (page: Page): Locator => page.locator('.found-told');
const services = (page: Page): Locator => page.locator('[data-found="services"] a');
const pages = (page: Page): Locator => page.locator('[data-found="pages"] a');
const lines = (name: string): string[] =>
  readFileSync(path.join(import.meta.dirname, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

async function ask(page: Page, query: string, address = '/'): Promise<void> {
  await page.goto(address);
  await page.keyboard.press('Control+k');
  await field(page).fill(query);
}

for (const [how, open] of [
  ['Ctrl+K', (page: Page) => page.keyboard.press('Control+k')],
  ['Command+K', (page: Page) => page.keyboard.press('Meta+k')],
  ['its button', (page: Page) => page.locator('tide-search [data-open]').click()],
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

test('a question leads to the layer, opened', async ({ page }) => {
  await ask(page, 'who patches the os on rds');
  await expect(services(page).first()).toContainText('Amazon RDS: Guest operating system');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/services/amazon-rds/?layer=os');
  await expect(page.locator('.split [data-layer="os"] .panel')).toBeVisible();
});

test('nothing found is said, with the nearest names and a way on', async ({ page }) => {
  await ask(page, 'xqzzzvw');
  await expect(told(page)).toContainText('Nothing found');
  await expect(told(page).getByRole('link', { name: 'See all services, A to Z' })).toHaveAttribute('href', '/services/');
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
  await field(page).fill('cpgnittooo');
  await expect(told(page).getByRole('link', { name: 'Amazon Cognito' })).toHaveAttribute('href', '/services/amazon-cognito/');
});

test('category, area and kind narrow the pages, with a count beside each choice', async ({ page }) => {
  await ask(page, 'encryption');
  await expect(told(page)).toHaveText(/\d+ pages$/u);
  const count = async (): Promise<number> => Number(/(\d+) pages?/u.exec((await told(page).textContent()) ?? '')?.[1]);
  const all = await count();
  const left = async (filter: string, value: string): Promise<number> => {
    await expect(page.locator(`select[data-filter="${filter}"] option[value="${value}"]`)).toHaveText(/\(\d+\)/u);
    const text = (await page.locator(`select[data-filter="${filter}"] option[value="${value}"]`).textContent()) ?? '';
    return Number(/\((\d+)\)/u.exec(text)?.[1]);
  };
  for (const [filter, value] of [
    ['category', 'Managed'],
    ['area', 'Storage'],
    ['kind', 'Guide'],
  ] as const) {
    const expected = await left(filter, value);
    expect(expected, value).toBeGreaterThan(0);
    expect(expected, value).toBeLessThan(all);
    await page.locator(`select[data-filter="${filter}"]`).selectOption(value);
    await expect(told(page)).toHaveText(new RegExp(`\\b${expected} pages?$`, 'u'));
    await page.locator(`select[data-filter="${filter}"]`).selectOption('');
    await expect(told(page)).toHaveText(new RegExp(`\\b${all} pages$`, 'u'));
  }
  await page.locator('select[data-filter="area"]').selectOption('Storage');
  await page.locator('select[data-filter="category"]').selectOption('Managed');
  const others = async (): Promise<string[]> =>
    (await pages(page).locator('small').allTextContents()).filter((kind) => !/Managed.*Storage/u.test(kind));
  await expect.poll(others).toEqual([]);
  expect(await pages(page).locator('small').count()).toBeGreaterThan(0);
});

test('a part of a page leads to its heading', async ({ page }) => {
  await ask(page, 'managed category guide step between');
  const part = page.locator('[data-found="pages"] a.sub').first();
  await expect(part).toBeVisible();
  const href = (await part.getAttribute('href')) ?? '';
  expect(href).toMatch(/#[\w-]+$/u);
  await part.click();
  await expect(page.locator(`[id="${href.split('#')[1] ?? ''}"]`)).toBeInViewport();
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
  const recent = page.locator('[data-found="recent"] a');
  await expect(recent).toHaveText([/^Amazon RDS: Guest operating system/u, /^Amazon Aurora/u]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/services/amazon-rds/?layer=os');
  await page.waitForLoadState();
  await page.keyboard.press('Control+k');
  await page.getByRole('button', { name: 'Forget what I opened' }).click();
  await expect(recent).toHaveCount(0);
  await page.reload();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await expect(recent).toHaveCount(0);
});

test('nothing foreign in the storage becomes a link', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => {
    const foreign = ['https://example.com/', '//example.com/', 'javascript:alert(1)'].map((href) => ({ href, title: 'Here' }));
    localStorage.setItem('tideline-recent', JSON.stringify([...foreign, 7, null, { href: '/services/amazon-s3/', title: 'Amazon S3' }]));
  });
  await page.keyboard.press('Control+k');
  await expect(page.locator('[data-found="recent"] a')).toHaveText(['Amazon S3']);
  await page.evaluate(() => {
    localStorage.setItem('tideline-recent', '{');
  });
  await page.reload();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await expect(page.locator('[data-found="recent"] a')).toHaveCount(0);
});

/** Addresses that each query finds among services, in order. */
function find(page: Page, queries: readonly string[]): Promise<string[][]> {
  return page.evaluate(async (all) => {
    const input = document.querySelector<HTMLInputElement>('tide-search input[name="q"]');
    if (!input) throw new Error('no search dialog');
    const answers: string[][] = [];
    for (const query of all) {
      input.value = query;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      // The names are loaded: the answer needs no more than a turn.
      await new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
      answers.push([...document.querySelectorAll('[data-found="services"] a')].map((link) => link.getAttribute('href') ?? ''));
    }
    return answers;
  }, queries);
}

async function openLoaded(page: Page): Promise<void> {
  // Names alone: they answer without the text of pages.
  await page.route('**/pagefind/**', (route) => route.abort());
  await ask(page, 'rds');
  await expect(services(page).first()).toBeVisible();
}

test('what people type finds what they mean: first in 97 %, among three in 99 %', async ({ page }) => {
  test.setTimeout(120_000);
  await openLoaded(page);
  const cases = lines('queries.txt').map((line) => {
    const [query = '', meant = ''] = line.split(' = ');
    const [id = '', layer] = meant.split(' ? ');
    return { query, href: `/services/${id}/${layer === undefined ? '' : `?layer=${layer}`}` };
  });
  expect(cases.length).toBeGreaterThanOrEqual(300);
  const answers = await find(
    page,
    cases.map(({ query }) => query),
  );
  const misses = cases.flatMap(({ query, href }, index) => {
    const rank = (answers[index] ?? []).indexOf(href);
    return rank === 0 ? [] : [{ query, rank, text: `"${query}": ${answers[index]?.slice(0, 3).join(', ') ?? ''}, not ${href}` }];
  });
  const first = 1 - misses.length / cases.length;
  const three = 1 - misses.filter(({ rank }) => rank < 0 || rank > 2).length / cases.length;
  process.stdout.write(`${cases.length} queries: first ${(100 * first).toFixed(1)} %, among three ${(100 * three).toFixed(1)} %\n`);
  for (const { text } of misses) process.stdout.write(`${text}\n`);
  expect(first).toBeGreaterThanOrEqual(0.97);
  expect(three).toBeGreaterThanOrEqual(0.99);
});

test('nonsense finds no service', async ({ page }) => {
  await openLoaded(page);
  const words = lines('nonsense.txt');
  expect(words.length).toBeGreaterThanOrEqual(30);
  const answers = await find(page, words);
  expect(words.filter((_, index) => (answers[index]?.length ?? 0) > 0)).toEqual([]);
});

test('name, short name, abbreviations and former names find their service first', async ({ page }) => {
  test.setTimeout(120_000);
  await openLoaded(page);
  const wanted = builtServices().flatMap((service) => {
    const abbreviations = service.aliases.filter((alias) => /^[A-Z0-9]{1,6}$/u.test(alias));
    return [...new Set([service.name, service.short, ...abbreviations, ...service.formerly])].map((query) => ({ query, url: service.url }));
  });
  const answers = await find(
    page,
    wanted.map(({ query }) => query),
  );
  expect(wanted.filter(({ url }, index) => answers[index]?.[0] !== url)).toEqual([]);
});

test('a phrase of a layer leads to that layer opened, and a heading to its section', async ({ page }) => {
  await ask(page, 'rehearse restore');
  const passages = page.locator('[data-found="passages"] a');
  await expect(passages.first()).toContainText('rehearse');
  expect(await passages.first().getAttribute('href')).toMatch(/^\/services\/[a-z0-9-]+\/\?(?:option=[a-z0-9-]+&)?layer=backup$/u);
  await passages.first().click();
  await expect(page.locator('.split details[open] .panel')).toBeVisible();
  await ask(page, 'controls inherit share');
  await expect(passages.first()).toHaveAttribute('href', /^\/guide\/controls\//u);
  await page.locator('select[data-filter="kind"]').selectOption('Service');
  await expect(page.locator('[data-found="passages"] a[href^="/guide/"]')).toHaveCount(0);
});

test('without the phrases the pages are found all the same', async ({ page }) => {
  await page.route('**/search/passages.json', (route) => route.abort());
  await ask(page, 'rehearse');
  await expect(pages(page).first()).toBeVisible();
  await expect(page.locator('[data-found="passages"] a')).toHaveCount(0);
});

test('passages of pages stand below the services', async ({ page }) => {
  await ask(page, 'retention');
  await expect(pages(page).first()).toBeVisible();
  await expect(pages(page).first().locator('mark').first()).not.toBeEmpty();
});

for (const [what, pattern] of [
  ['the index of pages', '**/pagefind/pagefind.js'],
  ['WebAssembly', '**/pagefind/wasm*'],
] as const) {
  test(`without ${what} names are found all the same, and what is missing is said`, async ({ page }) => {
    await page.route(pattern, (route) => route.abort());
    await ask(page, 'rds');
    await expect(services(page).first()).toContainText('Amazon RDS');
    await expect(told(page)).toContainText('only names were searched', { timeout: 12_000 });
    await told(page).getByRole('link', { name: 'See all services, A to Z' }).click();
    await expect(page).toHaveURL('/services/');
  });
}

test('without the list of names pages are found all the same, and the next key tries again', async ({ page }) => {
  await page.route('**/search/services.json', (route) => route.abort());
  await ask(page, 'elasticache');
  await expect(told(page)).toContainText('The list of names could not be loaded.');
  await expect(pages(page).first()).toBeVisible();
  await page.unroute('**/search/services.json');
  await field(page).fill('elasticache ');
  await expect(services(page).first()).toContainText('Amazon ElastiCache');
});

test('a line that comes back is enough: the next key loads the index again', async ({ page }) => {
  await page.route('**/pagefind/pagefind-entry.json*', (route) => route.abort());
  await ask(page, 'retention');
  await expect(told(page)).toContainText('could not be loaded', { timeout: 12_000 });
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
    await expect(told(page)).toHaveText(/Nothing found|\d+ (?:service|page)/u);
    await expect(dialog(page).locator('img, script')).toHaveCount(0);
    expect(await page.title()).not.toBe('hit');
    await field(page).fill('s3');
    await expect(services(page).first()).toContainText('Amazon S3');
    expect(errors).toEqual([]);
  });
}

test('a search has an address: it is read, and follows what is typed', async ({ page }) => {
  await page.goto('/search/?q=lamda');
  await expect(services(page).first()).toContainText('AWS Lambda');
  await field(page).fill('who patches rds');
  await expect(page).toHaveURL('/search/?q=who+patches+rds');
  await page.reload();
  await expect(field(page)).toHaveValue('who patches rds');
  await expect(services(page).first()).toContainText('Amazon RDS: Guest operating system');
});

test('browsers are told how to search here', async ({ page, request }) => {
  await page.goto('/');
  const href = (await page.locator('link[rel="search"]').getAttribute('href')) ?? '';
  const answer = await request.get(href);
  expect(answer.status()).toBe(200);
  const template = await page.evaluate(
    (text) => {
      const parsed = new DOMParser().parseFromString(text, 'text/xml');
      return parsed.querySelector('parsererror')?.textContent ?? parsed.querySelector('Url')?.getAttribute('template') ?? '';
    },
    await answer.text(),
  );
  const { pathname, search } = new URL(template.replace('{searchTerms}', 'aurora'));
  await page.goto(`${origin}${pathname}${search}`);
  await expect(services(page).first()).toContainText('Amazon Aurora');
});

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
