// What axe finds on a page, in both themes.
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Those of the rules with these tags that look at colours. https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md */
const colourRules = ['color-contrast', 'link-in-text-block'];
/** Rows, strips and links of which a page has one for each service or way to run it. */
const alike = ['.matrix tbody tr', '.open-list tr', '.poster-strips li', '.az li', '.block-links li'] as const;

/** One line for each element that breaks a rule: enough to find it. Takes rows that are alike off the page. */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  // The first dozen stand for hundreds. The others are gone, because axe measures also what it is told to leave out.
  const left = alike.map((rows) => `${rows}:nth-child(n + 13)`).join(', ');
  await page.locator(left).evaluateAll((rows) => {
    for (const row of rows) row.remove();
  });
  // What passes is not gathered: on pages with thousands of elements that takes longer than the check. Legacy mode asks in one page
  // instead of two, and misses only frames of other origins, which no page has.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations: found } = await (rules ? axe.withRules([...rules]) : axe.withTags(tags)).analyze();
  return found.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${node.target.join(' ')} ${node.html.slice(0, 120)} ${node.any[0]?.message ?? node.failureSummary ?? ''}`,
    ),
  );
}

/** Violations in either theme. The switch changes colours alone, so the other rules are asked once. */
export async function violationsInThemes(page: Page): Promise<Record<string, string[]>> {
  await turn(page, 'light');
  const light = await violations(page);
  await turn(page, 'dark');
  return { light, dark: await violations(page, colourRules) };
}

/** Turns a page over by the system, which it follows. */
async function turn(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  const root = page.locator('html');
  if ((await root.getAttribute('data-theme')) === null) return;
  await expect(root).toHaveAttribute('data-theme', theme);
}
