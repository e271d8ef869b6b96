// Pages on paper: no navigation, everything open, sources as notes, address and day at the foot.
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { builtLayers } from '../scripts/built.ts';
import { origin } from '../scripts/serve.ts';
import { open, views } from './views.ts';

async function print(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
}

const never = [
  'header',
  '.tl-nav',
  'form:not(.check form)',
  'select',
  'button:not(.matrix button, .lname button)',
  '.sidebar',
  '.pagination-links',
  '[data-share]',
];

for (const view of views) {
  const { address, paper } = view;
  if (!paper) continue;
  test(`${view.name} (${address}) prints as a document`, async ({ page }) => {
    await open(page, view);
    await print(page);
    for (const part of paper) {
      const parts = page.locator(part);
      // Of each kind the last too: nothing stays folded.
      await expect(parts.first(), part).toBeVisible();
      await expect(parts.last(), part).toBeVisible();
    }
    for (const part of never) await expect(page.locator(part).filter({ visible: true }), part).toHaveCount(0);
    const foot = page.locator('.print-foot');
    await expect(foot).toBeVisible();
    await expect(foot).toHaveText(new RegExp(`^${origin}${address.replaceAll(/[?.]/gu, '\\$&')} · printed on \\d{1,2} \\w+ \\d{4}$`, 'u'));
    expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(10_000);
  });
}

test('notes count the sources, and each row points at its own', async ({ page }) => {
  await page.goto('/services/amazon-eks/');
  await print(page);
  const notes = await page.locator('.notes li').allTextContents();
  const rows = await page
    .locator('.layer-table tbody tr')
    .evaluateAll((all) => all.map((row) => ({ href: row.querySelector('a')?.href, note: Number(row.querySelector('sup')?.textContent) })));
  expect(rows.length).toBeGreaterThan(builtLayers().length);
  for (const { href, note } of rows) expect(notes[note - 1]).toBe(href);
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('.notes')).toBeHidden();
});
