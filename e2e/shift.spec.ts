// Scripts take over finished markup: nothing moves while a page loads.
import { expect, test } from '@playwright/test';

for (const width of [1280, 360]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    for (const address of ['/', '/explore/', '/services/amazon-eks/', '/services/', '/guide/']) {
      test(`nothing moves while ${address} loads`, async ({ page }) => {
        await page.goto(address, { waitUntil: 'load' });
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        // Longer than an edge takes to slide.
        await page.waitForTimeout(500);
        const shift = await page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              let sum = 0;
              new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) if ('value' in entry && typeof entry.value === 'number') sum += entry.value;
              }).observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => {
                resolve(sum);
              }, 100);
            }),
        );
        expect(shift).toBeLessThan(0.01);
      });
    }
  });
}

test('the table of contents stands at its place before the prose has arrived', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/guide/');
  const at = (): Promise<number | undefined> =>
    page.locator('.right-sidebar').evaluate((element) => Math.round(element.getBoundingClientRect().left));
  const finished = await at();
  expect(finished).toBeGreaterThan(800);
  // What a browser paints when the page comes in two pieces.
  await page.locator('.main-pane').evaluate((element) => {
    element.remove();
  });
  expect(await at()).toBe(finished);
});
