// `npm run freshness [-- <count>]`: lists the services with the oldest reviews and the sources with the most cells.
import process from 'node:process';
import { getContent } from '../src/content/load.ts';
import { byAge, bySource } from '../src/model/upkeep/freshness.ts';

const [given = '20'] = process.argv.slice(2);
const count = Number.parseInt(given, 10);
if (!(count > 0)) {
  process.stderr.write(`"${given}" is not a valid number of lines: run npm run freshness -- 20\n`);
  process.exitCode = 1;
} else {
  const catalog = getContent().catalog;
  const today = new Date().toISOString().slice(0, 10);
  const ages = byAge(catalog, today);
  const sources = bySource(catalog);
  const cells = ages.reduce((sum, each) => sum + each.cells, 0);
  const lines = [
    `${cells} own cells of ${ages.length} services by age of review, oldest first`,
    ...ages
      .slice(0, count)
      .map((each) => `${String(each.days).padStart(5)} days  ${String(each.cells).padStart(3)} cells  ${each.reviewed}  ${each.service}`),
    ...(ages.length > count ? [`      and ${ages.length - count} services reviewed later`] : []),
    '',
    `${sources.length} sources by the number of cells that cite them`,
    ...sources
      .slice(0, count)
      .map((each) => `${String(each.cells.length).padStart(5)} cells  ${each.source}\n             ${summary(each.cells)}`),
    ...(sources.length > count ? [`      and ${sources.length - count} sources with fewer`] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function summary(cells: readonly string[]): string {
  return cells.length > 4 ? `${cells.slice(0, 4).join(', ')} and ${cells.length - 4} more` : cells.join(', ');
}
