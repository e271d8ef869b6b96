// The list of what a stack asks of its reader: groups, reasons, and what readers take along.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { builtServices } from '../scripts/built.ts';
import { unfold } from './share-box.ts';
import { some, address, duties, groups, counted, box, groupBy, open, note, saved } from './stack-page.ts';

const services = builtServices();

/** Cells of the usual ways that have a half of the customer. */
const cells = services
  .filter(({ id }) => some.some((each) => each === id))
  .flatMap(({ id, options: [first] }) => Object.entries(first?.split ?? {}).map(([layer, cell]) => ({ id, layer, ...cell })))
  .filter(({ party }) => party === 'customer' || party === 'shared');

const checkPages = 'https://docs.aws.amazon.com/securityhub/latest/userguide/';

test('every half of yours is in the list, once for all services it covers, the most urgent first', async ({ page }) => {
  await open(page);
  await expect(groups(page).first()).toHaveText('Open until you close it');
  const covered = await duties(page).evaluateAll((all) => all.flatMap((item) => item.getAttribute('data-cells')?.split(' ') ?? []));
  expect(covered.length).toBe(cells.length);
  expect(new Set(covered.map((key) => key.replace(/\.[^.]+\./u, '.')))).toEqual(new Set(cells.map(({ id, layer }) => `${id}.${layer}`)));
  await expect(counted(page)).toHaveText(`0 of ${await duties(page).count()} done`);
});

test('the switch groups by layer, service and owner; the address holds it and Back takes it back', async ({ page }) => {
  await open(page);
  await groupBy(page, 'Layer');
  await expect(page).toHaveURL(`${address}&group=layer`);
  await expect(groups(page).first()).toHaveText('Customer data');
  await groupBy(page, 'Service');
  await expect(groups(page)).toHaveText(some.map((id) => services.find((each) => each.id === id)?.short ?? id));
  await groupBy(page, 'Owner');
  await expect(groups(page)).toHaveText(['Nobody yet']);
  await page.goBack();
  await expect(groups(page)).toHaveCount(some.length);
  await page.reload();
  await expect(groups(page)).toHaveCount(some.length);
  await expect(page.getByRole('radio', { name: 'Service', exact: true })).toBeChecked();
});

test('a duty unfolds to its reason and source, by keyboard too, and Escape folds it', async ({ page }) => {
  await open(page);
  const button = duties(page)
    .first()
    .getByRole('button', { name: /^Why and notes/u });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await expect(duties(page).first().locator('.detail').first()).not.toBeEmpty();
  await expect(duties(page).first().locator('.cites a').first()).toHaveAttribute('href', /^https:\/\/(?:docs\.)?aws\.amazon\.com\//u);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await expect(duties(page).first().locator('.fold')).toBeHidden();
});

test('Markdown, CSV, JSON and a slide hold the list', async ({ page }) => {
  await open(page);
  await box(page, 0).check();
  await note(page, 1, '=Platform team', '2030-01-31', '*bold* [x](y)');
  const tasks = await duties(page).locator('.task').allTextContents();
  await unfold(page);

  const markdown = await saved(page, 'Download Markdown');
  expect(markdown.name).toBe('tideline-stack.md');
  expect(markdown.text.match(/^- \[[ x]\] \*\*/gmu)).toHaveLength(tasks.length);
  expect(markdown.text.match(/^- \[x\] /gmu)).toHaveLength(1);
  expect(markdown.text).toContain('Owner: =Platform team · Due: 2030-01-31');
  expect(markdown.text).toContain('\\*bold\\* \\[x\\](y)');
  const check = `${checkPages}rds-controls.html#rds-3`;
  expect(markdown.text).toMatch(/^ {2}- Can show whether it is done: .*\[RDS\.3\]\(/mu);
  expect(markdown.text).toContain(`[RDS.3](${check})`);

  const csv = await saved(page, 'Download CSV');
  expect(csv.name).toBe('tideline-stack.csv');
  expect(csv.text.startsWith('\uFEFFDone,')).toBe(true);
  // What a spreadsheet would run has an apostrophe before it.
  expect(csv.text).toContain(",'=Platform team,2030-01-31,*bold* [x](y),");
  for (const task of tasks) expect(csv.text).toContain(task);
  expect(csv.text).toContain(check);

  const json = await saved(page, 'Download JSON');
  expect(json.name).toBe('tideline-stack.json');
  const data: unknown = JSON.parse(json.text);
  expect(data).toMatchObject({ version: 1, services: some.map((id) => ({ service: id })) });
  expect(data).toHaveProperty('duties.length', tasks.length);
  expect(data).toHaveProperty('duties.1.owner', '=Platform team');
  expect(json.text).toContain(`"source": "${check}"`);

  const svg = await saved(page, 'Download SVG');
  expect(svg.name).toBe('tideline-stack.svg');
  expect(svg.text).toMatch(/<title>Our 4 services: \d+ open, \d+ off until we act<\/title>/u);
  expect(svg.text).toContain('Amazon S3, Amazon EC2, Amazon RDS and Amazon DynamoDB');
  expect(svg.text).not.toContain('Platform team');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download PNG' }).click();
  expect((await coming).suggestedFilename()).toBe('tideline-stack.png');
});

test('a file of a service that does not come is told, its duties are missing, and trying again brings them', async ({ page }) => {
  const file = '**/data/v1/services/amazon-rds.json';
  await page.route(file, (route) => route.abort());
  await page.goto(address);
  const notice = page.locator('tide-stack [data-notice]');
  await expect(notice).toContainText('Amazon RDS could not be loaded, so its duties are missing from the list.');
  await expect(page.locator('.stack-members li')).toHaveCount(4);
  await expect(duties(page).filter({ hasText: 'Amazon RDS' })).toHaveCount(0);
  await unfold(page);
  await page.getByRole('button', { name: 'Download Markdown' }).click();
  await expect(page.locator('[data-share-status]')).toContainText('could not be made');
  // Another way to look does not make it forgotten.
  await groupBy(page, 'Layer');
  await expect(groups(page).first()).toHaveText('Customer data');
  await expect(notice).toBeVisible();
  await page.unroute(file);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(notice).toBeHidden();
  await expect(duties(page).filter({ hasText: 'Amazon RDS' }).first()).toBeVisible();
});

const controlsFile = '**/data/v1/controls.json';
const line = (page: Page, at: number): Locator => duties(page).nth(at).locator('.shown-by');
const lostLine = 'Any controls that can show whether it is done could not be loaded.';
/** Duties of one service with controls, so that each fold has a line. */
const alone = '/stack/?services=amazon-rds&layer=server-encryption';
const encrypted = (page: Page): Locator => duties(page).filter({ hasText: 'Encryption at rest' }).first();

for (const [name, lose] of [
  ['blocked', (page: Page) => page.route(controlsFile, (route) => route.abort())],
  ['missing', (page: Page) => page.route(controlsFile, (route) => route.fulfill({ status: 404, body: 'Not found' }))],
  [
    'another page',
    (page: Page) => page.route(controlsFile, (route) => route.fulfill({ contentType: 'text/html', body: '<p>Sign in</p>' })),
  ],
  ['of another shape', (page: Page) => page.route(controlsFile, (route) => route.fulfill({ json: { controls: [{}] } }))],
] as const)
  test(`controls that are ${name}: each fold says so, leads to a page that names them, and asks again`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await lose(page);
    await open(page, alone);
    const [duty, other] = [encrypted(page), duties(page).first()];
    await duty.getByRole('button', { name: /^Why and notes/u }).click();
    await other.getByRole('button', { name: /^Why and notes/u }).click();
    await expect(duty.locator('.shown-by')).toContainText(lostLine);
    await expect(line(page, 0)).toContainText(lostLine);
    const led = await duty.locator('.shown-by a').getAttribute('href');
    await page.unroute(controlsFile);
    await duty.getByRole('button', { name: 'Try again' }).click();
    await expect(duty.getByRole('link', { name: 'RDS.3', exact: true })).toBeVisible();
    await expect(page.locator('.duty .shown-by').filter({ hasText: lostLine })).toHaveCount(0);
    // The button is gone from under the reader's fingers.
    await expect(duty.getByRole('button', { name: /^Why and notes/u })).toBeFocused();
    expect(errors).toEqual([]);
    await page.goto(led ?? '');
    await expect(page.locator('[data-layer="server-encryption"] .panel').getByRole('link', { name: 'RDS.3', exact: true })).toBeVisible();
  });

test('controls that are late: the fold says that they are loading, and after the time limit that they are lost', async ({ page }) => {
  // Never answered.
  await page.route(controlsFile, () => undefined);
  await open(page, alone);
  // Only now, as drawing the list waits for frames.
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(60_000);
  const duty = encrypted(page);
  await duty.getByRole('button', { name: /^Why and notes/u }).click();
  await page.clock.runFor(1000);
  await expect(duty.locator('.shown-by')).toHaveText('Looking for controls that can show whether it is done …');
  await page.clock.runFor(8000);
  await expect(duty.locator('.shown-by')).toContainText(lostLine);
});

test('on paper a duty whose controls nobody asked for names the pages that carry them, and the next time the controls', async ({
  page,
}) => {
  await open(page, alone);
  let send = (): void => undefined;
  const printed = new Promise<void>((resolve) => {
    send = resolve;
  });
  await page.route(controlsFile, async (route) => {
    await printed;
    await route.continue();
  });
  const print = (): Promise<string> =>
    encrypted(page).evaluate((duty) => {
      window.dispatchEvent(new Event('beforeprint'));
      return duty.querySelector('.shown-by')?.textContent ?? '';
    });
  expect(await print()).toBe('Pages that name any controls that can show whether it is done:Amazon RDS');
  send();
  await expect(encrypted(page).getByRole('link', { name: 'RDS.3', exact: true, includeHidden: true })).toHaveCount(1);
  expect(await print()).toMatch(/^Can show whether it is done.*RDS\.3/u);
});

test('sixty services: every member and every duty is there', async ({ page }) => {
  const many = services.slice(0, 60);
  await page.goto(`/stack/?services=${many.map(({ id }) => id).join(',')}`);
  await expect(page.locator('[data-part="status"]')).toHaveText('60 services');
  await expect(page.locator('tide-stack')).toHaveAttribute('aria-busy', 'false');
  await expect(page.locator('.stack-members li')).toHaveCount(60);
  // The rows come some in each frame; the count knows all of them.
  const all = Number(/of (\d+) done/u.exec((await counted(page).textContent()) ?? '')?.[1]);
  expect(all).toBeGreaterThan(200);
  await expect(duties(page)).toHaveCount(all);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('nothing scrolls sideways, whatever is unfolded', async ({ page }) => {
    await open(page);
    await note(page, 0, 'somebody-with-a-very-long-name-without-any-space-in-it', '2030-01-31', 'x'.repeat(300));
    await page.getByRole('button', { name: 'Erase notes' }).click();
    await expect(page.getByRole('button', { name: 'Erase all' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

test('on paper stand the picture, the list with its reasons and what is and no control', async ({ page }) => {
  await open(page);
  await note(page, 0, 'Platform team', '2030-01-31', 'Ticket 12');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.split .band').first()).toBeVisible();
  await expect(duties(page).last().locator('.detail').first()).toBeVisible();
  await expect(duties(page).first().locator('.told')).toHaveText('Platform team · due 2030-01-31 · Ticket 12');
  for (const part of ['.fold .kept', '.more', '.stack-kept', '.stack-form', '.duty-bar form'])
    await expect(page.locator(part).filter({ visible: true })).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, reducedMotion: 'reduce' });

    test('what is unfolded, ticked, late and asked has no axe violations', async ({ page }) => {
      await open(page);
      await note(page, 0, 'Platform team', '2020-01-31', 'Ticket 12');
      await box(page, 1).check();
      await page.getByRole('button', { name: 'Erase notes' }).click();
      await expect(page.getByRole('button', { name: 'Erase all' })).toBeVisible();
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .include('tide-stack')
        .exclude('.duty:nth-child(n + 6)')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))).toEqual([]);
    });

    test('the page without an address has no axe violations', async ({ page }) => {
      await page.goto('/stack/');
      await expect(page.locator('tide-stack a[data-stack]').first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('main').analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))).toEqual([]);
    });
  });
