// The drawing of a service begins within the first screen, whatever its name, its options and its words.
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { builtServices } from '../scripts/built.ts';

const services = builtServices();
type Service = (typeof services)[number];

/** A font that comes late is left out, and the reader's own may be wider: on the next page it is there. */
async function fetchFont(page: Page): Promise<void> {
  await page.goto('/offline/');
  await page.evaluate(async () => {
    await document.fonts.load("1rem 'Source Sans 3'");
  });
}

/** The service with the most of something. */
function most(sizeOf: (service: Service) => number): string {
  return services.reduce((best, each) => (sizeOf(each) > sizeOf(best) ? each : best)).id;
}

/** The kinds of page: extremes of all that stands above the drawing, services that end, and those most often read. */
const sample = new Set([
  most(({ short }) => short.length),
  most(({ summary }) => summary.length),
  most(({ options }) => options.length),
  most(({ options }) => options.map(({ name }) => name).join(' ').length),
  ...services
    .filter(({ options }) => options.length === 1)
    .map(({ id }) => id)
    .slice(0, 1),
  ...services
    .filter(({ status }) => status !== 'active')
    .map(({ id }) => id)
    .slice(0, 1),
  ...['aws-lambda', 'amazon-s3', 'amazon-eks', 'amazon-rds', 'aws-outposts'],
]);

interface Opened {
  readonly address: string;
  readonly live: string;
  readonly drawing: string;
  /** In px, from the top of the page. */
  readonly top: number;
}

/** Opens the pages in a window of that size, one after the other, and returns what is wrong with each. */
async function lowOrWide(
  page: Page,
  { width, height }: { readonly width: number; readonly height: number },
  all: readonly Opened[],
): Promise<string[]> {
  await page.setViewportSize({ width, height });
  await fetchFont(page);
  const wrong: string[] = [];
  for (const { address, live, drawing, top } of all) {
    await page.goto(address);
    await expect(page.locator(live), address).toBeAttached();
    const box = await page.locator(drawing).first().boundingBox();
    if (box === null || box.y > top) wrong.push(`${address}: the drawing begins at ${box?.y ?? 'no'} px, not ${top} px down at most`);
    const reach = await page.evaluate(() => document.documentElement.scrollWidth);
    if (reach > width) wrong.push(`${address}: ${reach} px wide`);
  }
  return wrong;
}

for (const { width, height, top } of [
  { width: 1280, height: 720, top: 260 },
  { width: 360, height: 740, top: 420 },
])
  test(`at ${width}×${height} the drawing of each of ${sample.size} services begins ${top} px down at most`, async ({ page }) => {
    const all = [...sample].map((id) => ({
      address: `/services/${id}/`,
      live: 'tide-service[data-live]',
      drawing: 'tide-service .diagram',
      top,
    }));
    expect(await lowOrWide(page, { width, height }, all)).toEqual([]);
  });

for (const width of [550, 600, 650])
  test(`at ${width} px the page of a service stays within the window in the reader's own font`, async ({ page }) => {
    await page.route('**/*.woff2', (route) => route.abort());
    await page.setViewportSize({ width, height: 740 });
    await page.goto('/services/amazon-rds/');
    await expect(page.locator('tide-service[data-live]')).toBeAttached();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

const explorers = [
  { address: '/explore/', wide: 260, narrow: 420 },
  { address: '/explore/?area=database&layer=os&party=aws', wide: 260, narrow: 420 },
  // Seven words for the parts of a band instead of four.
  { address: '/explore/?count=ways&lens=defaults', wide: 300, narrow: 480 },
];
for (const { width, height, size } of [
  { width: 1280, height: 720, size: 'wide' },
  { width: 360, height: 740, size: 'narrow' },
] as const)
  test(`at ${width}×${height} the drawing of the explorer begins within the first screen`, async ({ page }) => {
    const all = explorers.map(({ address, [size]: top }) => ({
      address,
      live: 'tide-explorer[data-live]',
      drawing: 'tide-explorer .band',
      top,
    }));
    expect(await lowOrWide(page, { width, height }, all)).toEqual([]);
  });

test('the counts of a service stand in the quiet colour and size of its facts', async ({ page }) => {
  await page.goto('/services/amazon-eks/');
  const look = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { color, fontSize, marginTop } = getComputedStyle(element);
        return `${color} ${fontSize} ${marginTop}`;
      });
  expect(await look('[data-counts]')).toBe(await look('.option-summary'));
});
