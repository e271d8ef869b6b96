// Reads content/resource-prefixes.csv: which service the types of Terraform and CloudFormation and the prefixes of IAM belong to.
import type { Problem } from '../model/problem.ts';
import type { PrefixRow } from '../model/stack/prefixes.ts';
import { readText } from './files.ts';

/** The file of the table. */
export const prefixFile = 'content/resource-prefixes.csv';
const file = prefixFile;
const head = 'terraform_prefix,cloudformation_prefix,iam_prefix,service_id';
const patterns = [/^(?:aws_[a-z0-9_]+)?$/u, /^(?:[A-Z][A-Za-z0-9]*::[A-Za-z0-9:]+)?$/u, /^(?:[a-z0-9-]+)?$/u] as const;
const columns = head.split(',');

/**
 * Returns the rows of the table.
 * @param ids the ids of all services that a row may name: those with a record, those that have ended, and the gaps
 * @param problems every fault of every row is added
 */
export function readPrefixes(root: string, ids: ReadonlySet<string>, problems: Problem[]): PrefixRow[] {
  const text = readText(root, file, problems);
  if (text === undefined) return [];
  const [first = '', ...rows] = text.trimEnd().split('\n');
  if (first !== head)
    problems.push({ file: `${file}:1`, field: '(head)', found: first, remedy: `write the names of the columns: ${head}` });
  return rows.map((row, index): PrefixRow => {
    const place = `${file}:${index + 2}`;
    const [terraform = '', cloudformation = '', iam = '', service = '', ...more] = row.split(',');
    const report = (field: string, found: string, remedy: string): void => {
      problems.push({ file: place, field, found, remedy });
    };
    if (more.length > 0) report('(row)', `${more.length + 4} columns`, 'write four, with commas between');
    for (const [at, value] of [terraform, cloudformation, iam].entries())
      if (patterns[at]?.test(value) === false)
        report(columns[at] ?? '', value, 'write a prefix as Terraform, CloudFormation or IAM spells it, or leave it empty');
    if (terraform + cloudformation + iam === '') report('(row)', 'no prefix', 'write one, or remove the row');
    if (!ids.has(service)) report('service_id', service, 'write the id of a record, or of an entry of content/gaps.yaml');
    return { terraform, cloudformation, iam, service };
  });
}
