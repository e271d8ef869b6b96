// Holds the records against what AWS lists: each service there is either written here or explained in gaps.yaml.
import type { Problem } from '../problem.ts';
import type { Gap } from '../record/schema/changes.ts';
import { slug } from '../vocabulary.ts';

/** A record, reduced to what can drift. */
export interface Listed {
  readonly id: string;
  readonly names: readonly string[];
  readonly prefixes: readonly string[];
}

/** A service of AWS's service authorization reference. */
export interface IamService {
  readonly prefix: string;
  readonly name: string;
}

/** A row of a list of services, kept by whoever runs the check. */
export interface ListedService {
  readonly id: string;
  readonly name: string;
  readonly prefixes: readonly string[];
}

const gapsFile = 'content/gaps.yaml';

/**
 * Everything in which records and AWS's list of service prefixes differ without a reason, and every reason that is no longer true.
 * @param records all records, those of retired services too
 * @param gaps the entries of gaps.yaml
 * @param iam every service that has actions in IAM policies
 */
export function findDrift(records: readonly Listed[], gaps: readonly Gap[], iam: readonly IamService[]): Problem[] {
  const known = new Map(iam.map((service) => [service.prefix, service.name]));
  return [
    ...records.flatMap((record) => recordDrift(record, known, iam)),
    ...gaps.flatMap((gap, index) => gapDrift(gap, index, records, gaps, known)),
    ...iam.flatMap(({ prefix, name }) => {
      const explained = [...records, ...gaps].some((each) => each.prefixes.includes(prefix));
      return explained
        ? []
        : [
            {
              file: gapsFile,
              field: prefix,
              found: `AWS lists "${prefix}" (${name}), which no record claims and no gap explains`,
              remedy: 'add the prefix to the record of its service, or an entry with a reason to gaps.yaml',
            },
          ];
    }),
  ];
}

function recordDrift(record: Listed, known: ReadonlyMap<string, string>, iam: readonly IamService[]): Problem[] {
  const file = `content/services/${record.id}.yaml`;
  const strange = record.prefixes.filter((prefix) => !known.has(prefix));
  const slugs = record.names.map(slug);
  const namesake = record.prefixes.length > 0 ? undefined : iam.find((service) => slugs.includes(slug(service.name)));
  return [
    ...strange.map((prefix) => ({
      file,
      field: 'prefixes',
      found: `"${prefix}", which AWS does not list`,
      remedy: 'correct it, or remove it: AWS may have dropped it',
    })),
    ...(namesake
      ? [{ file, field: 'prefixes', found: 'none', remedy: `add "${namesake.prefix}": AWS lists it under the name ${namesake.name}` }]
      : []),
  ];
}

function gapDrift(
  gap: Gap,
  index: number,
  records: readonly Listed[],
  gaps: readonly Gap[],
  known: ReadonlyMap<string, string>,
): Problem[] {
  const at = { file: gapsFile, field: `${index} (${gap.name})` };
  const problems: Problem[] = [];
  for (const prefix of gap.prefixes) {
    if (!known.has(prefix))
      problems.push({ ...at, found: `"${prefix}", which AWS no longer lists`, remedy: 'remove the prefix, or the entry' });
    const claimed = records.find((record) => record.prefixes.includes(prefix));
    if (claimed)
      problems.push({ ...at, found: `"${prefix}", which ${claimed.id} claims by now`, remedy: 'remove the prefix from the entry' });
    const twice = gaps.findIndex((each) => each.prefixes.includes(prefix));
    if (twice < index) problems.push({ ...at, found: `"${prefix}" a second time`, remedy: 'keep it in one entry' });
  }
  if (gap.reason === 'not-written' && records.some((record) => record.id === gap.id))
    problems.push({ ...at, found: `"${gap.id}", whose record is written`, remedy: 'remove the entry: its reason is no longer true' });
  const listed = (id: string): boolean =>
    records.some((record) => record.id === id) || gaps.some((each) => each.reason === 'not-written' && each.id === id);
  if (gap.reason === 'part-of' && !listed(gap.of))
    problems.push({
      ...at,
      found: `part of "${gap.of}", which is neither written nor named here`,
      remedy: 'name the service it is part of',
    });
  return problems;
}

/** Services of a list that have neither a record nor a gap to be written, and records the list does not know. */
export function findListGaps(records: readonly Listed[], gaps: readonly Gap[], list: readonly ListedService[]): Problem[] {
  const missing = list.filter(
    ({ id }) => !records.some((record) => record.id === id) && !gaps.some((gap) => gap.reason === 'not-written' && gap.id === id),
  );
  const strange = records.filter((record) => !list.some(({ id }) => id === record.id));
  return [
    ...missing.map(({ id, name }) => ({
      file: gapsFile,
      field: id,
      found: `the list names ${name}, which has no record and no gap`,
      remedy: 'write its record, or add an entry to gaps.yaml',
    })),
    ...strange.map(({ id }) => ({
      file: `content/services/${id}.yaml`,
      field: '(file)',
      found: 'a record the list does not name',
      remedy: 'correct the id, or the list',
    })),
  ];
}
