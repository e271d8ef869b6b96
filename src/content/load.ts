// The one bridge from content/ to everything else: reads the files, returns the catalog or every problem at once.
// Astro's own collections stop at the first broken file and hide the line, so the records do not go through them.
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import type { Document } from 'yaml';
import { buildCatalog, parse } from '../model/record/catalog.ts';
import type { Catalog, SourceFile } from '../model/record/catalog.ts';
import { withEntry } from '../model/upkeep/changes.ts';
import { assertCases, assertStatements, resolveChecks } from '../model/lesson/checks.ts';
import type { Question } from '../model/lesson/checks.ts';
import { caseSchema, changeEntrySchema, checkSchema, gapSchema, statementSchema, termSchema } from '../model/record/schema.ts';
import type { Case, ChangeEntry, Gap, Statement, Term } from '../model/record/schema.ts';
import { ContentError } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';

const vocabularies = ['layers', 'parties', 'areas', 'categories'];

let cached: { readonly stamp: string; readonly catalog: Catalog } | undefined;

/**
 * The catalog of the project in `root`, read anew only when a file of it changed.
 * @throws ContentError with every problem of every file
 */
export function getCatalog(root: string = process.cwd()): Catalog {
  const paths = contentPaths(root);
  const stamp = paths.map((each) => `${each}@${statSync(path.join(root, each)).mtimeMs}`).join();
  if (cached?.stamp === stamp) return cached.catalog;
  const catalog = loadCatalog(paths.map((each) => ({ path: each, text: readFileSync(path.join(root, each), 'utf8') })));
  cached = { stamp, catalog };
  return catalog;
}

/**
 * Parses YAML texts and builds the catalog from them.
 * @throws ContentError with every problem: syntax, shape, meaning
 */
export function loadCatalog(texts: readonly { readonly path: string; readonly text: string }[]): Catalog {
  const problems: Problem[] = [];
  const files = texts.map((each) => parseYaml(each.path, each.text, problems));
  const result = buildCatalog(files);
  problems.push(...result.problems);
  if (!result.catalog || problems.length > 0) throw new ContentError(problems);
  return result.catalog;
}

/**
 * The log of changes, oldest first.
 * @throws ContentError with every problem of the file
 */
export function getChanges(root: string = process.cwd()): ChangeEntry[] {
  return readList(root, 'content/changes.yaml', (file, problems) => parse(file, changeEntrySchema.array(), problems));
}

/** Writes the log of changes with one more entry; what was recorded on the same day before stays in that day's entry. */
export function recordChange(entry: ChangeEntry, root: string = process.cwd()): void {
  const text = stringify(withEntry(getChanges(root), entry), { lineWidth: 0 });
  writeFileSync(
    path.join(root, 'content/changes.yaml'),
    `# What moved, by day, written by "npm run diff-data -- --record". An option is fourteen letters, one for each layer in order:\n# c you, s shared, a AWS, n not there. Of the services under "corrected" AWS moved nothing: the record was wrong before.\n${text}`,
  );
}

/**
 * What AWS lists and no record holds, with the reasons.
 * @throws ContentError with every problem of the file
 */
export function getGaps(root: string = process.cwd()): Gap[] {
  return readList(root, 'content/gaps.yaml', (file, problems) => parse(file, gapSchema.array(), problems));
}

/**
 * All knowledge checks, resolved against the records.
 * @throws ContentError with every problem of the file
 */
export function getQuestions(root: string = process.cwd()): Question[] {
  const file = 'content/checks.yaml';
  const checks = readList(root, file, (source, problems) => parse(source, checkSchema.array(), problems));
  const { questions, problems } = resolveChecks(file, checks, getCatalog(root), guidePages(root));
  if (problems.length > 0) throw new ContentError(problems);
  return questions;
}

/**
 * Cases from real life, in the order of the file.
 * @throws ContentError with every problem of the file
 */
export function getCases(root: string = process.cwd()): Case[] {
  const file = 'content/cases.yaml';
  const cases = readList(root, file, (source, problems) => parse(source, caseSchema.array(), problems));
  const problems = assertCases(file, cases, getCatalog(root));
  if (problems.length > 0) throw new ContentError(problems);
  return cases;
}

/**
 * The glossary, by term.
 * @throws ContentError with every problem of the file
 */
export function getTerms(root: string = process.cwd()): Term[] {
  const terms = readList(root, 'content/glossary.yaml', (file, problems) => parse(file, termSchema.array(), problems));
  return terms.sort((a, b) => a.term.localeCompare(b.term, 'en'));
}

/**
 * What the lesson must teach, each with a section that exists.
 * @throws ContentError with every problem of the file
 */
export function getStatements(root: string = process.cwd()): Statement[] {
  const file = 'content/lesson.yaml';
  const statements = readList(root, file, (source, problems) => parse(source, statementSchema.array(), problems));
  const headings = new Map(guidePages(root).map((page) => [page, headingsOf(guideText(page, root))]));
  const problems = assertStatements(file, statements, headings);
  if (problems.length > 0) throw new ContentError(problems);
  return statements;
}

/** Ids of the guide's pages: their file names. */
export function guidePages(root: string = process.cwd()): string[] {
  return readdirSync(path.join(root, 'content/guide'))
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => name.replace(/\.mdx$/u, ''))
    .sort();
}

/** The source of one page of the guide. */
export function guideText(page: string, root: string = process.cwd()): string {
  return readFileSync(path.join(root, `content/guide/${page}.mdx`), 'utf8');
}

const headingsOf = (text: string): string[] => [...text.matchAll(/^#{2,3} (.+)$/gmu)].map((match) => match[1] ?? '');

function readList<T>(root: string, name: string, read: (file: SourceFile, problems: Problem[]) => T[] | undefined): T[] {
  const problems: Problem[] = [];
  const file = parseYaml(name, readFileSync(path.join(root, name), 'utf8'), problems);
  const list = file.unreadable === true ? undefined : read(file, problems);
  if (!list || problems.length > 0) throw new ContentError(problems);
  return list;
}

function contentPaths(root: string): string[] {
  const records = readdirSync(path.join(root, 'content/services'))
    .filter((name) => /\.ya?ml$/u.test(name))
    .sort();
  return [...vocabularies.map((name) => `content/${name}.yaml`), ...records.map((name) => `content/services/${name}`)];
}

/** A file that is no YAML goes on marked as unreadable: its problems are reported here, and others may refer to it. */
function parseYaml(file: string, text: string, problems: Problem[]): SourceFile {
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
