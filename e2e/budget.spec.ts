// What a first visit transfers, compressed, by kind of page. A page over its budget needs a reason, and then a new budget in views.ts.
import { expect, test } from '@playwright/test';
import { kilobytes, weigh } from '../scripts/weigh.ts';
import { pathOf, views } from './views.ts';

for (const view of views) {
  const { name, budget, weighed = [pathOf(view)] } = view;
  if (!budget) continue;
  for (const address of weighed) {
    test(`${name} (${address}) stays within ${budget.all} kB, ${budget.script} kB of them scripts`, async ({ page }) => {
      const { all, script, parts } = await weigh(page, address);
      process.stdout.write(`${name}, ${address}: ${kilobytes(all)} kB, scripts ${kilobytes(script)} kB (${parts.join(', ')})\n`);
      expect(kilobytes(all)).toBeLessThanOrEqual(budget.all);
      expect(kilobytes(script)).toBeLessThanOrEqual(budget.script);
    });
  }
}
