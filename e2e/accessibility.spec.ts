// axe on each kind of page, in both themes, and with the search dialog open.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { uncovered } from './search-page.ts';
import { choose, file, openIntake, terraform, unfold } from './stack-intake-page.ts';
import { open, views } from './views.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Those of the rules with these tags that look at colours. https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md */
const colourRules = ['color-contrast', 'link-in-text-block'];
const themes = ['light', 'dark'] as const;
/** Rows and strips of which a page has one for each service or way to run it. */
const alike = ['.matrix tbody tr', '.open-list tr', '.poster-strips li', '.az li'] as const;

/** One line for each element that breaks a rule: enough to find it. */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  // What passes is not gathered: on pages with thousands of elements that takes longer than the check. Legacy mode asks in one page
  // instead of two, and misses only frames of other origins, which no page has.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  // Their rows are alike: the first dozen stand for hundreds.
  for (const rows of alike) axe.exclude(`${rows}:nth-child(n + 13)`);
  const { violations: found } = await (rules ? axe.withRules([...rules]) : axe.withTags(tags)).analyze();
  return found.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${node.target.join(' ')} ${node.html.slice(0, 120)} ${node.any[0]?.message ?? node.failureSummary ?? ''}`,
    ),
  );
}

/** Violations in either theme. The switch changes colours alone, so the other rules are asked once. */
async function violationsInThemes(page: Page): Promise<Record<string, string[]>> {
  await turn(page, 'light');
  const light = await violations(page);
  await turn(page, 'dark');
  return { light, dark: await violations(page, colourRules) };
}

/** Turns a page over by the system, which it follows. */
async function turn(page: Page, theme: (typeof themes)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  const root = page.locator('html');
  if ((await root.getAttribute('data-theme')) === null) return;
  await expect(root).toHaveAttribute('data-theme', theme);
}

// Colours are judged where they end, not on their way there.
test.use({ colorScheme: 'light', reducedMotion: 'reduce' });

for (const view of views) {
  for (const state of [view, ...(view.states ?? [])]) {
    test(`${view.name} (${state.address}) has no axe violations in either theme`, async ({ page }) => {
      await open(page, state);
      // What is folded away is judged too.
      for (const summary of await page.locator('[data-share] > summary').all()) await summary.click();
      await expect(page.locator('[data-share]:not([open])')).toHaveCount(0);
      expect(await violationsInThemes(page)).toEqual({ light: [], dark: [] });
    });
  }
}

test('what was found in files has no axe violations in either theme', async ({ page }) => {
  await openIntake(page);
  await choose(page, [file('main.tf', terraform), file('a.yaml', 'Resources:\n\tA:\n')]);
  await unfold(page);
  expect(await violationsInThemes(page)).toEqual({ light: [], dark: [] });
});

test('an answered check has no axe violations in either theme', async ({ page }) => {
  await page.goto('/guide/why-shared/');
  const answers = page.locator('tide-check[data-check="why-not-alone"]');
  for (const choice of [1, 0]) {
    await answers.getByRole('radio').nth(choice).check();
    await answers.getByRole('button').click();
    await expect(answers.locator('.check-told')).toContainText(choice === 0 ? 'Correct.' : 'Not quite.');
    expect(await violationsInThemes(page)).toEqual({ light: [], dark: [] });
  }
});

for (const colorScheme of themes) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    for (const [what, query] of [
      ['ways to run a service', 'who patches eks'],
      ['one layer', 'are sqs messages encrypted at rest'],
      ['all services', 'which services are open by default'],
      ['what has no record', uncovered().word],
      ['nothing asked', ''],
    ] as const)
      test(`the answer of the search about ${what} has no axe violations`, async ({ page }) => {
        await page.goto('/');
        await page.keyboard.press('Control+k');
        await page.getByRole('combobox', { name: 'Search services and the guide' }).fill(query);
        await expect(page.locator(query === '' ? '[data-found="popular"] a' : '.answer h2').first()).toBeVisible();
        await expect(page.locator('.answer [aria-busy]')).toHaveCount(0);
        expect(await violations(page)).toEqual([]);
      });

    test('the search dialog has no axe violations', async ({ page }) => {
      await page.goto('/');
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Search services and the guide' }).fill('backup');
      await expect(page.locator('[data-found="pages"] a').first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await expect(page.locator('.found [aria-selected="true"]')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}
