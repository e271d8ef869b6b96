// Problems in the content, and how messages describe them.
import { visible } from './characters.ts';

/** One problem in the content, described so that its author can fix it. */
export interface Problem {
  /** The file, with the line if it is known: `content/services/amazon-s3.yaml:12`. */
  readonly file: string;
  /** The path of the field within the file, `cells.backup.party`; `(file)` for the whole file. */
  readonly field: string;
  /** What was found there. */
  readonly found: string;
  /** How to fix it. */
  readonly remedy: string;
}

/**
 * All problems of the content.
 * Code that needs valid content throws it once everything is checked, so that authors see all problems at once.
 */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly problems: readonly Problem[];
  /** Whether all rules were asked; false where records are broken, and nothing could be held against them. */
  readonly complete: boolean;

  constructor(problems: readonly Problem[], complete = true) {
    super(formatProblems(problems));
    this.problems = problems;
    this.complete = complete;
  }
}

/** Problems of one file that are printed. More are rarely read before the first ones are mended, and often go with them. */
const shownOfFile = 20;

const fileOf = ({ file }: Problem): string => file.replace(/:\d+$/u, '');

/**
 * Formats problems as text: a line with their number, then three lines for each problem, sorted by file; of one file at most twenty.
 * What was found is printed with its hidden characters written out, because terminals and logs obey some of them.
 */
export function formatProblems(problems: readonly Problem[]): string {
  const sorted = [...problems].sort((a, b) => a.file.localeCompare(b.file, 'en', { numeric: true }) || a.field.localeCompare(b.field));
  const count = sorted.length === 1 ? '1 problem' : `${sorted.length} problems`;
  const byFile = Map.groupBy(sorted, fileOf);
  const lines = [...byFile].flatMap(([file, own]) => [
    ...own
      .slice(0, shownOfFile)
      .map((p) => `  ${visible(p.file)} · ${visible(p.field)}\n    found: ${visible(p.found)}\n    to do: ${visible(p.remedy)}`),
    ...(own.length > shownOfFile ? [`  ${visible(file)}: and ${own.length - shownOfFile} more`] : []),
  ]);
  return [`${count} in the content`, ...lines].join('\n');
}

/** A content file, parsed from YAML but not yet checked. */
export interface SourceFile {
  /** The path from the project's root, with forward slashes: `content/services/amazon-s3.yaml`. */
  readonly path: string;
  readonly value: unknown;
  /** True if the file exists but is not valid YAML, which parseYaml reports. The file is then neither checked nor reported as missing. */
  readonly unreadable?: boolean;
  /** Returns the line of a field, from 1, for messages; undefined if it is not known. */
  readonly lineOf?: (path: readonly PropertyKey[]) => number | undefined;
}

/** Returns the path of the file, with the line of a field if it is known. */
export function place(file: SourceFile, path: readonly PropertyKey[]): string {
  const line = file.lineOf?.(path);
  return line === undefined ? file.path : `${file.path}:${line}`;
}

/** A word further away is another word. */
const mostEdits = 2;

/** Returns ` (did you mean "…"?)` for the closest of the words, or "" if none is within two edits. */
export function nearest(word: string, words: readonly string[]): string {
  const ranked = words
    .filter((each) => Math.abs(each.length - word.length) <= mostEdits)
    .map((each) => ({ each, edits: editDistance(word, each) }))
    .sort((a, b) => a.edits - b.edits)[0];
  return ranked && ranked.edits <= mostEdits && ranked.edits < word.length ? ` (did you mean "${ranked.each}"?)` : '';
}

/** Levenshtein distance: insertions, deletions and replacements. https://en.wikipedia.org/wiki/Levenshtein_distance */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row.push(Math.min((row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + cost));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
