// How smoothly the line of the front page moves on a slow computer.
import type { Browser } from '@playwright/test';
import { slow } from './bench-slow.ts';
import { origin } from './serve.ts';

export interface StoryFrames {
  /** Frames that the browser showed while the line moved. */
  readonly shown: number;
  /** Frames of 60 a second that it left out. */
  readonly dropped: number;
  /** The longest time between two frames, in milliseconds. */
  readonly longest: number;
}

/** A frame of 60 a second takes so many milliseconds. */
const frame = 1000 / 60;

/** Moves the line once more, after the page has come to rest, and counts its frames. */
export async function storyFrames(browser: Browser): Promise<StoryFrames> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'no-preference' });
  await page.goto(`${origin}/`, { waitUntil: 'networkidle' });
  await page.locator('tide-story[data-live]').waitFor();
  await page.evaluate(async () => {
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu });
  const times = await page.evaluate(async () => {
    document.querySelector<HTMLElement>('tide-story [data-again]')?.click();
    const ended = Promise.all(document.getAnimations().map(({ finished }) => finished)).then(() => true);
    const seen: number[] = [];
    const next = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let over = false; !over;) {
      seen.push(await next());
      over = await Promise.race([ended, Promise.resolve(false)]);
    }
    return seen;
  });
  await page.close();
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return {
    shown: times.length,
    dropped: gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / frame) - 1), 0),
    longest: Math.max(...gaps),
  };
}
