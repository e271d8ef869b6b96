// What readers take along: the link, pictures that need nothing beside them, tables, frames.
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { builtLayers, builtServices } from '../scripts/built.ts';
import { built, origin } from '../scripts/serve.ts';
import { box, take, textOf, unfold } from './share-box.ts';

const services = builtServices();
const layers = builtLayers().length;

/** Opens a file without the site: what it shows, and what it asked for. */
async function alone(browser: Browser, file: string | Buffer, type: string): Promise<{ page: Page; asked: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, colorScheme: 'dark' });
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) asked.push(request.url());
  });
  await page.goto(`data:${type};base64,${Buffer.from(file).toString('base64')}`);
  // The font comes along in the file, and is read once the first text is laid out.
  await expect.poll(() => page.evaluate(() => [...document.fonts].map(({ status }) => status))).toEqual(['loaded']);
  return { page, asked };
}

test('the link is that of exactly this view', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/explore/?area=database&sort=yours');
  await page.locator('tide-explorer input[name="category"][value="managed"]').check();
  const rows = page.locator('[data-matrix] tbody tr:visible th');
  const managed = services.filter(({ area, options }) => area === 'database' && options[0]?.category === 'managed');
  await expect(rows).toHaveCount(managed.length);
  await unfold(page);
  await box(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(box(page).getByRole('status')).toHaveText('Link copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`${origin}/explore/?category=managed&area=database&sort=yours`);
  const told = await page.locator('[data-status]').textContent();
  const names = await rows.allTextContents();
  await page.goto(copied);
  await expect(page.locator('[data-status]')).toHaveText(told ?? '');
  await expect(rows).toHaveText(names);
});

test('an SVG opens on its own, says what the page says, and asks for nothing', async ({ page, browser }) => {
  await page.goto('/services/amazon-eks/?option=auto-mode');
  // The finished page shows the first option until the address is read.
  await expect(page.locator('tide-service[data-live]')).toBeVisible();
  const phrases = (await page.locator('.split .words .text').allTextContents()).toSorted();
  const download = await take(page, 'Download SVG');
  expect(download.suggestedFilename()).toBe('amazon-eks.auto-mode.svg');
  const opened = await alone(browser, await textOf(download), 'image/svg+xml');
  const texts = await opened.page.evaluate(() => [...document.querySelectorAll('text')].map((text) => text.textContent));
  expect(phrases.length).toBeGreaterThan(layers);
  // A long phrase takes two lines, which follow each other.
  const said = texts.join(' ');
  expect(phrases.filter((phrase) => !said.includes(phrase))).toEqual([]);
  expect(texts[0]).toMatch(/^Amazon EKS, Auto Mode: \d+ layers are yours, \d+ are shared$/u);
  // No text leaves the picture, none runs into another of its line.
  const wrong = await opened.page.evaluate(() => {
    const boxes = [...document.querySelectorAll('text')].map((text) => ({ text: text.textContent, box: text.getBBox() }));
    return boxes
      .filter(({ box: a }, index) => {
        const meets = boxes.some(
          ({ box: b }, other) => other !== index && Math.abs(a.y - b.y) < 5 && a.x < b.x + b.width && b.x < a.x + a.width,
        );
        return meets || a.x < 0 || a.x + a.width > 1280;
      })
      .map(({ text }) => text);
  });
  expect(wrong).toEqual([]);
  expect(await opened.page.evaluate(() => document.fonts.size)).toBe(1);
  expect(opened.asked).toEqual([]);
  await opened.page.close();
});

for (const theme of ['light', 'dark'] as const) {
  test(`a ${theme} PNG shows what the ${theme} SVG shows`, async ({ page, browser }) => {
    await page.goto('/services/amazon-rds/');
    await unfold(page);
    await box(page).getByLabel(theme).check();
    const svg = await alone(browser, await textOf(await take(page, 'Download SVG')), 'image/svg+xml');
    const drawn = await svg.page.screenshot();
    await svg.page.close();
    const png = await readFile(await (await take(page, 'Download PNG')).path());
    // Both pictures, pixel by pixel, at the size of the smaller.
    const differs = await page.evaluate(
      async ([a, b]) => {
        const pixels = async (data: string): Promise<{ data: Uint8ClampedArray; size: string }> => {
          const image = new Image();
          image.src = `data:image/png;base64,${data}`;
          await image.decode();
          const canvas = document.createElement('canvas');
          canvas.width = 1280;
          canvas.height = 720;
          const context = canvas.getContext('2d');
          if (!context) throw new Error('no canvas');
          context.imageSmoothingQuality = 'high';
          context.drawImage(image, 0, 0, 1280, 720);
          return { data: context.getImageData(0, 0, 1280, 720).data, size: `${image.naturalWidth} x ${image.naturalHeight}` };
        };
        const [one, two] = await Promise.all([pixels(a ?? ''), pixels(b ?? '')]);
        let far = 0;
        for (let at = 0; at < one.data.length; at += 4)
          if (Math.abs((one.data[at] ?? 0) - (two.data[at] ?? 0)) + Math.abs((one.data[at + 2] ?? 0) - (two.data[at + 2] ?? 0)) > 120)
            far += 1;
        return { share: far / (1280 * 720), size: two.size, corner: [...two.data.slice(0, 3)] };
      },
      [drawn.toString('base64'), png.toString('base64')],
    );
    expect(differs.size).toBe('2560 x 1440');
    expect(differs.share).toBeLessThan(0.01);
    expect(differs.corner).toEqual(theme === 'light' ? [253, 252, 250] : [18, 22, 28]);
  });
}

test('a picture of counts says what the bands say', async ({ page, browser }) => {
  await page.goto('/explore/?area=storage');
  await expect(page.locator('tide-explorer[data-live]')).toBeVisible();
  const numbers = await page.locator('tide-explorer .count .number').allTextContents();
  const { page: picture } = await alone(browser, await textOf(await take(page, 'Download SVG')), 'image/svg+xml');
  const texts = await picture.evaluate(() =>
    [...document.querySelectorAll('text[class^="on-"]')].map((text) => text.textContent.split(' ')[0]),
  );
  expect(numbers.length).toBeGreaterThan(layers);
  expect(texts).toEqual(numbers);
  await picture.close();
});

test('CSV and Markdown hold the rows of the view', async ({ page }) => {
  await page.goto('/explore/?area=storage&sort=yours');
  await expect(page.locator('tide-explorer[data-live]')).toBeVisible();
  const names = await page.locator('[data-matrix] tbody tr:visible th').allTextContents();
  const csv = await textOf(await take(page, 'Download CSV'));
  expect(csv.startsWith('\uFEFFService,Yours,Shared,Customer data')).toBe(true);
  expect(
    csv
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/^"([^"]*)".*|^([^,]*),.*/u, '$1$2')),
  ).toEqual(names);
  const markdown = await textOf(await take(page, 'Download Markdown'));
  expect(markdown).toContain(`<${origin}/explore/?area=storage&sort=yours>`);
  expect(markdown.split('\n').filter((line) => line.startsWith('|'))).toHaveLength(names.length + 2);
  await page.goto('/compare/?services=amazon-s3,amazon-ec2');
  await expect(page.locator('table.compare thead a')).toHaveText(['Amazon S3', 'Amazon EC2']);
  expect(await textOf(await take(page, 'Download CSV'))).toMatch(
    /^\uFEFFLayer,Differs,Amazon S3,Amazon S3: if you do nothing,Amazon S3: sources,Amazon EC2,/u,
  );
  await page.goto('/services/amazon-s3/');
  const service = await textOf(await take(page, 'Download Markdown'));
  expect(service).toContain('# Amazon S3');
  expect(service.split('\n').filter((line) => line.startsWith('|'))).toHaveLength(layers + 2);
});

test('the checklist holds what the way to run it asks of you, as tasks', async ({ page }) => {
  await page.goto('/services/amazon-eks/?option=auto-mode');
  await expect(page.locator('tide-service[data-live]')).toBeVisible();
  const button = page.locator('button[data-share-as="todo"]');
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(download.suggestedFilename()).toBe('amazon-eks.auto-mode.checklist.md');
  const tasks = (await textOf(download)).split('\n').filter((line) => line.startsWith('- [ ] '));
  const duties = page.locator('details[data-part="auto-mode"] .task');
  await expect(duties).toHaveCount(tasks.length);
  const plain = tasks.join('\n').replaceAll('\\', '');
  for (const task of await duties.allTextContents()) expect(plain).toContain(task);
  await expect(button).toHaveText('Saved amazon-eks.auto-mode.checklist.md.');
});

test('a file that cannot be made is said', async ({ page }) => {
  await page.route('**/diagrams/*.css', (route) => route.abort());
  await page.goto('/services/amazon-s3/');
  await unfold(page);
  await box(page).getByRole('button', { name: 'Download PNG' }).click();
  await expect(box(page).getByRole('status')).toContainText('could not be made');
});

test('a view that is still loading is awaited, and a file is of what was asked for', async ({ page }) => {
  const { promise: allowed, resolve: allow } = Promise.withResolvers<undefined>();
  await page.route('**/data/v1/services/amazon-{sqs,sns}.json', async (route) => {
    await allowed;
    await route.continue();
  });
  await page.goto('/compare/?services=amazon-s3,amazon-ec2');
  await expect(page.locator('table.compare thead a')).toHaveText(['Amazon S3', 'Amazon EC2']);
  await page.getByRole('button', { name: 'Remove Amazon EC2', exact: true }).click();
  await page.getByRole('combobox', { name: 'Add a service or a way to run it' }).fill('sqs');
  await expect(page.locator('#compare-choices [role="option"]').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('table.compare')).toHaveAttribute('aria-busy', 'true');
  await unfold(page);
  const compared = page.waitForEvent('download');
  await box(page).getByRole('button', { name: 'Download CSV' }).click();
  const explorer = await page.context().newPage();
  await explorer.route('**/data/v1/services/amazon-sns.json', async (route) => {
    await allowed;
    await route.continue();
  });
  await explorer.goto('/explore/?services=amazon-sns');
  await expect(explorer.locator('ol.split')).toHaveAttribute('aria-busy', 'true');
  await unfold(explorer);
  const explored = explorer.waitForEvent('download');
  await box(explorer).getByRole('button', { name: 'Download Markdown' }).click();
  allow(undefined);
  expect((await compared).suggestedFilename()).toMatch(/^compare-amazon-s3\.[a-z-]+-amazon-sqs\./u);
  await expect(page.locator('table.compare')).toHaveAttribute('aria-busy', 'false');
  expect(await textOf(await explored)).toContain('# Amazon SNS');
  await expect(explorer.locator('ol.split')).toHaveAttribute('aria-busy', 'false');
});

test('every service and option has a picture at its address', async ({ page }) => {
  test.setTimeout(60_000);
  const names = services.flatMap(({ id, options }) => [id, ...options.map((option) => `${id}.${option.id}`)]);
  expect(names.length).toBeGreaterThan(2 * services.length);
  await page.goto('/404.html');
  const wrong = await page.evaluate(async (all) => {
    const problemOf = async (name: string): Promise<string> => {
      const answer = await fetch(`/diagrams/${name}.svg`);
      if (answer.status !== 200) return `status ${answer.status}`;
      const type = answer.headers.get('content-type') ?? 'none';
      if (type !== 'image/svg+xml') return `type ${type}`;
      const text = await answer.text();
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      const outside = [...parsed.querySelectorAll('[href], script, image')].length + (/url\((?!'data:)|@import/u.test(text) ? 1 : 0);
      if (outside > 0) return 'reaches outside';
      return parsed.querySelector('parsererror')?.textContent ?? (parsed.querySelectorAll('text').length < 30 ? 'says too little' : '');
    };
    const found: string[] = [];
    for (const name of all) {
      const problem = await problemOf(name);
      if (problem !== '') found.push(`${name}: ${problem}`);
    }
    return found;
  }, names);
  expect(wrong).toEqual([]);
});

test('the address of the picture and the frame follow the option', async ({ page }) => {
  await page.goto('/services/amazon-eks/');
  await unfold(page);
  await expect(box(page).locator('[data-image]')).toHaveAttribute('href', '/diagrams/amazon-eks.svg');
  await page.locator('input[name="option"][value="fargate"]').check();
  await expect(box(page).locator('[data-image]')).toHaveAttribute('href', '/diagrams/amazon-eks.fargate.svg');
  await expect(box(page).locator('[data-image]')).toContainText('/diagrams/amazon-eks.fargate.svg');
  await expect(box(page).locator('[data-embed]')).toContainText('/embed/amazon-eks/fargate/"');
});

test('pages for frames may be framed by another site, and only those', async ({ page }) => {
  // Whatever folder the site gains has to be closed too.
  const folders = readdirSync(built).filter((name) => existsSync(path.join(built, name, 'index.html')));
  expect(folders).toContain('search');
  const addresses = ['/embed/amazon-eks/?option=fargate', '/services/amazon-eks/', '/', '/404.html', ...folders.map((name) => `/${name}/`)];
  const host = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(addresses.map((address, index) => `<iframe name="f${index}" src="${origin}${address}"></iframe>`).join(''));
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  try {
    const at: AddressInfo | string | null = host.address();
    if (at === null || typeof at === 'string') throw new Error('the other site has no port');
    await page.goto(`http://localhost:${at.port}/`, { waitUntil: 'load' });
    await expect(page.frameLocator('iframe[name="f0"]').getByRole('heading', { level: 1 })).toHaveText('Amazon EKS');
    await expect(page.frameLocator('iframe[name="f0"]').locator('[data-option-name]')).toHaveText('Fargate');
    await expect(page.frameLocator('iframe[name="f0"]').locator('a[data-page]')).toHaveAttribute(
      'href',
      '/services/amazon-eks/?option=fargate',
    );
    for (let index = 1; index < addresses.length; index += 1) {
      const shown = page.frames().find((frame) => frame.name() === `f${index}`);
      expect(shown?.url(), addresses[index]).not.toContain(origin);
    }
  } finally {
    host.close();
  }
});
