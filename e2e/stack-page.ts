// The list of duties of a stack as its specs see it.
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export const some = ['amazon-s3', 'amazon-ec2', 'amazon-rds', 'amazon-dynamodb'] as const;
export const address = `/stack/?services=${some.join(',')}`;

export const duties = (page: Page): Locator => page.locator('.duty');
export const groups = (page: Page): Locator => page.locator('.duty-group h3 .name');
export const counted = (page: Page): Locator => page.locator('[data-part="counted"]');
export const keptTold = (page: Page): Locator => page.locator('[data-part="kept-told"]');
export const box = (page: Page, at: number): Locator => duties(page).nth(at).getByRole('checkbox');
export const field = (page: Page, at: number, name: string): Locator => duties(page).nth(at).locator(`[name="${name}"]`);
export const unfoldDuty = (page: Page, at: number): Promise<void> =>
  duties(page)
    .nth(at)
    .getByRole('button', { name: /^Why and notes/u })
    .click();
export const groupBy = (page: Page, name: string): Promise<void> => page.getByRole('radio', { name, exact: true }).check();

/** Opens the stack, and waits for its list. */
export async function open(page: Page, at = address): Promise<void> {
  await page.goto(at);
  await expect(page.locator('tide-stack')).toHaveAttribute('aria-busy', 'false');
  await expect(duties(page).first()).toBeVisible();
}

/** Keeps something in each field of a duty. */
export async function note(page: Page, at: number, owner: string, due: string, text: string): Promise<void> {
  await unfoldDuty(page, at);
  await field(page, at, 'owner').fill(owner);
  await field(page, at, 'due').fill(due);
  await field(page, at, 'note').fill(text);
  await field(page, at, 'note').blur();
  await expect(duties(page).nth(at).locator('.told')).toContainText(owner);
}

export const kept = (page: Page): Promise<string | null> => page.evaluate(() => localStorage.getItem('tideline-stack'));

/** Saves what a button saves, and returns its name and text. */
export async function saved(page: Page, button: string): Promise<{ readonly name: string; readonly text: string }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}
