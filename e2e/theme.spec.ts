// The two themes: the system's turn, another tab's, and Back; frames that choose; forced colours.
import { expect, test } from '@playwright/test';

const paper = { light: 'rgb(253, 252, 250)', dark: 'rgb(18, 22, 28)' };

test('an open page follows the system, unless its reader has chosen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/services/amazon-sqs/');
  await expect(page.locator('tide-theme[data-live]').first()).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('body')).toHaveCSS('background-color', paper.dark);
  await page.locator('tide-theme button').filter({ visible: true }).click();
  await expect(page.locator('body')).toHaveCSS('background-color', paper.light);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('body')).toHaveCSS('background-color', paper.light);
});

test('a choice where nothing can be stored lasts as long as the page', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/services/amazon-sqs/');
  await page.locator('tide-theme button').filter({ visible: true }).click();
  await expect(page.locator('body')).toHaveCSS('background-color', paper.dark);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('body')).toHaveCSS('background-color', paper.dark);
});

test('the last of several choices that cannot all be stored holds, whatever other tabs store', async ({ page, context }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/services/amazon-sqs/');
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  const button = page.locator('tide-theme button').filter({ visible: true });
  await button.click();
  await expect(page.locator('body')).toHaveCSS('background-color', paper.dark);
  // The system's own is what holds where nothing is stored.
  await button.click();
  await expect(page.locator('body')).toHaveCSS('background-color', paper.light);
  const other = await context.newPage();
  await other.goto('/services/');
  const heard = page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('storage', (event) => {
          if (event.key === null) resolve(event);
        });
      }),
  );
  await other.evaluate(() => {
    localStorage.setItem('tideline-recent', '[]');
    localStorage.clear();
  });
  await heard;
  await expect(page.locator('body')).toHaveCSS('background-color', paper.light);
});

test('other tabs and pages kept for Back take over a choice', async ({ page, context }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const other = await context.newPage();
  await other.emulateMedia({ colorScheme: 'light' });
  await other.goto('/services/');
  await other.locator('tide-theme button').filter({ visible: true }).click();
  await expect(page.locator('body')).toHaveCSS('background-color', paper.dark);
  // A page that was kept heard nothing meanwhile: the browser says that it is shown again.
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'light';
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await expect(page.locator('body')).toHaveCSS('background-color', paper.dark);
});

for (const theme of ['light', 'dark'] as const)
  test(`a frame may be ${theme} whatever the system is`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme === 'light' ? 'dark' : 'light' });
    await page.goto(`/embed/amazon-rds/?theme=${theme}`);
    await expect(page.locator('body')).toHaveCSS('background-color', paper[theme]);
    await expect(page.locator('[data-notice]')).toBeHidden();
  });

test.describe('in forced colours', () => {
  test.use({ colorScheme: 'light' });

  for (const address of [
    '/services/amazon-eks/',
    '/services/amazon-eks/?lens=defaults',
    '/explore/',
    '/explore/?lens=defaults',
    '/stack/?services=amazon-s3,amazon-ec2',
    '/stack/?services=amazon-s3,amazon-ec2&lens=defaults',
    '/compare/?services=amazon-rds,amazon-ec2',
    '/compare/?services=amazon-rds,amazon-ec2&lens=defaults',
    '/embed/amazon-eks/',
  ])
    test(`parts of a band have the reader’s colours, filled where AWS does it, at ${address}`, async ({ page }) => {
      await page.emulateMedia({ forcedColors: 'active' });
      await page.goto(address);
      // Parts that the lens takes away have no colour any more.
      if (!address.startsWith('/embed/')) {
        await expect(page.locator(':is(tide-service, tide-explorer, tide-stack, tide-compare)[data-live]')).toBeVisible();
        await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
        await expect(page.locator(':is(.split, .compare) .band').first()).toBeVisible();
      }
      const seen = await page.locator(':is(.split, .compare) .band').evaluateAll((bands) =>
        bands.flatMap((band) =>
          [...band.querySelectorAll('.words[data-part], .count[data-part]')].flatMap((words) => {
            const part = band.querySelector(`.part[data-part="${words.getAttribute('data-part') ?? ''}"]`);
            if (!part) return [];
            const { fill } = getComputedStyle(part);
            const { color, fill: ink } = getComputedStyle(words);
            return [`${fill}: ${words.matches('.count') ? ink : color}`];
          }),
        ),
      );
      // Canvas is white here, CanvasText black. Where the part is filled, the words are of the other colour.
      const plain = new Set(['rgb(255, 255, 255): rgb(0, 0, 0)', 'color(srgb 0.8 0.8 0.8): rgb(0, 0, 0)']);
      const filled = 'rgb(0, 0, 0): rgb(255, 255, 255)';
      expect(seen).toContain(filled);
      expect(seen.filter((each) => !plain.has(each) && each !== filled)).toEqual([]);
    });

  test('the arrow of the order points up and down', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    const arrow = async (sort: string, by: string): Promise<string> => {
      await page.goto(`/explore/?sort=${sort}`);
      const head = page.locator(`.matrix th[data-by="${by}"]`);
      await expect(head).toHaveAttribute('aria-sort', sort.startsWith('-') ? 'descending' : 'ascending');
      return head.locator('button').evaluate((button) => getComputedStyle(button, '::after').content);
    };
    const [up, down] = [await arrow('os', 'os'), await arrow('-os', 'os')];
    expect(up).not.toBe(down);
    for (const content of [up, down]) expect(content).toMatch(/[▲▼]/u);
  });
});
