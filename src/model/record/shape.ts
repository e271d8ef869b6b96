// Step one of checking content: compares a file with its schema and turns Zod's issues into problems with remedies.
import type { z } from 'zod';
import { nearest, place } from '../problem.ts';
import type { Problem, SourceFile } from '../problem.ts';
import { layerIds, partyIds } from '../vocabulary.ts';
import { retiredSchema, serviceSchema } from './schema/service.ts';

/** Faults of one file that are told. A broken file can have a hundred thousand, and each costs a search for its line and for the word meant. */
const mostTold = 100;

/**
 * Checks a file against a schema.
 * @param problems issues are added to this list, of one file at most a hundred and then their number
 * @param known the names of all fields of such files, to find the one that was meant
 * @returns the parsed value; undefined if the file does not match the schema
 */
export function parse<T>(
  file: SourceFile,
  schema: z.ZodType<T>,
  problems: Problem[],
  known: readonly string[] = recordKeys,
): T | undefined {
  const result = schema.safeParse(file.value, { reportInput: true });
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue, known));
  problems.push(...faults.slice(0, mostTold).map(({ path, found, remedy }) => problemAt(file, path, found(), remedy())));
  const rest = faults.length - mostTold;
  if (rest > 0) problems.push(problemAt(file, [], `${rest} further faults of this kind`, 'mend those above, then run the check again'));
  return undefined;
}

/** A fault whose words are made once it is told. */
interface Fault {
  readonly path: readonly PropertyKey[];
  readonly found: () => string;
  readonly remedy: () => string;
}

function problemAt(file: SourceFile, path: readonly PropertyKey[], found: string, remedy: string): Problem {
  return { file: place(file, path), field: path.length > 0 ? path.map(String).join('.') : '(file)', found, remedy };
}

function faultsOf(issue: z.core.$ZodIssue, known: readonly string[]): Fault[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const ofCells = path.at(-1) === 'cells';
    return issue.keys.map((key) => ({
      path: [...path, key],
      found: () => (ofCells ? `a layer called "${key}"` : `a field called "${key}"`),
      remedy: () => (ofCells ? `use one of the fourteen layers${nearest(key, layerIds)}` : unknownKeyRemedy(path, key, known)),
    }));
  }
  return [{ path, found: () => foundOf(issue), remedy: () => remedyOf(issue) }];
}

function foundOf(issue: z.core.$ZodIssue): string {
  // A text with a hidden character in it would not show what is wrong.
  if (issue.code === 'custom' && typeof issue.params?.['found'] === 'string') return issue.params['found'];
  if (issue.input === undefined) return 'nothing';
  return issue.code === 'invalid_union' ? discriminatorFound(issue) : quote(issue.input);
}

/** What stands where a field decides about the others: "party", "reason" or "kind". */
function discriminatorFound({ input, discriminator }: z.core.$ZodIssueInvalidUnion): string {
  if (typeof input !== 'object' || input === null) return quote(input);
  const field = discriminator ?? 'party';
  const value: unknown = Object.entries(input).find(([key]) => key === field)?.[1];
  return value === undefined ? `no ${field}` : `${field} ${quote(value)}`;
}

function remedyOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined && !issue.message.startsWith('missing')) {
    return `add it, the field is required: write ${kinds[issue.expected] ?? issue.expected}`;
  }
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')) {
    return `write ${kinds[issue.expected] ?? issue.expected}${issue.path.length > 0 ? '' : ': every content file holds them'}`;
  }
  if (issue.code === 'invalid_union' && typeof issue.input === 'object' && issue.input !== null && 'party' in issue.input) {
    return `write one of ${partyIds.join(', ')}${nearest(String(issue.input.party), partyIds)}`;
  }
  if (issue.code === 'invalid_key') return `write this name otherwise: ${issue.issues[0]?.message ?? 'it is no valid name here'}`;
  if (issue.code === 'invalid_value' && !issue.message.includes(':')) return `write one of ${issue.values.map(String).join(', ')}`;
  return issue.message;
}

const kinds: Readonly<Record<string, string>> = {
  object: 'fields, each as "name: value"',
  array: 'a list, as "[one, two]" or one "- " a line',
  record: 'fields, each as "name: value"',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function unknownKeyRemedy(path: readonly PropertyKey[], key: string, known: readonly string[]): string {
  if (path.length === 0 && (key === 'cells' || key === 'options')) {
    return 'remove it, because a retired service has no split, or correct its status';
  }
  const inCell = path.includes('cells');
  if (inCell && (key === 'you' || key === 'aws' || key === 'with' || key === 'reason')) {
    return `remove it, or change the party: customer has "you", aws has "aws", shared has both, none has "reason"`;
  }
  return `remove it, or correct its spelling${nearest(key, known)}`;
}

const recordKeys = [
  ...Object.keys(serviceSchema.shape),
  ...Object.keys(retiredSchema.shape),
  'id',
  'category',
  'party',
  'you',
  'aws',
  'reason',
  'with',
  'default',
  'detail',
  'source',
];

function quote(value: unknown): string {
  const written = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return written.length > 90 ? `${written.slice(0, 80)}… (${written.length - 2} characters)` : written;
}
