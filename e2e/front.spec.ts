// The front page: the search as its first control, and the story of the line, side by side or one step at a time.
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { builtServices } from '../scripts/built.ts';

const steps = (page: Page): Locator => page.locator('.story > li');
const images = (page: Page): Locator => page.locator('.story > li > svg');

/** Whether the step lies within the window from side to side. */
const inSight = (step: Locator): Promise<boolean> =>
  step.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect();
    return left >= -8 && right <= innerWidth + 8;
  });

test('the search is the first control, and its samples are answered', async ({ page }) => {
  await page.goto('/');
  const field = page.getByRole('button', { name: 'Search a service, or ask a question' });
  await expect(field).toBeVisible();
  const first = page.getByRole('main').locator('a, button').filter({ visible: true }).first();
  await expect(first).toHaveText('Search a service, or ask a question');
  await field.click();
  await expect(page.getByRole('combobox', { name: 'Search services and the guide' })).toBeFocused();
  await page.keyboard.press('Escape');
  const sample = page.locator('.ask-samples a');
  await expect(sample).toHaveCount(3);
  const question = (await sample.first().textContent()) ?? '';
  await sample.first().click();
  await expect(page.getByRole('combobox', { name: 'Search services and the guide' })).toHaveValue(question);
  await expect(page.locator('.answer h2').first()).toBeVisible();
});

test('the story draws what the records say, and leads to them', async ({ page }) => {
  await page.goto('/');
  await expect(steps(page)).toHaveCount(4);
  const links = await steps(page)
    .locator('h3 a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const words: Readonly<Record<string, string>> = { customer: 'Yours', shared: 'Shared', aws: 'AWS', none: "Doesn't apply" };
  for (const [index, href] of links.entries()) {
    const { pathname, searchParams } = new URL(href, 'https://x');
    const service = builtServices().find(({ id }) => id === pathname.split('/')[2]);
    const option = service?.options.find(({ id }) => id === searchParams.get('option')) ?? service?.options[0];
    const os = option?.split['os']?.party ?? 'none';
    await expect(images(page).nth(index)).toHaveAccessibleName(new RegExp(`Guest operating system: ${words[os] ?? '?'}\\.`, 'u'));
  }
});

for (const how of ['without motion', 'without scripts', 'on paper'] as const) {
  test.describe(how, () => {
    test.use(
      how === 'without scripts' ? { javaScriptEnabled: false } : how === 'without motion' ? { reducedMotion: 'reduce' as const } : {},
    );

    test('the four stand side by side, each with its words', async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.goto('/');
      if (how === 'on paper') await page.emulateMedia({ media: 'print' });
      const boxes = await images(page).evaluateAll((all) =>
        all.map((each) => {
          const { x, y, height } = each.getBoundingClientRect();
          return { x, y, height };
        }),
      );
      expect(boxes).toHaveLength(4);
      expect(new Set(boxes.map(({ y, height }) => `${Math.round(y)} ${Math.round(height)}`)).size).toBe(1);
      expect(boxes.map(({ x }) => x)).toEqual(boxes.map(({ x }) => x).toSorted((a, b) => a - b));
      for (const step of await steps(page).all()) await expect(step.locator('p')).toBeVisible();
      await expect(page.locator('.story-go').filter({ visible: true })).toHaveCount(0);
    });
  });
}

test.describe('with motion', () => {
  test.use({ viewport: { width: 1280, height: 720 }, reducedMotion: 'no-preference' });

  /** Of the cuts that glide: how many are away from where they belong. */
  const away = (page: Page): Promise<number> =>
    page
      .locator('.story .yours[data-from]')
      .evaluateAll((all) => all.filter((cut) => !['none', 'matrix(1, 0, 0, 1, 0, 0)'].includes(getComputedStyle(cut).transform)).length);
  const arrived = (page: Page): Promise<void> =>
    page.evaluate(async () => {
      await Promise.all(document.getAnimations().map(({ finished }) => finished));
    });

  test('the line moves column by column within five seconds, and again when asked', async ({ page }) => {
    await page.goto('/');
    const ends = await page.evaluate(() => document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().endTime)));
    expect(ends.length).toBeGreaterThan(4);
    expect(Math.max(...ends)).toBeLessThanOrEqual(5000);
    await arrived(page);
    expect(await away(page)).toBe(0);
    await expect(page.locator('tide-story[data-live]')).toBeVisible();
    const again = page.getByRole('button', { name: 'Move the line again' });
    await expect(again).toBeVisible();
    // In one step, since the move ends by itself.
    const moved = await again.evaluate((button: HTMLElement) => {
      button.click();
      return document.getAnimations().every(({ playState, currentTime }) => playState === 'running' && currentTime === 0);
    });
    expect(moved).toBe(true);
    await arrived(page);
    expect(await away(page)).toBe(0);
  });

  test('a line below the screen moves when it comes into sight', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 400 });
    await page.goto('/');
    await expect(page.locator('tide-story[data-live]')).toBeAttached();
    await arrived(page);
    expect(await away(page)).toBe(0);
    await page.locator('.story').evaluate(async (story) => {
      const starts = new Promise((resolve) => {
        story.addEventListener('animationstart', resolve, { once: true });
      });
      story.scrollIntoView({ block: 'center' });
      await starts;
    });
    await arrived(page);
    expect(await away(page)).toBe(0);
  });
});

test('on a phone buttons and arrow keys go from step to step', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  await expect(page.locator('tide-story[data-live]')).toBeAttached();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect.poll(() => inSight(steps(page).nth(1))).toBe(true);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => inSight(steps(page).nth(2))).toBe(true);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => inSight(steps(page).nth(1))).toBe(true);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect.poll(() => inSight(steps(page).nth(0))).toBe(true);
});

test('where the page lets drawings follow it, the cuts have arrived once the story is in sight', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('/');
  await images(page).first().scrollIntoViewIfNeeded();
  await page.locator('.story').evaluate((story) => {
    story.scrollIntoView({ block: 'center', behavior: 'instant' });
  });
  await expect
    .poll(() =>
      page
        .locator('.story .yours')
        .evaluateAll((all) => all.every((each) => /none|matrix\(1, 0, 0, 1, 0, 0\)/u.test(getComputedStyle(each).transform))),
    )
    .toBe(true);
});

test('it counts the records: ways to run services, lessons and questions', async ({ page }) => {
  await page.goto('/');
  const options = builtServices().reduce((sum, service) => sum + service.options.length, 0);
  await expect(page.locator('.doors')).toContainText(`${builtServices().length} services, ${options} ways to run them`);
  await expect(page.locator('[data-path]')).toContainText(/\d+ lessons, \d+ minutes/u);
});
