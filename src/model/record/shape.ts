// Step one of checking content: compares a file with its schema and turns Zod's issues into problems with remedies.
import type { z } from 'zod';
import { nearest, place } from '../problem.ts';
import type { Problem, SourceFile } from '../problem.ts';
import { layerIds, partyIds } from '../vocabulary.ts';
import { retiredSchema, serviceSchema } from './schema/service.ts';

/**
 * Checks a file against a schema.
 * @param problems every issue is added to this list
 * @returns the parsed value; undefined if the file does not match the schema
 */
export function parse<T>(file: SourceFile, schema: z.ZodType<T>, problems: Problem[]): T | undefined {
  const result = schema.safeParse(file.value, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) problems.push(...fromIssue(file, issue));
  return undefined;
}

function fromIssue(file: SourceFile, issue: z.core.$ZodIssue): Problem[] {
  const at = (path: readonly PropertyKey[], found: string, remedy: string): Problem => ({
    file: place(file, path),
    field: path.length > 0 ? path.map(String).join('.') : '(file)',
    found,
    remedy,
  });
  if (issue.code === 'unrecognized_keys' && issue.path.at(-1) === 'cells') {
    return issue.keys.map((key) =>
      at([...issue.path, key], `a layer called "${key}"`, `use one of the fourteen layers${nearest(key, layerIds)}`),
    );
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => at([...issue.path, key], `a field called "${key}"`, unknownKeyRemedy(issue.path, key)));
  }
  const found = issue.input === undefined ? 'nothing' : quote(issue.input);
  return [at(issue.path, issue.code === 'invalid_union' ? partyFound(issue.input) : found, remedyOf(issue))];
}

function partyFound(input: unknown): string {
  if (typeof input !== 'object' || input === null) return quote(input);
  return 'party' in input ? `party ${quote(input.party)}` : 'no party';
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
  if (issue.code === 'invalid_value' && !issue.message.includes(':')) return `write one of ${issue.values.map(String).join(', ')}`;
  return issue.message;
}

const kinds: Readonly<Record<string, string>> = {
  object: 'fields, each as "name: value"',
  array: 'a list, as "[one, two]" or one "- " a line',
  string: 'text',
};

function unknownKeyRemedy(path: readonly PropertyKey[], key: string): string {
  if (path.length === 0 && (key === 'cells' || key === 'options')) {
    return 'remove it, because a retired service has no split, or correct its status';
  }
  const inCell = path.includes('cells');
  if (inCell && (key === 'you' || key === 'aws' || key === 'with' || key === 'reason')) {
    return `remove it, or change the party: customer has "you", aws has "aws", shared has both, none has "reason"`;
  }
  return `remove it, or correct its spelling${nearest(key, knownKeys)}`;
}

const knownKeys = [
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
