// Leaves out of a style sheet what can apply to nothing on the pages that load it: most of a theme's sheet is for parts they lack.
import postcss, { AtRule } from 'postcss';
import type { Container, Rule } from 'postcss';
import parseSelectors from 'postcss-selector-parser';
import type { Node, Root, Selector } from 'postcss-selector-parser';
import { withoutOverridden } from './overridden.ts';

/** What stands on pages, or may come to stand there by a script. */
export interface Present {
  /** Names of elements, attributes and ids, and classes, as in the markup. */
  readonly markup: ReadonlySet<string>;
  /** `lang=en`: the values of what no script sets. */
  readonly settings: ReadonlySet<string>;
  /** Every word of the scripts: what they may name. */
  readonly scripts: ReadonlySet<string>;
  /** Starts of words that a script completes, `holds-`. */
  readonly prefixes: readonly string[];
}

const tag = /<([a-z][\w-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/giu;
const attribute = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gu;

/** Attributes that only the markup sets. */
const settled = new Set(['dir', 'lang']);

/** So short a word is as a rule a name that the bundler gave. It means an element or a class where it stands in quotes, or begins a tag. */
const shortWord = /(?<=["'`<])[a-z]\w?(?=["'`\s.:[>])|(?<=[\s.])[a-z]\w?(?=["'`])/gu;

/** Collects what pages and scripts have, into sets that a sheet is held against. */
export function presentIn(pages: Iterable<string>, scripts: Iterable<string>): Present {
  const markup = new Set<string>();
  const settings = new Set<string>();
  for (const page of pages) {
    for (const [, name = '', attributes = ''] of page.matchAll(tag)) {
      markup.add(name.toLowerCase());
      for (const [, key = '', ...values] of attributes.matchAll(attribute)) {
        markup.add(key.toLowerCase());
        if (settled.has(key)) settings.add(`${key}=${values.find(Boolean) ?? ''}`);
        if (key === 'class' || key === 'id') for (const word of (values.find(Boolean) ?? '').split(/\s+/u)) markup.add(word);
      }
    }
  }
  const words = new Set<string>();
  for (const script of scripts) {
    for (const [word] of script.matchAll(/[\w-]{3,}/gu)) words.add(word);
    for (const [word] of script.matchAll(shortWord)) words.add(word);
  }
  return { markup, settings, scripts: words, prefixes: [...words].filter((word) => word.length > 2 && word.endsWith('-')) };
}

/** A data attribute as scripts name it: `data-share-as`, `shareAs`. */
const asProperty = (name: string): string => name.replace(/^data-/u, '').replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());

function mayBe(name: string, { markup, scripts, prefixes }: Present): boolean {
  return markup.has(name) || scripts.has(name) || scripts.has(asProperty(name)) || prefixes.some((prefix) => name.startsWith(prefix));
}

/** These hold where one of their selectors does; what the others hold, or negate, is not known. */
const alternatives = new Set([':is', ':where', ':has', ':-webkit-any', ':-moz-any']);

function mayMatch(node: Node, present: Present): boolean {
  if (node.type === 'class') return mayBe(node.value, present);
  if (node.type === 'id') return mayBe(node.value, present);
  if (node.type === 'tag') return mayBe(node.value.toLowerCase(), present);
  if (node.type === 'attribute') {
    const name = node.attribute.toLowerCase();
    if (settled.has(name) && node.operator === '=') return present.settings.has(`${name}=${node.value ?? ''}`);
    return mayBe(name, present);
  }
  if (node.type === 'pseudo' && node.value === ':lang')
    return node.nodes.some((each) => [...present.settings].some((setting) => setting.startsWith(`lang=${String(each).trim()}`)));
  if (node.type === 'pseudo' && alternatives.has(node.value))
    return node.nodes.length === 0 || node.nodes.some((each) => holds(each, present));
  return true;
}

const holds = (selector: Selector, present: Present): boolean => selector.nodes.every((node) => mayMatch(node, present));

/** Takes out `:not(:where(…))` of what is nowhere: it always holds, and weighs nothing. */
function withoutExceptions(selectors: Root, present: Present): void {
  selectors.walkPseudos((pseudo) => {
    const [only] = pseudo.nodes.length === 1 ? (pseudo.nodes[0]?.nodes ?? []) : [];
    const weightless = pseudo.value === ':not' && pseudo.nodes[0]?.nodes.length === 1 && only?.type === 'pseudo' && only.value === ':where';
    if (weightless && pseudo.prev() && !mayMatch(only, present)) pseudo.remove();
  });
}

const stepOfAnimation = ({ parent }: Rule): boolean => parent instanceof AtRule && parent.name.endsWith('keyframes');

/** Rules that group others, and mean nothing once they are empty. An empty layer still sets the order. */
const groups = new Set(['media', 'supports', 'container']);

/**
 * Returns the sheet without rules whose selectors name an element, class, id or attribute that is nowhere, and without custom properties
 * that nothing reads or that others always override. Declarations stay as they are, because their fallbacks for older browsers look like repetition.
 * @throws Error if the sheet or a selector cannot be parsed
 */
export function usedRules(css: string, present: Present): string {
  const root = postcss.parse(css);
  root.walkRules((rule) => {
    if (stepOfAnimation(rule)) return;
    const selectors = parseSelectors().astSync(rule.selector);
    const kept = selectors.nodes.filter((selector) => holds(selector, present));
    if (kept.length === 0) {
      rule.remove();
      return;
    }
    withoutExceptions(selectors, present);
    rule.selector = kept.map(String).join(',');
  });
  withoutOverridden(root);
  for (let before = Number.POSITIVE_INFINITY; ;) {
    const text = root.toString();
    if (text.length >= before) return text;
    before = text.length;
    const read = new Set([...text.matchAll(/var\(\s*(--[\w-]+)/gu)].map(([, name]) => name));
    root.walkDecls(/^--/u, (declaration) => {
      if (!read.has(declaration.prop) && !present.scripts.has(declaration.prop)) declaration.remove();
    });
    removeEmpty(root);
  }
}

function removeEmpty(root: Container): void {
  root.walkRules((rule) => {
    if (rule.nodes.length === 0) rule.remove();
  });
  root.walkAtRules((rule) => {
    if (groups.has(rule.name) && rule.nodes?.length === 0) rule.remove();
  });
}
