// Loads all of content/ once. Returns its data, or throws every problem of every file.
// Astro's own collections stop at the first broken file and hide the line, so the records do not use them.
import type { z } from 'zod';
import { assertEdges } from '../model/lesson/edges.ts';
import { assertCases, assertStatements, resolveChecks } from '../model/lesson/checks.ts';
import type { Question } from '../model/lesson/checks.ts';
import { assertPath } from '../model/lesson/path.ts';
import { assertTables } from '../model/lesson/tables.ts';
import { ContentError } from '../model/problem.ts';
import type { Problem, SourceFile } from '../model/problem.ts';
import { buildCatalog } from '../model/record/catalog.ts';
import { nameClock } from '../model/record/clock.ts';
import type { Catalog } from '../model/record/catalog.ts';
import { assertComparisons, assertFront, assertStacks } from '../model/record/editorial.ts';
import { assertFaq } from '../model/record/faq.ts';
import { changeEntrySchema, gapSchema } from '../model/record/schema/changes.ts';
import type { ChangeEntry, Gap } from '../model/record/schema/changes.ts';
import { comparisonSchema, frontSchema, stackSchema } from '../model/record/schema/editorial.ts';
import type { Comparison, Front, Stack } from '../model/record/schema/editorial.ts';
import { faqThemeSchema } from '../model/record/schema/faq.ts';
import type { FaqTheme } from '../model/record/schema/faq.ts';
import { caseSchema, checkSchema, edgeSchema, lessonTableSchema, statementSchema, termSchema } from '../model/record/schema/lesson.ts';
import type { Case, EdgeStep, Statement, Term } from '../model/record/schema/lesson.ts';
import { findOption } from '../model/record/lookup.ts';
import { thesaurusSchema } from '../model/record/schema/thesaurus.ts';
import type { Thesaurus } from '../model/record/schema/thesaurus.ts';
import { parse } from '../model/record/shape.ts';
import { assertThesaurus } from '../model/search/thesaurus.ts';
import { assertLog } from '../model/upkeep/log.ts';
import { isLayerId } from '../model/vocabulary.ts';
import type { DefaultId } from '../model/vocabulary.ts';
import type { PrefixRow } from '../model/stack/prefixes.ts';
import { controlPaths, joinControls, parseControls } from './controls.ts';
import type { Controls } from './controls.ts';
import { readDiagrams } from './diagrams.ts';
import { namesIn, readText, stampOf } from './files.ts';
import { assertPages } from './guide-rules.ts';
import { minutesOf, parsePage } from './guide.ts';
import type { GuidePage } from './guide.ts';
import { overlayFiles, overlayPlace, readOverlay, wholeOverlay } from './organization.ts';
import type { Organization, OverlayPlace } from './organization.ts';
import { prefixFile, readPrefixes } from './prefixes.ts';
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
export interface Content extends Controls {
  readonly catalog: Catalog;
  readonly questions: readonly Question[];
  /** Real incidents, in the order of their file. */
  readonly cases: readonly Case[];
  /** The steps of the lesson that the reader steers, in order. */
  readonly edges: readonly EdgeStep[];
  /** The glossary, sorted by term. */
  readonly terms: readonly Term[];
  /** What the lessons must teach, each with the section that teaches it. */
  readonly statements: readonly Statement[];
  /** The log of changes, oldest first. */
  readonly changes: readonly ChangeEntry[];
  /** Services on AWS's lists that have no record, with the reasons. */
  readonly gaps: readonly Gap[];
  /** Which service the resource types of templates belong to. */
  readonly prefixes: readonly PrefixRow[];
  /** What the front page links by name. */
  readonly front: Front;
  /** Comparisons that readers ask for, in the order of their file. */
  readonly comparisons: readonly Comparison[];
  /** Examples of stacks, in the order of their file. */
  readonly stacks: readonly Stack[];
  /** What people ask about the model, by theme. */
  readonly faq: readonly FaqTheme[];
  /** What people call layers, options and defaults when they ask. */
  readonly thesaurus: Thesaurus;
  /** Pages of the guide, sorted by file name. */
  readonly guide: readonly GuidePage[];
  /** The lessons of the course, in order. */
  readonly lessons: readonly Lesson[];
  /** What a company adds for its own people; undefined where no overlay is there. */
  readonly organization: Organization | undefined;
}

/** The files of content/ that records are read against, without their ending. */
export const vocabularies = ['layers', 'parties', 'defaults', 'areas', 'categories', 'disagreements'] as const;
const lists = [
  'checks',
  'cases',
  'edges',
  'glossary',
  'lesson',
  'lesson-tables',
  'changes',
  'gaps',
  'front',
  'comparisons',
  'stacks',
  'questions',
  'thesaurus',
  'pages',
] as const;

/** Only a build defines it, in src/build/content-reload.ts: it asks for the content ten times a page, and pages must not differ. */
declare const contentStays: true | undefined;

let cached: { readonly root: string; readonly stamp: string; readonly content: Content } | undefined;

/**
 * Returns all content of the project in `root`. Reads it again only if a file has changed; in the pages of a build never.
 * @throws ContentError with every problem of every file
 */
export function getContent(root: string = process.cwd()): Content {
  if (cached?.root === root && typeof contentStays !== 'undefined') return cached.content;
  const overlay = overlayPlace(root);
  const stampWith = (organization: Organization | undefined): string =>
    [
      ...contentPaths(root, []).map((each) => `${each}@${stampOf(root, each)}`),
      ...(overlay ? overlayFiles(overlay, organization).map((each) => `${each}@${stampOf('', each)}`) : []),
    ].join();
  if (cached?.root === root && cached.stamp === stampWith(cached.content.organization)) return cached.content;
  const content = readContent(root, overlay);
  cached = { root, stamp: stampWith(content.organization), content };
  return content;
}

/** Returns the paths of all files that content is read from: vocabularies, lists, records, pages of the guide and their flowcharts. */
export function contentPaths(root: string, problems: Problem[]): string[] {
  const records = namesIn(root, 'content/services', problems).filter((name) => /\.ya?ml$/iu.test(name));
  const guide = namesIn(root, 'content/guide', problems).filter((name) => name !== 'diagrams');
  const diagrams = namesIn(root, 'content/guide/diagrams', problems);
  return [
    ...[...vocabularies, ...lists].map((name) => `content/${name}.yaml`),
    prefixFile,
    ...controlPaths(root, problems),
    ...records.map((name) => `content/services/${name}`),
    ...guide.map((name) => `content/guide/${name}`),
    ...diagrams.map((name) => `content/guide/diagrams/${name}`),
  ];
}

function readContent(root: string, place: OverlayPlace | undefined): Content {
  const problems: Problem[] = [];
  const paths = contentPaths(root, problems);
  const files = paths
    .filter((each) => /\.ya?ml$/iu.test(each))
    .map((each): SourceFile => {
      const text = readText(root, each, problems);
      return text === undefined ? { path: each, value: undefined, unreadable: true } : parseYaml(each, text, problems);
    });
  const fileOf = (name: (typeof lists)[number]): SourceFile =>
    files.find((each) => each.path === `content/${name}.yaml`) ?? { path: `content/${name}.yaml`, value: undefined, unreadable: true };
  const read = <T>(name: (typeof lists)[number], schema: z.ZodType<T>): T | undefined => {
    const file = fileOf(name);
    return file.unreadable === true ? undefined : parse(file, schema, problems);
  };
  const list = <T>(name: (typeof lists)[number], schema: z.ZodType<T[]>): T[] => read(name, schema) ?? [];
  const checks = list('checks', checkSchema.array());
  const cases = list('cases', caseSchema.array());
  const edges = list('edges', edgeSchema.array());
  const terms = list('glossary', termSchema.array()).sort((a, b) => a.term.localeCompare(b.term, 'en'));
  const statements = list('lesson', statementSchema.array());
  const tables = list('lesson-tables', lessonTableSchema.array());
  const changes = list('changes', changeEntrySchema.array());
  const gaps = list('gaps', gapSchema.array());
  const front = read('front', frontSchema) ?? { popular: [], questions: [], story: { layers: [], steps: [] } };
  const comparisons = list('comparisons', comparisonSchema.array());
  const stacks = list('stacks', stackSchema.array());
  const faq = list('questions', faqThemeSchema.array());
  const thesaurus = read('thesaurus', thesaurusSchema);
  const parsedControls = parseControls(files, problems);
  const diagrams = readDiagrams(root, paths, problems);
  const guide = readGuide(root, paths, problems);
  const overlay = place && readOverlay(place, problems);
  const headings = new Map(guide.map(({ id, sections }) => [id, sections.flatMap(({ heading }) => heading?.text ?? [])]));
  problems.push(...assertStatements('content/lesson.yaml', statements, headings), ...assertPath(guide));

  problems.push(...assertLog(fileOf('changes'), changes));

  const { catalog, problems: faults } = buildCatalog(files);
  problems.push(...faults);
  const records = files.flatMap((each) => /^content\/services\/(.+)\.yaml$/u.exec(each.path)?.[1] ?? []);
  const known = new Map(records.map((id) => [id, catalog?.services.find((each) => each.id === id)?.options.map((option) => option.id)]));
  const named = new Set([...records, ...gaps.flatMap((gap) => ('id' in gap ? [gap.id] : []))]);
  const prefixes = readPrefixes(root, named, problems);
  const withChecks = checks.filter(({ pool }) => pool === 'lesson').map(({ lesson }) => lesson);
  problems.push(
    ...assertPages([...guide, ...(overlay?.lessons ?? [])], {
      cases: cases.map(({ id }) => id),
      terms: terms.map(({ id }) => id),
      lessons: [...new Set(withChecks)],
      services: known,
      diagrams,
      defaultAt: catalog && ((cell) => defaultAt(catalog, cell)),
    }),
  );
  const failure = (): ContentError => new ContentError(nameClock(problems, records.length, new Date()), catalog !== undefined);
  if (!catalog) throw failure();
  const resolved = resolveChecks('content/checks.yaml', checks, catalog, [...headings.keys()]);
  problems.push(...resolved.problems, ...assertCases('content/cases.yaml', cases, catalog));
  problems.push(...assertEdges(fileOf('edges'), edges, catalog));
  problems.push(...assertTables(fileOf('lesson-tables'), tables, guide, catalog));
  problems.push(...assertFront(fileOf('front'), front, catalog), ...assertComparisons(fileOf('comparisons'), comparisons, catalog));
  problems.push(...assertStacks(fileOf('stacks'), stacks, catalog));
  const controls = joinControls(parsedControls, catalog, problems);
  const pages = guide.map(({ id }) => id);
  problems.push(...assertFaq(fileOf('questions'), faq, catalog, pages));
  if (thesaurus) problems.push(...assertThesaurus(fileOf('thesaurus'), thesaurus, catalog, gaps, pages));
  const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  const nameable = { services: idsOf(catalog.services), retired: idsOf(catalog.retired) };
  const organization = place && overlay && wholeOverlay(place, overlay, nameable, problems);
  if (problems.length > 0 || !thesaurus) throw failure();

  const { questions } = resolved;
  const lessons = guide.flatMap(({ lesson, ...page }): Lesson[] => {
    if (lesson === undefined) return [];
    const own = questions.filter((each) => each.lesson === page.id && each.pool === 'lesson');
    const { id, title, description, href } = page;
    const minutes = minutesOf(page, { cases, edges, questions, defaults: catalog.defaults });
    return [{ id, number: lesson, title, description, href, minutes, checks: own.map((each) => each.id) }];
  });
  lessons.sort((a, b) => a.number - b.number);
  return {
    ...controls,
    catalog,
    questions,
    cases,
    edges,
    terms,
    statements,
    changes,
    gaps,
    prefixes,
    front,
    comparisons,
    stacks,
    faq,
    thesaurus,
    guide,
    lessons,
    organization,
  };
}

function defaultAt(catalog: Catalog, cell: string): DefaultId | 'none' | undefined {
  const [service = '', option = '', layer = ''] = cell.split('.');
  const found = findOption(catalog, service, option);
  return found && isLayerId(layer) ? (found.option.defaults[layer] ?? 'none') : undefined;
}

/** Reads every page of the guide. Astro would build a page in another place or form too, unchecked, so that there may be none. */
function readGuide(root: string, paths: readonly string[], problems: Problem[]): GuidePage[] {
  const pages = paths.filter((each) => /^content\/guide\/[^/]+$/u.test(each));
  for (const required of ['index', 'final-check', 'progress', 'cases', 'summary', 'glossary'].map((id) => `content/guide/${id}.mdx`)) {
    if (!pages.includes(required)) problems.push({ file: required, field: '(file)', found: 'no such file', remedy: 'restore it' });
  }
  return pages.flatMap((file): GuidePage[] => {
    if (!file.endsWith('.mdx')) {
      problems.push({ file, field: '(file)', found: 'no page', remedy: 'give it the ending .mdx, or move it out of content/guide/' });
      return [];
    }
    const text = readText(root, file, problems);
    const page = text === undefined ? undefined : parsePage(file, text, problems);
    return page ? [page] : [];
  });
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
