// What a first visit transfers, compressed, by kind of page. A page over its budget needs a reason, and then a new budget here.
import { expect, test } from '@playwright/test';
import { kilobytes, kinds, weigh } from '../scripts/weigh.ts';

for (const { kind, address, budget } of kinds()) {
  test(`${kind} (${address}) stays within ${budget.all} kB, ${budget.script} kB of them scripts`, async ({ page }) => {
    const { all, script, parts } = await weigh(page, address);
    process.stdout.write(`${kind}, ${address}: ${kilobytes(all)} kB, scripts ${kilobytes(script)} kB (${parts.join(', ')})\n`);
    expect(kilobytes(all)).toBeLessThanOrEqual(budget.all);
    expect(kilobytes(script)).toBeLessThanOrEqual(budget.script);
  });
}
