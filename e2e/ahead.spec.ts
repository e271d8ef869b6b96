// Pages that a reader is about to open are fetched ahead, but not for those who save data.
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

const rules = 'script[type="speculationrules"]';
const link = '.tl-nav a[href="/services/"]';

/** How the page that is open now was delivered. */
const delivered = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation');
    return entry && 'deliveryType' in entry ? String(entry.deliveryType) : undefined;
  });

test('a page is fetched while the pointer rests on its link, and not asked for again', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // Warnings of other matters are other tests' own.
    if (/policy|speculation|prefetch/iu.test(message.text())) complaints.push(message.text());
  });
  await page.goto('/');
  const session = await page.context().newCDPSession(page);
  await session.send('Preload.enable');
  const fetched = new Promise<void>((resolve) => {
    session.on('Preload.prefetchStatusUpdated', ({ status, prefetchUrl }) => {
      if (status === 'Ready' && prefetchUrl.endsWith('/services/')) resolve();
    });
  });
  await page.locator(link).hover();
  await fetched;
  await page.locator(link).click();
  await expect(page).toHaveURL('/services/');
  expect(await delivered(page)).toBe('navigational-prefetch');
  expect(complaints).toEqual([]);
});

test('who saves data fetches nothing ahead', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator(rules)).toHaveCount(1);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.reload();
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator(rules)).toHaveCount(0);
});
