// Lists and reads the files of content/. What cannot be read is a problem with a remedy, whatever the file system says.
import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import type { Stats } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../model/problem.ts';

/** More than twice the longest lesson, and ten times the longest list. A larger file is a mistake, and takes the parsers seconds or minutes. */
const mostBytes = (file: string): number => (/\.mdx?$/u.test(file) ? 16 : 512) * 1024;

/** Returns the names in a folder, sorted. Dot files are left out: editors put locks and copies of their own there. */
export function namesIn(root: string, folder: string, problems: Problem[]): string[] {
  try {
    return readdirSync(path.join(root, folder))
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch (error) {
    problems.push({ file: folder, field: '(folder)', ...refusalOf(error), remedy: 'restore the folder: content is read from it' });
    return [];
  }
}

/** Changes whenever the file does; "none" where it cannot be read. */
export function stampOf(root: string, file: string): string {
  const stats = statsOf(path.join(root, file));
  return stats ? `${stats.mtimeMs}/${stats.size}` : 'none';
}

/** What lies at a place; undefined where nothing does, or where the file system refuses to say. */
export function statsOf(place: string): Stats | undefined {
  try {
    return lstatSync(place);
  } catch {
    return undefined;
  }
}

/** Returns the text of a file; undefined where it cannot be read, which is added to the problems. */
export function readText(root: string, file: string, problems: Problem[]): string | undefined {
  const report = (found: string, remedy: string, line = 1): string | undefined => {
    problems.push({ file: `${file}:${line}`, field: '(file)', found, remedy });
    return undefined;
  };
  const place = path.join(root, file);
  try {
    const stats = lstatSync(place);
    // A link may lead out of the project, to a file that is nobody's to publish or quote.
    if (stats.isSymbolicLink()) return report('a link to another file', 'put the file itself here');
    if (stats.isDirectory()) return report('a folder with the name of a file', 'rename or remove the folder');
    if (!stats.isFile()) return report('no ordinary file', 'put a text file here');
    if (stats.size > mostBytes(file))
      return report(`${stats.size} bytes`, `shorten it: a file of content takes at most ${mostBytes(file)} bytes`);
    const bytes = readFileSync(place);
    const fault = encodingFault(bytes);
    return fault ? report(fault.found, 'save it as UTF-8 text', fault.line) : bytes.toString('utf8').replace(/^\uFEFF/u, '');
  } catch (error) {
    const { found } = refusalOf(error);
    return report(found, found === missing || found === misplaced ? 'restore it' : 'make it readable for you');
  }
}

const missing = 'no such file';
const misplaced = 'a file where a folder belongs';

/** What the file system says, in words. https://nodejs.org/api/errors.html#common-system-errors */
const words: Readonly<Record<string, string>> = {
  ENOENT: missing,
  EACCES: 'a file that you may not read',
  EPERM: 'a file that you may not read',
  ENOTDIR: misplaced,
  ELOOP: 'a link that leads back to itself',
};

/** @param error what an act of the file system threw */
export function refusalOf(error: unknown): { readonly found: string } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return { found: words[code] ?? `a file that cannot be read (${code})` };
}

/** What keeps bytes from being UTF-8, with the line of the first such byte. */
function encodingFault(bytes: Buffer): { readonly found: string; readonly line: number } | undefined {
  const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return { found: 'UTF-16 text', line: 1 };
  const zero = bytes.indexOf(0);
  if (zero >= 0) return { found: 'a zero byte: binary data, or text that is not UTF-8', line: lineAt(bytes.toString('latin1'), zero) };
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return undefined;
  } catch {
    const text = bytes.toString('utf8');
    return { found: 'bytes that are not UTF-8', line: lineAt(text, text.indexOf('\uFFFD')) };
  }
}
