// Checks one broken file as `npm run check:content` does, and looks at what would be published where it passes.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Nodes } from 'mdast';
import { assertPages } from '../../src/content/guide-rules.ts';
import type { Known } from '../../src/content/guide-rules.ts';
import { parsePage } from '../../src/content/guide.ts';
import { readText } from '../../src/content/files.ts';
import { getContent, vocabularies } from '../../src/content/load.ts';
import { parseYaml } from '../../src/content/yaml.ts';
import { findHidden, hasTag } from '../../src/model/characters.ts';
import { escapeFormula, escapeMarkdown } from '../../src/model/escape.ts';
import { formatProblems } from '../../src/model/problem.ts';
import type { Problem, SourceFile } from '../../src/model/problem.ts';
import { buildCatalog } from '../../src/model/record/catalog.ts';
import { assertFaq } from '../../src/model/record/faq.ts';
import { faqThemeSchema } from '../../src/model/record/schema/faq.ts';
import { parse } from '../../src/model/record/shape.ts';
import { publishRetired, publishServices } from '../../src/model/record/published.ts';
import { namesIn } from '../../src/model/split/names.ts';
import { splitTable } from '../../src/model/split/table.ts';
import { faultOf } from '../hostile-outputs.ts';
import type { Mutant } from './mutants.ts';

export interface Examined {
  readonly passed: boolean;
  readonly problems: number;
  /** What was printed or would be published and must not be; undefined if nothing. */
  readonly fault: string | undefined;
}

type Kind = Mutant['kind'];

export interface Examiner {
  /** The real files of each kind. */
  readonly files: Readonly<Record<Kind, readonly string[]>>;
  readonly examine: (kind: Kind, file: string, bytes: Buffer) => Examined;
}

/** @param root an empty folder with content/services/ and content/guide/, into which each file is written before it is read */
export function examiner(root: string): Examiner {
  const content = getContent();
  const { catalog } = content;
  const textOf = (file: string): SourceFile => parseYaml(file, readFileSync(file, 'utf8'), []);
  // Reasons for real records are not needed beside one record, and an unneeded reason is a problem.
  const words = vocabularies.map((name) =>
    name === 'disagreements' ? { path: `content/${name}.yaml`, value: [] } : textOf(`content/${name}.yaml`),
  );
  const services = new Map(catalog.services.map((service) => [service.id, service.options.map(({ id }) => id)]));
  const known: Known = {
    cases: content.cases.map(({ id }) => id),
    terms: content.terms.map(({ id }) => id),
    lessons: content.lessons.map(({ id }) => id),
    services,
    diagrams: readdirSync('content/guide/diagrams').map((name) => path.basename(name).replace(/\.[a-z]+$/u, '')),
  };
  const names = [...services.keys(), ...catalog.retired.map(({ id }) => id)];
  // A record that could not be read may be referred to.
  const others: SourceFile[] = names.map((id) => ({ path: `content/services/${id}.yaml`, value: undefined, unreadable: true }));

  const record = (file: string, text: string, problems: Problem[]): string | undefined => {
    const parsed = parseYaml(file, text, problems);
    const result = buildCatalog([...words, ...others.filter((each) => each.path !== file), parsed]);
    problems.push(...result.problems);
    if (!result.catalog) return undefined;
    const published = [publishServices(result.catalog), publishRetired(result.catalog)];
    const tables = result.catalog.services.flatMap(({ options }) => options.map(({ cells }) => splitTable(namesIn(catalog), cells)));
    const cells = tables.flatMap(({ rows }) => rows.flat());
    return (
      stringsIn(published).map(textFault).find(Boolean) ??
      cells.map((cell) => (/^[=+\-@\t\r]/u.test(escapeFormula(cell)) ? `a formula: ${cell}` : '')).find(Boolean) ??
      faultOf('.md', Buffer.from(`pwnpwn ${cells.map(escapeMarkdown).join('\n\n')}`)).fault
    );
  };
  const lesson = (file: string, text: string, problems: Problem[]): string | undefined => {
    const page = parsePage(file, text, problems);
    if (!page) return undefined;
    problems.push(
      ...assertPages([page, ...content.guide.filter(({ id }) => id !== page.id)], known).filter((each) => each.file.startsWith(file)),
    );
    return problems.length > 0 ? undefined : (textFault(page.title) ?? textFault(page.description) ?? codeIn(page.tree));
  };
  const questions = (file: string, text: string, problems: Problem[]): string | undefined => {
    const parsed = parseYaml(file, text, problems);
    const themes = parsed.unreadable === true ? undefined : parse(parsed, faqThemeSchema.array(), problems);
    if (!themes) return undefined;
    const pages = content.guide.map(({ id }) => id);
    problems.push(...assertFaq(parsed, themes, catalog, pages));
    return problems.length > 0 ? undefined : stringsIn(themes).map(textFault).find(Boolean);
  };
  const readers = { record, lesson, questions };
  return {
    files: {
      record: names.map((id) => `content/services/${id}.yaml`),
      lesson: content.guide.map((page) => page.file),
      questions: ['content/questions.yaml'],
    },
    examine: (kind, file, bytes) => {
      const problems: Problem[] = [];
      writeFileSync(path.join(root, file), bytes);
      const text = readText(root, file, problems);
      const published = text === undefined ? undefined : readers[kind](file, text, problems);
      const printed = formatProblems(problems);
      const loud = findHidden(printed, '\n');
      return { passed: problems.length === 0, problems: problems.length, fault: loud ? `printed ${loud.name}` : published };
    },
  };
}

const textFault = (text: string): string | undefined => {
  const hidden = findHidden(text);
  if (hidden) return `published ${hidden.name}`;
  return hasTag(text) ? `published a tag: ${text.slice(0, 60)}` : undefined;
};

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Whatever the compiler would turn into code of its own. */
function codeIn(node: Nodes): string | undefined {
  if (node.type === 'mdxjsEsm' && /^(?![ \t]*import \w+ from '\.\.\/\.\.\/src\/components\/\w+\.astro';$)(?!$)/mu.test(node.value))
    return `runs ${node.value.slice(0, 60)}`;
  if ((node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') && !/^\s*(?:\/\*[^]*\*\/)?\s*$/u.test(node.value))
    return `runs ${node.value.slice(0, 60)}`;
  if ('url' in node && /^\s*(?:javascript|data|vbscript):/iu.test(node.url)) return `links ${node.url.slice(0, 60)}`;
  if ('attributes' in node && node.attributes.some((each) => typeof each === 'object' && each.type === 'mdxJsxExpressionAttribute'))
    return 'attributes out of code';
  return 'children' in node ? node.children.map(codeIn).find(Boolean) : undefined;
}
