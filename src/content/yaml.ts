// Parses YAML into content files that know the line of each field, and reports invalid YAML as problems.
import { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { Problem, SourceFile } from '../model/problem.ts';

/**
 * Parses one file.
 * @param problems syntax errors are added to this list
 * @returns the file; marked as unreadable if it is not valid YAML, so that other files may still refer to it
 */
export function parseYaml(file: string, text: string, problems: Problem[]): SourceFile {
  const unreadable = { path: file.replace(/\.yml$/u, '.yaml'), value: undefined, unreadable: true };
  if (file.endsWith('.yml')) {
    problems.push({ file, field: '(file)', found: 'the ending .yml', remedy: 'rename it to .yaml, like the other files' });
    return unreadable;
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const troubles = [...document.errors, ...document.warnings];
  // Errors after the first are often consequences of it, so report only the first. Duplicate fields are always separate errors.
  for (const trouble of troubles.filter((each, index) => index === 0 || each.code === 'DUPLICATE_KEY')) {
    problems.push({
      file: `${file}:${lines.linePos(trouble.pos[0]).line}`,
      field: '(file)',
      found: `YAML that cannot be read: ${trouble.message}`,
      remedy: yamlRemedy(trouble.code),
    });
  }
  if (troubles.length > 0) return unreadable;
  try {
    const value: unknown = document.toJS();
    // Throws if a value contains itself, which messages could not print.
    JSON.stringify(value);
    return { path: file, value, lineOf: (at) => lineOf(document, lines, at) };
  } catch (error) {
    const found = error instanceof Error ? error.message.split('\n')[0] : String(error);
    problems.push({
      file,
      field: '(file)',
      found: `YAML that cannot be resolved: ${found ?? ''}`,
      remedy: 'write the value out instead of using *name; put text that begins with * or & in quotes',
    });
    return unreadable;
  }
}

function yamlRemedy(code: string): string {
  if (code === 'TAB_AS_INDENT') return 'indent with two spaces instead of tabs';
  if (code === 'DUPLICATE_KEY') return 'remove one of the two fields with this name';
  if (code === 'BAD_INDENT' || code === 'MISSING_CHAR')
    return 'check the indentation and the quotes near this line: text that contains ": " or " #" needs quotes';
  return 'correct the YAML on this line; text that contains ": " or " #" needs quotes';
}

/** Returns the line of the deepest part of the path that exists in the document. */
function lineOf(document: Document, lines: LineCounter, at: readonly PropertyKey[]): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const key of at) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key));
      if (!pair) break;
      offset = isScalar(pair.key) ? pair.key.range?.[0] : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(key)];
      if (!item) break;
      offset = isScalar(item) || isMap(item) || isSeq(item) ? item.range?.[0] : offset;
      node = item;
    } else break;
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
}
