// JSON as people keep it: with a byte order mark, comments and commas at the end.
import { parse, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import type { Trouble } from './resource.ts';

/** Reads JSON. What stands before a fault is kept. */
export function parseJson(text: string): { readonly value: unknown; readonly troubles: readonly Trouble[] } {
  const bare = text.replace(/^\uFEFF/u, '');
  try {
    const value: unknown = JSON.parse(bare);
    return { value, troubles: [] };
  } catch {
    const errors: ParseError[] = [];
    const value: unknown = parse(bare, errors, { allowTrailingComma: true });
    const [first] = errors;
    if (!first) return { value, troubles: [] };
    const line = bare.slice(0, first.offset).split('\n').length;
    const found = printParseErrorCode(first.error)
      .replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ')
      .toLowerCase();
    return {
      value,
      troubles: [{ line, found: `JSON that cannot be read: ${found}`, remedy: 'mend the line; what could be read is kept' }],
    };
  }
}
