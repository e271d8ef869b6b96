// Lists to choose from show each of their names whole.
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

/** Names wider than their list once they are chosen, one a line, of every list that is shown. */
function cut(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('select')]
      .filter((list) => list.checkVisibility())
      .flatMap((list) => {
        // A list of one name is as wide as the name needs, arrow and all.
        const one = document.createElement('select');
        one.className = list.className;
        one.style.cssText = `position: absolute; width: max-content; max-width: none; font: ${getComputedStyle(list).font}`;
        document.body.append(one);
        const chosen = list.selectedIndex;
        const wide = [...list.options].flatMap(({ text }, at) => {
          list.selectedIndex = at;
          const { width } = list.getBoundingClientRect();
          one.replaceChildren(new Option(text));
          const needs = Math.round(one.getBoundingClientRect().width);
          return needs > Math.ceil(width) ? [`${text}: ${needs} px in ${Math.round(width)}`] : [];
        });
        list.selectedIndex = chosen;
        one.remove();
        return wide;
      }),
  );
}

for (const width of [1280, 360]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 740 } });

    test('the lists of the explorer show whole names', async ({ page }) => {
      await page.goto('/explore/?layer=network');
      await expect(page.locator('tide-explorer[data-live]')).toBeVisible();
      await page.getByRole('button', { name: /filters/iu }).click();
      await expect(page.locator('select[name="services"]')).toBeVisible();
      const wide = await cut(page);
      // On a phone the longest names of all have no room in a line; what is chosen is then said in full above the drawing.
      expect(wide.filter((name) => width > 360 || !name.endsWith(' in 328'))).toEqual([]);
      await page.goto('/explore/?services=aws-directory-service.hybrid-edition');
      await expect(page.locator('tide-explorer [data-status]')).toContainText('AWS Managed Microsoft AD (Hybrid Edition)');
    });

    for (const address of ['/controls/', '/defaults/'])
      test(`the lists of ${address} show whole names`, async ({ page }) => {
        await page.goto(address);
        expect(await cut(page)).toEqual([]);
      });

    test('the filters of the search show whole names', async ({ page }) => {
      await page.goto('/search/?q=encryption');
      await page.getByText('Filter pages').click();
      await expect(page.locator('select[data-filter="area"]')).toBeVisible();
      expect(await cut(page)).toEqual([]);
    });
  });
}
