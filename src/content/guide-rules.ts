// What a page of the guide may hold: text, known components with the ids of things that are there, and links that lead somewhere.
// Lessons are compiled to code, so that anything else could run in the build or fail it.
import GithubSlugger from 'github-slugger';
import type { Nodes } from 'mdast';
import { nearest } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { webPage } from '../model/record/schema/field.ts';
import { findHidden } from '../model/characters.ts';
import { pathTo, root } from '../model/root.ts';
import { defaultIds, layerIds, servicePath } from '../model/vocabulary.ts';
import type { DefaultId } from '../model/vocabulary.ts';
import type { GuidePage } from './guide.ts';

/** The pages outside of the guide that have no record. A test holds the list against src/pages/. */
export const views = [
  pathTo('/'),
  pathTo('/changes/'),
  pathTo('/compare/'),
  pathTo('/controls/'),
  pathTo('/defaults/'),
  pathTo('/explore/'),
  pathTo('/poster/'),
  pathTo('/questions/'),
  pathTo('/search/'),
  pathTo('/services/'),
  pathTo('/stack/'),
];

/** Links in the guide begin at the site, wherever it lies on its host. */
const inSite = (address: string): string => address.slice(root.length);

/** What pages of the guide may name, by id. */
export interface Known {
  readonly cases: readonly string[];
  readonly terms: readonly string[];
  /** Lessons that have a check of their own. */
  readonly lessons: readonly string[];
  /** Records, each with its options; undefined where the record could not be read. */
  readonly services: ReadonlyMap<string, readonly string[] | undefined>;
  readonly diagrams: readonly string[];
  /**
   * What holds if you do nothing in a cell named as service.option.layer; "none" where the layer does not exist, undefined where there is
   * no such cell. Left out where the records could not be read.
   */
  readonly defaultAt?: ((cell: string) => DefaultId | 'none' | undefined) | undefined;
}

type List = 'case' | 'term' | 'lesson' | 'service' | 'option' | 'diagram' | 'lens' | 'layers' | 'examples' | 'text';

/** The components that pages may use, with their attributes: what each names, and "?" where it may be left out. */
const components: Readonly<Record<string, Readonly<Record<string, List | `${List}?`>>>> = {
  Case: { id: 'case' },
  Checks: { lesson: 'lesson' },
  Defaults: { examples: 'examples' },
  FinalCheck: {},
  Glossary: {},
  LessonList: {},
  Mermaid: { name: 'diagram', title: 'text', text: 'text' },
  PlaceEdges: { layers: 'layers' },
  ProgressRecord: {},
  ServiceDiagram: { service: 'service', option: 'option', lens: 'lens?', layers: 'layers?' },
  Term: { id: 'term' },
};

/** The names of the components that pages may use. */
export const componentNames = Object.keys(components);

const importLine = /^import ([A-Z]\w*) from '\.\.\/\.\.\/src\/components\/([A-Z]\w*)\.astro';$/u;

type Report = (node: Nodes | undefined, field: string, found: string, remedy: string) => void;

/** Reports everything in the pages that would run, fail the build or lead nowhere. */
export function assertPages(pages: readonly GuidePage[], known: Known): Problem[] {
  const anchors = new Map(
    pages.map(({ href, sections }) => [inSite(href), new Set(['_top', ...sections.flatMap(({ heading }) => heading?.slug ?? [])])]),
  );
  for (const id of known.terms) anchors.get(inSite(pathTo('/guide/glossary/')))?.add(id);
  const addresses = new Set([...views, ...pages.map(({ href }) => href), ...[...known.services.keys()].map(servicePath)].map(inSite));
  return pages.flatMap((page) => {
    const problems: Problem[] = [];
    const report: Report = (node, field, found, remedy) => {
      problems.push({ file: `${page.file}:${node?.position?.start.line ?? 1}`, field, found, remedy });
    };
    if (new GithubSlugger().slug(page.id) !== page.id || !/^[a-z0-9-]+$/u.test(page.id))
      report(undefined, '(file)', `the file name "${page.id}.mdx"`, 'use lower-case letters, digits and hyphens');
    const imported = new Set<string>(page.company === true ? componentNames : []);
    const drawn = new Set<string>();
    const walk = (node: Nodes): void => {
      if (node.type === 'mdxjsEsm') assertImports(node, node.value, imported, report);
      else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
        if (!/^\s*(?:\/\*(?:(?!\*\/)[^])*\*\/\s*)?$/u.test(node.value))
          report(node, '(text)', `{${node.value.slice(0, 60)}}`, 'write "&#123;" for a brace: code in lessons is not run');
      } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
        assertElement(node, imported, drawn, known, report);
      } else if (node.type === 'link' || node.type === 'definition') assertLink(node, inSite(page.href), addresses, anchors, report);
      else if (node.type === 'image' || node.type === 'imageReference')
        report(node, '(text)', 'a picture', 'draw it as a flowchart or a diagram of a service');
      else if ('value' in node && node.type !== 'yaml') {
        const hidden = findHidden(node.value, '\n\r\t');
        if (hidden) report(node, '(text)', hidden.name, 'readers cannot see it: remove it');
      }
      if ('children' in node) node.children.forEach(walk);
    };
    walk(page.tree);
    return problems;
  });
}

function assertImports(node: Nodes, code: string, imported: Set<string>, report: Report): void {
  for (const line of code.split('\n').filter((each) => each.trim() !== '')) {
    const [, name = '', file = ''] = importLine.exec(line.trim()) ?? [];
    if (name !== file || components[name] === undefined) {
      const names = Object.keys(components);
      report(
        node,
        '(import)',
        line.slice(0, 90),
        `import nothing but these from ../../src/components/: ${names.join(', ')}${nearest(file, names)}`,
      );
    } else if (imported.has(name)) report(node, '(import)', `${name} a second time`, 'remove one of the two');
    imported.add(name);
  }
}

type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

function assertElement(node: Element, imported: ReadonlySet<string>, drawn: Set<string>, known: Known, report: Report): void {
  const { name } = node;
  const fields = Object.hasOwn(components, name ?? '') ? components[name ?? ''] : undefined;
  if (name === null || !fields) {
    report(
      node,
      `<${name ?? ''}>`,
      `<${name ?? ''}>`,
      `use Markdown, or one of these: ${Object.keys(components).join(', ')}${nearest(name ?? '', Object.keys(components))}`,
    );
    return;
  }
  if (!imported.has(name)) report(node, `<${name}>`, 'no import of it', `add import ${name} from '../../src/components/${name}.astro';`);
  const given = new Map<string, string>();
  for (const each of node.attributes) {
    if (each.type !== 'mdxJsxAttribute' || typeof each.value !== 'string' || !Object.hasOwn(fields, each.name) || given.has(each.name))
      report(
        node,
        `<${name}>`,
        each.type === 'mdxJsxAttribute' ? `the attribute ${each.name}` : 'attributes out of code',
        `give it only these, each once and in quotes: ${Object.keys(fields).join(', ') || 'none'}`,
      );
    else given.set(each.name, each.value);
  }
  for (const [field, kind] of Object.entries(fields)) {
    const value = given.get(field);
    if (value === undefined) {
      if (!kind.endsWith('?') && !node.attributes.some((each) => each.type === 'mdxJsxAttribute' && each.name === field))
        report(node, `<${name}>`, 'nothing', `write ${field}="…"`);
      continue;
    }
    const ids = idsOf(kind.replace('?', ''), known, given.get('service') ?? '');
    if (ids && !ids.includes(value))
      report(
        node,
        `<${name} ${field}>`,
        value === '' ? 'nothing' : `"${value}"`,
        `name one that is there${ids.length < 9 ? `: ${ids.join(', ')}` : ''}${nearest(value, ids)}`,
      );
    if (kind.startsWith('layers')) assertLayers(node, value, report);
    if (kind === 'examples') assertExamples(node, value, known, report);
    const hidden = ids ? undefined : findHidden(value);
    if (hidden) report(node, `<${name} ${field}>`, hidden.name, 'readers cannot see it: remove it');
  }
  if (name !== 'Mermaid') return;
  const diagram = given.get('name') ?? '';
  if (drawn.has(diagram)) report(node, '<Mermaid name>', `"${diagram}" a second time`, 'show each flowchart once on a page');
  drawn.add(diagram);
}

/** The ids that an attribute may name; undefined for free text, and for options of a service that is not there or could not be read. */
function idsOf(kind: string, known: Known, service: string): readonly string[] | undefined {
  if (kind === 'case') return known.cases;
  if (kind === 'term') return known.terms;
  if (kind === 'lesson') return known.lessons;
  if (kind === 'service') return [...known.services.keys()];
  if (kind === 'option') return known.services.get(service);
  if (kind === 'diagram') return known.diagrams;
  return kind === 'lens' ? ['parties', 'defaults'] : undefined;
}

/** Some of the layers, each once: the diagram draws them in its own order. */
function assertLayers(node: Element, value: string, report: Report): void {
  const field = `<${node.name ?? ''} layers>`;
  const named = value.split(/\s+/u);
  const known: readonly string[] = layerIds;
  for (const [index, id] of named.entries())
    if (!known.includes(id)) report(node, field, `"${id}"`, `name layers that are there, with spaces between${nearest(id, known)}`);
    else if (named.indexOf(id) < index) report(node, field, `"${id}" a second time`, 'name each layer once');
}

/** One cell for each default, which the page shows as its example. */
function assertExamples(node: Element, value: string, { defaultAt }: Known, report: Report): void {
  if (!defaultAt) return;
  const cells = value.split(/\s+/u).map((cell) => ({ cell, holds: defaultAt(cell) }));
  for (const { cell, holds } of cells)
    if (holds === undefined) report(node, '<Defaults examples>', `"${cell}"`, 'name a cell that is there, as service.option.layer');
  for (const id of defaultIds)
    if (!cells.some(({ holds }) => holds === id)) report(node, '<Defaults examples>', `no cell that is ${id}`, 'name one that is');
}

function assertLink(
  node: Extract<Nodes, { type: 'link' | 'definition' }>,
  page: string,
  addresses: ReadonlySet<string>,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
  report: Report,
): void {
  const { url } = node;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//iu.test(url)) {
    if (!webPage.safeParse(url).success)
      report(node, '(link)', url, 'link a public page by its https address, or a page of this site by "/…/"');
    return;
  }
  if (!/^[/#]/u.test(url)) {
    report(node, '(link)', url === '' ? 'nothing' : url, 'begin a link within this site with "/"');
    return;
  }
  const [, path = '', anchor = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/u.exec(url) ?? [];
  const target = path === '' ? page : path;
  if (!addresses.has(target)) {
    report(node, '(link)', url, `link a page that is there${nearest(target, [...addresses])}`);
    return;
  }
  const there = anchors.get(target);
  if (anchor !== '' && there && !there.has(anchor))
    report(node, '(link)', url, `link a heading that is there${nearest(anchor, [...there])}`);
}
