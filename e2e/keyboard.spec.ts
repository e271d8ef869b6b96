// Each view walked through by Tab alone: nothing is skipped, hidden, nameless or a trap.
import { expect, test } from '@playwright/test';
import { open, views } from './views.ts';

/** More stops than any view has. */
const most = 600;

interface Stop {
  readonly what: string;
  readonly name: string;
  readonly tags: readonly string[];
  /** Why a reader could not use it here; empty if nothing is wrong. */
  readonly wrong: string;
}

// What has the focus is where it will stay, not on its way there.
test.use({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });

for (const view of views) {
  const { tab } = view;
  if (!tab) continue;
  test(`${view.name} (${view.address}) by Tab, to its end`, async ({ page }) => {
    test.setTimeout(120_000);
    await open(page, view);
    // An address may put the focus on what it opens; the walk begins at the top.
    await page.evaluate(() => {
      const top = document.createElement('span');
      top.tabIndex = -1;
      document.body.prepend(top);
      top.focus();
      top.remove();
    });
    const stops: Stop[] = [];
    for (let step = 0; step < most; step += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate((): Stop | undefined => {
        const element = document.activeElement;
        if (!(element instanceof HTMLElement) || element === document.body) return undefined;
        // Focused twice within one walk: the ring is closed.
        if (element.dataset['walked'] !== undefined) return undefined;
        element.dataset['walked'] = '';
        // Of a link that runs over two lines the first.
        const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
        const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? [...(element.labels ?? [])] : [];
        const name = (element.getAttribute('aria-label') ?? '') + labels.map((label) => label.textContent).join('') + element.textContent;
        const labelled = element.getAttribute('aria-labelledby');
        // What leans fills no corner of its box.
        const [right, down] = getComputedStyle(element).transform === 'none' ? [40, 14] : [Infinity, Infinity];
        const at = document.elementFromPoint(
          Math.min(Math.max(box.left + Math.min(box.width / 2, right), 0), innerWidth - 1),
          Math.min(Math.max(box.top + Math.min(box.height / 2, down), 0), innerHeight - 1),
        );
        // A label stands for its control, and a region for what it scrolls.
        const covered = at !== null && !element.contains(at) && !at.contains(element) && !labels.some((label) => label.contains(at));
        const wrong = [
          ...(name.trim() === '' && labelled === null ? ['has no name'] : []),
          ...(box.bottom <= 0 || box.top >= innerHeight || box.width === 0 ? ['is out of sight'] : []),
          ...(covered ? [`is covered by ${at.outerHTML.slice(0, 80)}`] : []),
        ].join(', ');
        const tags = [
          ...(element.getAttribute('name') === null ? [] : [element.getAttribute('name') ?? '']),
          ...(element.localName === 'summary' ? ['summary'] : []),
          ...(element.closest('[data-matrix], .matrix-content') ? ['matrix'] : []),
          ...(element.closest('.compare-content') ? ['comparison'] : []),
          ...(element.closest('.pagination-links') ? ['pagination'] : []),
          ...(element.matches('.to-source') ? ['source'] : []),
          ...(element.closest('.story') ? ['story'] : []),
          ...(element.closest('.poster-strips') ? ['strip'] : []),
          ...(element.matches('[data-page]') ? ['page'] : []),
        ];
        return { what: element.outerHTML.slice(0, 100), name: name.trim().slice(0, 60), tags, wrong };
      });
      if (!stop) break;
      stops.push(stop);
    }
    expect(stops.filter(({ wrong }) => wrong !== '').map(({ what, wrong }) => `${what} ${wrong}`)).toEqual([]);
    const met = new Set(stops.flatMap(({ tags }) => tags));
    expect(tab.filter((part) => !met.has(part))).toEqual([]);
    // The way ended at the end of the page, not somewhere in it.
    expect(stops.length).toBeLessThan(most);
    const last = await page.evaluate(() => {
      const walked = [...document.querySelectorAll('[data-walked]')];
      const focusable = [...document.querySelectorAll<HTMLElement>('a[href], button:enabled, select, summary')].filter((element) =>
        element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false }),
      );
      return focusable.filter((element) => !walked.includes(element)).map((element) => element.outerHTML.slice(0, 100));
    });
    expect(last).toEqual([]);
  });
}

test('a file is taken along by keyboard alone', async ({ page }) => {
  await page.goto('/services/amazon-sqs/');
  const summary = page.locator('[data-share] > summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-share][open]')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-share]').getByRole('button', { name: 'Copy link' })).toBeFocused();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Download CSV' })).toBeFocused();
  const coming = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await coming).suggestedFilename()).toBe('amazon-sqs.csv');
  await expect(page.getByRole('button', { name: 'Download CSV' })).toBeFocused();
});
