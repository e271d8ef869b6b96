// Parses the pages of the guide: front matter, sections with the ids of their headings, words.
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import type { Heading, Nodes, Root, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import readingTime from 'reading-time';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Question } from '../model/lesson/checks.ts';
import type { TableText } from '../model/lesson/tables.ts';
import type { Problem } from '../model/problem.ts';
import { pageSchema } from '../model/record/schema/lesson.ts';
import type { Case, EdgeStep, PageHead } from '../model/record/schema/lesson.ts';
import type { Default } from '../model/record/schema/service.ts';
import { parse } from '../model/record/shape.ts';
import { pathTo } from '../model/root.ts';
import { parseYaml } from './yaml.ts';

const markdown = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx);

export interface Section {
  /** Undefined for the text before the first heading. */
  readonly heading: { readonly text: string; /** Its id on the page. */ readonly slug: string } | undefined;
  readonly nodes: readonly Nodes[];
}

export interface GuidePage {
  /** The file's name without its extension. */
  readonly id: string;
  /** `content/guide/why-shared.mdx` */
  readonly file: string;
  /** `/guide/why-shared/` */
  readonly href: string;
  readonly title: string;
  readonly description: string;
  /** Its number in the course, from 1; undefined for a page outside the course. */
  readonly lesson: number | undefined;
  /** The day its facts were last checked, YYYY-MM-DD. */
  readonly reviewed: string | undefined;
  readonly tree: Root;
  readonly sections: readonly Section[];
  /** Its tables, from the top. */
  readonly tables: readonly TableText[];
  /** Whether it is a company's own, whose imports the build writes. */
  readonly company?: boolean;
}

/**
 * Parses one page of content/guide/.
 * @param file its path, `content/guide/compute.mdx`
 * @param problems what keeps it from being parsed, and what its head lacks, is added to this list
 * @returns undefined where the text is not valid MDX
 */
export function parsePage(file: string, text: string, problems: Problem[]): GuidePage | undefined {
  const id = path.basename(file, '.mdx');
  const deep = tooDeep.exec(text);
  if (deep) {
    const line = text.slice(0, deep.index).split('\n').length;
    problems.push({
      file: `${file}:${line}`,
      field: '(text)',
      found: deepFound,
      remedy: 'leave at most 20 lists and quotes in each other',
    });
    return undefined;
  }
  let tree: Root;
  try {
    tree = markdown.parse(text);
  } catch (error) {
    problems.push(mdxProblem(file, error));
    return undefined;
  }
  const head = readHead(file, tree, problems);
  return {
    id,
    file,
    href: id === 'index' ? pathTo('/guide/') : pathTo(`/guide/${id}/`),
    title: head?.title ?? '',
    description: head?.description ?? '',
    lesson: head?.lesson,
    reviewed: head?.reviewed,
    tree,
    sections: sectionsOf(tree),
    tables: tree.children.flatMap((node) => (node.type === 'table' ? [tableOf(node.children)] : [])),
  };
}

/** A line that opens or continues more lists and quotes than any page has: the parser takes the square of their number. */
const tooDeep = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){21}/mu;
const deepFound = 'elements or lists that lie too deep in each other';

function mdxProblem(file: string, error: unknown): Problem {
  const line = error instanceof Error && 'line' in error && typeof error.line === 'number' ? error.line : 1;
  const found =
    error instanceof RangeError
      ? deepFound
      : `MDX that cannot be read: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`;
  const remedy = 'close every tag on the level where it opens, and write "<" and "{" as "&lt;" and "&#123;" where they are text';
  return { file: `${file}:${line}`, field: '(text)', found, remedy };
}

/** A value that begins like a number: Astro's reader may take it for a number or a day, and refuse the page. */
const bare = /^[ \t]*(?!lesson:)([\w-]+):\s+[-+.]?\d/mu;

/** The head of a page, in the fields that this site uses. */
function readHead(file: string, tree: Root, problems: Problem[]): PageHead | undefined {
  const first = tree.children[0];
  const at = (line: number, found: string, remedy: string): PageHead | undefined => {
    problems.push({ file: `${file}:${line}`, field: '(head)', found, remedy });
    return undefined;
  };
  if (first?.type !== 'yaml' || first.position?.start.offset !== 0)
    return at(1, 'no head', 'begin the page with a line "---", its title and description, and another "---"');
  const odd = bare.exec(first.value);
  if (odd) {
    const line = first.value.slice(0, odd.index).split('\n').length + 1;
    return at(line, odd[0].trim(), `put the value of ${odd[1] ?? 'the field'} in quotes`);
  }
  if (/^---/mu.test(first.value)) return at(1, 'a line that begins with "---" within the head', 'write it otherwise: it ends the head');
  // The head begins on the second line of its page.
  const matter = parseYaml(file, `\n${first.value}`, problems);
  return matter.unreadable === true ? undefined : parse({ ...matter, path: file }, pageSchema, problems);
}

function tableOf([head, ...rows]: readonly TableRow[]): TableText {
  const textsOf = (row: TableRow | undefined): string[] => (row?.children ?? []).map((cell) => toString(cell).trim());
  return { head: textsOf(head), rows: rows.map((row) => ({ line: row.position?.start.line ?? 0, cells: textsOf(row) })) };
}

function sectionsOf(tree: Root): Section[] {
  // Astro uses the same slugger, so the ids match those on the page.
  const slugger = new GithubSlugger();
  const sections: { heading: Section['heading']; nodes: Nodes[] }[] = [{ heading: undefined, nodes: [] }];
  for (const node of tree.children) {
    if (isSectionHeading(node)) {
      const text = toString(node);
      sections.push({ heading: { text, slug: slugger.slug(text) }, nodes: [] });
    } else sections.at(-1)?.nodes.push(node);
  }
  return sections;
}

const isSectionHeading = (node: Nodes): node is Heading => node.type === 'heading' && (node.depth === 2 || node.depth === 3);

/** Content that pages include from other files. */
export interface Placed {
  readonly cases: readonly Case[];
  readonly edges: readonly EdgeStep[];
  readonly questions: readonly Question[];
  readonly defaults: readonly Default[];
}

/** Returns the text of nodes in reading order, with the included cases and questions that `placed` contains. */
export function wordsOf(nodes: readonly Nodes[], placed: Partial<Placed>): string {
  return nodes
    .map((node): string => {
      if (node.type === 'yaml' || node.type === 'mdxjsEsm') return '';
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
        if (node.name === 'Case') return caseWords(attributeOf(node.attributes, 'id'), placed.cases ?? []);
        if (node.name === 'Defaults') return (placed.defaults ?? []).map(({ name, means }) => `${name}: ${means}`).join(' ');
        if (node.name === 'PlaceEdges')
          return (placed.edges ?? []).map((step) => `${step.title} ${step.tells} ${step.asks} ${step.after}`).join(' ');
        if (node.name === 'Checks') return checkWords(attributeOf(node.attributes, 'lesson'), placed.questions ?? []);
      }
      if (!('children' in node)) return 'value' in node ? node.value : '';
      // Put spaces between blocks, but not between the parts of a paragraph.
      const isBlock = node.children.some(
        (child) => 'children' in child && child.type !== 'link' && child.type !== 'strong' && child.type !== 'emphasis',
      );
      return node.type === 'paragraph' || node.type === 'heading' || !isBlock
        ? node.children.map((child) => wordsOf([child], placed)).join('')
        : wordsOf(node.children, placed);
    })
    .filter((text) => text !== '')
    .join(' ')
    .replaceAll(/\s+/gu, ' ');
}

function caseWords(id: string, cases: readonly Case[]): string {
  const story = cases.find((each) => each.id === id);
  return story ? `${story.happened} ${story.whose} ${story.prevent}` : '';
}

function checkWords(lesson: string, questions: readonly Question[]): string {
  return (
    questions
      .filter((each) => each.lesson === lesson && each.pool === 'lesson')
      // The page shows the explanation after each answer, so readers read it too.
      .map((each) => [each.text, each.reason, ...each.answers.map(({ text, why }) => `${text} ${why}`)].join(' '))
      .join(' ')
  );
}

/** Returns the value of an attribute of an MDX element; "" if it is missing or an expression. */
export function attributeOf(attributes: readonly { readonly type: string }[], wanted: string): string {
  for (const each of attributes) {
    if ('name' in each && each.name === wanted && 'value' in each && typeof each.value === 'string') return each.value;
  }
  return '';
}

/** Returns the titles of AWS's pages by address, from the lists of sources in the guide. */
export function sourceTitles(pages: readonly Pick<GuidePage, 'sections'>[]): Map<string, string> {
  const titles = new Map<string, string>();
  const walk = (node: Nodes): void => {
    if (node.type === 'link') titles.set(node.url, toString(node));
    else if ('children' in node) node.children.forEach(walk);
  };
  for (const { heading, nodes } of pages.flatMap(({ sections }) => sections)) if (heading?.text === 'Sources') nodes.forEach(walk);
  return titles;
}

/** The average speed of adults reading English silently, over 190 studies: https://doi.org/10.1016/j.jml.2019.104047 */
const wordsPerMinute = 238;

/** Returns the reading time of a page with its cases and questions, in whole minutes, at least 1. */
export function minutesOf(page: Pick<GuidePage, 'tree'>, placed: Placed): number {
  return Math.max(1, Math.ceil(readingTime(wordsOf(page.tree.children, placed), { wordsPerMinute }).minutes));
}
