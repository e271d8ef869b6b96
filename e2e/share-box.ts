// The box "Export and share" as specs see it.
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { Download, Locator, Page } from '@playwright/test';

export const box = (page: Page): Locator => page.locator('[data-share]');

export async function unfold(page: Page): Promise<void> {
  if ((await box(page).getAttribute('open')) === null) await box(page).locator('summary').click();
  await expect(box(page)).toHaveAttribute('open');
}

/** Takes the file of a button, and waits until the page says that it was saved. */
export async function take(page: Page, name: string): Promise<Download> {
  await unfold(page);
  const coming = page.waitForEvent('download');
  await box(page).getByRole('button', { name, exact: true }).click();
  const download = await coming;
  await expect(box(page).getByRole('status')).toContainText(download.suggestedFilename());
  return download;
}

export const textOf = async (download: Download): Promise<string> => readFile(await download.path(), 'utf8');
