// The way from a page to the next as a reader has it: the page is fetched while the pointer rests on its link, and made ready once it is
// pressed. Playwright's connection forbids the browser to make pages ready ahead; Puppeteer's does not.
import { launch } from 'puppeteer-core';
import { keepClick, paintedAfterClick, slow } from './bench-slow.ts';
import { browserArguments, requireBrowser } from './find-browser.ts';
import { origin } from './serve.ts';

export interface Opened {
  /** Milliseconds from the click on the link to the first paint of the page it leads to. */
  readonly painted: number;
  /** Whether the page was made ready ahead. */
  readonly ready: boolean;
}

/**
 * Opens the page `to` from the page `from` by its link, `times` times, on a slow line with a slow CPU, each in a browser that opened
 * nothing before. The pointer rests on the link before it presses, for as long as a hand takes.
 */
export async function openedAhead(from: string, to: string, times: number): Promise<Opened[]> {
  const browser = await launch({ executablePath: requireBrowser(), args: [...browserArguments] });
  try {
    const opened: Opened[] = [];
    for (let time = 0; time < times; time++) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width: 1280, height: 800 });
      await page.goto(`${origin}${from}`, { waitUntil: 'networkidle0' });
      await page.emulateNetworkConditions({
        latency: slow.latency,
        download: slow.bitsPerSecond / 8,
        upload: slow.bitsPerSecond / 8,
        offline: false,
      });
      await page.emulateCPUThrottling(slow.cpu);
      await page.evaluate(keepClick);
      const link = `main a[href="${to}"]`;
      await page.hover(link);
      await new Promise((resolve) => setTimeout(resolve, 600));
      await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click(link, { delay: 80 })]);
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      opened.push({
        painted: await page.evaluate(paintedAfterClick),
        ready: await page.evaluate(() => {
          const [entry] = performance.getEntriesByType('navigation');
          return entry !== undefined && 'activationStart' in entry && Number(entry.activationStart) > 0;
        }),
      });
      await context.close();
    }
    return opened;
  } finally {
    await browser.close();
  }
}
