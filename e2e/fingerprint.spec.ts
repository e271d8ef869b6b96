// The strip of an option: beside its name, told in words where no words beside it say the same, and legible without colour.
import { expect, test } from '@playwright/test';
import { builtServices } from '../scripts/built.ts';

const services = builtServices();

test('the list of services has a strip for each service, which says its counts', async ({ page }) => {
  await page.goto('/services/');
  for (const list of ['ul.strips:first-of-type', 'section']) {
    const strips = page.locator(`.sl-markdown-content > ${list}`).getByRole('img', { name: /layer/u });
    await expect(strips).toHaveCount(services.length);
  }
  const rds = page.locator('li', { has: page.getByRole('link', { name: 'Amazon RDS', exact: true }) }).first();
  const parties = Object.values(services.find(({ id }) => id === 'amazon-rds')?.options[0]?.split ?? {}).map(({ party }) => party);
  const yours = parties.filter((party) => party === 'customer').length;
  await expect(rds.getByRole('img')).toHaveAccessibleName(new RegExp(`^${yours} layers? (?:is|are) yours`, 'u'));
  // A row of your own, or of both, has a cell on the left.
  const left = parties.filter((party) => party === 'customer' || party === 'shared').length;
  expect((await rds.locator('path.customer').getAttribute('d'))?.match(/M0 /gu)).toHaveLength(left);
});

test('each way to run a service shows its own strip in the choice', async ({ page }) => {
  await page.goto('/services/amazon-eks/');
  const options = services.find(({ id }) => id === 'amazon-eks')?.options ?? [];
  const strips = page.locator('.bar label .fp');
  await expect(strips).toHaveCount(options.length);
  const drawn = await strips.evaluateAll((all) => all.map((strip) => strip.innerHTML));
  expect(drawn[0]).not.toBe(drawn.at(-1));
  // The counts beside the choice say it in words.
  await expect(strips.first()).toHaveAttribute('aria-hidden', 'true');
});

test('the columns of a comparison begin with the strips of their options, by the lens', async ({ page }) => {
  await page.goto('/compare/?services=amazon-rds,amazon-ec2');
  const strips = page.locator('table.compare thead .fp');
  await expect(strips).toHaveCount(2);
  await expect(strips.first().locator('path.customer')).toHaveCount(1);
  await page.getByRole('radio', { name: 'If you do nothing' }).check();
  await expect(strips.first().locator('path.holds-yours')).toHaveCount(1);
  await expect(strips.first().locator('path.customer')).toHaveCount(0);
});

test('in forced colours the cells stand out by the reader’s own colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/services/');
  const fills = await page
    .locator('.fp path')
    .evaluateAll((paths) => [...new Set(paths.map((each) => `${getComputedStyle(each).fill} ${getComputedStyle(document.body).color}`))]);
  expect(fills).toHaveLength(1);
  const [fill = '', ink = ''] = fills[0]?.split(/ (?=rgb)/u) ?? [];
  expect(fill).toBe(ink);
});
