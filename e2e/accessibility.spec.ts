// axe on each kind of page, in both colour schemes, and with the search dialog open.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const addresses = [
  '/',
  '/explore/',
  '/explore/?services=amazon-rds&layer=backup',
  '/explore/?area=database&sort=-os',
  '/embed/amazon-eks/?option=fargate',
  '/compare/',
  '/compare/?services=amazon-rds,amazon-ec2,aws-lambda',
  '/services/amazon-eks/',
  '/services/amazon-eks/?option=fargate&layer=network',
  '/services/amazon-qldb/',
  '/services/',
  '/changes/',
  '/guide/',
  '/guide/service-categories/',
  '/guide/compute/',
  '/guide/final-check/?draw=7',
  '/guide/progress/',
  '/guide/cases/',
  '/guide/glossary/',
  '/guide/summary/',
  '/search/',
  '/404.html',
];

/** One line for each element that breaks a rule: enough to find it. */
async function violations(page: Page): Promise<string[]> {
  // What passes is not gathered: on pages with thousands of elements that takes longer than the check.
  const { violations: found } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(tags)
    .analyze();
  return found.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${node.target.join(' ')} ${node.html.slice(0, 120)} ${node.any[0]?.message ?? node.failureSummary ?? ''}`,
    ),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} scheme`, () => {
    // Colours are judged where they end, not on their way there.
    test.use({ colorScheme, reducedMotion: 'reduce' });

    for (const address of addresses) {
      test(`nothing on ${address} stands in a reader's way`, async ({ page }) => {
        test.setTimeout(120_000);
        await page.goto(address);
        // What is folded away is judged too.
        for (const take of await page.locator('[data-share] > summary').all()) await take.click();
        if (address.includes('layer=')) await expect(page.locator('.stack details[open] .panel')).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });
    }

    test("nothing in an answered check stands in a reader's way", async ({ page }) => {
      await page.goto('/guide/why-shared/');
      const answers = page.locator('tide-check[data-check="why-not-alone"]');
      for (const choice of [1, 0]) {
        await answers.getByRole('radio').nth(choice).check();
        await answers.getByRole('button').click();
        await expect(answers.locator('.check-told')).toContainText(choice === 0 ? 'Right.' : 'Not right yet.');
        expect(await violations(page)).toEqual([]);
      }
    });

    test("nothing in the search dialog stands in a reader's way", async ({ page }) => {
      await page.goto('/');
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Search services and the guide' }).fill('backup');
      await expect(page.locator('[data-found="pages"] a').first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await expect(page.locator('.found a').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}
