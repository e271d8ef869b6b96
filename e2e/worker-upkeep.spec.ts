// The service worker keeps within bounds, breaks nothing where nothing can be stored, and goes when it is switched off.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { expect } from '@playwright/test';
import { builtAddresses } from '../scripts/built.ts';
import { kept, remembered, test, visit } from './changing-site.ts';
import { ask, passages, recent, services, told } from './search-page.ts';

const title = 'h1';
/** How many pages are kept, as src/worker/strategies.ts says. */
const mostPages = 60;

test('no more pages are kept than it says, and the last ones are', async ({ page, site }) => {
  await visit(page, '/');
  const addresses = builtAddresses().slice(0, mostPages + 10);
  expect(addresses).toHaveLength(mostPages + 10);
  await page.evaluate(
    async (loaded) => {
      (await navigator.serviceWorker.ready).active?.postMessage({ revision: '', loaded });
    },
    addresses.map((address) => `${site.origin}${address}`),
  );
  await expect.poll(async () => (await kept(page))['pages'], { timeout: 40_000 }).toContain(addresses.at(-1));
  await expect.poll(async () => (await kept(page))['pages']?.length).toBe(mostPages);
});

test('whoever forgets what was opened forgets the copies too', async ({ page }) => {
  await visit(page, '/services/amazon-s3/');
  await ask(page, 'rds');
  await services(page).first().click();
  await expect(page.locator(title)).toContainText('RDS');
  await expect.poll(async () => (await kept(page))['pages']).toContain('/services/amazon-rds/');
  await expect.poll(() => remembered(page)).toContain('/services/amazon-rds/');
  await page.keyboard.press('Control+k');
  await expect(recent(page)).toHaveCount(1);
  await page.locator('[data-forget]').click();
  await expect(recent(page)).toHaveCount(0);
  await expect.poll(async () => (await kept(page))['pages'] ?? []).toEqual([]);
  await expect.poll(() => remembered(page)).toEqual([]);
});

test('a full disk costs the copies, and no page', async ({ page, context, site }) => {
  await visit(page, '/services/amazon-rds/');
  await page.reload();
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 1 });
  for (const address of ['/services/amazon-s3/', '/explore/', '/services/amazon-rds/']) {
    await page.goto(address);
    await expect(page.locator(title)).toBeVisible();
    await expect(page.locator('.tl-search')).toBeVisible();
  }
  expect((await kept(page))['pages'] ?? []).not.toContain('/explore/');
});

test('storage that fails in the worker costs no file', async ({ page, context }) => {
  await visit(page, '/services/amazon-rds/');
  await page.reload();
  const [worker] = context.serviceWorkers();
  await worker?.evaluate(() => {
    const refuse = (): Promise<never> => Promise.reject(new DOMException('no storage', 'UnknownError'));
    Object.assign(CacheStorage.prototype, { open: refuse, match: refuse, keys: refuse });
    Object.assign(IDBFactory.prototype, {
      open: () => {
        throw new DOMException('no storage', 'UnknownError');
      },
    });
  });
  await page.goto('/services/amazon-eks/?option=fargate');
  await expect(page.locator('input[name="option"][value="fargate"]')).toBeChecked();
  await page.goto('/explore/');
  await expect(page.locator('tide-explorer[data-live]')).toBeVisible();
});

test('where the browser refuses a worker, pages are as without one', async ({ page, faults }) => {
  await page.addInitScript(() => {
    Object.assign(ServiceWorkerContainer.prototype, { register: () => Promise.reject(new DOMException('refused', 'SecurityError')) });
  });
  await page.goto('/services/amazon-rds/', { waitUntil: 'networkidle' });
  await expect(page.locator('tide-service[data-live]')).toBeVisible();
  expect(faults).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test('switched off, it goes at the next visit with all that it kept', async ({ page, site }) => {
  await visit(page, '/services/amazon-rds/');
  await page.reload();
  const folder = mkdtempSync(path.join(tmpdir(), 'tideline-worker-'));
  execFileSync(process.execPath, ['src/build/service-worker.ts', 'off', folder]);
  const removal = readFileSync(path.join(folder, 'sw.js'), 'utf8');
  rmSync(folder, { recursive: true });
  site.instead.set('/sw.js', { body: () => removal });
  // A build without the worker does not start one either.
  const without = { body: (built: string) => built.replaceAll(/<script type="module">[^<]*serviceWorker.*?<\/script>/gsu, '') };
  site.instead.set('/services/amazon-rds/', without);
  await page.goto('/services/amazon-rds/');
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await expect.poll(() => kept(page)).toEqual({});
  await expect.poll(() => remembered(page)).toEqual([]);
  await page.reload();
  await expect(page.locator(title)).toContainText('RDS');
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  expect(await kept(page)).toEqual({});
});

test('a file of the search that another build wrote is not kept, and the copy of its own answers in its place', async ({ page, site }) => {
  const file = '/search/passages.json';
  const later = { body: (built: string) => built.replace(/"revision":"[^"]*"/u, '"revision":"later"') };
  const keptData = async (): Promise<string> => ((await kept(page))['data'] ?? []).join(' ');
  await visit(page, '/');
  site.instead.set(file, later);
  await ask(page, 'rehearse');
  await expect(told(page)).toContainText('the site has changed since you opened this page');
  // The details come after the phrases, and are kept after them.
  await expect.poll(keptData).toContain('/search/details/');
  expect(await keptData()).not.toContain(file);

  site.instead.delete(file);
  await ask(page, 'rehearse');
  await expect(passages(page).first()).toBeVisible();
  await expect.poll(keptData).toContain(file);
  site.instead.set(file, later);
  await ask(page, 'rehearse');
  await expect(passages(page).first()).toBeVisible();
});
