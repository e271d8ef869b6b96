// `npm run bench:intake`: how long the longest task on the page's own thread takes while a worker reads 5 MB, and how long that reading takes.
// It measures the site that is built.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { slow } from './bench-slow.ts';
import { browserArguments, requireBrowser } from './find-browser.ts';
import { origin, serve } from './serve.ts';

const size = 5 * 1024 * 1024;
/** In milliseconds: a page that is blocked no longer feels alive. */
const wanted = 100;

const many = (text: (index: number) => string): string => {
  const parts: string[] = [];
  for (let length = 0, at = 0; length < size - 300; at += 1) {
    const part = text(at);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
};

const inputs: readonly { readonly what: string; readonly name: string; readonly text: string }[] = [
  {
    what: 'Terraform',
    name: 'main.tf',
    text: many(
      (at) =>
        `resource "aws_lambda_function" "f${at}" {\n  runtime     = var.runtime_${at % 200}\n  description = "${'x'.repeat(150)}"\n}\n`,
    ),
  },
  {
    what: 'YAML',
    name: 'template.yaml',
    text: `Resources:\n${many((at) => `  B${at}:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Sub "a-${at}"\n`)}`,
  },
  {
    what: 'a plan',
    name: 'plan.json',
    text: `{"format_version":"1.2","planned_values":{"root_module":{"resources":[${many((at) => `${at === 0 ? '' : ','}{"address":"aws_nope_${at}.a","mode":"managed","type":"aws_nope_${at}","name":"a","values":{"a":"${'x'.repeat(100)}"}}`)}]}}}`,
  },
  { what: 'a list', name: 'list.txt', text: many((at) => `Amazon RDS, thing ${at}\n`) },
];

interface Blocked {
  /** Milliseconds of the longest task on the page's thread; tasks under 50 ms are not told, and count as none. */
  readonly longest: number;
  readonly whole: number;
}

/** Reads what `give` hands over. */
async function measure(page: Page, give: () => Promise<void>): Promise<Blocked> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu });
  await page.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
    Reflect.set(window, 'tasks', tasks);
  });
  const start = performance.now();
  await give();
  await page.locator('tide-intake [data-told]:text-matches("recognised")').waitFor({ timeout: 240_000 });
  const whole = performance.now() - start;
  const longest = await page.evaluate(() => {
    const tasks: unknown = Reflect.get(window, 'tasks');
    return Array.isArray(tasks) ? Math.max(0, ...tasks.map(Number)) : Number.NaN;
  });
  return { longest, whole };
}

const folder = mkdtempSync(path.join(tmpdir(), 'tideline-intake-'));
for (const { name, text } of inputs) writeFileSync(path.join(folder, name), text);
const server = await serve();
const browser = await chromium.launch({ executablePath: requireBrowser(), args: [...browserArguments] });
try {
  for (const { what, name, text } of inputs)
    for (const how of ['chosen', 'pasted'] as const) {
      const context = await browser.newContext({
        baseURL: origin,
        permissions: ['clipboard-read', 'clipboard-write'],
        serviceWorkers: 'block',
      });
      const page = await context.newPage();
      await page.goto('/stack/');
      await page.locator('tide-intake[data-live] summary').first().click();
      const field = page.locator('tide-intake textarea');
      await field.focus();
      // The late part is there, as for a reader who has come so far.
      await page.waitForLoadState('networkidle');
      if (how === 'pasted') await page.evaluate((given) => navigator.clipboard.writeText(given), text);
      const { longest, whole } = await measure(page, () =>
        how === 'chosen'
          ? // By its path: content handed over by the driver would be unpacked on the page's own thread.
            page.locator('tide-intake input[type="file"]').setInputFiles(path.join(folder, name))
          : page.keyboard.press('Control+V'),
      );
      process.stdout.write(
        `${what}, 5 MB, ${how}: longest task of the page ${longest === 0 ? 'under 50' : Math.round(longest)} ms at ${slow.cpu}x slower CPU (wanted under ${wanted}), read in ${(whole / 1000).toFixed(1)} s\n`,
      );
      await context.close();
    }
} finally {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true });
}
