// Every address of the sitemap: a strict policy that the page keeps, nothing loaded from elsewhere, nothing wider than a small phone.
import { expect, test } from '@playwright/test';
import { builtAddresses, deal } from '../scripts/built.ts';
import { origin } from '../scripts/serve.ts';

test.describe('every page keeps a strict policy, stays on its own origin and fits a phone', () => {
  deal(builtAddresses(), 10).forEach((addresses, index, groups) => {
    test(`group ${index + 1} of ${groups.length}`, async ({ page }) => {
      test.setTimeout(120_000);
      const problems: string[] = [];
      let here = '';
      const report = (what: string): void => {
        problems.push(`${here}: ${what}`);
      };
      let widths = [360, 320];
      page.on('console', (message) => {
        // Chromium reports violations of the policy here.
        if (message.type() === 'error') report(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => {
        report(`error: ${error.message}`);
      });
      page.on('request', (request) => {
        const { protocol, origin: to } = new URL(request.url());
        if (protocol !== 'data:' && to !== origin) report(`asked for ${request.url()}`);
      });
      for (const address of addresses) {
        here = address;
        const response = await page.goto(address, { waitUntil: 'load' });
        if (response?.status() !== 200) report(`status ${response?.status()}`);
        const policy = await page.evaluate(
          () => document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '',
        );
        if (!policy.includes(`default-src 'none'`)) report(`policy: "${policy}"`);
        for (const loose of ['unsafe-inline', `'unsafe-eval'`, 'unsafe-hashes', '*', 'http:', 'https:']) {
          if (policy.includes(loose)) report(`policy allows ${loose}`);
        }
        for (const width of widths) {
          await page.setViewportSize({ width, height: 740 });
          const wide = await page.evaluate(() => {
            const reach = document.documentElement.scrollWidth;
            if (reach <= innerWidth) return undefined;
            // Of all that reaches beyond the window, what ends where the page ends: the rest is cut off or scrolls by itself.
            const culprit = [...document.body.querySelectorAll('*')].find(
              (element) => Math.abs(element.getBoundingClientRect().right - reach) < 1.5,
            );
            return `${reach} px wide${culprit ? `, because of ${culprit.outerHTML.slice(0, 120)}` : ''}`;
          });
          if (wide !== undefined) report(`at ${width} px: ${wide}`);
        }
        // The next page loads at the width this one ends with: one change of size a page.
        widths = widths.toReversed();
      }
      expect(problems).toEqual([]);
    });
  });
});

test('an address that leads nowhere says so and offers the list of services', async ({ page }) => {
  const response = await page.goto('/services/no-such-service/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No such page');
  await expect(page.getByRole('main').getByRole('link', { name: /all services/iu })).toHaveAttribute('href', '/services/');
});
