// A reader's progress through the course: its shape, its counts, and its text form for storage and export.

export interface Answered {
  /** Whether the first try was right. */
  readonly first: boolean;
  /** Whether any try was right. */
  readonly right: boolean;
}

export interface FinalResult {
  /** YYYY-MM-DD in the reader's time zone. */
  readonly day: string;
  readonly right: number;
  readonly asked: number;
  /** The seed that picked the questions; the same seed shows the same questions again. */
  readonly draw: number;
}

export interface Progress {
  readonly version: 1;
  /** By question id. */
  readonly answers: Readonly<Record<string, Answered>>;
  /** The best result so far. */
  readonly final: FinalResult | null;
}

/** A lesson with the ids of its checks. */
export interface LessonChecks {
  readonly id: string;
  readonly checks: readonly string[];
}

export const noProgress: Progress = { version: 1, answers: {}, final: null };

/** Returns the progress after one more try at a question. */
export function withAnswer(progress: Progress, id: string, right: boolean): Progress {
  const before = Object.hasOwn(progress.answers, id) ? progress.answers[id] : undefined;
  const after = { first: before?.first ?? right, right: before?.right === true || right };
  return { ...progress, answers: { ...progress.answers, [id]: after } };
}

/** Returns the progress after a final check. A result worse than the stored one changes nothing. */
export function withFinal(progress: Progress, result: FinalResult): Progress {
  return progress.final !== null && progress.final.right > result.right ? progress : { ...progress, final: result };
}

/** The progress of two browsers, or of two times, as one: of each question and of the final check the better of both. */
export function joinProgress(own: Progress, taken: Progress): Progress {
  const answers: Record<string, Answered> = { ...own.answers };
  for (const [id, { first, right }] of Object.entries(taken.answers)) {
    const before = Object.hasOwn(own.answers, id) ? own.answers[id] : undefined;
    answers[id] = { first: first || before?.first === true, right: right || before?.right === true };
  }
  const [earlier, later] = (own.final?.day ?? '') > (taken.final?.day ?? '') ? [taken, own] : [own, taken];
  const joined = { ...own, answers, final: earlier.final };
  return later.final === null ? joined : withFinal(joined, later.final);
}

/** Counts the checks of a lesson that were tried, answered right, and answered right at the first try. */
export function countLesson(
  progress: Progress,
  lesson: LessonChecks,
): { readonly tried: number; readonly right: number; readonly first: number; readonly of: number } {
  const answered = lesson.checks.flatMap((id) => {
    const each = Object.hasOwn(progress.answers, id) ? progress.answers[id] : undefined;
    return each ? [each] : [];
  });
  return {
    tried: answered.length,
    right: answered.filter((each) => each.right).length,
    first: answered.filter((each) => each.first).length,
    of: lesson.checks.length,
  };
}

/** Whether all checks of a lesson were answered right. A lesson without checks is never done. */
export function isDone(progress: Progress, lesson: LessonChecks): boolean {
  const { right, of } = countLesson(progress, lesson);
  return of > 0 && right === of;
}

/** Counts the lessons that are done. */
export function lessonsDone(progress: Progress, lessons: readonly LessonChecks[]): number {
  return lessons.filter((lesson) => isDone(progress, lesson)).length;
}

/**
 * Where the reader goes on: the number of the first lesson of the path that is not done.
 * @returns from 1 on; undefined for a reader who has answered nothing yet, and where every lesson is done
 */
export function nextLesson(progress: Progress, lessons: readonly LessonChecks[]): number | undefined {
  const begun = lessons.some((lesson) => countLesson(progress, lesson).tried > 0);
  const index = lessons.findIndex((lesson) => !isDone(progress, lesson));
  return begun && index !== -1 ? index + 1 : undefined;
}

/** Writes the progress as JSON; parseProgress reads it back. */
export function formatProgress(progress: Progress): string {
  return `${JSON.stringify(progress, null, 2)}\n`;
}

/** Reads what formatProgress wrote. Undefined for any other text, because readers may import any file. */
export function parseProgress(text: string): Progress | undefined {
  const read = readText(text);
  return read?.whole === true ? read.progress : undefined;
}

/** Reads what can be read of what this browser keeps: one odd entry takes no other with it. Undefined where that is nothing. */
export const salvageProgress = (text: string): Progress | undefined => readText(text)?.progress;

/** @returns `whole`: whether every entry could be read */
function readText(text: string): { readonly progress: Progress; readonly whole: boolean } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || value['version'] !== 1 || !isObject(value['answers'])) return undefined;
  const entries = Object.entries(value['answers']);
  const answers = entries.flatMap(([id, each]): [string, Answered][] => {
    const { first, right } = isObject(each) ? each : {};
    return /^[a-z0-9-]{1,80}$/u.test(id) && typeof first === 'boolean' && typeof right === 'boolean' ? [[id, { first, right }]] : [];
  });
  const final = value['final'] === null ? null : readFinal(value['final']);
  return {
    progress: { version: 1, answers: Object.fromEntries(answers), final: final ?? null },
    whole: answers.length === entries.length && final !== undefined,
  };
}

function readFinal(value: unknown): FinalResult | undefined {
  if (!isObject(value)) return undefined;
  const { day, right, asked, draw } = value;
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(day)) return undefined;
  if (!isCount(right) || !isCount(asked) || !isCount(draw) || right > asked) return undefined;
  return { day, right, asked, draw };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
