// A browser that keeps nothing: whoever takes the course is told at once, and what to do.
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

const refusals = ['refused', 'missing', 'full'] as const;

/** Before the page loads. */
async function refuse(page: Page, how: (typeof refusals)[number]): Promise<void> {
  await page.addInitScript((kind) => {
    if (kind === 'full') {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      return;
    }
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        if (kind === 'missing') return null;
        throw new DOMException('denied', 'SecurityError');
      },
    });
  }, how);
}

for (const how of refusals) {
  test.describe(`storage ${how}`, () => {
    test.beforeEach(async ({ page }) => {
      await refuse(page, how);
    });

    test('a right answer says that it was not kept', async ({ page }) => {
      await page.goto('/guide/why-shared/');
      const check = page.locator('tide-check[data-check="why-not-alone"]');
      await check.getByRole('radio').first().check();
      await check.getByRole('button').click();
      await expect(check.locator('.check-told')).toContainText(/Correct\. This browser did not keep it: .*Allow this site to store data/u);
      await expect(page.locator('tide-progress [data-done]')).toContainText('not saved');
    });

    test('the record and an import say so', async ({ page }) => {
      await page.goto('/guide/progress/');
      await expect(page.locator('tide-progress [data-done]')).toContainText('not saved');
      await page.locator('input[data-import]').setInputFiles({
        name: 'mine.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify({ version: 1, answers: { 'why-not-alone': { first: true, right: true } }, final: null })),
      });
      await expect(page.locator('.record-told')).toContainText(/mine\.json was read\. This browser did not keep it/u);
    });

    test('the final check says so', async ({ page }) => {
      await page.goto('/guide/final-check/?draw=7');
      const drawn = page.locator('tide-check[data-drawn]');
      await expect(drawn.first()).toBeVisible();
      for (const check of await drawn.all()) await check.locator('input').first().check();
      await page.getByRole('button', { name: 'Submit answers' }).click();
      await expect(page.locator('.final-told')).toContainText(/right\..*This browser did not keep it: .*print this page/u);
    });
  });
}

test('the record says that a browser may erase it', async ({ page }) => {
  await page.goto('/guide/progress/');
  await expect(page.getByRole('main')).toContainText('Safari after seven days');
  await expect(page.locator('tide-progress [data-done]')).toContainText('0 of');
});
