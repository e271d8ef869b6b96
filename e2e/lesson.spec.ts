// The path from its first lesson to the record, as a reader walks it.
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { builtLessons } from '../scripts/built.ts';

const lessons = builtLessons().length;

/** Presses Tab until something that matches has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 400; step += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab never reaches ${selector} on ${page.url()}`);
}

const isRight = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.dataset['right'] !== undefined);

/** Chooses the right answers of one check with the keyboard alone. */
async function answer(page: Page, id: string): Promise<void> {
  const check = `tide-check[data-check="${id}"]`;
  await tabTo(page, `${check} input`);
  const boxes = await page.locator(`${check} input[type="checkbox"]`).count();
  if (boxes === 0) {
    await page.keyboard.press('Space');
    for (let step = 0; step < 5 && !(await isRight(page)); step += 1) await page.keyboard.press('ArrowDown');
    return;
  }
  for (let box = 0; box < boxes; box += 1) {
    if (box > 0) await page.keyboard.press('Tab');
    if (await isRight(page)) await page.keyboard.press('Space');
  }
}

const idsOf = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((checks) => checks.map((check) => check.getAttribute('data-check') ?? ''));

test('the whole path by keyboard: every lesson, the final check, the record', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto('/guide/');
  await expect(page.locator('[data-done]')).toHaveText(`0 of ${lessons} lessons done`);
  await tabTo(page, '.lesson-list li:first-child a');
  await page.keyboard.press('Enter');
  for (let lesson = 1; lesson <= lessons; lesson += 1) {
    await expect(page.locator('.page-facts')).toContainText(`Lesson ${lesson} of ${lessons}`);
    const ids = await idsOf(page, 'tide-check');
    expect(ids.length).toBeGreaterThanOrEqual(2);
    for (const id of ids) {
      await answer(page, id);
      await tabTo(page, `tide-check[data-check="${id}"] button`);
      await page.keyboard.press('Enter');
      await expect(page.locator(`tide-check[data-check="${id}"] .check-told`)).toHaveText('Correct.');
      await expect(page.locator(`tide-check[data-check="${id}"] .to-source`).first()).toBeVisible();
    }
    await expect(page.locator('[data-done]')).toHaveText(`${lesson} of ${lessons} lessons done`);
    const from = page.url();
    await tabTo(page, '.pagination-links a[rel="next"]');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href !== from);
  }

  await expect(page.locator('h1')).toHaveText('Final check');
  await expect(page.locator('tide-check[data-drawn]')).toHaveCount(15);
  const drawn = await idsOf(page, 'tide-check[data-drawn]');
  for (const id of drawn) await answer(page, id);
  await tabTo(page, '[data-finish]');
  await page.keyboard.press('Enter');
  await expect(page.locator('.final-told')).toHaveText('15 of 15 right. You passed.');
  await expect(page.locator('.final-told')).toBeFocused();

  await tabTo(page, '.final-after a[href="/guide/progress/"]');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-done]')).toHaveText(`${lessons} of ${lessons} lessons done`);
  await expect(page.locator('[data-final]')).toContainText('15 of 15 right on');
  await expect(page.locator('[data-final]')).toContainText('passed');
  await tabTo(page, '[data-name]');
  await page.keyboard.type('A reader');
  await expect(page.locator('[data-who]')).toHaveText('Name: A reader');
  // On one sheet, without what is only for the screen.
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-who]')).toBeVisible();
  await expect(page.locator('.record-do')).toBeHidden();
  expect(await sheets(page)).toBe(1);
});

/** How many sheets the page takes on paper, by the page objects of its PDF. */
async function sheets(page: Page): Promise<number> {
  // Other letters take other room.
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const pdf = await page.pdf({ format: 'A4' });
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/gu)].length;
}

test('a wrong answer gets a hint, a second one the answer, and neither a colour of a party', async ({ page }) => {
  await page.goto('/guide/why-shared/');
  const check = page.locator('tide-check[data-check="why-not-alone"]');
  await check.getByRole('button').click();
  await expect(check.locator('.check-told')).toHaveText('Choose an answer first.');
  await check.getByRole('radio').nth(1).check();
  await check.getByRole('button').click();
  await expect(check.locator('.check-told')).toContainText('Not quite. AWS also runs software');
  await expect(check.locator('.check-answer')).toBeHidden();
  const edgeOf = (): Promise<string> => check.evaluate((element) => getComputedStyle(element).borderInlineStartColor);
  const ink = await page.evaluate(() => getComputedStyle(document.body).color);
  expect(await edgeOf()).toBe(ink);
  await check.getByRole('radio').nth(2).check();
  await expect(check.locator('.check-told')).toHaveText('');
  await check.getByRole('button').click();
  await expect(check.locator('.check-told')).toHaveText('Not quite. The answer is below. Choose it to finish this question.');
  await expect(check.locator('.check-answer')).toContainText('Only you know that');
  await check.getByRole('radio').first().check();
  await check.getByRole('button').click();
  expect(await edgeOf()).toBe(ink);
  await expect(check.locator('.check-told')).toHaveText('Correct.');
  await expect(check.locator('.check-answer')).toContainText('Only you know that');
  // Half of several right answers is told as such.
  await page.goto('/guide/of-and-in-the-cloud/');
  const several = page.locator('tide-check[data-check="of-means"]');
  await several.getByRole('checkbox').first().check();
  await several.getByRole('button').click();
  await expect(several.locator('.check-told')).toContainText('not all of it');
});

test('a finished lesson is ticked in the side list and names the next, and the front page goes on there', async ({ page }) => {
  await page.goto('/');
  const door = page.locator('[data-path]');
  await expect(door.locator('strong')).toHaveText('Take the course');
  await page.goto('/guide/why-shared/');
  const link = page.locator('.sidebar a[href="/guide/why-shared/"]');
  await expect(page.locator('.progress-next')).toBeHidden();
  for (const check of await page.locator('tide-check').all()) {
    await check.locator('input[data-right]').check();
    await check.getByRole('button').click();
  }
  await expect(page.locator('.progress-next')).toHaveText('You finished this lesson. Next: Of the cloud, in the cloud');
  await expect(link.getByText('✓ done')).toBeVisible();
  await expect(page.locator('.sidebar .done').filter({ visible: true })).toHaveCount(1);
  await page.goto('/guide/cases/');
  await expect(link.getByText('✓ done')).toBeVisible();
  await page.goto('/');
  await expect(door.locator('strong')).toHaveText('Continue lesson 2');
  await expect(door).toHaveAttribute('href', '/guide/of-and-in-the-cloud/');
});

test('progress survives reload, and export, erase and import', async ({ page }, info) => {
  await page.goto('/guide/controls/');
  const check = page.locator('tide-check[data-check="inherited"]');
  await check.getByRole('radio').nth(1).check();
  await check.getByRole('button').click();
  await check.getByRole('radio').first().check();
  await check.getByRole('button').click();
  await expect(check.locator('.check-told')).toHaveText('Correct.');

  await page.goto('/guide/progress/');
  const row = page.locator('[data-row="controls"]');
  await expect(row.locator('[data-right]')).toHaveText('1 of 3');
  await expect(row.locator('[data-first]')).toHaveText('0');
  await page.reload();
  await expect(row.locator('[data-right]')).toHaveText('1 of 3');

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as a file' }).click();
  const file = info.outputPath('progress.json');
  await (await saving).saveAs(file);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    version: 1,
    answers: { inherited: { first: false, right: true } },
    final: null,
  });

  // Not before it is confirmed.
  const eraser = page.getByRole('button', { name: 'Erase my progress' });
  await eraser.click();
  await expect(page.getByRole('button', { name: 'Keep them' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(eraser).toBeFocused();
  await eraser.click();
  await page.getByRole('button', { name: 'Keep them' }).click();
  await expect(page.getByRole('button', { name: 'Erase all' })).toBeHidden();
  await expect(row.locator('[data-right]')).toHaveText('1 of 3');
  await eraser.click();
  await page.getByRole('button', { name: 'Erase all' }).click();
  await expect(eraser).toBeFocused();
  await expect(page.locator('.record-told')).toHaveText('Your progress was erased from this browser.');
  await expect(row.locator('[data-right]')).toHaveText('0 of 3');
  await expect.poll(() => page.evaluate(() => localStorage.getItem('tideline-progress'))).toBeNull();

  const foreign = info.outputPath('foreign.json');
  await writeFile(foreign, '{"version":1}');
  await page.locator('[data-import]').setInputFiles(foreign);
  await expect(page.locator('.record-told')).toContainText('foreign.json is not a progress file of this site, so nothing changed');
  await page.locator('[data-import]').setInputFiles(file);
  await expect(row.locator('[data-right]')).toHaveText('1 of 3');
});

test('an older file is added to newer progress, and an odd entry takes nothing with it', async ({ page }) => {
  const right = { first: false, right: true };
  await page.addInitScript(
    (text) => {
      localStorage.setItem('tideline-progress', text);
    },
    JSON.stringify({ version: 1, answers: { inherited: right, '<b>': right }, final: null }),
  );
  await page.goto('/guide/progress/');
  await expect(page.locator('[data-row="controls"] [data-right]')).toHaveText('1 of 3');
  const buffer = Buffer.from(JSON.stringify({ version: 1, answers: { 'why-not-alone': right }, final: null }));
  await page.locator('[data-import]').setInputFiles({ name: 'older.json', mimeType: 'application/json', buffer });
  await expect(page.locator('.record-told')).toHaveText('What older.json holds was added to your progress.');
  await expect(page.locator('[data-row="why-shared"] [data-right]')).toHaveText(/^1 of/u);
  await expect(page.locator('[data-row="controls"] [data-right]')).toHaveText('1 of 3');
});

test('the address holds the questions, and unanswered questions are named', async ({ page }) => {
  await page.goto('/guide/final-check/?draw=7');
  await expect(page.locator('tide-check[data-drawn]')).toHaveCount(15);
  const drawn = await idsOf(page, 'tide-check[data-drawn]');
  await page.getByRole('button', { name: 'Submit answers' }).click();
  await expect(page.locator('.final-told')).toHaveText('15 questions have no answer yet.');
  await page.reload();
  await expect.poll(() => idsOf(page, 'tide-check[data-drawn]')).toEqual(drawn);
  for (const same of ['Draw=7', 'utm_source=x&amp;draw=7']) {
    await page.goto(`/guide/final-check/?${same}`);
    await expect.poll(() => idsOf(page, 'tide-check[data-drawn]')).toEqual(drawn);
    expect(new URL(page.url()).search).toBe(`?${same}`);
  }
  for (const odd of ['draw=-1', 'draw=x', 'draw=1e99', 'draw=']) {
    await page.goto(`/guide/final-check/?${odd}`);
    await expect(page.locator('tide-check[data-drawn]')).toHaveCount(15);
  }
  await expect(page).toHaveURL(/\?draw=\d+$/u);
});

test('the cheat sheet prints on one page', async ({ page }) => {
  await page.goto('/guide/summary/');
  expect(await sheets(page)).toBe(1);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('each question has its answer to unfold, and nothing offers what cannot work', async ({ page }) => {
    await page.goto('/guide/compute/');
    const check = page.locator('tide-check').first();
    await expect(check.getByRole('button')).toBeHidden();
    await check.locator('summary').click();
    await expect(check.locator('.check-answer')).toContainText('You:');
    await page.goto('/guide/final-check/');
    await expect(page.getByText('No script runs here')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Submit answers' })).toBeHidden();
    await page.goto('/guide/progress/');
    await expect(page.getByText('Progress is kept by a script')).toBeVisible();
  });
});
