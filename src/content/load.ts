// Loads all of content/ once. Returns its data, or throws every problem of every file.
// Astro's own collections stop at the first broken file and hide the line, so the records do not use them.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { assertCases, assertStatements, resolveChecks } from '../model/lesson/checks.ts';
import type { Question } from '../model/lesson/checks.ts';
import { assertPath } from '../model/lesson/path.ts';
import { assertTables } from '../model/lesson/tables.ts';
import { ContentError } from '../model/problem.ts';
import type { Problem, SourceFile } from '../model/problem.ts';
import { buildCatalog } from '../model/record/catalog.ts';
import { nameClock } from '../model/record/clock.ts';
import type { Catalog } from '../model/record/catalog.ts';
import { assertComparisons, assertFront } from '../model/record/editorial.ts';
import { changeEntrySchema, gapSchema } from '../model/record/schema/changes.ts';
import type { ChangeEntry, Gap } from '../model/record/schema/changes.ts';
import { comparisonSchema, frontSchema } from '../model/record/schema/editorial.ts';
import type { Comparison, Front } from '../model/record/schema/editorial.ts';
import { caseSchema, checkSchema, lessonTableSchema, statementSchema, termSchema } from '../model/record/schema/lesson.ts';
import type { Case, Statement, Term } from '../model/record/schema/lesson.ts';
import { parse } from '../model/record/shape.ts';
import { minutesOf, readGuide } from './guide.ts';
import type { GuidePage } from './guide.ts';
import { parseYaml } from './yaml.ts';

/** One lesson of the course. */
export interface Lesson {
  readonly id: string;
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly description: string;
  readonly href: string;
  readonly minutes: number;
  /** The ids of its checks. */
  readonly checks: readonly string[];
}

/** All data of content/. */
export interface Content {
  readonly catalog: Catalog;
  readonly questions: readonly Question[];
  /** Real incidents, in the order of their file. */
  readonly cases: readonly Case[];
  /** The glossary, sorted by term. */
  readonly terms: readonly Term[];
  /** What the lessons must teach, each with the section that teaches it. */
  readonly statements: readonly Statement[];
  /** The log of changes, oldest first. */
  readonly changes: readonly ChangeEntry[];
  /** Services on AWS's lists that have no record, with the reasons. */
  readonly gaps: readonly Gap[];
  /** What the front page links by name. */
  readonly front: Front;
  /** Comparisons that readers ask for, in the order of their file. */
  readonly comparisons: readonly Comparison[];
  /** Pages of the guide, sorted by file name. */
  readonly guide: readonly GuidePage[];
  /** The lessons of the course, in order. */
  readonly lessons: readonly Lesson[];
}

/** The files of content/ that records are read against, without their ending. */
export const vocabularies = ['layers', 'parties', 'defaults', 'areas', 'categories', 'disagreements'] as const;
const lists = ['checks', 'cases', 'glossary', 'lesson', 'lesson-tables', 'changes', 'gaps', 'front', 'comparisons'] as const;

let cached: { readonly stamp: string; readonly content: Content } | undefined;

/**
 * Returns all content of the project in `root`. Reads it again only if a file has changed.
 * @throws ContentError with every problem of every file
 */
export function getContent(root: string = process.cwd()): Content {
  const stamp = [...paths(root), ...guidePaths(root)].map((each) => `${each}@${statSync(path.join(root, each)).mtimeMs}`).join();
  if (cached?.stamp === stamp) return cached.content;
  const content = readContent(root);
  cached = { stamp, content };
  return content;
}

function readContent(root: string): Content {
  const problems: Problem[] = [];
  const files = paths(root).map((each) => parseYaml(each, readFileSync(path.join(root, each), 'utf8'), problems));
  const fileOf = (name: (typeof lists)[number]): SourceFile =>
    files.find((each) => each.path === `content/${name}.yaml`) ?? { path: `content/${name}.yaml`, value: undefined, unreadable: true };
  const read = <T>(name: (typeof lists)[number], schema: z.ZodType<T>): T | undefined => {
    const file = fileOf(name);
    return file.unreadable === true ? undefined : parse(file, schema, problems);
  };
  const list = <T>(name: (typeof lists)[number], schema: z.ZodType<T[]>): T[] => read(name, schema) ?? [];
  const checks = list('checks', checkSchema.array());
  const cases = list('cases', caseSchema.array());
  const terms = list('glossary', termSchema.array()).sort((a, b) => a.term.localeCompare(b.term, 'en'));
  const statements = list('lesson', statementSchema.array());
  const tables = list('lesson-tables', lessonTableSchema.array());
  const changes = list('changes', changeEntrySchema.array());
  const gaps = list('gaps', gapSchema.array());
  const front = read('front', frontSchema) ?? { popular: [] };
  const comparisons = list('comparisons', comparisonSchema.array());
  const guide = readGuide(root);
  const headings = new Map(guide.map(({ id, sections }) => [id, sections.flatMap(({ heading }) => heading?.text ?? [])]));
  problems.push(...assertStatements('content/lesson.yaml', statements, headings), ...assertPath(guide));

  const { catalog, problems: faults } = buildCatalog(files);
  problems.push(...faults);
  const failure = (): ContentError => {
    const records = files.filter((each) => each.path.startsWith('content/services/')).length;
    return new ContentError(nameClock(problems, records, new Date()));
  };
  if (!catalog) throw failure();
  const resolved = resolveChecks('content/checks.yaml', checks, catalog, [...headings.keys()]);
  problems.push(...resolved.problems, ...assertCases('content/cases.yaml', cases, catalog));
  problems.push(...assertTables(fileOf('lesson-tables'), tables, guide, catalog));
  problems.push(...assertFront(fileOf('front'), front, catalog), ...assertComparisons(fileOf('comparisons'), comparisons, catalog));
  if (problems.length > 0) throw failure();

  const { questions } = resolved;
  const lessons = guide.flatMap(({ lesson, ...page }): Lesson[] => {
    if (lesson === undefined) return [];
    const own = questions.filter((each) => each.lesson === page.id && each.pool === 'lesson');
    const { id, title, description, href } = page;
    const minutes = minutesOf(page, { cases, questions, defaults: catalog.defaults });
    return [{ id, number: lesson, title, description, href, minutes, checks: own.map((each) => each.id) }];
  });
  lessons.sort((a, b) => a.number - b.number);
  return { catalog, questions, cases, terms, statements, changes, gaps, front, comparisons, guide, lessons };
}

/**
 * Parses YAML texts and builds a catalog from them, for the records of another commit and for tests.
 * @throws ContentError with every problem found
 */
export function loadCatalog(texts: readonly { readonly path: string; readonly text: string }[]): Catalog {
  const problems: Problem[] = [];
  const files: SourceFile[] = texts.map((each) => parseYaml(each.path, each.text, problems));
  const result = buildCatalog(files);
  problems.push(...result.problems);
  if (!result.catalog || problems.length > 0) throw new ContentError(problems);
  return result.catalog;
}

/** Returns the paths of all YAML files, vocabularies first. */
function paths(root: string): string[] {
  const records = readdirSync(path.join(root, 'content/services'))
    .filter((name) => /\.ya?ml$/u.test(name))
    .sort();
  return [...[...vocabularies, ...lists].map((name) => `content/${name}.yaml`), ...records.map((name) => `content/services/${name}`)];
}

const guidePaths = (root: string): string[] =>
  readdirSync(path.join(root, 'content/guide'))
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => `content/guide/${name}`);
