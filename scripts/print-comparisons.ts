// `npm run print-comparisons`: prints what each ready-made comparison says, so that somebody can read them all.
import process from 'node:process';
import { comparisons } from '../src/model/split/comparisons.ts';
import { getContent } from '../src/content/load.ts';
import { findOption } from '../src/model/record/lookup.ts';
import { describeComparison } from '../src/model/split/compare.ts';
import { comparedOf } from '../src/model/split/compared.ts';
import { namesIn } from '../src/model/split/names.ts';

const { catalog, comparisons: asked } = getContent();
const names = namesIn(catalog);
for (const { name, columns } of comparisons(asked, catalog.services)) {
  const compared = columns.flatMap(({ service, option }) => {
    const found = findOption(catalog, service, option);
    return found ? [comparedOf(found, found.option.cells)] : [];
  });
  const lines = [name, ...describeComparison(compared, names).map((sentence) => `  ${sentence}`)];
  process.stdout.write(`${lines.join('\n')}\n\n`);
}
