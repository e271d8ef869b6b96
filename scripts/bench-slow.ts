// A slow phone on a slow line, and what is timed on it.
import type { Browser, CDPSession } from '@playwright/test';
import { layerIds } from '../src/model/vocabulary.ts';
import { origin } from './serve.ts';

/** A slow phone on a slow network: Lighthouse's mobile setting. https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md */
export const slow = { bitsPerSecond: 1_600_000, latency: 150, cpu: 4 } as const;

/** Slows the page of a session down to `slow`. */
export async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slow.latency,
    downloadThroughput: slow.bitsPerSecond / 8,
    uploadThroughput: slow.bitsPerSecond / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu });
}

/** Milliseconds from navigation to the first frame that has all bands. */
export async function diagramShows(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await slowDown(session);
  await page.addInitScript((layers) => {
    const look = (): void => {
      // Frames before the style sheets are there have no first paint.
      const painted = performance.getEntriesByName('first-contentful-paint').length > 0;
      const bands = document.querySelectorAll('ol.split > li .band svg rect.part').length;
      if (painted && bands >= layers) performance.mark('tideline-diagram');
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, layerIds.length);
  await page.goto(`${origin}${address}`, { waitUntil: 'load', timeout: 60_000 });
  await page.waitForFunction(() => performance.getEntriesByName('tideline-diagram').length > 0);
  const at = await page.evaluate(() => performance.getEntriesByName('tideline-diagram')[0]?.startTime ?? 0);
  await context.close();
  return at;
}

export interface Answered {
  /** Milliseconds from the first key to the first right result on screen, the typing taken off. */
  readonly first: number;
  /** Bytes on the line until then, as the server sent them. */
  readonly bytes: number;
  /** Milliseconds from each later key to the next paint. */
  readonly keys: readonly number[];
}

/** Opens the search on a slow line and types, 60 ms a key. */
export async function searched(browser: Browser, query: string, right: string): Promise<Answered> {
  // A first visit: the service worker would answer from what it fetched before the typing.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await page.goto(`${origin}/guide/`, { waitUntil: 'networkidle' });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await slowDown(session);
  await page.evaluate((selector) => {
    const begin = { at: 0 };
    document.addEventListener('keydown', (event) => {
      if (event.key.length !== 1 || event.ctrlKey) return;
      const start = performance.now();
      begin.at ||= start;
      requestAnimationFrame(() => {
        setTimeout(() => performance.measure('tideline-key', { start, end: performance.now() }), 0);
      });
    });
    const look = (): void => {
      if (begin.at > 0 && document.querySelector(selector))
        performance.measure('tideline-found', { start: begin.at, end: performance.now() });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, right);
  await page.keyboard.press('Control+k');
  for (const key of query) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(60);
  }
  await page.waitForFunction(() => performance.getEntriesByName('tideline-found').length > 0, undefined, { timeout: 20_000 });
  const sent = bytes;
  const times = await page.evaluate(() => ({
    found: performance.getEntriesByName('tideline-found')[0]?.duration ?? Number.NaN,
    typed: performance.getEntriesByName('tideline-key').map(({ startTime }) => startTime),
    keys: performance.getEntriesByName('tideline-key').map(({ duration }) => duration),
  }));
  await context.close();
  const typing = (times.typed.at(-1) ?? 0) - (times.typed[0] ?? 0);
  return { first: Math.max(0, times.found - typing), bytes: sent, keys: times.keys.slice(1) };
}

export interface Paints {
  /** Milliseconds from navigation. */
  readonly first: number;
  readonly largest: number;
  /** Milliseconds of all long tasks beyond their first 50. */
  readonly blocked: number;
}

/** When a page paints on a slow line, and for how long it hears nobody. */
export async function paints(browser: Browser, address: string): Promise<Paints> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await slowDown(await context.newCDPSession(page));
  await page.goto(`${origin}${address}`, { waitUntil: 'networkidle', timeout: 60_000 });
  const seen = await page.evaluate(async () => {
    const entries = (type: string): Promise<PerformanceEntryList> =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries());
        }).observe({ type, buffered: true });
        // Nothing is told where there is nothing.
        setTimeout(() => {
          resolve([]);
        }, 500);
      });
    const [largest, tasks] = await Promise.all([entries('largest-contentful-paint'), entries('longtask')]);
    return {
      first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      largest: largest.at(-1)?.startTime ?? Number.NaN,
      blocked: tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
    };
  });
  await context.close();
  return seen;
}

/** Runs in a page that is left: keeps when its link was clicked, for the page that it leads to. */
export function keepClick(): void {
  addEventListener('click', () => {
    sessionStorage.setItem('tideline-click', String(performance.timeOrigin + performance.now()));
  });
}

/** Runs in a page that was come to: milliseconds from that click to the first paint. */
export function paintedAfterClick(): number {
  const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
  return performance.timeOrigin + painted - Number(sessionStorage.getItem('tideline-click'));
}

/**
 * Milliseconds from the click on a link of a page to the first paint of the page it leads to, on a slow line.
 * The pointer rests on the link for as long as a hand takes to press. A driven browser fetches ahead, but makes no page ready ahead.
 */
export async function nextPage(browser: Browser, from: string, to: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${origin}${from}`, { waitUntil: 'networkidle' });
  await slowDown(await context.newCDPSession(page));
  await page.evaluate(keepClick);
  const link = page.locator(`main a[href="${to}"]`).first();
  await link.hover();
  await page.waitForTimeout(600);
  await link.click({ delay: 80 });
  await page.waitForURL(`${origin}${to}`);
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  const took = await page.evaluate(paintedAfterClick);
  await context.close();
  return took;
}
