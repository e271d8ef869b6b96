// JSON as people keep it: with comments and commas at the end.
import { parse, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import type { Trouble } from './resource.ts';

/** JSON as far as it could be read. */
export interface ParsedJson {
  readonly value: unknown;
  readonly troubles: readonly Trouble[];
}

/** Whether a text is meant as JSON: an object, a list of objects, or a comment before one. */
export const looksLikeJson = (text: string): boolean => /^\s*(?:\/\/|\/\*|\{|\[\s*[{\]])/u.test(text);

/** Reads JSON. What stands before a fault is kept. */
export function parseJson(text: string): ParsedJson {
  try {
    const value: unknown = JSON.parse(text);
    return { value, troubles: [] };
  } catch {
    const errors: ParseError[] = [];
    const value: unknown = parse(text, errors, { allowTrailingComma: true });
    const [first] = errors;
    if (!first) return { value, troubles: [] };
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
