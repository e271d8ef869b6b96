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

test('pages of the course that are open together do not answer each other’s writes', async ({ context }) => {
  await context.addInitScript(() => {
    // Of this page alone: what is stored is the other page's, too.
    Storage.prototype.setItem = new Proxy(Reflect.get(Storage.prototype, 'setItem'), {
      apply: (setItem, storage, [key, value]) => {
        document.documentElement.append(new Comment(`wrote ${String(key)}`));
        Reflect.apply(setItem, storage, [key, value]);
      },
    });
  });
  const written = (page: Page): Promise<string[]> =>
    page.evaluate(() =>
      [...document.documentElement.childNodes].flatMap(({ nodeType, nodeValue }) => (nodeType === 8 ? [nodeValue ?? ''] : [])),
    );
  const [record, lesson] = [await context.newPage(), await context.newPage()];
  const right = record.locator('[data-row="why-shared"] [data-right]');
  await record.goto('/guide/progress/');
  await lesson.goto('/guide/why-shared/');
  const check = lesson.locator('tide-check[data-check="why-not-alone"]');
  await check.locator('input[data-right]').check();
  await check.getByRole('button').click();
  // A page hears of writes in their order: once it shows this one, it has heard of all before.
  await expect(right).toHaveText(/^1 of/u);
  expect(await written(record)).toEqual(['wrote tideline-progress-try']);
  expect(await written(lesson)).toEqual(['wrote tideline-progress-try', 'wrote tideline-progress']);
  await lesson.evaluate(() => {
    localStorage.clear();
  });
  await expect(right).toHaveText(/^0 of/u);
});
