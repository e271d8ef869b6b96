// What the search finds, and where that leads.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { builtServices } from '../scripts/built.ts';
import { origin } from '../scripts/serve.ts';
import { ask, field, filter, openFilters, pages, passages, services, test, told } from './search-page.ts';

const lines = (name: string): string[] =>
  readFileSync(path.join(import.meta.dirname, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

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
  await openFilters(page);
  const countsOf = (): Promise<string[]> => page.locator('select[data-filter] option[data-name]').allTextContents();
  await expect.poll(async () => (await countsOf()).every((text) => /\(\d+\)$/u.test(text))).toBe(true);
  const unfiltered = await countsOf();
  const choice = (key: string, value: string): Locator => filter(page, key).locator(`option[value="${value}"]`);
  const left = async (key: string, value: string): Promise<number> => {
    await expect(choice(key, value)).toHaveText(/\(\d+\)/u);
    return Number(/\((\d+)\)/u.exec((await choice(key, value).textContent()) ?? '')?.[1]);
  };
  for (const [key, value] of [
    ['category', 'Managed'],
    ['area', 'Storage'],
    ['kind', 'Guide'],
  ] as const) {
    const expected = await left(key, value);
    expect(expected, value).toBeGreaterThan(0);
    expect(expected, value).toBeLessThan(all);
    await filter(page, key).selectOption(value);
    await expect(told(page)).toHaveText(new RegExp(`\\b${expected} pages?$`, 'u'));
    await filter(page, key).selectOption('');
    await expect(told(page)).toHaveText(new RegExp(`\\b${all} pages$`, 'u'));
    // The counts come after the results, and the next one read must not be of this filter.
    await expect.poll(countsOf).toEqual(unfiltered);
  }
  await filter(page, 'area').selectOption('Storage');
  await filter(page, 'category').selectOption('Managed');
  const kinds = async (): Promise<{ some: boolean; others: string[] }> => {
    const texts = await pages(page).locator('small').allTextContents();
    return { some: texts.length > 0, others: texts.filter((kind) => !/Managed.*Storage/u.test(kind)) };
  };
  await expect.poll(kinds).toEqual({ some: true, others: [] });
});

test('a part of a page leads to its heading', async ({ page }) => {
  await ask(page, 'managed category guide step between');
  // All pages are there once they are counted.
  await expect(told(page)).toHaveText(/\d+ pages?$/u);
  const part = page.locator('[data-found="pages"] a.sub').first();
  await expect(part).toBeVisible();
  await expect(part).toHaveAttribute('href', /#[\w-]+$/u);
  const href = (await part.getAttribute('href')) ?? '';
  await part.click();
  await expect(page.locator(`[id="${href.split('#')[1] ?? ''}"]`)).toBeInViewport();
});

test('a phrase of a layer leads to that layer opened, and words of the course to their section', async ({ page }) => {
  await ask(page, 'rehearse restore');
  const first = passages(page).first();
  await expect(first).toContainText('rehearse');
  await expect(first).toHaveAttribute('href', /^\/services\/[a-z0-9-]+\/\?(?:option=[a-z0-9-]+&)?layer=backup$/u);
  await first.click();
  await expect(page.locator('.split details[open] .panel')).toBeVisible();
  await ask(page, 'controls inherit share');
  await expect(services(page).first()).toHaveAttribute('href', /^\/guide\/controls\//u);
});

test('passages of pages stand below the services', async ({ page }) => {
  await ask(page, 'retention');
  await expect(pages(page).first()).toBeVisible();
  await expect(pages(page).first().locator('mark').first()).not.toBeEmpty();
});

/** Addresses that each query finds among services, in order. */
function find(page: Page, queries: readonly string[]): Promise<string[][]> {
  return page.evaluate(async (all) => {
    const input = document.querySelector<HTMLInputElement>('tide-search input[name="q"]');
    const status = document.querySelector('.found-told');
    if (!input || !status) throw new Error('no search dialog');
    const type = (query: string): void => {
      input.value = query;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const until = (empty: boolean): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if ((status.textContent.trim() === '') !== empty) return;
          observer.disconnect();
          resolve();
        };
        const observer = new MutationObserver(look);
        observer.observe(status, { childList: true, characterData: true, subtree: true });
        look();
      });
    const answers: string[][] = [];
    for (const query of all) {
      // The status is empty for an empty query, and else tells of services as soon as they are listed, or that there are none.
      type('');
      await until(true);
      type(query);
      await until(false);
      answers.push([...document.querySelectorAll('.answer h2 a, [data-found="best"] a')].map((link) => link.getAttribute('href') ?? ''));
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
    const [way = '', layer] = meant.split(' ? ');
    const [id = '', option] = way.split('.');
    const asked = [...(option === undefined ? [] : [`option=${option}`]), ...(layer === undefined ? [] : [`layer=${layer}`])];
    return { query, href: `/services/${id}/${asked.length === 0 ? '' : `?${asked.join('&')}`}` };
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
  expect(wanted.filter(({ url }, index) => answers[index]?.[0]?.split('?')[0] !== url)).toEqual([]);
});

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

test('words that stand in one way to run a service lead there, in every group', async ({ page }) => {
  await ask(page, 'fargateTaskRetirementWaitPeriod');
  const href = '/services/amazon-ecs/?option=fargate&layer=os';
  await expect(passages(page).first()).toHaveAttribute('href', href);
  await page.locator(`[data-found="pages"] a[href="${href}"]`).click();
  await expect(page.locator('[data-layer="os"] details[open] .detail')).toContainText('fargateTaskRetirementWaitPeriod');
});

test('a question about a way to run a service leads there from the address of a search, too', async ({ page }) => {
  await page.goto('/search/?q=who+patches+the+os+on+RDS+Custom+for+Oracle');
  await expect(services(page).first()).toHaveAttribute('href', '/services/amazon-rds/?option=rds-custom-oracle&layer=os');
  await expect(services(page).first()).toContainText('Amazon RDS, RDS Custom for Oracle: Guest operating system');
});
