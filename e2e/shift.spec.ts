// Scripts take over finished markup: nothing moves while a page loads.
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { pathOf, views } from './views.ts';
import type { State } from './views.ts';

/** Longer than an edge takes to slide, in ms. */
const slide = 1000;

/** How much moved since the page began to load, once the frames that show it are drawn. */
function shift(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const frame = (): Promise<unknown> =>
      new Promise((resolve) => {
        // Answered within the frame that is drawn next; the clock of the page is held, and with it its own way to ask for a frame.
        new IntersectionObserver(resolve).observe(document.documentElement);
      });
    let sum = 0;
    const add = (entries: PerformanceEntryList): void => {
      for (const entry of entries) if ('value' in entry && typeof entry.value === 'number') sum += entry.value;
    };
    const observer = new PerformanceObserver((list) => {
      add(list.getEntries());
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    await document.fonts.ready;
    await frame();
    await frame();
    add(observer.takeRecords());
    return sum;
  });
}

for (const width of [1280, 360]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    for (const view of views.filter(({ steady }) => steady === true)) {
      const address = pathOf(view);
      test(`nothing moves while the ${view.name} (${address}) loads`, async ({ page }) => {
        await page.clock.install();
        await page.goto(address, { waitUntil: 'load' });
        // Whatever scripts put off until later happens now.
        await page.clock.runFor(slide);
        expect(await shift(page)).toBeLessThan(0.01);
      });
    }
  });
}

/** Longer than a view waits for its data before it says that it loads, in ms. */
const late = 1000;

/** Two frames are drawn: after them what is on the page has been painted. */
function drawn(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1)
      await new Promise((resolve) => {
        new IntersectionObserver(resolve).observe(document.documentElement);
      });
  });
}

/** Scripts come after the first paint and data later still, as on a slow line: nothing of what stood there moves. */
async function openSlowly(page: Page, { address, shows }: State): Promise<void> {
  const held = (): { readonly until: Promise<void>; readonly release: () => void } => {
    let release = (): void => undefined;
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    return { until, release };
  };
  const scripts = held();
  const data = held();
  await page.route('**/*', async (route) => {
    const type = route.request().resourceType();
    if (type === 'script') await scripts.until;
    else if (type === 'fetch' || type === 'xhr') await data.until;
    await route.continue();
  });
  await page.clock.install();
  await page.goto(address, { waitUntil: 'commit' });
  await expect(page.locator('h1')).toBeAttached();
  await drawn(page);
  scripts.release();
  await page.waitForLoadState('load');
  await page.clock.runFor(late);
  data.release();
  await expect(page.locator(shows).first()).toBeVisible();
  await page.clock.runFor(slide);
}

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 412, height: 823 },
]) {
  test.describe(`on a slow line at ${viewport.width} px`, () => {
    test.use({ viewport });

    // A question by its address is answered at once, not first by what is named alike.
    const question = { address: '/search/?q=who+patches+rds', shows: '.answer-card:not([aria-busy]) dd' };
    // What a name finds comes in four parts, each below the one before.
    const name = { address: '/search/?q=rds', shows: 'dialog:has([data-found="pages"] a) .find-slash' };
    const states = [
      ...views.flatMap((view) => [view, { ...view, address: pathOf(view), shows: 'h1' }, ...(view.states ?? [])]),
      question,
      name,
    ];
    for (const state of new Map(states.map((each) => [each.address, each])).values()) {
      test(`nothing moves while ${state.address} loads`, async ({ page }) => {
        await openSlowly(page, state);
        expect(await shift(page)).toBeLessThan(0.01);
      });
    }
  });
}

test('a shift is seen', async ({ page }) => {
  await page.clock.install();
  await page.goto('/guide/');
  await page.locator('h1').evaluate((heading) => {
    setTimeout(() => {
      heading.remove();
    }, 900);
  });
  await page.clock.runFor(slide);
  await expect(page.locator('h1')).toHaveCount(0);
  expect(await shift(page)).toBeGreaterThan(0.01);
});

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
