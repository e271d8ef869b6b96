/** One thing wrong with the content, said so that the person who wrote it can mend it. */
export interface Problem {
  /** File, with the line where it is known: `content/services/amazon-s3.yaml:12`. */
  readonly file: string;
  /** Path of the field within the file, `cells.backup.party`; `(file)` for the file as a whole. */
  readonly field: string;
  /** What was found there. */
  readonly found: string;
  /** What to do about it. */
  readonly remedy: string;
}

/**
 * Every problem of the content at once.
 * Thrown by whoever needs a whole catalog, never after the first problem alone.
 */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
    this.problems = problems;
  }
}

/** One line of finding and one of remedy for each problem, sorted by file, under a line that counts them. */
export function formatProblems(problems: readonly Problem[]): string {
  const sorted = [...problems].sort((a, b) => a.file.localeCompare(b.file, 'en', { numeric: true }) || a.field.localeCompare(b.field));
  const count = sorted.length === 1 ? '1 problem' : `${sorted.length} problems`;
  const lines = sorted.map((p) => `  ${p.file} · ${p.field}\n    found: ${p.found}\n    to do: ${p.remedy}`);
  return [`${count} in the content`, ...lines].join('\n');
}

/** A content file, parsed from YAML but not yet checked. */
export interface SourceFile {
  /** Path from the project's root, with forward slashes: `content/services/amazon-s3.yaml`. */
  readonly path: string;
  readonly value: unknown;
  /** The file exists but is no YAML, which its reader reports: nothing of it is checked, and nobody is told that it is missing. */
  readonly unreadable?: boolean;
  /** Line (from 1) on which a field stands, for messages; undefined where it is not known. */
  readonly lineOf?: (path: readonly PropertyKey[]) => number | undefined;
}

/** The file, with the line of a field where it is known. */
export function place(file: SourceFile, path: readonly PropertyKey[]): string {
  const line = file.lineOf?.(path);
  return line === undefined ? file.path : `${file.path}:${line}`;
}

/** ` (did you mean "…"?)` where one of the words is at most two edits away; else nothing. */
export function nearest(word: string, words: readonly string[]): string {
  const ranked = words.map((each) => ({ each, edits: editDistance(word, each) })).sort((a, b) => a.edits - b.edits)[0];
  return ranked && ranked.edits <= 2 && ranked.edits < word.length ? ` (did you mean "${ranked.each}"?)` : '';
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
