// `npm run fuzz-content [-- <count> [seed]]`: checks thousands of broken records and lessons. Fails if one makes the check throw or hang,
// or passes with something in it that no page may hold.
import process from 'node:process';
import { fuzz } from './fuzz/run.ts';

const [count = 5_000, seed = 20261129] = process.argv.slice(2).map(Number);
const { examined, passed, slowest, faults } = await fuzz(seed, count);
for (const fault of faults.slice(0, 20)) process.stdout.write(`${fault}\n`);
process.stdout.write(
  `${examined} broken files of ${count}: ${examined - passed} refused, ${passed} harmless, ${faults.length} with faults; ` +
    `slowest ${slowest.map(({ ms, name }) => `${Math.round(ms)} ms (${name})`).join(', ')}\n`,
);
process.exitCode = faults.length === 0 && examined === count ? 0 : 1;
