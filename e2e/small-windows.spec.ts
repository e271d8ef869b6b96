// Small windows, enlarged pages and large default fonts: whatever is shown can be touched, and rows and results can be read.
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { pathOf, views } from './views.ts';

interface Size {
  readonly width: number;
  readonly height: number;
  /** In px: the size of text that the reader chose in the browser. */
  readonly font?: number;
}

const sizes: readonly Size[] = [
  ...[300, 360, 412].map((width) => ({ width, height: 740 })),
  { width: 320, height: 256 },
  { width: 667, height: 375 },
  { width: 667, height: 200 },
  { width: 390, height: 740, font: 32 },
];

/** Opens the page in a window of that size. */
async function openIn(page: Page, address: string, { width, height, font }: Size): Promise<void> {
  await page.setViewportSize({ width, height });
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: font ?? 16, fixed: 13 } });
  await page.goto(address, { waitUntil: 'load' });
  await expect(page.locator('html[data-pending]')).toHaveCount(0);
}

/** Controls whose middle belongs to something else, one a line; each is brought into view first. */
function covered(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
      // Those of the matrix scroll within a region of their own, and text for ears only is not touched.
      .filter((element) => !element.closest('.matrix tbody, .vh, .sl-skip-link, [href="#_top"]'))
      .flatMap((element) => {
        const inView = (): DOMRect => element.getClientRects()[0] ?? element.getBoundingClientRect();
        const { top, bottom, left, right } = inView();
        if (top < 0 || bottom > innerHeight || left < 0 || right > innerWidth)
          element.scrollIntoView({ block: 'center', inline: 'center' });
        const box = inView();
        if (box.width < 2) return [];
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const at = document.elementFromPoint(x, y);
        const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
        if (at && (element.contains(at) || labels.some((label) => label.contains(at)))) return [];
        return [
          `${element.outerHTML.slice(0, 90)} at ${Math.round(x)}, ${Math.round(y)}: ${at?.outerHTML.slice(0, 60) ?? 'outside of the window'}`,
        ];
      }),
  );
}

for (const size of sizes) {
  const { width, height, font } = size;
  const said = `${width}×${height}${font === undefined ? '' : ` with text of ${font} px`}`;
  test(`at ${said} the middle of each control is that control`, async ({ page }) => {
    test.setTimeout(180_000);
    const problems: string[] = [];
    for (const view of views) {
      await openIn(page, pathOf(view), size);
      for (const problem of await covered(page)) problems.push(`${pathOf(view)}: ${problem}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0 && font === undefined) problems.push(`${pathOf(view)}: ${wide} px too wide`);
    }
    expect(problems.slice(0, 20)).toEqual([]);
  });
}

for (const [width, height, least] of [
  [320, 256, 2],
  [667, 375, 5],
] as const)
  test(`at ${width}×${height} the matrix shows ${least} rows`, async ({ page }) => {
    await openIn(page, '/explore/', { width, height });
    const region = page.locator('.matrix-content');
    // Long names take several lines, so that few rows fit where many of these meet: the best of three places counts.
    // What is drawn above it late moves it away again, so each look begins with its place.
    const rows = (): Promise<number> =>
      region.evaluate((element) => {
        element.scrollIntoView();
        return Math.max(
          ...[500, 1500, 2500].map((top) => {
            element.scrollTop = top;
            return [...element.querySelectorAll('tbody tr')].filter((row) => {
              const box = row.getBoundingClientRect();
              if (box.height === 0 || box.top < 0 || box.bottom > innerHeight) return false;
              return [box.top + 3, box.bottom - 3].every((y) =>
                row.contains(document.elementFromPoint(element.getBoundingClientRect().left + 160, y)),
              );
            }).length;
          }),
        );
      });
    await expect.poll(rows).toBeGreaterThanOrEqual(least);
  });

for (const [width, height, least] of [
  [320, 256, 90],
  [667, 200, 80],
  [667, 375, 200],
] as const)
  test(`at ${width}×${height} the search shows ${least} px of results`, async ({ page }) => {
    await openIn(page, '/', { width, height });
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Search services and the guide' });
    await field.fill('rds');
    const first = page.locator('.found a').first();
    await expect(first).toBeVisible();
    // Past the last result the keys choose none.
    await expect.poll(() => page.locator('.found a').count()).toBeGreaterThan(4);
    const top = await first.evaluate((element) => element.getBoundingClientRect().top);
    expect(height - top).toBeGreaterThanOrEqual(least);
    // Each result that the keys choose comes into sight, below the field.
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('ArrowDown');
      const chosen = page.locator('.found [aria-selected="true"]');
      await expect(chosen).toBeInViewport({ ratio: 0.9 });
      expect(
        await chosen.evaluate((element) => {
          const box = element.getBoundingClientRect();
          return element.contains(document.elementFromPoint(box.left + 20, box.top + 8));
        }),
      ).toBe(true);
    }
    await expect(field).toBeInViewport();
  });

test('on a phone the lines of a heading hold together', async ({ page }) => {
  for (const address of ['/guide/compute/', '/guide/progress/', '/controls/', '/defaults/']) {
    await openIn(page, address, { width: 360, height: 740 });
    const loose = await page.evaluate(() =>
      [...document.querySelectorAll('h1, h2, h3')]
        .filter((heading) => heading.checkVisibility())
        .filter((heading) => parseFloat(getComputedStyle(heading).lineHeight) > 1.45 * parseFloat(getComputedStyle(heading).fontSize))
        .map((heading) => heading.textContent.trim()),
    );
    expect(loose, address).toEqual([]);
  }
});

test('on a phone each row of a table in the course is a block, and its cells say their heads', async ({ page }) => {
  for (const address of ['/guide/service-categories/', '/guide/compute/', '/guide/controls/', '/guide/summary/']) {
    await openIn(page, address, { width: 360, height: 740 });
    await expect(page.locator('.stacked').first()).toBeVisible();
    for (const table of await page.locator('.stacked').all()) {
      const heads = await table.locator('th').allTextContents();
      const width = await table.evaluate((element) => element.getBoundingClientRect().width);
      expect(width, address).toBeGreaterThan(300);
      // For ears it is a table all the same.
      await expect(table.getByRole('columnheader')).toHaveCount(heads.length);
      for (const row of await table
        .getByRole('row')
        .all()
        .then((rows) => rows.slice(1))) {
        await expect(row.getByRole('rowheader')).toHaveCount(1);
        const said = await row.getByRole('cell').evaluateAll((cells) =>
          cells.map((cell) => ({
            head: getComputedStyle(cell, '::before').content.replace(/^"|"(?: \/ "")?$/gu, ''),
            width: cell.getBoundingClientRect().width,
          })),
        );
        expect(said.map(({ head }) => head)).toEqual(heads.slice(1).map((head) => `${head}: `));
        expect(said.every((cell) => cell.width === width)).toBe(true);
      }
    }
  }
});
