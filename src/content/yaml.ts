// YAML texts as content files: values with the lines of their fields, or problems with a remedy.
import { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { Problem, SourceFile } from '../model/problem.ts';

/** Parses one file. What is not YAML comes back marked as unreadable: its problems are reported here, and others may refer to it. */
export function parseYaml(file: string, text: string, problems: Problem[]): SourceFile {
  const unreadable = { path: file.replace(/\.yml$/u, '.yaml'), value: undefined, unreadable: true };
  if (file.endsWith('.yml')) {
    problems.push({ file, field: '(file)', found: 'the ending .yml', remedy: 'rename it to .yaml, like its neighbours' });
    return unreadable;
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const troubles = [...document.errors, ...document.warnings];
  // After a broken line the parser guesses, and complains of its guesses; only fields written twice are each a find of their own.
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
    // Throws where a value contains itself, which no message could print.
    JSON.stringify(value);
    return { path: file, value, lineOf: (at) => lineOf(document, lines, at) };
  } catch (error) {
    const found = error instanceof Error ? error.message.split('\n')[0] : String(error);
    problems.push({
      file,
      field: '(file)',
      found: `YAML that cannot be resolved: ${found ?? ''}`,
      remedy: 'write the value out instead of *name; quote text that begins with * or &',
    });
    return unreadable;
  }
}

function yamlRemedy(code: string): string {
  if (code === 'TAB_AS_INDENT') return 'indent with two spaces instead of tabs';
  if (code === 'DUPLICATE_KEY') return 'remove one of the two fields of the same name';
  if (code === 'BAD_INDENT' || code === 'MISSING_CHAR')
    return 'check the indentation and the quotes around this line: text with ": " or " #" in it needs quotes';
  return 'correct the YAML on this line; text with ": " or " #" in it needs quotes';
}

/** Line of the deepest part of the path that exists in the document. */
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
