// Five hundred addresses that nobody should write: no page breaks, none is empty, nothing in an address becomes markup.
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { builtServices } from '../scripts/built.ts';

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
  { weight: 5, arbitrary: fc.constantFrom('category', 'area', 'services', 'layer', 'party', 'option') },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'colour', '', ...markup) },
);
const pair = fc.tuple(key, anything, fc.boolean()).map(([name, value, raw]) => {
  // Half of them unescaped; what would end the query or the line cannot stand there raw.
  const written = raw ? value.replaceAll(/[#\s\p{C}]/gu, '') : encodeURIComponent(value.toWellFormed());
  return `${encodeURIComponent(name)}=${written}`;
});
const address = fc
  .tuple(fc.constantFrom('/explore/', '/compare/', '/services/amazon-eks/'), fc.array(pair, { minLength: 1, maxLength: 4 }))
  .map(([path, pairs]) => `${path}?${pairs.join('&')}`)
  .filter((text) => text.length < 15_000);

const each = 50;
for (let group = 0; group < 10; group += 1) {
  test(`addresses ${group * each + 1} to ${(group + 1) * each}`, async ({ page }) => {
    test.setTimeout(120_000);
    const errors: string[] = [];
    let at = '';
    page.on('pageerror', (error) => errors.push(`${at.slice(0, 300)}: ${error.message}`));
    page.on('dialog', (dialog) => {
      errors.push(`${at.slice(0, 300)}: a dialog opened, ${dialog.message()}`);
      void dialog.dismiss();
    });
    for (at of fc.sample(address, { numRuns: each, seed: 20261124 + group })) {
      await page.goto(at, { waitUntil: 'load' });
      const seen = await page.evaluate(async () => {
        const element = document.querySelector('tide-explorer, tide-compare, tide-service');
        if (element) await customElements.whenDefined(element.localName);
        // Whatever a choice loads or draws has had its turn.
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
        return {
          title: document.title,
          main: document.querySelector('main')?.textContent.replaceAll(/\s+/gu, ' ').length ?? 0,
          rows: [...document.querySelectorAll('main table tbody tr, main ol.split > li')].length,
          injected: document.querySelectorAll('img[src="x"], [onerror], [onload], [onmouseover]').length,
          heading: document.querySelector('h1')?.textContent ?? '',
        };
      });
      expect.soft(seen, at.slice(0, 300)).toMatchObject({ injected: 0, title: expect.not.stringContaining('fuzzed') });
      expect.soft(seen.main, at.slice(0, 300)).toBeGreaterThan(500);
      expect.soft(seen.rows, at.slice(0, 300)).toBeGreaterThanOrEqual(14);
      expect.soft(seen.heading, at.slice(0, 300)).not.toBe('');
    }
    expect(errors).toEqual([]);
  });
}
