// The pages of the guide, parsed once: front matter, headings with their ids, the words of each section.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import type { Heading, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import readingTime from 'reading-time';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse } from 'yaml';
import type { Question } from '../model/lesson/checks.ts';
import type { Case } from '../model/record/schema/lesson.ts';

const markdown = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx);

export interface Section {
  /** Undefined for what stands before the first heading. */
  readonly heading: { readonly text: string; /** The id that the page gives it. */ readonly slug: string } | undefined;
  readonly nodes: readonly Nodes[];
}

export interface GuidePage {
  /** The file's name without its ending. */
  readonly id: string;
  /** `/guide/why-shared/` */
  readonly href: string;
  readonly title: string;
  readonly description: string;
  /** Its place on the path, from 1; undefined beside the path. */
  readonly lesson: number | undefined;
  readonly tree: Root;
  readonly sections: readonly Section[];
}

/**
 * Every page of content/guide/ in the project in `root`, by file name.
 * @throws Error that names the page, where its front matter or its MDX cannot be read
 */
export function readGuide(root: string): GuidePage[] {
  const folder = path.join(root, 'content/guide');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => {
      try {
        return parsePage(name.replace(/\.mdx$/u, ''), readFileSync(path.join(folder, name), 'utf8'));
      } catch (error) {
        throw new Error(`content/guide/${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    });
}

function parsePage(id: string, text: string): GuidePage {
  const tree = markdown.parse(text);
  const first = tree.children[0];
  const matter: unknown = first?.type === 'yaml' ? parse(first.value) : undefined;
  const field = (name: string): unknown =>
    typeof matter === 'object' && matter !== null ? Object.entries(matter).find(([key]) => key === name)?.[1] : undefined;
  const words = (name: string): string => {
    const value = field(name);
    return typeof value === 'string' ? value : '';
  };
  const lesson = field('lesson');
  return {
    id,
    href: id === 'index' ? '/guide/' : `/guide/${id}/`,
    title: words('title'),
    description: words('description'),
    lesson: typeof lesson === 'number' ? lesson : undefined,
    tree,
    sections: sectionsOf(tree),
  };
}

function sectionsOf(tree: Root): Section[] {
  // As Astro makes the ids of headings, so that addresses of sections are those of the page.
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

/** What is placed in a page and told elsewhere. */
export interface Placed {
  readonly cases: readonly Case[];
  readonly questions: readonly Question[];
}

/** The words of some nodes as a reader meets them, a case told where it is placed; questions only where `placed` has them. */
export function wordsOf(nodes: readonly Nodes[], placed: Partial<Placed>): string {
  return nodes
    .map((node): string => {
      if (node.type === 'yaml' || node.type === 'mdxjsEsm') return '';
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
        if (node.name === 'Case') return caseWords(attributeOf(node.attributes, 'id'), placed.cases ?? []);
        if (node.name === 'Checks') return checkWords(attributeOf(node.attributes, 'lesson'), placed.questions ?? []);
      }
      if (!('children' in node)) return 'value' in node ? node.value : '';
      // Blocks stand apart, words within a paragraph do not.
      const isBlock = node.children.some((child) => 'children' in child && child.type !== 'link' && child.type !== 'strong' && child.type !== 'emphasis');
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
      // The reason is read after each answer.
      .map((each) => [each.text, each.reason, ...each.answers.map(({ text, why }) => `${text} ${why}`)].join(' '))
      .join(' ')
  );
}

/** The value of an attribute of an MDX element; "" where it has none, or one that is computed. */
export function attributeOf(attributes: readonly { readonly type: string }[], wanted: string): string {
  for (const each of attributes) {
    if ('name' in each && each.name === wanted && 'value' in each && typeof each.value === 'string') return each.value;
  }
  return '';
}

/** Adults reading English silently, on average over 190 studies: https://doi.org/10.1016/j.jml.2019.104047 */
const wordsPerMinute = 238;

/** Whole minutes that a page takes to read with the cases and questions placed in it, at least one. */
export function minutesOf(page: Pick<GuidePage, 'tree'>, placed: Placed): number {
  return Math.max(1, Math.ceil(readingTime(wordsOf(page.tree.children, placed), { wordsPerMinute }).minutes));
}
