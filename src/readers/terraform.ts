// Terraform source. The parser is handed in, because it starts differently in a browser and on a server.
import type { Node, Parser } from 'web-tree-sitter';
import { choose } from './choose.ts';
import { absent } from './resource.ts';
import type { Attribute, FileReading, Hidden, Resource, Trouble } from './resource.ts';

/** Reads a .tf file with a parser that has Terraform's grammar. */
export function readTerraform(file: string, text: string, parser: Parser): FileReading {
  const tree = parser.parse(text);
  if (!tree)
    return {
      file,
      format: 'terraform',
      ...byLines(text),
      troubles: [{ line: undefined, found: 'no end', remedy: 'choose a shorter file' }],
    };
  try {
    const root = tree.rootNode;
    const blocks = root.descendantsOfType('block').filter(isTop);
    const resources = blocks.flatMap((block) => resourceOf(block) ?? []);
    const hidden = blocks.flatMap((block) => moduleOf(block) ?? []);
    const troubles = faultsOf(root);
    // Garbage before the first block can keep the parser from finding any.
    if (resources.length === 0 && hidden.length === 0 && troubles.length > 0)
      return { file, format: 'terraform', ...byLines(text), troubles };
    return { file, format: 'terraform', resources: resources.map(settled), hidden, troubles };
  } finally {
    tree.delete();
  }
}

/** The kinds of block whose inner blocks are arguments. */
const kinds = new Set(['resource', 'data', 'module']);

/** A block of the file itself, or one that a fault has pushed into another. */
function isTop(block: Node): boolean {
  const kind = block.firstNamedChild?.text ?? '';
  if (!kinds.has(kind)) return false;
  for (let at = block.parent; at; at = at.parent)
    if (at.type === 'block' && kinds.has(at.firstNamedChild?.text ?? '')) return labelsOf(block).length > 1;
  return true;
}

const labelsOf = (block: Node): string[] =>
  block.namedChildren.flatMap((child, index) => {
    if (index === 0) return [];
    if (child.type === 'identifier') return [child.text];
    return child.type === 'string_lit' ? [child.text.replaceAll('"', '')] : [];
  });

function resourceOf(block: Node): Resource | undefined {
  const kind = block.firstNamedChild?.text;
  const [type = '', name = ''] = labelsOf(block);
  if ((kind !== 'resource' && kind !== 'data') || type === '') return undefined;
  const body = bodyOf(block);
  return {
    language: 'terraform',
    type,
    name: kind === 'data' ? `data.${type}.${name}` : `${type}.${name}`,
    line: block.startPosition.row + 1,
    attribute: (path) => attributeIn(body, path.split('.')),
    role: kind === 'data' ? 'read' : 'created',
  };
}

/** What the rules ask of a resource is read while the tree is there, which is freed with its file; they ask the same again later. */
function settled(resource: Resource): Resource {
  const known = new Map<string, Attribute>();
  choose({
    ...resource,
    attribute: (path) => {
      const found = resource.attribute(path);
      known.set(path, found);
      return found;
    },
  });
  return { ...resource, attribute: (path) => known.get(path) ?? absent };
}

function moduleOf(block: Node): Hidden | undefined {
  if (block.firstNamedChild?.text !== 'module') return undefined;
  const from = attributeIn(bodyOf(block), ['source']);
  const [name = ''] = labelsOf(block);
  return { what: 'module', name, from: from.kind === 'value' ? String(from.value) : '', line: block.startPosition.row + 1 };
}

const childOf = (node: Node | undefined, type: string): Node | undefined => node?.namedChildren.find((child) => child.type === type);
const bodyOf = (block: Node): Node | undefined => childOf(block, 'body');

/** Follows a path through arguments and blocks; of a block that stands several times the first counts. */
function attributeIn(body: Node | undefined, [step = '', ...rest]: readonly string[]): Attribute {
  for (const child of body?.namedChildren ?? []) {
    const name = child.firstNamedChild?.text;
    if (child.type === 'attribute' && name === step) {
      const value = valueOf(childOf(child, 'expression'));
      return rest.length === 0 ? value : within(value, rest);
    }
    if (child.type !== 'block') continue;
    const [label = ''] = labelsOf(child);
    if (name === step) return rest.length === 0 ? { kind: 'value', value: {} } : attributeIn(bodyOf(child), rest);
    // A dynamic block writes its content for each of a list that only the reader's variables know.
    if (name === 'dynamic' && label === step) {
      const content = bodyOf(child)?.namedChildren.find((each) => each.type === 'block' && each.firstNamedChild?.text === 'content');
      return rest.length === 0 || !content ? { kind: 'reference', text: `dynamic ${step}` } : attributeIn(bodyOf(content), rest);
    }
  }
  return absent;
}

function within(value: Attribute, [step = '', ...rest]: readonly string[]): Attribute {
  if (value.kind !== 'value') return value;
  const first: unknown = Array.isArray(value.value) ? value.value[0] : value.value;
  if (!(first instanceof Map)) return absent;
  const next: unknown = first.get(step);
  if (!isAttribute(next)) return absent;
  return rest.length === 0 ? next : within(next, rest);
}

const isAttribute = (value: unknown): value is Attribute => typeof value === 'object' && value !== null && 'kind' in value;

/** A literal as its value, everything else as a reference with its text. Objects are maps of attributes. */
function valueOf(expression: Node | undefined): Attribute {
  const node = expression?.firstNamedChild;
  if (!expression || !node || expression.namedChildCount !== 1) return { kind: 'reference', text: shorten(expression?.text ?? '') };
  if (node.type === 'literal_value') return literalOf(node);
  // "aws/codebuild/${var.image}" says how it begins, which is more than nothing, but not what it is.
  if (node.type === 'collection_value') return collectionOf(node);
  const oneOf = node.type === 'conditional' ? branchesOf(node) : undefined;
  if (oneOf) return { kind: 'reference', text: shorten(expression.text), oneOf };
  return { kind: 'reference', text: shorten(expression.text) };
}

/** What a condition chooses between, if all of it is written out; undefined stands for null. */
function branchesOf(conditional: Node): unknown[] | undefined {
  const [, ...branches] = conditional.namedChildren.filter((child) => child.type === 'expression');
  const values = branches.map(valueOf);
  const all = values.flatMap((value) =>
    value.kind === 'reference' ? (value.oneOf ?? []) : [value.kind === 'value' ? value.value : undefined],
  );
  return values.some((value) => value.kind === 'reference' && value.oneOf === undefined) || values.length !== 2 ? undefined : all;
}

function literalOf(node: Node): Attribute {
  const inner = node.firstNamedChild;
  if (inner?.type === 'string_lit') return { kind: 'value', value: childOf(inner, 'template_literal')?.text ?? '' };
  if (node.text === 'null') return absent;
  if (inner?.type === 'bool_lit') return { kind: 'value', value: node.text === 'true' };
  return { kind: 'value', value: inner?.type === 'numeric_lit' ? Number(node.text) : node.text };
}

function collectionOf(node: Node): Attribute {
  const inner = node.firstNamedChild;
  if (inner?.type === 'tuple') {
    const items = inner.namedChildren.filter((child) => child.type === 'expression').map(valueOf);
    const unknown = items.find((item) => item.kind === 'reference');
    return unknown ?? { kind: 'value', value: items.map((item) => (item.kind === 'value' ? item.value : undefined)) };
  }
  if (inner?.type !== 'object') return { kind: 'reference', text: shorten(node.text) };
  const pairs = inner.namedChildren.flatMap((element): [string, Attribute][] => {
    if (element.type !== 'object_elem') return [];
    const [key, value] = element.namedChildren.filter((child) => child.type === 'expression');
    return key ? [[key.text.replaceAll('"', ''), valueOf(value)]] : [];
  });
  return { kind: 'value', value: new Map(pairs) };
}

const shorten = (text: string): string => {
  const plain = text.replaceAll(/\s+/gu, ' ').trim();
  return plain.length > 80 ? `${plain.slice(0, 79)}…` : plain;
};

/** The first faults of a file, by line. */
function faultsOf(root: Node): Trouble[] {
  if (!root.hasError) return [];
  const lines = new Set<number>();
  const walk = (node: Node): void => {
    if (lines.size >= 5 || !node.hasError) return;
    if (node.isError || node.isMissing) lines.add(node.startPosition.row + 1);
    else node.children.forEach(walk);
  };
  walk(root);
  return [...lines].map((line) => ({
    line,
    found: 'something that Terraform does not allow here',
    remedy: 'look for a brace or quote that is not closed; what follows may be missing, what could be read is kept',
  }));
}

/**
 * Resources by their first lines alone, as where no parser could be loaded, or where terraform plan wrote for people; what they say inside
 * stays unknown.
 */
export function byLines(text: string): { readonly resources: Resource[]; readonly hidden: Hidden[] } {
  const resources: Resource[] = [];
  const hidden: Hidden[] = [];
  for (const [index, row] of text.split('\n').entries()) {
    const [, module] = /^[ \t]*module[ \t]+"?([\w-]+)"?[ \t]*\{/u.exec(row) ?? [];
    if (module !== undefined) hidden.push({ what: 'module', name: module, from: '', line: index + 1 });
    const [, sign, kind, type, name] =
      /^[ \t]*([-+~]|[-+]\/[-+]|<=)?[ \t]*(resource|data)[ \t]+"?([\w-]+)"?[ \t]+"?([\w-]+)"?/u.exec(row) ?? [];
    // What a plan destroys is run no longer.
    if (kind === undefined || type === undefined || name === undefined || sign === '-') continue;
    const role = kind === 'data' ? 'read' : 'created';
    resources.push({ language: 'terraform', type, name: `${type}.${name}`, line: index + 1, attribute: () => absent, role, brief: true });
  }
  return { resources, hidden };
}

/** Whether a text is what terraform plan writes for people: each resource begins with what happens to it. */
export const isPlanForPeople = (text: string): boolean =>
  /^[ \t]*(?:[-+~]|[-+]\/[-+])[ \t]+resource[ \t]+"[\w-]+"[ \t]+"[\w-]+"/mu.test(text);
