// `npm run look -- <folder>`: the first screen of each kind of page, wide and narrow, light and dark, as pictures to look at.
// `--beside <folder>` sets them beside those of another build, taken with `--at <address>` where that build is served: one sheet per
// kind and width.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { views } from './views.ts';
import { browserArguments, requireBrowser } from '../scripts/find-browser.ts';
import { origin, serve } from '../scripts/serve.ts';

/** Windows of a desk and of a phone, in CSS pixels. */
const windows = [
  { width: 1280, height: 720 },
  { width: 360, height: 740 },
] as const;
const themes = ['light', 'dark'] as const;

const fileOf = (name: string, width: number, theme: string): string => `${name.replaceAll(/[^a-z]+/gu, '-')}-${width}-${theme}.png`;

async function takePictures(browser: Browser, at: string | undefined, folder: string): Promise<void> {
  for (const viewport of windows) {
    for (const colorScheme of themes) {
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce', serviceWorkers: 'block' });
      const page = await context.newPage();
      for (const { name, address, shows } of views) {
        await page.goto(`${at ?? origin}${address}`, { waitUntil: 'networkidle' });
        // Another build may show its pages otherwise.
        if (at === undefined) await page.locator(shows).first().waitFor();
        await page.evaluate(async () => document.fonts.ready);
        await page.screenshot({ path: path.join(folder, fileOf(name, viewport.width, colorScheme)) });
      }
      await context.close();
    }
  }
}

async function besideEachOther(browser: Browser, before: string, after: string): Promise<void> {
  const page = await browser.newPage();
  for (const { name } of views) {
    for (const { width, height } of windows) {
      const figures = themes.flatMap((theme) =>
        [before, after].map((folder) => {
          const file = path.join(folder, fileOf(name, width, theme));
          const words = `${folder === before ? 'before' : 'after'}, ${theme}`;
          const picture = existsSync(file) ? `<img alt="" src="data:image/png;base64,${readFileSync(file).toString('base64')}">` : '';
          return `<figure><figcaption>${words}</figcaption>${picture}</figure>`;
        }),
      );
      const columns = width > 600 ? 2 : 4;
      await page.setViewportSize({ width: columns * (width > 600 ? 900 : 400), height });
      await page.setContent(
        `<style>body{margin:8px;display:grid;grid-template-columns:repeat(${columns},1fr);gap:8px;font:14px sans-serif}figure{margin:0}img{width:100%;border:1px solid #888}</style>${figures.join('')}`,
      );
      const sheet = path.join(after, `sheet-${fileOf(name, width, 'both')}`);
      writeFileSync(sheet, await page.screenshot({ fullPage: true }));
      process.stdout.write(`${sheet}\n`);
    }
  }
}

const { values, positionals } = parseArgs({ options: { at: { type: 'string' }, beside: { type: 'string' } }, allowPositionals: true });
const folder = positionals[0];
if (folder === undefined) {
  process.stderr.write(
    'Say where the pictures go: npm run look -- <folder> [--at <address of another build>] [--beside <folder of its pictures>]\n',
  );
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const server = values.at === undefined ? await serve() : undefined;
const browser = await chromium.launch({ executablePath: requireBrowser(), args: [...browserArguments] });
await takePictures(browser, values.at, folder);
if (values.beside !== undefined) await besideEachOther(browser, values.beside, folder);
await browser.close();
server?.close();
