// `npm run draw-cells -- [count] [seed]`: prints random cells with their sources, so that a second person can check them.
import process from 'node:process';
import { getContent } from '../src/content/load.ts';
import { defaultOf } from '../src/model/record/holding.ts';
import { phraseTexts } from '../src/model/split/cell.ts';
import { drawSample } from '../src/model/upkeep/sample.ts';

const [count = 60, seed = 1] = process.argv.slice(2).map(Number);
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
  process.stderr.write('Both the number of cells and the seed must be whole numbers: run npm run draw-cells -- 60 1\n');
  process.exitCode = 1;
} else {
  for (const { name, cell } of drawSample(getContent().catalog, count, seed)) {
    const holding = defaultOf(cell);
    process.stdout.write(
      `${name}\n  ${cell.party}${holding === undefined ? '' : `, ${holding}`}: ${phraseTexts(cell)
        .map((text) => `"${text}"`)
        .join(' | ')}\n  ${cell.detail}\n${cell.source.map((page) => `  ${page}\n`).join('')}\n`,
    );
  }
}
