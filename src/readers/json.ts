// JSON as people keep it: with comments and commas at the end.
import { parse, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { withoutDepths } from './nesting.ts';
import type { Trouble } from './resource.ts';

/** JSON as far as it could be read. */
export interface ParsedJson {
  readonly value: unknown;
  readonly troubles: readonly Trouble[];
}

/** Whether a text is meant as JSON: an object or a list of objects, perhaps after comments, with which Terraform's files may begin too. */
export const looksLikeJson = (text: string): boolean => /^(?:\{|\[\s*(?:\{|\]\s*$))/u.test(text.slice(afterComments(text)));

function afterComments(text: string): number {
  let at = 0;
  for (;;) {
    while (/\s/u.test(text.charAt(at))) at += 1;
    const end = text.startsWith('//', at) ? '\n' : text.startsWith('/*', at) ? '*/' : undefined;
    if (end === undefined) return at;
    const found = text.indexOf(end, at + 2);
    if (found < 0) return text.length;
    at = found + end.length;
  }
}

/** No policy of AWS and no plan of Terraform comes near. */
const deepest = 500;

/** Reads JSON. What stands before a fault is kept. */
export function parseJson(given: string): ParsedJson {
  const { text, troubles } = withoutDepths(given, deepest, true);
  try {
    const value: unknown = JSON.parse(text);
    return { value, troubles };
  } catch {
    const errors: ParseError[] = [];
    const value: unknown = parse(text, errors, { allowTrailingComma: true });
    const [first] = errors;
    // What was cut off is missing, which has been said.
    if (!first || troubles.length > 0) return { value, troubles };
    const line = text.slice(0, first.offset).split('\n').length;
    const found = printParseErrorCode(first.error)
      .replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ')
      .toLowerCase();
    return {
      value,
      troubles: [{ line, found: `JSON that cannot be read: ${found}`, remedy: 'mend the line; what could be read is kept' }],
    };
  }
}
