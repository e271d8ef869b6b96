// Pages on paper: no navigation, everything open, sources as notes, address and day at the foot.
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { origin } from '../scripts/serve.ts';

async function print(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
}

const views = [
  { address: '/services/amazon-eks/?option=fargate', seen: ['.stack .band', '.layer-table', '.notes li', 'details[data-part] .duties li'] },
  { address: '/explore/?area=database', seen: ['.stack .band', '.matrix tr:not([hidden]) td', '.stack .panel .block-links a'] },
  { address: '/compare/?services=amazon-s3,amazon-ec2', seen: ['.compare td .detail', '.compare td .source', '[data-sentences] li'] },
  { address: '/guide/service-categories/', seen: ['.stack .band', 'main p'] },
];
const never = ['header', '.tl-nav', 'form', 'select', 'button:not(.matrix button)', '.sidebar', '.pagination-links', '[data-share]'];

for (const { address, seen } of views) {
  test(`${address} prints as a document`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('h1')).toBeVisible();
    await print(page);
    for (const part of seen) {
      const parts = page.locator(part);
      expect(await parts.count(), part).toBeGreaterThan(0);
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
    .evaluateAll((all) =>
      all.map((row) => ({ href: row.querySelector('a')?.href, note: Number(row.querySelector('.note')?.textContent) })),
    );
  expect(rows.length).toBeGreaterThan(14);
  for (const { href, note } of rows) expect(notes[note - 1]).toBe(href);
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('.notes')).toBeHidden();
});
