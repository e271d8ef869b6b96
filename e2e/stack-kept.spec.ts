// What a reader ticks and notes on a stack: kept by the browser, exported, erased and taken back.
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { unfold } from './share-box.ts';
import { address, duties, groups, counted, keptTold, box, field, unfoldDuty, groupBy, open, note, kept, saved } from './stack-page.ts';

test('a tick and notes survive a reload, and stand in every stack with the service', async ({ page }) => {
  await open(page);
  const task = await duties(page).first().locator('.task').textContent();
  await box(page, 0).check();
  await note(page, 1, 'Platform team', '2030-01-31', 'See ticket 12\nsecond line');
  await page.reload();
  await expect(box(page, 0)).toBeChecked();
  await expect(counted(page)).toHaveText(/^1 of \d+ done$/u);
  await expect(duties(page).nth(1).locator('.told')).toHaveText('Platform team · due 2030-01-31 · See ticket 12\nsecond line');
  await unfoldDuty(page, 1);
  await expect(field(page, 1, 'note')).toHaveValue('See ticket 12\nsecond line');
  await groupBy(page, 'Owner');
  await expect(groups(page)).toHaveText(['Platform team', 'Nobody yet']);
  // A member that comes later does not make an act done that was done for others.
  await open(page, `${address},amazon-sqs`);
  await expect(
    duties(page)
      .filter({ hasText: task ?? '' })
      .first(),
  ).toBeVisible();
  await expect(counted(page)).toHaveText(/^[01] of \d+ done$/u);
});

test('a day that has passed is said to be late', async ({ page }) => {
  await open(page);
  await note(page, 0, 'Data team', '2020-02-29', 'x');
  await expect(duties(page).first().locator('.told')).toContainText('due 2020-02-29, overdue');
  await box(page, 0).check();
  await expect(duties(page).first().locator('.told')).not.toContainText('overdue');
});

for (const [day, printed, late] of [
  ['1970-01-01', '1 January 1970', false],
  ['9999-06-01', '1 June 9999', true],
] as const)
  test(`a clock of ${day}: what is late, what is printed and what is saved go by it, and all works`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.clock.setFixedTime(new Date(`${day}T12:00:00Z`));
    await open(page);
    await note(page, 0, 'Data team', '2030-01-31', 'x');
    await expect(duties(page).first().locator('.told')).toHaveText(`Data team · due 2030-01-31${late ? ', overdue' : ''} · x`);
    await unfold(page);
    expect((await saved(page, 'Download SVG')).text).toContain(`· ${day}<`);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('.print-foot')).toHaveText(new RegExp(`printed on ${printed}$`, 'u'));
    expect(errors).toEqual([]);
  });

test('export, erase, import: the notes are what they were, and nothing of them is in the address', async ({ page }) => {
  await open(page);
  await box(page, 0).check();
  await box(page, 3).check();
  await note(page, 1, '<b>Platform team</b>', '2030-01-31', '=1+1 "quoted", 数据\n\nlast');
  const before = await kept(page);
  const { name, text } = await saved(page, 'Export notes');
  expect(name).toBe('tideline-notes.json');
  expect(text).toBe(before);
  await page.getByRole('button', { name: 'Erase notes' }).click();
  await expect(page.getByRole('button', { name: 'Keep them' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Erase notes' })).toBeFocused();
  expect(await kept(page)).toBe(before);
  await page.getByRole('button', { name: 'Erase notes' }).click();
  await page.getByRole('button', { name: 'Erase all' }).click();
  await expect(keptTold(page)).toHaveText('Your ticks and notes were erased from this browser.');
  await expect(counted(page)).toHaveText(/^0 of/u);
  expect(await kept(page)).toBeNull();
  await page.locator('input[data-import]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(keptTold(page)).toContainText(`were read from ${name}`);
  expect(await kept(page)).toBe(before);
  await expect(box(page, 0)).toBeChecked();
  await expect(duties(page).nth(1).locator('.told')).toContainText('<b>Platform team</b>');
  await expect(page).toHaveURL(address);
});

test('a file that holds no notes is refused with its reason, and nothing changes', async ({ page }) => {
  await open(page);
  await box(page, 0).check();
  const before = await kept(page);
  for (const [text, reason] of [
    ['<p>', 'it is not JSON'],
    ['{"version":1,"cells":{"amazon-s3.default.network":{"done":"yes"}}}', 'done is yes: write true or false'],
  ] as const) {
    await page.locator('input[data-import]').setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(keptTold(page)).toContainText(`mine.json was not read, and nothing changed`);
    await expect(keptTold(page)).toContainText(reason);
  }
  expect(await kept(page)).toBe(before);
});

test('a day of a year with more digits is not written, and takes nothing with it', async ({ page }) => {
  await open(page);
  for (let at = 0; at < 6; at += 1) await box(page, at).check();
  await unfoldDuty(page, 7);
  await field(page, 7, 'due').click({ position: { x: 12, y: 10 } });
  await page.keyboard.type('0131');
  for (const digit of '20266') await page.keyboard.press(digit);
  await field(page, 7, 'due').blur();
  await expect(counted(page)).toHaveText(/^6 of/u);
  await box(page, 8).check();
  await expect(counted(page)).toHaveText(/^7 of/u);
  await page.reload();
  await expect(counted(page)).toHaveText(/^7 of/u);
});

test('owners that several services have together are cut, said to be, and take nothing with them', async ({ page }) => {
  const together = '/stack/?services=amazon-s3,amazon-ec2,amazon-rds,amazon-dynamodb,amazon-sqs,amazon-sns,amazon-eks,amazon-ecs';
  await open(page, together);
  const shared = page.locator('.duty[data-cells*=" "]').first();
  const cells = ((await shared.getAttribute('data-cells')) ?? '').split(' ').slice(0, 2);
  const owners = ['Platform engineering, infrastructure and cloud team', 'Data engineering, analytics and warehouse team'];
  const owned = (owner: string | undefined) => ({ done: false, note: '', owner, due: '' });
  const [one = '', other = ''] = cells;
  const noted = { [one]: owned(owners[0]), [other]: owned(owners[1]), 'amazon-s3.default.x': owned('Kim') };
  await page.evaluate(
    (text) => {
      localStorage.setItem('tideline-stack', text);
    },
    JSON.stringify({ version: 1, cells: noted }),
  );
  await open(page, together);
  const duty = page.locator(`.duty[data-cells^="${cells.join(' ')}"]`).first();
  await duty.getByRole('button', { name: /^Why and notes/u }).click();
  const owner = duty.locator('[name="owner"]');
  await expect(owner).toHaveValue(owners.join(', '));
  await owner.press('End');
  await owner.press('Backspace');
  await owner.press('Backspace');
  await expect(keptTold(page)).toHaveText('Only the first 80 characters of it are kept.');
  await owner.blur();
  await expect(owner).toHaveValue(owners.join(', ').slice(0, 80));
  await page.reload();
  await expect(page.locator('[data-part="owners"] option[value="Kim"]')).toHaveCount(1);
  await expect(keptTold(page)).toHaveText('');
});

test('of notes that cannot be read whole the others stand, all is put aside as it was, and that is said', async ({ page }) => {
  const good = { done: true, note: 'dear', owner: 'Kim', due: '2030-01-31' };
  const text = JSON.stringify({ version: 1, cells: { 'amazon-s3.default.x': good, 'amazon-s3.default.y': { ...good, note: 7 }, z: good } });
  await page.addInitScript((kept) => {
    if (localStorage.length === 0) localStorage.setItem('tideline-stack', kept);
  }, text);
  await open(page);
  const said = 'Some notes that this browser keeps cannot be read: amazon-s3.default.y: note is 7: write a text.';
  await expect(keptTold(page)).toContainText(said);
  await box(page, 0).check();
  await expect(counted(page)).toHaveText(/^1 of/u);
  await expect(keptTold(page)).toContainText(said);
  const cells: unknown = JSON.parse((await kept(page)) ?? '');
  expect(cells).toMatchObject({ cells: { 'amazon-s3.default.x': good, 'amazon-s3.default.y': { ...good, note: '' } } });
  await page.reload();
  await expect(keptTold(page)).toContainText(said);
  const files: string[] = [];
  page.on('download', (file) => {
    void file.path().then(async (path) => files.push(`${file.suggestedFilename()} ${await readFile(path, 'utf8')}`));
  });
  await page.getByRole('button', { name: 'Export notes' }).click();
  await expect.poll(() => files).toContain(`tideline-notes-unread.txt ${text}`);
  await page.getByRole('button', { name: 'Erase notes' }).click();
  await page.getByRole('button', { name: 'Erase all' }).click();
  await expect(keptTold(page)).toHaveText('Your ticks and notes were erased from this browser.');
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('tideline-stack')))).toEqual([]);
});

for (const how of ['refused', 'full'] as const)
  test(`where the browser keeps nothing (${how}), the list says so, works on, and is exported`, async ({ page }) => {
    await page.addInitScript((kind) => {
      const refuse = (): never => {
        throw new DOMException('no', kind === 'full' ? 'QuotaExceededError' : 'SecurityError');
      };
      if (kind === 'full') Storage.prototype.setItem = refuse;
      else Object.defineProperty(window, 'localStorage', { get: refuse });
    }, how);
    await open(page);
    await box(page, 0).check();
    await expect(keptTold(page)).toContainText('This browser did not keep it: its storage is blocked or full.');
    await expect(counted(page)).toHaveText(/^1 of/u);
    const { text } = await saved(page, 'Export notes');
    expect(text).toContain('"done": true');
  });
