// Every phrase of every service fits its band, in every option, on a desk and on a phone.
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { builtServices, deal } from '../scripts/built.ts';

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

test.use({ reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } });

test.describe('phrases stay in their bands', () => {
  deal(builtServices(), 8).forEach((services, index, groups) => {
    test(`group ${index + 1} of ${groups.length}`, async ({ page }) => {
      test.setTimeout(120_000);
      const problems: string[] = [];
      let widths = [1280, 360];
      for (const service of services) {
        await page.goto(service.url);
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          for (const misfit of await misfits(page)) problems.push(`${service.url} at ${width} px, ${misfit}`);
        }
        // The next page loads at the width this one ends with: one change of size a page.
        widths = widths.toReversed();
      }
      expect(problems).toEqual([]);
    });
  });
});
