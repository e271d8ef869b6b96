// `npm run bench`: how long the build takes, what pages weigh, how soon the diagram shows, how soon a choice is drawn.
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { chromium } from '@playwright/test';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { z } from 'zod';
import { builtFile, builtServices } from './built.ts';
import { browserArguments, requireBrowser } from './find-browser.ts';
import { built, origin, serve } from './serve.ts';
import { kilobytes, kinds, weigh } from './weigh.ts';

/** kB, compressed, of the same page as Starlight alone makes it, and with a diagram that Mermaid draws in the browser. */
const compared = { starlight: 57, mermaid: 249 } as const;
/** A slow phone on a slow network: Lighthouse's mobile setting. https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md */
const slow = { bitsPerSecond: 1_600_000, latency: 150, cpu: 4 } as const;
const loads = 5;
const choices = 30;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function build(): void {
  rmSync(built, { recursive: true, force: true });
  const start = performance.now();
  execFileSync(process.execPath, [path.join(import.meta.dirname, '../node_modules/astro/bin/astro.mjs'), 'build'], {
    cwd: path.join(import.meta.dirname, '..'),
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
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
  for (const { kind, address } of kinds()) {
    // A context of its own: nothing is cached yet.
    const page = await browser.newPage({ baseURL: origin });
    const { all, script, parts } = await weigh(page, address);
    const ratio = (other: number): string => `${(kilobytes(all) / other).toFixed(2)}x`;
    say(
      `${kind} ${address}: ${kilobytes(all)} kB, scripts ${kilobytes(script)} kB; ${ratio(compared.starlight)} Starlight, ${ratio(compared.mermaid)} Mermaid (${parts.join(', ')})`,
    );
    await page.close();
  }
}

async function slowDown(session: CDPSession): Promise<void> {
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
async function diagramShows(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await slowDown(session);
  await page.addInitScript(() => {
    const look = (): void => {
      // Frames before the style sheets are there have no first paint.
      const painted = performance.getEntriesByName('first-contentful-paint').length > 0;
      const bands = document.querySelectorAll('ol.split > li .band svg rect.part').length;
      if (painted && bands >= 14) performance.mark('tideline-diagram');
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(`${origin}${address}`, { waitUntil: 'load', timeout: 60_000 });
  await page.waitForFunction(() => performance.getEntriesByName('tideline-diagram').length > 0);
  const at = await page.evaluate(() => performance.getEntriesByName('tideline-diagram')[0]?.startTime ?? 0);
  await context.close();
  return at;
}

/** The built explorer, with so many services as if each were recorded several times: its data, rows, lists and choices. */
function explorerWith(count: number): string {
  const { document } = parseHTML(builtFile('explore/index.html'));
  const block = document.querySelector('tide-explorer script[type="application/json"]');
  const shape = z.looseObject({ services: z.array(z.looseObject({ id: z.string() })) });
  const data = shape.parse(JSON.parse(block?.textContent ?? ''));
  const known = data.services.length;
  const copyOf = (copy: number, id: string): string => (copy === 0 ? id : `${id}-copy-${copy}`);
  const copies = Math.ceil(count / known);
  const kept = new Set<string>();
  data.services = Array.from({ length: copies }, (_, copy) =>
    data.services.map((service) => ({ ...service, id: copyOf(copy, service.id) })),
  )
    .flat()
    .slice(0, count);
  for (const { id } of data.services) kept.add(id);
  if (block) block.textContent = JSON.stringify(data).replaceAll('<', '\\u003c');
  const multiply = (selector: string, attribute: string, idIn: RegExp): void => {
    for (const element of [...document.querySelectorAll(selector)]) {
      const value = element.getAttribute(attribute) ?? '';
      const id = idIn.exec(value)?.[1] ?? '';
      for (let copy = copies - 1; copy > 0; copy--) {
        if (!kept.has(copyOf(copy, id))) continue;
        element.setAttribute(attribute, value.replace(id, copyOf(copy, id)));
        element.parentNode?.append(element.cloneNode(true));
      }
      element.setAttribute(attribute, value);
    }
  };
  multiply('[data-matrix] tbody tr', 'data-row', /^([^.]+)\./u);
  multiply('select[name="services"] > option[value]:not([value=""])', 'value', /^([^.]+)/u);
  for (const list of document.querySelectorAll('.block-links')) {
    const links = [...list.querySelectorAll('li')];
    for (let copy = 1; copy < copies; copy++) list.append(...links.map((link) => link.cloneNode(true)));
  }
  const rows = document.querySelectorAll('[data-matrix] tbody tr').length;
  if (data.services.length !== count || rows < count)
    throw new Error(`made ${data.services.length} services in ${rows} rows: wanted ${count}`);
  return `<!doctype html>${document.documentElement.outerHTML}`;
}

/**
 * Milliseconds from the change of a filter to the end of the next frame, which shows the choice and what it leaves,
 * and to the end of the first in which edges have moved: each of `choices` changes.
 * @param count of services, made up from those recorded
 */
async function choiceDrawn(page: Page, count: number): Promise<{ readonly next: readonly number[]; readonly moving: readonly number[] }> {
  const session = await page.context().newCDPSession(page);
  const body = explorerWith(count);
  await page.route(`${origin}/explore/`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto(`${origin}/explore/`, { waitUntil: 'networkidle' });
  await page.getByText(`All ${count} services`).waitFor();
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu });
  return page.evaluate(async (wanted) => {
    // Who secures needs a layer; the other choices change what is left at every press.
    const radios = [...document.querySelectorAll<HTMLInputElement>('tide-explorer :is([name="category"], [name="area"])')];
    const edges = (): string => [...document.querySelectorAll('tide-explorer .part')].map((part) => part.getAttribute('x')).join(' ');
    /** After the frame that has been asked for is painted: a message arrives then. */
    const painted = (): Promise<void> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => {
            resolve();
          });
          port1.start();
          port2.postMessage('');
        });
      });
    const next: number[] = [];
    const moving: number[] = [];
    for (let index = 0; next.length < wanted; index++) {
      const radio = radios[index % radios.length];
      if (!radio || radio.checked) continue;
      const before = edges();
      const start = performance.now();
      radio.click();
      await painted();
      next.push(performance.now() - start);
      while (edges() === before && performance.now() - start < 2000) await painted();
      moving.push(performance.now() - start);
      // Let the edges come to rest.
      await new Promise((resolve) => {
        setTimeout(resolve, 500);
      });
    }
    return { next, moving };
  }, choices);
}

interface Answered {
  /** Milliseconds from the first key to the first right result on screen, the typing taken off. */
  readonly first: number;
  /** Bytes on the line until then, as the server sent them. */
  readonly bytes: number;
  /** Milliseconds from each later key to the next paint. */
  readonly keys: readonly number[];
}

/** Opens the search on a slow line and types, 60 ms a key. */
async function searched(browser: Browser, query: string, right: string): Promise<Answered> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
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
  for (const { kind, address } of kinds().filter((each) => each.kind.endsWith('service page'))) {
    const times: number[] = [];
    for (let load = 0; load < loads; load++) times.push(await diagramShows(browser, address));
    say(
      `${kind} ${address}: the diagram shows after ${Math.round(quantile(times, 0.5))} ms (median of ${loads}; ${Math.round(Math.min(...times))} to ${Math.round(Math.max(...times))})`,
    );
  }
  for (const { what, query, right, wanted } of [
    {
      what: 'a service',
      query: 'dynamdb',
      right: '[data-found="services"] a[href="/services/amazon-dynamodb/"]',
      wanted: '350 ms and 40 kB',
    },
    {
      what: 'a layer',
      query: 'who patches rds',
      right: '[data-found="services"] a[href="/services/amazon-rds/?layer=os"]',
      wanted: '350 ms and 40 kB',
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
      right: '[data-found="passages"] a[href^="/guide/of-and-in-the-cloud/"]',
      wanted: '1000 ms',
    },
    {
      what: 'full text, in a detail alone',
      query: 'ciphers',
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
} finally {
  await browser.close();
  server.close();
}
