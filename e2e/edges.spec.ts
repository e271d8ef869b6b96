// The lesson that the reader steers: by keyboard, by pointer, on paper, and without scripts.
import { expect, test } from '@playwright/test';

test.describe('the lesson that the reader steers', () => {
  const truths = ['AWS', 'You', 'Shared', 'You'];

  test('by keyboard: the edge is placed, then the line moves and the miss is explained', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto('/guide/compute/');
    const first = page.locator('tide-edge').first();
    const slider = first.getByRole('slider');
    const edge = first.locator('.asked rect[data-to]');
    await expect(slider).toHaveAccessibleName(/Place the edge of “Virtualization”/u);
    await expect(slider).toHaveAttribute('aria-valuetext', 'You');
    await expect(first.locator('.edge-answer')).toBeHidden();
    await expect(edge).toHaveAttribute('x', '112%');
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(slider).toHaveAttribute('aria-valuetext', 'Shared');
    await expect(edge).toHaveAttribute('x', '50%');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(first.getByRole('status')).toHaveText(
      'Not quite. You have nothing to set here. Your work begins inside the virtual server.',
    );
    await expect(edge).toHaveAttribute('x', '-12%');
    await expect(first.locator('.edge-answer')).toContainText('Virtualization: AWS.');
    await expect(slider).toBeDisabled();
    // Again, from where the line stood.
    await page.keyboard.press('Enter');
    await expect(edge).toHaveAttribute('x', '112%');
    await expect(first.getByRole('status')).toHaveText('');
    await slider.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(first.getByRole('status')).toHaveText('Correct.');
  });

  test('by pointer, and the line glides unless the reader wants no motion', async ({ page }) => {
    await page.goto('/guide/compute/');
    const third = page.locator('tide-edge').nth(2);
    const slider = third.getByRole('slider');
    await expect(slider).toHaveAttribute('aria-valuetext', 'You');
    await slider.click();
    await expect(slider).toHaveAttribute('aria-valuetext', 'Shared');
    await third.getByRole('button').click();
    await expect(third.getByRole('status')).toHaveText('Correct.');
    const durations = (): Promise<string> =>
      third
        .locator('rect[data-to]')
        .first()
        .evaluate((rect) => getComputedStyle(rect).transitionDuration);
    expect(await durations()).toBe('0.9s');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await durations()).toBe('0s');
  });

  test('on paper each step shows its line, and afterwards stands where it stood', async ({ page }) => {
    await page.goto('/guide/compute/');
    const first = page.locator('tide-edge').first();
    const edge = first.locator('.asked rect[data-to]');
    await expect(edge).toHaveAttribute('x', '112%');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect(edge).toHaveAttribute('x', '-12%');
    await expect(first.locator('.edge-answer')).toBeVisible();
    await expect(first.getByRole('button')).toBeHidden();
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect(edge).toHaveAttribute('x', '112%');
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });

    test('shows each line and says why', async ({ page }) => {
      await page.goto('/guide/compute/');
      const steps = page.locator('tide-edge');
      await expect(steps).toHaveCount(truths.length);
      for (const [index, truth] of truths.entries()) {
        await expect(steps.nth(index).locator('.edge-answer')).toContainText(`: ${truth}.`);
        await expect(steps.nth(index).getByRole('slider')).toBeHidden();
        await expect(steps.nth(index).getByRole('button')).toBeHidden();
      }
      await expect(steps.first().locator('.asked rect[data-to]')).toHaveAttribute('x', '-12%');
    });
  });
});
