// Frames on other sites, as strict as they come: what is shown is what was asked for, or says what it is.
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { expect, test } from '@playwright/test';
import type { FrameLocator, Page } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { builtFile, builtServices } from '../scripts/built.ts';
import { origin } from '../scripts/serve.ts';

const several = builtServices().filter(({ options }) => options.length > 1);
/** Every seventh way that is not a service's first. */
const sample = several
  .flatMap(({ id, short, options }) => options.slice(1).map((option) => ({ id, short, option })))
  .filter((_, index) => index % 7 === 0);

let site: Server;
let body = '';
let address = '';
test.beforeAll(async () => {
  site = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(body);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const at = site.address();
  if (at === null || typeof at === 'string') throw new Error('the other site has no port');
  address = `http://localhost:${at.port}/`;
});
test.afterAll(() => {
  site.close();
});

async function frame(page: Page, sandbox: string, path: string): Promise<FrameLocator> {
  body = `<!doctype html><iframe name="f" ${sandbox} src="${origin}${path}" width="960" height="860"></iframe>`;
  await page.goto(address, { waitUntil: 'load' });
  return page.frameLocator('iframe[name="f"]');
}

test.describe.configure({ mode: 'serial' });

test('the page for frames of every way to run every service shows that way, before any script runs', () => {
  const every = builtServices().flatMap((service) => service.options.map((option, index) => ({ service, option, first: index === 0 })));
  expect(every.length).toBeGreaterThan(170);
  for (const { service, option, first } of every) {
    const { document } = parseHTML(builtFile(`embed/${service.id}/${first ? '' : `${option.id}/`}index.html`));
    const bands = [...document.querySelectorAll('.split > [data-layer]')].map((layer) => [
      layer.getAttribute('data-layer'),
      layer.querySelector('.band')?.getAttribute('data-party'),
    ]);
    const split = Object.entries(option.split).map(([layer, { party }]) => [layer, party]);
    expect([service.id, option.id, Object.fromEntries(bands)]).toEqual([service.id, option.id, Object.fromEntries(split)]);
    if (service.options.length > 1) expect(document.querySelector('[data-option-name]')?.textContent).toBe(option.name);
  }
});

test('every diagram fits the frame that pages offer, and narrower ones of the heights that they name', async ({ browser }) => {
  test.setTimeout(180_000);
  const { document } = parseHTML(builtFile('services/amazon-eks/index.html'));
  const code = document.querySelector('[data-embed]');
  const offered = /width="(\d+)" height="(\d+)"/u.exec(code?.textContent ?? '') ?? [];
  const told = (code?.parentElement?.textContent ?? '').matchAll(/([\d,]+)\s+px\s+at\s+(\d+)/gu);
  const sizes = [
    { width: Number(offered[1]), height: Number(offered[2]), tallest: 0 },
    ...[...told].map(([, height = '', width]) => ({ width: Number(width), height: Number(height.replace(',', '')), tallest: 0 })),
  ];
  expect(sizes.map(({ width }) => width)).toEqual([960, 800, 600, 320]);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const scrolled: string[] = [];
  for (const { id, options } of builtServices()) {
    for (const [index, option] of options.entries()) {
      const path = `/embed/${id}/${index === 0 ? '' : `${option.id}/`}`;
      await page.goto(`${origin}${path}`, { waitUntil: 'load' });
      for (const size of sizes) {
        // Lower than any diagram, so that the page says how high it is itself.
        await page.setViewportSize({ width: size.width, height: 100 });
        const high = await page.evaluate(() => document.documentElement.scrollHeight);
        size.tallest = Math.max(size.tallest, high);
        if (high > size.height) scrolled.push(`${path} of ${size.width} px is ${high} px high`);
      }
    }
  }
  await context.close();
  expect(scrolled).toEqual([]);
  // No more than some diagram needs.
  for (const { width, height, tallest } of sizes) expect(height - tallest, `${width} px`).toBeLessThan(100);
});

for (const sandbox of ['', 'sandbox', 'sandbox="allow-scripts"'])
  test(`a frame (${sandbox || 'not sandboxed'}) shows the way to run it that its address names`, async ({ page }) => {
    test.setTimeout(120_000);
    const lost: string[] = [];
    page.on('requestfailed', (request) => lost.push(request.url()));
    expect(sample.length).toBeGreaterThan(8);
    for (const { id, short, option } of sample) {
      const shown = await frame(page, sandbox, `/embed/${id}/${option.id}/`);
      await expect(shown.getByRole('heading', { level: 1 })).toHaveText(short);
      await expect(shown.locator('[data-option-name]')).toHaveText(option.name);
      const parties = await shown.locator('.band').evaluateAll((bands) => bands.map((band) => band.getAttribute('data-party')));
      expect(parties.toSorted(), `${id}, ${option.id}`).toEqual(
        Object.values(option.split)
          .map(({ party }) => party)
          .toSorted(),
      );
    }
    expect(lost).toEqual([]);
  });

test('a frame with scripts but no origin reads the option in its query', async ({ page }) => {
  const shown = await frame(page, 'sandbox="allow-scripts"', '/embed/amazon-rds/?option=rds-custom-sql-server');
  await expect(shown.locator('[data-option-name]')).toHaveText('RDS Custom for SQL Server');
  const asText = await shown.locator('body').evaluate(() => document.fonts.check('16px "Source Sans 3"'));
  expect(asText).toBe(true);
});

test('a frame without scripts cannot read it, says what it shows and leads to the others', async ({ page }) => {
  const shown = await frame(page, 'sandbox', '/embed/amazon-rds/?option=rds-custom-sql-server');
  await expect(shown.locator('.embed-option')).toContainText('Shown: RDS. Ways to run it: RDS, RDS Custom for Oracle');
  await shown.getByRole('link', { name: 'RDS Custom for SQL Server' }).click();
  await expect(shown.locator('[data-option-name]')).toHaveText('RDS Custom for SQL Server');
});

test('an option that is asked for and does not exist is named', async ({ page }) => {
  const shown = await frame(page, '', '/embed/amazon-rds/?option=teapot');
  await expect(shown.locator('[data-notice]')).toContainText('There is no such way to run it. You see: RDS.');
});

test('a frame of one way to run it says of another that it shows one', async ({ page }) => {
  const shown = await frame(page, '', '/embed/amazon-rds/rds-custom-oracle/?option=rds-custom-sql-server');
  await expect(shown.locator('[data-notice]')).toContainText(
    'option=rds-custom-sql-server. This frame shows one way to run it. You see: RDS Custom for Oracle.',
  );
});

for (const query of ['theme=dark', 'Theme=Dark', 'layer=os&amp;theme=dark', 'layer=os%26theme%3Ddark', 'theme=&theme=dark&theme=light'])
  test(`a frame is dark by ?${query}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    const shown = await frame(page, '', `/embed/amazon-rds/?${query}`);
    await expect(shown.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

test('a frame follows the system where the theme is none', async ({ page }) => {
  const shown = await frame(page, '', '/embed/amazon-rds/?theme=darker');
  await expect(shown.locator('tide-service')).toHaveAttribute('data-live');
  await expect(shown.locator('html')).not.toHaveAttribute('data-theme');
});
