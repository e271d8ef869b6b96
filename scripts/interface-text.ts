// Finds the text that readers see in components and scripts of the page, and the refused words in it.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { RefusedWord } from './refused-words.ts';

/** A piece of text with its place. */
export interface InterfaceText {
  /** `src/components/Share.astro:17` */
  readonly place: string;
  /** With single spaces. */
  readonly text: string;
}

/** The attributes that readers see or hear. */
const visibleAttributes = new Set(['alt', 'aria-label', 'label', 'legend', 'placeholder', 'title']);

/** Calls whose arguments are names or selectors, never text. */
const nameCalls = new Set([
  'addEventListener',
  'closest',
  'getAttribute',
  'getElementById',
  'hasAttribute',
  'matches',
  'querySelector',
  'querySelectorAll',
  'removeAttribute',
  'removeEventListener',
  'toggleAttribute',
]);

/** Returns the text in all components and in src/interaction/ below `root`, by file. */
export function readInterface(root: string): InterfaceText[] {
  return ['src/components', 'src/interaction'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
      .filter((file) => file.endsWith('.astro') || (file.startsWith('src/interaction/') && /(?<!\.test)\.ts$/u.test(file)))
      .sort()
      .flatMap((file) => textsIn(file, readFileSync(path.join(root, file), 'utf8'))),
  );
}

/**
 * Returns the text that a file shows to readers: text between tags, visible attributes, and string literals that look like text.
 * @param file its path, which decides how it is read: .astro or .ts
 */
export function textsIn(file: string, source: string): InterfaceText[] {
  if (!file.endsWith('.astro')) return textsOf(file, source, ts.ScriptKind.TS);
  const [, code = ''] = /^---\n([\s\S]*?)\n---\n/u.exec(source) ?? [];
  const blank = (part: string): string => part.replaceAll(/[^\n]/gu, ' ');
  // Blank lines keep the line numbers. The rest of a component reads as TSX inside one fragment.
  const markup = source
    .replace(/^---\n[\s\S]*?\n---\n/u, blank)
    .replaceAll(/<!doctype[^>]*>|<!--[\s\S]*?-->|<(script|style)\b[^>]*(?<!\/)>[\s\S]*?<\/\1>/giu, blank);
  return [...textsOf(file, `\n${code}`, ts.ScriptKind.TS), ...textsOf(file, `<>${markup}</>`, ts.ScriptKind.TSX)];
}

function textsOf(file: string, source: string, kind: ts.ScriptKind): InterfaceText[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind);
  const found: InterfaceText[] = [];
  const add = (node: ts.Node, text: string): void => {
    const start = node.getStart(tree);
    // Text between tags often begins with a line break.
    const indent = source.slice(start).search(/\S/u);
    const line = tree.getLineAndCharacterOfPosition(start + Math.max(0, indent)).line + 1;
    const spaced = text.replaceAll(/\s+/gu, ' ').trim();
    if (/\p{L}/u.test(spaced)) found.push({ place: `${file}:${line}`, text: spaced });
  };
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isJsxAttribute(node) && !visibleAttributes.has(node.name.getText(tree))) return;
    if (ts.isJsxText(node)) add(node, node.text);
    else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      if (ts.isJsxAttribute(node.parent) || looksShown(node)) add(node, node.text);
    } else if (ts.isTemplateExpression(node) && looksShown(node)) {
      add(node, [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…'));
    }
    ts.forEachChild(node, walk);
  };
  walk(tree);
  return found;
}

/** Returns whether a string is text and not a name: it has a capital first letter or several words, and is not used as a key or selector. */
function looksShown(node: ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression): boolean {
  const { parent } = node;
  if (ts.isElementAccessExpression(parent) || ts.isCaseClause(parent)) return false;
  if ((ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) && parent.name === node) return false;
  if (ts.isCallExpression(parent) && ts.isPropertyAccessExpression(parent.expression) && nameCalls.has(parent.expression.name.text))
    return false;
  const text = ts.isTemplateExpression(node) ? node.getText().slice(1, -1) : node.text;
  return /^\p{Lu}|\p{L}[^\s\p{L}]?\s+\S*\p{L}/u.test(text.trim());
}

/** Returns a message for each refused word: where it is, what was found and what to write. */
export function refusals(texts: readonly InterfaceText[], words: readonly RefusedWord[]): string[] {
  return texts.flatMap(({ place, text }) =>
    words.flatMap(({ pattern, instead, because }) => {
      const found = pattern.exec(text)?.[0].trim();
      return found === undefined ? [] : [`${place}: “${found}” in “${text.slice(0, 70)}”: write “${instead}”, because ${because}`];
    }),
  );
}
