// axe on each kind of page, in both themes, and with the search dialog open.
import { expect, test } from '@playwright/test';
import { violationsInThemes } from './axe.ts';
import { uncovered } from './search-page.ts';
import { choose, file, openIntake, terraform, unfold } from './stack-intake-page.ts';
import { open, views } from './views.ts';

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

for (const [what, query] of [
  ['ways to run a service', 'who patches eks'],
  ['one layer', 'are sqs messages encrypted at rest'],
  ['all services', 'which services are open by default'],
  ['what has no record', uncovered().word],
  ['nothing asked', ''],
] as const)
  test(`the answer of the search about ${what} has no axe violations in either theme`, async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search services and the guide' }).fill(query);
    await expect(page.locator(query === '' ? '[data-found="popular"] a' : '.answer h2').first()).toBeVisible();
    await expect(page.locator('.answer [aria-busy]')).toHaveCount(0);
    expect(await violationsInThemes(page)).toEqual({ light: [], dark: [] });
  });

test('the search dialog has no axe violations in either theme', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search services and the guide' }).fill('backup');
  await expect(page.locator('[data-found="pages"] a').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.found [aria-selected="true"]')).toBeVisible();
  expect(await violationsInThemes(page)).toEqual({ light: [], dark: [] });
});
