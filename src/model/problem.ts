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
