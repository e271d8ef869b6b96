// `npm run bench`: how long the build takes, what pages weigh, how soon the diagram shows, how soon a choice is drawn.
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { openedAhead } from './bench-ahead.ts';
import { choiceDrawn, choices } from './bench-explorer.ts';
import { diagramShows, nextPage, paints, searched, slow } from './bench-slow.ts';
import type { Answered, Paints } from './bench-slow.ts';
import { stackActs, stackDrawn, stackTimes } from './bench-stack.ts';
import { storyFrames } from './bench-story.ts';
import { builtAddresses, builtServices, pagesBySize } from './built.ts';
import { browserArguments, requireBrowser } from './find-browser.ts';
import { built, origin, serve } from './serve.ts';
import { kilobytes, weigh } from './weigh.ts';

/** kB, compressed, of the same page as Starlight alone makes it, and with a diagram that Mermaid draws in the browser. */
const compared = { starlight: 57, mermaid: 249 } as const;
const loads = 5;
/** More than of other loads: from one to the next these differ by half. */
const clicksTimed = 9;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function build(): void {
  const start = performance.now();
  execFileSync(process.execPath, [path.join(import.meta.dirname, '../node_modules/astro/bin/astro.mjs'), 'build'], {
    cwd: path.join(import.meta.dirname, '..'),
    // Files of earlier builds are no part of this one's size.
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', KEEP_BUILDS: '0' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const seconds = (performance.now() - start) / 1000;
  const files = readdirSync(built, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const size = files.reduce((sum, file) => sum + statSync(path.join(file.parentPath, file.name)).size, 0);
  const pages = files.filter((file) => file.name.endsWith('.html')).length;
  say(
    `build: ${seconds.toFixed(1)} s, ${(size / 1e6).toFixed(1)} MB in ${files.length} files, ${pages} pages, ${builtServices().length} services`,
  );
}

async function weights(browser: Browser): Promise<void> {
  say(
    `\ncompressed kB of a first visit; a plain Starlight page has ${compared.starlight}, one with a Mermaid diagram drawn in the browser ${compared.mermaid}`,
  );
  const { largest, median } = pagesBySize();
  const first = builtAddresses().filter((address) => address.split('/').filter(Boolean).length < 2);
  for (const address of [largest, median, ...first]) {
    // A context of its own: nothing is cached yet.
    const page = await browser.newPage({ baseURL: origin });
    const { all, script, parts } = await weigh(page, address);
    const ratio = (other: number): string => `${(kilobytes(all) / other).toFixed(2)}x`;
    say(
      `${address}: ${kilobytes(all)} kB, scripts ${kilobytes(script)} kB; ${ratio(compared.starlight)} Starlight, ${ratio(compared.mermaid)} Mermaid (${parts.join(', ')})`,
    );
    await page.close();
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

build();
const server = await serve();
const browser = await chromium.launch({ executablePath: requireBrowser(), args: [...browserArguments] });
try {
  await weights(browser);
  say(`\nat ${slow.bitsPerSecond / 1e6} Mbit/s, ${slow.latency} ms round trip, ${slow.cpu}x slower CPU, 360 px wide`);
  for (const [size, address] of Object.entries(pagesBySize())) {
    const times: number[] = [];
    for (let load = 0; load < loads; load++) times.push(await diagramShows(browser, address));
    say(
      `${size} service page ${address}: the diagram shows after ${Math.round(quantile(times, 0.5))} ms (median of ${loads}; ${Math.round(Math.min(...times))} to ${Math.round(Math.max(...times))})`,
    );
  }
  const { largest } = pagesBySize();
  for (const address of [largest, '/', '/guide/service-categories/', '/explore/']) {
    const seen: Paints[] = [];
    for (let load = 0; load < loads; load++) seen.push(await paints(browser, address));
    const ms = (key: keyof Paints): number => {
      const values = seen.map((each) => each[key]);
      return Math.round(quantile(values, 0.5));
    };
    say(
      `${address}: first paint after ${ms('first')} ms, largest after ${ms('largest')} ms, blocked for ${ms('blocked')} ms (medians of ${loads}; wanted 700 ms, the same, and 0)`,
    );
  }
  const ahead = await openedAhead('/services/', largest, clicksTimed);
  const ready = ahead.filter((each) => each.ready).length;
  say(
    `from /services/ to ${largest}: painted ${Math.round(
      quantile(
        ahead.map(({ painted }) => painted),
        0.5,
      ),
    )} ms after the click (median of ${clicksTimed}, ${ready} of them made ready while the link was pressed; wanted 250 ms)`,
  );
  const clicks: number[] = [];
  for (let load = 0; load < clicksTimed; load++) clicks.push(await nextPage(browser, '/services/', largest));
  say(`the same where pages are fetched ahead, but not made ready: ${Math.round(quantile(clicks, 0.5))} ms (median of ${clicksTimed})`);
  for (const { what, query, right, wanted } of [
    {
      what: 'a service',
      query: 'dynamdb',
      right: '[data-found="best"] a[href="/services/amazon-dynamodb/"]',
      wanted: '350 ms and 40 kB',
    },
    {
      what: 'a layer',
      query: 'who patches rds',
      right: ':is(.answer h2, [data-found="best"]) a[href="/services/amazon-rds/?layer=os"]',
      wanted: '350 ms and 40 kB',
    },
    {
      what: 'the answer itself',
      query: 'who patches rds',
      right: '.answer-card:not([aria-busy]) dd',
      wanted: '1000 ms',
    },
    {
      what: 'full text, a phrase of a layer',
      query: 'rehearse',
      right: '[data-found="passages"] a[href*="layer=backup"]',
      wanted: '1000 ms',
    },
    {
      what: 'full text, in the prose of the guide',
      query: 'holiday',
      right: ':is(.answer h2, [data-found="best"]) a[href^="/guide/of-and-in-the-cloud/"]',
      wanted: '1000 ms',
    },
    {
      what: 'full text, in a detail alone',
      query: 'selinux',
      right: '[data-found="passages"] a[href*="layer="]',
      wanted: '1000 ms',
    },
    { what: 'full text, by the index of pages', query: 'rehearse', right: '[data-found="pages"] a', wanted: 'none: the passages answer' },
  ]) {
    const answers: Answered[] = [];
    for (let load = 0; load < loads; load++) answers.push(await searched(browser, query, right));
    const ms = (values: readonly number[]): number => Math.round(quantile(values, 0.5));
    say(
      `search for ${what}, "${query}": first right result ${ms(answers.map(({ first }) => first))} ms beyond the typing, ${kilobytes(ms(answers.map(({ bytes }) => bytes)))} kB, a later key ${ms(answers.flatMap(({ keys }) => keys))} ms (medians of ${loads}; wanted ${wanted}, a later key 50 ms)`,
    );
  }
  const story = await storyFrames(browser);
  say(
    `the line of the front page moves in ${story.shown} frames, ${story.dropped} dropped, the longest ${Math.round(story.longest)} ms (at 60 a second, CPU ×${slow.cpu})`,
  );
  for (const count of new Set([builtServices().length, 250, 1000])) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const { next, moving } = await choiceDrawn(page, count);
    await page.close();
    const told = (times: readonly number[]): string =>
      `${Math.round(quantile(times, 0.5))} ms (median), ${Math.round(quantile(times, 0.95))} ms (95 %)`;
    say(
      `explorer with ${count} services, ${choices} choices: next paint after ${told(next)}, edges move after ${told(moving)}; wanted at 1000: next paint under 100 ms`,
    );
  }
  for (const count of [10, 60, builtServices().length]) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const { duties, next, regrouped } = await stackDrawn(page, count);
    await page.close();
    const told = stackActs.map((act) => `${act} ${Math.round(quantile(next[act], 0.5))} ms`).join(', ');
    say(
      `stack of ${count} services, ${duties} duties: next paint after ${told}; all rows regrouped after ${Math.round(quantile(regrouped, 0.5))} ms (medians of ${stackTimes}; wanted with 60 services: next paint under 200 ms)`,
    );
  }
} finally {
  await browser.close();
  server.close();
}
