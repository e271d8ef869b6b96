// What readers have without a connection, and on one that fails: pages they opened, as new as they can be, and a plain word for the rest.
import { expect } from '@playwright/test';
import { kept, laterPage, test, visit } from './changing-site.ts';
import { choose, counted, services as all, told } from './explorer-page.ts';
import { ask, pages, passages, services } from './search-page.ts';
import { choose as chooseFiles, file, openIntake, terraform } from './stack-intake-page.ts';

const explorerOfRds = '/explore/?services=amazon-rds&layer=backup';
const rdsData = '/data/v1/services/amazon-rds.json';
const words = 'tide-explorer [data-layer="backup"] details[open] .panel .detail';
const title = 'h1';

test('pages, ways to run, explorer and search work offline once used; another page says so plainly', async ({ page, context }) => {
  // It opens fifteen pages; on a busy machine half a minute passes.
  test.setTimeout(180_000);
  await visit(page, '/');
  await visit(page, '/services/amazon-rds/');
  await visit(page, '/services/amazon-eks/');
  await visit(page, explorerOfRds);
  await expect(page.locator(words).first()).toBeVisible();
  const detail = await page.locator(words).first().textContent();
  await ask(page, 'rehearse a restore');
  await expect(pages(page).first()).toBeVisible();
  // Its title names a way to run the service where the phrases came soon enough to know it; what it says is the page's own.
  const found = await pages(page).first().locator('.excerpt').textContent();

  await context.setOffline(true);
  await page.goto('/');
  await expect(page.locator(title)).toBeVisible();
  await page.goto('/services/amazon-eks/?option=fargate');
  await expect(page.locator('input[name="option"][value="fargate"]')).toBeChecked();
  await page.locator('input[name="option"]').first().check();
  await expect(page).toHaveURL('/services/amazon-eks/');
  await page.goto('/explore/');
  await expect(told(page)).toHaveText(counted(all.length));
  await choose(page, 'category', 'abstracted');
  await expect(page).toHaveURL('/explore/?category=abstracted');
  await expect(told(page)).not.toHaveText(counted(all.length));
  await page.goto(explorerOfRds);
  await expect(page.locator(words).first()).toHaveText(detail ?? '');
  await ask(page, 'rehearse a restore', '/services/amazon-rds/');
  await expect(passages(page).first()).toBeVisible();
  await expect(pages(page).first().locator('.excerpt')).toHaveText(found ?? '');
  await ask(page, 'sqs', '/services/amazon-rds/');
  await expect(services(page).first()).toContainText('Amazon SQS');

  // The address without its slash, which the host would add.
  await page.goto('/services/amazon-rds?layer=os');
  await expect(page).toHaveURL('/services/amazon-rds/?layer=os');
  await expect(page.locator(title)).toContainText('RDS');

  const answer = await page.goto('/services/amazon-sqs/');
  expect(answer?.status()).toBe(503);
  await expect(page.locator(title)).toHaveText('No connection');
  await expect(page).toHaveURL('/services/amazon-sqs/');
  await page.getByRole('main').getByRole('link', { name: 'Amazon RDS' }).click();
  await expect(page).toHaveURL('/services/amazon-rds/');
  await page.goto('/services/amazon-sqs/');
  await page.getByRole('main').getByRole('link', { name: 'All services, A to Z' }).click();
  await expect(page.locator(title)).toHaveText('Services A to Z');

  await page.goto('/services/amazon-sqs/');
  await expect(page.locator(title)).toHaveText('No connection');
  await context.setOffline(false);
  await expect(page.locator(title)).toContainText('SQS');
});

test('the next version of a page is there at the first visit, and at the second on a line that is too slow', async ({ page, site }) => {
  await visit(page, '/services/amazon-rds/');
  await page.reload();
  site.instead.set('/services/amazon-rds/', laterPage);
  await page.goto('/services/amazon-rds/');
  await expect(page.locator(title)).toContainText('(later)');

  await visit(page, '/services/amazon-s3/');
  await page.reload();
  site.instead.set('/services/amazon-s3/', laterPage);
  site.hold('/services/amazon-s3/');
  await page.goto('/services/amazon-s3/');
  await expect(page.locator(title)).not.toContainText('(later)');
  site.release('/services/amazon-s3/');
  const keptTitle = (): Promise<string> =>
    page.evaluate(async () => (await (await caches.match(location.pathname))?.text())?.match(/<h1.*?<\/h1>/su)?.[0] ?? '');
  await expect.poll(keptTitle).toContain('(later)');
  site.hold('/services/amazon-s3/');
  await page.goto('/services/amazon-s3/');
  await expect(page.locator(title)).toContainText('(later)');
});

test('a new page never shows data of the version before', async ({ page, site }) => {
  await visit(page, explorerOfRds);
  await page.reload();
  await expect(page.locator(words).first()).toBeVisible();
  site.instead.set('/explore/', laterPage);
  site.instead.set(rdsData, { status: 500 });
  await page.goto(explorerOfRds);
  await expect(page.locator('tide-explorer [data-notice]')).toContainText('could not load');
  await expect(page.locator(words)).toHaveCount(0);
});

test('data that was used comes along with the next version, before it is used again', async ({ page, site, context }) => {
  await visit(page, explorerOfRds);
  await page.reload();
  await expect(page.locator(words).first()).toBeVisible();
  await expect.poll(async () => (await kept(page))['data']).toContainEqual(expect.stringContaining(rdsData));
  site.instead.set('/explore/', laterPage);
  site.instead.set(rdsData, { body: (built) => built.replaceAll(/"detail":"/gu, '"detail":"Later: ') });
  await page.goto('/explore/');
  await expect.poll(async () => (await kept(page))['data']).toContain(`${rdsData}?revision=later`);
  await context.setOffline(true);
  await page.goto(explorerOfRds);
  await expect(page.locator(words).first()).toContainText('Later: ');
});

test('a stack is read from files offline, once any was read with a connection', async ({ page, context }) => {
  await visit(page, '/stack/');
  await openIntake(page);
  await chooseFiles(page, [file('list.txt', 'S3')]);
  await expect.poll(async () => (await kept(page))['data']).toContainEqual(expect.stringContaining('/stack/names.json'));
  await context.setOffline(true);
  await openIntake(page);
  await chooseFiles(page, [file('main.tf', terraform)]);
  // By Terraform's grammar, which that list did not need: without it nothing would be asked.
  await expect(page.locator('tide-intake')).toContainText('package_type is var.kind');
});

test('an error of the server is not kept, and a page that is gone is forgotten', async ({ page, site, context }) => {
  await visit(page, '/services/amazon-rds/');
  await visit(page, '/services/amazon-s3/');
  site.instead.set('/services/amazon-rds/', { status: 500, body: () => 'failed' });
  site.instead.set('/services/amazon-sqs/', { status: 500, body: () => 'failed' });
  site.instead.set('/services/amazon-s3/', { status: 404 });
  await page.goto('/services/amazon-rds/');
  await expect(page.locator(title)).toContainText('RDS');
  expect((await page.goto('/services/amazon-sqs/'))?.status()).toBe(500);
  expect((await page.goto('/services/amazon-s3/'))?.status()).toBe(404);
  await expect.poll(async () => (await kept(page))['pages']).toEqual(['/services/amazon-rds/']);
  await context.setOffline(true);
  await page.goto('/services/amazon-s3/');
  await expect(page.locator(title)).toHaveText('No connection');
});

test('a part of a file, and a file for frames, are none of its business', async ({ page, site }) => {
  await visit(page, '/services/amazon-rds/');
  await page.reload();
  const { pages: before } = await kept(page);
  await page.evaluate(() => fetch('/services/amazon-s3/', { headers: { range: 'bytes=0-9' } }).then(() => undefined));
  expect(site.asked).toContain('/services/amazon-s3/');
  await page.goto('/embed/amazon-rds/');
  await expect(page.locator(title)).toBeVisible();
  expect((await kept(page))['pages']).toEqual(before);
});

test('a page for frames starts no worker', async ({ page }) => {
  await page.goto('/embed/amazon-rds/', { waitUntil: 'networkidle' });
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});
