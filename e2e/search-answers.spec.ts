// The answer card of the search: what it says, where it leads, and how it is reached.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { builtFile } from '../scripts/built.ts';
import { ask, card, dialog, field, pages, passages, test, told, uncovered } from './search-page.ts';

const shared = z.object({ you: z.string(), aws: z.string(), sources: z.array(z.string()) });
const sqs = z.object({ options: z.tuple([z.object({ split: z.object({ 'server-encryption': shared }) })]).rest(z.unknown()) });

const title = (page: Page): Locator => card(page).getByRole('heading', { level: 2 });

/** Waits until nothing of the card is on its way. */
async function loaded(page: Page): Promise<void> {
  await expect(card(page)).toBeVisible();
  await expect(card(page).locator('[aria-busy]')).toHaveCount(0);
}

for (const { q, of, leads, says } of [
  {
    q: 'are RDS backups on by default',
    of: 'Amazon RDS: Backup and recovery',
    leads: '/services/amazon-rds/?layer=backup',
    says: [/Shared/u, /Done/u, /Automated backups .+ are on from the start/u],
  },
  {
    q: 'dynamodb pitr disabled by default',
    of: 'Amazon DynamoDB: Backup and recovery',
    leads: '/services/amazon-dynamodb/?layer=backup',
    says: [/Not until you ask/u],
  },
  {
    q: 'who patches eks auto mode',
    of: 'Amazon EKS, Auto Mode: Guest operating system',
    leads: '/services/amazon-eks/?option=auto-mode&layer=os',
    says: [/Shared/u, /Done/u],
  },
  {
    q: 'who patches eks',
    of: 'Amazon EKS: Guest operating system',
    leads: '/services/amazon-eks/?layer=os',
    says: [/depends on how you run it/u, /Managed node groups/u, /Not until you ask/u, /Fargate/u],
  },
  { q: 'who guards the data centre of s3', of: 'Amazon S3: Facilities', leads: '/services/amazon-s3/?layer=facilities', says: [/AWS/u] },
  {
    q: 'which services are open by default',
    of: 'Open until you close it',
    leads: '/defaults/?default=open',
    says: [/\d+ of \d+ services/u, /See all \d+/u],
  },
  {
    q: 'where do i patch the os',
    of: 'Guest operating system: yours alone',
    leads: '/explore/?layer=os&party=customer&count=ways',
    says: [/\d+ of \d+ services/u],
  },
  {
    q: 'rds vs database on ec2',
    of: 'Amazon RDS against Amazon EC2',
    leads: '/compare/?services=amazon-rds,amazon-ec2',
    says: [/differs in \d+ of 14 layers/u],
  },
  { q: 'is patch management a shared control', of: undefined, leads: undefined, says: [/./u] },
  {
    q: 'hypervisor',
    of: 'Hypervisor',
    leads: '/guide/glossary/#hypervisor',
    says: [/software/u],
  },
] as const) {
  test(`"${q}" is answered${of === undefined ? '' : ` by ${of}`}`, async ({ page }) => {
    await ask(page, q);
    await loaded(page);
    for (const words of says) await expect(card(page)).toContainText(words);
    if (of === undefined) {
      await expect(title(page).getByRole('link')).toHaveAttribute('href', /^\/(?:guide|questions)\//u);
      return;
    }
    await expect(title(page)).toHaveText(of);
    await expect(title(page).getByRole('link')).toHaveAttribute('href', leads);
  });
}

test('the card of a layer says what its cell says, with links to the pages of AWS that say so', async ({ page }) => {
  const cell = sqs.parse(JSON.parse(builtFile('data/v1/services/amazon-sqs.json'))).options[0].split['server-encryption'];
  await ask(page, 'are sqs messages encrypted at rest');
  await loaded(page);
  for (const text of [cell.you, cell.aws]) await expect(card(page).getByRole('definition').filter({ hasText: text })).toHaveCount(1);
  await expect(card(page).locator('a.outside')).toHaveCount(Math.min(3, cell.sources.length));
  await expect(card(page).locator('a.outside').first()).toHaveAttribute('href', cell.sources[0] ?? '');
  await expect(told(page)).toHaveText(/^Amazon SQS, encryption at rest: shared/u);
});

test('what has no record is said to have none, with a page of AWS and a way to ask, and nothing in its place', async ({ page }) => {
  const { word, name, security } = uncovered();
  await ask(page, word);
  await expect(title(page)).toHaveText(`${name} is not covered yet`);
  await expect(title(page).getByRole('link')).toHaveCount(0);
  await expect(card(page).getByRole('link').first()).toHaveAttribute('href', security);
  await expect(card(page).getByRole('link', { name: /^Ask for/u })).toHaveAttribute(
    'href',
    new RegExp(`/issues/new\\?title=${encodeURIComponent(`Cover ${name}`)}$`, 'u'),
  );
  await expect(told(page)).toContainText('not covered yet');
  for (const found of [passages(page), pages(page), page.locator('[data-found="best"] a')]) await expect(found).toHaveCount(0);
});

test('nonsense is answered with nothing, and no page is shown that has none of its words', async ({ page }) => {
  for (const words of ['qwertzuiop', 'kjhgfdsa', 'purple monkey dishwasher', 'vexomatic']) {
    await ask(page, words);
    await expect(told(page)).toContainText('Nothing found');
    await expect(card(page)).toBeHidden();
    await expect(page.locator('.found a')).toHaveCount(0);
  }
});

test('without a good answer that is said, and the pages that have the words stand below', async ({ page }) => {
  await ask(page, 'teamwork');
  await expect(told(page)).toHaveText(/^No answer found\. The words are in (?:\d+ layers? and )?\d+ pages?$/u);
  await expect(card(page)).toBeHidden();
  await expect(pages(page).first()).toBeVisible();
});

test('Enter opens the answer, and its links follow the field by Tab', async ({ page }) => {
  await ask(page, 'is traffic to efs encrypted');
  await loaded(page);
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(title(page).getByRole('link')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(card(page).locator('a.outside').first()).toBeFocused();
  await field(page).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/services/amazon-efs/?layer=traffic');
});

for (const size of [
  { width: 1280, height: 720 },
  { width: 360, height: 740 },
])
  test(`whoever comes from an answer at ${size.width} px has its layer in sight and in focus, and its panel`, async ({ page }) => {
    await page.setViewportSize(size);
    await ask(page, 'who patches rds');
    await title(page).getByRole('link').click();
    await expect(page).toHaveURL('/services/amazon-rds/?layer=os');
    const layer = page.locator('.split [data-layer="os"]');
    await expect(layer.locator('summary')).toBeFocused();
    await expect(layer.locator('summary')).toBeInViewport();
    const top = async (): Promise<number> =>
      layer.evaluate((element) => {
        const tops = [...element.querySelectorAll('summary, .panel')].map((each) => each.getBoundingClientRect().top);
        return Math.min(...tops) / innerHeight;
      });
    await expect.poll(top).toBeLessThan(1 / 3);
    expect(await top()).toBeGreaterThan(0);
    // Whoever goes back and comes again stays where they were.
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
    await page.reload();
    await expect(layer.locator('.panel')).toBeVisible();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

test('without the data of the service the card says what it knows, and what is missing', async ({ page }) => {
  await page.route('**/data/v1/services/amazon-rds.json', (route) => route.abort());
  await ask(page, 'are rds backups on by default');
  await expect(card(page)).toContainText('What each side does could not be loaded.');
  await expect(card(page)).toContainText('Shared');
  await page.unroute('**/data/v1/services/amazon-rds.json');
  await field(page).fill('rds backups');
  await expect(card(page)).toContainText('Set retention');
});

test('the empty dialog offers questions and services, and a question is answered where it stands', async ({ page }) => {
  await page.goto('/guide/');
  await page.keyboard.press('Control+k');
  const samples = page.locator('[data-found="samples"] a');
  await expect(samples).toHaveCount(3);
  await expect(page.locator('[data-found="popular"] a').first()).toBeVisible();
  await expect(page.locator('.find-more')).toBeHidden();
  for (let index = 0; index < 3; index += 1) {
    await field(page).fill('');
    await expect(samples).toHaveCount(3);
    const question = (await samples.nth(index).textContent()) ?? '';
    if (index === 0) {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    } else await samples.nth(index).click();
    await expect(field(page)).toHaveValue(question);
    await expect(field(page)).toBeFocused();
    await expect(title(page)).toBeVisible();
    await expect(samples).toHaveCount(0);
  }
  await expect(dialog(page)).toBeVisible();
  await expect(page).toHaveURL('/guide/');
});

test('a slash opens the search only outside fields, and not where a reader switched it off', async ({ page }) => {
  await page.goto('/explore/');
  await page.keyboard.press('/');
  await expect(dialog(page)).toBeVisible();
  await field(page).fill('a/b');
  await page.keyboard.press('/');
  await expect(field(page)).toHaveValue('a/b/');
  await page.getByRole('checkbox', { name: '“/” opens the search' }).uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.locator('tide-search[data-live]')).toHaveCount(1);
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('checkbox', { name: '“/” opens the search' })).not.toBeChecked();
  await expect(field(page)).toHaveValue('');
});

for (const [system, agent, keys] of [
  ['a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36', '⌘ K'],
  ['Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36', 'Ctrl K'],
] as const)
  test.describe(`on ${system}`, () => {
    test.use({ userAgent: agent });
    test(`the button names ${keys}`, async ({ page }) => {
      await page.goto('/services/amazon-sqs/');
      await expect(page.locator('tide-search[data-live]')).toHaveCount(1);
      await expect(page.locator('tide-search [data-search-keys]')).toHaveText(keys);
      await expect(page.locator('.keys [data-search-keys]')).toHaveText(keys);
    });
  });
