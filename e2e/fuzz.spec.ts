// Five hundred addresses that nobody should write: no page breaks, none is empty, nothing in an address becomes markup.
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { builtLayers, builtServices, deal } from '../scripts/built.ts';
import { origin } from '../scripts/serve.ts';
import { pathOf, views } from './views.ts';

const paths = views.filter(({ fuzzed }) => fuzzed === true).map(pathOf);

const ids = builtServices().map((service) => service.id);
const markup = [
  '<img src=x onerror=alert(1)>',
  '"><script>document.title="fuzzed"</script>',
  "' onmouseover='alert(1)",
  '<svg/onload=alert(1)>',
];
const broken = ['%', '%zz', '%E0%A4%A', '%00', '%C0%AF', '&&&', '===', '+', '..%2f..%2fetc'];
const scripts = ['数据库', 'قاعدة', 'база', '🗝️🗝️', '\u202Etxt', 'e\u0301'];

const anything = fc.oneof(
  fc.constantFrom(...ids, 'compute', 'abstracted', 'os', 'backup', 'customer', 'aws', ''),
  fc.constantFrom(...markup, ...broken, ...scripts),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.constantFrom(...ids, 'amazon-teapot', 'amazon-eks.auto-mode', 'amazon-rds.nothing', '.', ''), { maxLength: 60 })
    .map((list) => list.join(',')),
  // As many ids as fit into the request line of common servers.
  fc.constantFrom('x,'.repeat(5000), ','.repeat(5000), `${ids[0] ?? ''},`.repeat(400)),
);
const key = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('category', 'area', 'services', 'layer', 'party', 'default', 'option') },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'colour', '', ...markup) },
);
const pair = fc.tuple(key, anything, fc.boolean()).map(([name, value, raw]) => {
  // Half of them unescaped; what would end the query or the line cannot stand there raw.
  const written = raw ? value.replaceAll(/[#\s\p{C}]/gu, '') : encodeURIComponent(value.toWellFormed());
  return `${encodeURIComponent(name)}=${written}`;
});
const address = fc
  .tuple(fc.constantFrom(...paths), fc.array(pair, { minLength: 1, maxLength: 4 }))
  .map(([path, pairs]) => `${path}?${pairs.join('&')}`)
  .filter((text) => text.length < 15_000);

const each = 30;
/** Seventy or so for each page, each its own seed's group of thirty. */
const addresses = Array.from({ length: 16 }, (_, group) => fc.sample(address, { numRuns: each, seed: 20261124 + group })).flat();
/** Every tenth is loaded as a reader would; the others reach a page that is already there, as Back and Forward do. */
const [loaded, reached] = [addresses.filter((_, index) => index % 10 === 0), addresses.filter((_, index) => index % 10 > 0)];
const layers = builtLayers().length;

/** What is wrong with the page once it shows an address; runs in the page. */
function faultsHere(expected: { readonly layers: number }): string[] {
  const letters = document.querySelector('main')?.textContent.replaceAll(/\s+/gu, ' ').length ?? 0;
  const rows = document.querySelectorAll('main table tbody tr, main ol.split > li').length;
  const injected = document.querySelectorAll('img[src="x"], [onerror], [onload], [onmouseover]').length;
  return [
    ...(document.title.includes('fuzzed') ? ['its script ran'] : []),
    ...(injected > 0 ? [`${injected} injected elements`] : []),
    ...(letters > 500 ? [] : [`${letters} letters`]),
    ...(rows >= expected.layers ? [] : [`${rows} rows`]),
    ...(document.querySelector('h1')?.textContent ? [] : ['no heading']),
  ];
}

/** The faults of the page, once what a choice loads is drawn. */
async function faults(page: Page): Promise<string[]> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  return page.evaluate(faultsHere, { layers });
}

/** Gathers what goes wrong: errors and dialogs, each with the address of the page. */
function watch(page: Page): string[] {
  const wrong: string[] = [];
  const note = (what: string): void => {
    wrong.push(`${page.url().slice(0, 300)}: ${what}`);
  };
  page.on('pageerror', (error) => {
    note(error.message);
  });
  page.on('dialog', (dialog) => {
    note(`a dialog opened, ${dialog.message()}`);
    void dialog.dismiss();
  });
  return wrong;
}

// Without motion everything but what is fetched is drawn at once.
test.use({ reducedMotion: 'reduce' });

deal(loaded, 2).forEach((group, index) => {
  test(`addresses that are loaded, ${index + 1} of 2`, async ({ page }) => {
    test.setTimeout(120_000);
    const wrong = watch(page);
    for (const at of group) {
      await page.goto(at);
      for (const fault of await faults(page)) wrong.push(`${at.slice(0, 300)}: ${fault}`);
    }
    expect(wrong).toEqual([]);
  });
});

for (const path of paths) {
  test(`addresses that ${path} is taken to`, async ({ page }) => {
    test.setTimeout(120_000);
    const wrong = watch(page);
    await page.goto(path);
    const group = reached.filter((at) => at.startsWith(path));
    expect(group.length).toBeGreaterThan(50);
    for (const at of group) {
      await page.evaluate((to) => {
        history.pushState(null, '', to);
        dispatchEvent(new PopStateEvent('popstate'));
      }, at);
      for (const fault of await faults(page)) wrong.push(`${at.slice(0, 300)}: ${fault}`);
    }
    expect(await page.evaluate(() => location.href)).toBe(new URL(group.at(-1) ?? '', origin).href);
    expect(wrong).toEqual([]);
  });
}
