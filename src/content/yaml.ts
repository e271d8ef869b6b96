// Parses YAML into content files that know the line of each field, and reports invalid YAML as problems.
import { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import type { Problem, SourceFile } from '../model/problem.ts';

/**
 * Parses one file.
 * @param problems syntax errors are added to this list
 * @returns the file; marked as unreadable if it is not valid YAML, so that other files may still refer to it
 */
export function parseYaml(file: string, text: string, problems: Problem[]): SourceFile {
  const unreadable = { path: file.replace(/\.ya?ml$/iu, '.yaml'), value: undefined, unreadable: true };
  const report = (line: number, found: string, remedy: string): SourceFile => {
    problems.push({ file: `${file}:${line}`, field: '(file)', found, remedy });
    return unreadable;
  };
  if (/\.ya?ml$/iu.test(file) && !file.endsWith('.yaml')) {
    const ending = /\.[a-z]+$/iu.exec(file)?.[0] ?? '';
    problems.push({ file, field: '(file)', found: `the ending ${ending}`, remedy: 'rename it to .yaml, like the other files' });
    return unreadable;
  }
  const lines = new LineCounter();
  try {
    // The parser compares each key with all others, which takes minutes for a hundred thousand; doubleKeys does the same in one pass.
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
    const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
    // Errors after the first are often consequences of it, so report only the first.
    const [trouble] = [...document.errors, ...document.warnings];
    if (trouble?.message.startsWith('Maximum call stack')) throw new RangeError(trouble.message);
    if (trouble) return report(lineAt(trouble.pos[0]), `YAML that cannot be read: ${trouble.message}`, yamlRemedy(trouble.code));
    const doubles = doubleKeys(document);
    for (const { key, offset } of doubles)
      report(lineAt(offset), `the field "${key}" a second time`, 'remove one of the two fields with this name');
    if (doubles.length > 0) return unreadable;
    return resolve(file, document, lines) ?? report(1, 'an empty file', 'write its fields, or restore it');
  } catch (error) {
    if (error instanceof RangeError) return report(1, 'lists or fields that lie too deep in each other', 'write them flat');
    const found = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return report(
      firstAlias(text),
      `YAML that cannot be resolved: ${found ?? ''}`,
      'write the value out instead of using *name; put text that begins with * or & in quotes',
    );
  }
}

/**
 * @returns the file with its value; undefined if it holds nothing
 * @throws Error if an alias stands for nothing, for too much or for a value that contains itself
 */
function resolve(file: string, document: Document, lines: LineCounter): SourceFile | undefined {
  const value: unknown = document.toJS();
  if (value === null || value === undefined) return undefined;
  // Throws if a value contains itself, which messages could not print.
  JSON.stringify(value);
  return { path: file, value, lineOf: (at) => lineOf(document, lines, at) };
}

/** The line of the first `*name` outside of quotes and comments, where nothing better is known; 1 if there is none. */
function firstAlias(text: string): number {
  const index = text.split('\n').findIndex((line) => /^[^"'#]*(?:^|[\s[{,:-])\*[^\s,\]}]/u.test(line));
  return Math.max(1, index + 1);
}

function doubleKeys(document: Document): { readonly key: string; readonly offset: number }[] {
  const found: { key: string; offset: number }[] = [];
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) found.push({ key: name, offset: key.range?.[0] ?? 0 });
        seen.add(name);
      }
    },
  });
  return found;
}

function yamlRemedy(code: string): string {
  if (code === 'TAB_AS_INDENT') return 'indent with two spaces instead of tabs';
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
