// What the reader views of browsers keep of a page. They go by the names of classes too: "content" stays, a "menu" goes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { builtServices } from '../scripts/built.ts';

/** The code of Firefox's reader view. */
const readability = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');
const kept = z.object({ text: z.string(), rows: z.number() });

async function read(page: Page): Promise<z.infer<typeof kept>> {
  return kept.parse(
    await page.evaluate(`(() => {
      ${readability};
      const { content } = new Readability(document.cloneNode(true)).parse();
      const read = new DOMParser().parseFromString(content, 'text/html');
      return { text: read.body.textContent, rows: read.querySelectorAll('tr').length };
    })()`),
  );
}

test.describe('a reader view keeps', () => {
  test('the table of a service, with details', async ({ page }) => {
    await page.goto('/services/amazon-rds/');
    const { text, rows } = await read(page);
    const service = builtServices().find(({ id }) => id === 'amazon-rds');
    expect(rows).toBeGreaterThan(14);
    for (const { detail } of Object.values(service?.options[0]?.split ?? {})) expect(text).toContain(detail);
  });

  test('the table of a comparison', async ({ page }) => {
    await page.goto('/compare/?services=amazon-s3,amazon-sqs');
    await expect(page.locator('table.compare thead')).toContainText('Amazon SQS');
    const { rows, text } = await read(page);
    expect(rows).toBeGreaterThan(3);
    expect(text).toContain('Amazon SQS');
  });

  test('every way to run every service in the explorer', async ({ page }) => {
    await page.goto('/explore/');
    const { rows } = await read(page);
    expect(rows).toBeGreaterThan(builtServices().length);
  });

  test('every question with its answer', async ({ page }) => {
    await page.goto('/questions/');
    const answers = await page.locator('.faq > p:first-of-type').allTextContents();
    expect(answers.length).toBeGreaterThan(40);
    const { text } = await read(page);
    expect(answers.filter((answer) => !text.includes(answer))).toEqual([]);
  });
});
