// Every address of the sitemap, loaded once: a strict policy that the page keeps, nothing loaded from elsewhere, nothing wider than a
// small phone, and every phrase of every service in its band, in every option, on a desk and on a phone.
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { builtAddresses, builtServices, deal } from '../scripts/built.ts';
import { origin } from '../scripts/serve.ts';

const desk = 1280;
const phone = 360;
const smallPhone = 320;
const services = new Set(builtServices().map(({ url }) => url));

/** What is loose in the policy of the page, one a line. */
async function loosePolicy(page: Page): Promise<string[]> {
  const policy = await page.evaluate(
    () => document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '',
  );
  const loose = ['unsafe-inline', `'unsafe-eval'`, 'unsafe-hashes', '*', 'http:', 'https:'].filter((each) => policy.includes(each));
  return [...(policy.includes(`default-src 'none'`) ? [] : [`policy: "${policy}"`]), ...loose.map((each) => `policy allows ${each}`)];
}

/** What reaches beyond the window, one a line. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const reach = document.documentElement.scrollWidth;
    if (reach <= innerWidth) return [];
    // Of all that reaches beyond the window, what ends where the page ends: the rest is cut off or scrolls by itself.
    const culprit = [...document.body.querySelectorAll('*')].find(
      (element) => Math.abs(element.getBoundingClientRect().right - reach) < 1.5,
    );
    return [`${reach} px wide${culprit ? `, because of ${culprit.outerHTML.slice(0, 120)}` : ''}`];
  });
}

/** Phrases that leave their band or touch another, in each option of the page, as one line each. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const inDiagram = (option: string): string[] =>
      [...document.querySelectorAll('tide-service .band')].flatMap((band) => {
        const frame = band.getBoundingClientRect();
        const where = `${option} ${band.closest('[data-layer]')?.getAttribute('data-layer') ?? ''}`;
        const texts = [...band.querySelectorAll('.words .text')].map((text) => ({
          words: text.textContent,
          box: text.getBoundingClientRect(),
        }));
        const outside = texts
          .filter(
            ({ box }) =>
              box.width === 0 ||
              box.left < frame.left - 0.5 ||
              box.right > frame.right + 0.5 ||
              box.top < frame.top - 0.5 ||
              box.bottom > frame.bottom + 0.5,
          )
          .map(({ words }) => `${where}: "${words}" leaves its band`);
        const [one, other] = texts;
        const touch =
          one &&
          other &&
          one.box.right > other.box.left &&
          other.box.right > one.box.left &&
          one.box.bottom > other.box.top &&
          other.box.bottom > one.box.top;
        return touch ? [...outside, `${where}: "${one.words}" and "${other.words}" overlap`] : outside;
      });
    const radios = [...document.querySelectorAll<HTMLInputElement>('tide-service input[name="option"]')];
    if (radios.length === 0) return inDiagram('');
    return radios.flatMap((radio) => {
      if (!radio.checked) radio.click();
      return inDiagram(radio.value);
    });
  });
}

test.use({ reducedMotion: 'reduce' });

test.describe('every page keeps a strict policy, stays on its own origin, fits a phone, and its phrases their bands', () => {
  deal(builtAddresses(), 10).forEach((addresses, index, groups) => {
    test(`group ${index + 1} of ${groups.length}`, async ({ page }) => {
      test.setTimeout(120_000);
      const problems: string[] = [];
      let here = '';
      const report = (what: string): void => {
        problems.push(`${here}: ${what}`);
      };
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
      let upwards = false;
      for (const address of addresses) {
        here = address;
        const response = await page.goto(address, { waitUntil: 'load' });
        if (response?.status() !== 200) report(`status ${response?.status()}`);
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        for (const loose of await loosePolicy(page)) report(loose);
        const hasDiagram = services.has(address);
        // Service pages are alike in what is wide: one of four is read on the smallest phone.
        const narrow = !hasDiagram || addresses.indexOf(address) % 4 === 0;
        const widths = [...(hasDiagram ? [desk] : []), phone, ...(narrow ? [smallPhone] : [])];
        // The next page loads at the width this one ends with, which saves a change of size.
        for (const width of upwards ? widths.toReversed() : widths) {
          await page.setViewportSize({ width, height: 800 });
          if (width !== desk) for (const wide of await tooWide(page)) report(`at ${width} px: ${wide}`);
          if (hasDiagram && width !== smallPhone) for (const misfit of await misfits(page)) report(`at ${width} px, ${misfit}`);
        }
        upwards = !upwards;
      }
      expect(problems).toEqual([]);
    });
  });
});

test('an address that leads nowhere says so, and offers the list of services and a field that holds its words', async ({ page }) => {
  const response = await page.goto('/services/no-such-service/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  await expect(page.getByRole('main').getByRole('link', { name: /all services/iu })).toHaveAttribute('href', '/services/');
  await page.getByRole('main').getByRole('button', { name: 'Search a service, or ask a question' }).click();
  await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('no such service');
});
