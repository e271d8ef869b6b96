// What code and style sheets use that is younger than the oldest browsers of the site, by MDN's compatibility data.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import postcss from 'postcss';
import ts from 'typescript';

interface Support {
  readonly version_added?: string | boolean | null;
  readonly version_removed?: string | boolean | null;
  readonly flags?: readonly unknown[];
}
type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

const data: unknown = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@mdn/browser-compat-data'), 'utf8'));

/** Names of MDN for those of Vite. */
const browsers: Readonly<Record<string, string>> = {
  chrome: 'chrome',
  edge: 'edge',
  firefox: 'firefox',
  safari: 'safari',
  ios: 'safari_ios',
};

function at(names: readonly string[]): Node | undefined {
  let node: unknown = data;
  for (const name of names) node = isNode(node) && Object.hasOwn(node, name) ? node[name] : undefined;
  return isNode(node) ? node : undefined;
}

function isSupport(value: unknown): value is Support {
  return isNode(value);
}

/** Which of the browsers, as Vite names them ("chrome109"), lack the feature; none where MDN does not know it. A prefix will do. */
function lacking(names: readonly string[], floor: readonly string[]): string[] {
  const support = at([...names, '__compat', 'support']);
  if (!support) return [];
  return floor.filter((each) => {
    const [, name = '', version = ''] = /^([a-z]+)([\d.]+)$/u.exec(each) ?? [];
    const told = support[browsers[name] ?? ''];
    const entries = (Array.isArray(told) ? told : [told]).filter(isSupport);
    return !entries.some(
      ({ version_added: added, version_removed: removed, flags }) =>
        flags === undefined &&
        removed === undefined &&
        typeof added === 'string' &&
        Number.parseFloat(added.replace('≤', '')) <= Number.parseFloat(version),
    );
  });
}

/** "css.selectors.has: firefox115", one for each feature of a sheet that some browser lacks. */
export function youngInSheet(sheet: string, floor: readonly string[]): string[] {
  const used: string[][] = [];
  const root = postcss.parse(sheet);
  root.walkDecls(({ prop, value }) => {
    if (prop.startsWith('--')) used.push(...functionsOf(value));
    else used.push(['css', 'properties', prop], ...functionsOf(value));
  });
  root.walkAtRules(({ name, params }) => {
    used.push(['css', 'at-rules', name]);
    for (const [, feature = ''] of params.matchAll(/\(\s*([a-z-]+)\s*:/gu)) used.push(['css', 'at-rules', name, feature]);
  });
  root.walkRules(({ selector }) => {
    for (const [, name = ''] of selector.matchAll(/::?([a-z-]+)/gu)) used.push(['css', 'selectors', name]);
  });
  return told(used, floor);
}

const functionsOf = (value: string): string[][] =>
  [...value.matchAll(/([a-z][a-z-]+)\(/gu)].flatMap(([, name = '']) => [
    ['css', 'types', name],
    ['css', 'types', 'color', name],
  ]);

/**
 * "javascript.builtins.Array.toReversed: chrome109 (src/x.ts)", one for each member of the language and the browser that some browser lacks.
 * @param roots files, which are followed to all they import but types
 */
export function youngInCode(roots: readonly string[], floor: readonly string[]): string[] {
  const program = ts.createProgram([...roots], {
    target: ts.ScriptTarget.ESNext,
    lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const found = new Set<string>();
  const seen = new Set<string>();
  const read = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`${file} could not be read`);
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node))
        for (const each of told(namesOf(checker, node), floor)) found.add(`${each} (${path.relative(process.cwd(), file)})`);
      ts.forEachChild(node, visit);
    };
    visit(source);
    for (const statement of source.statements) {
      if (!ts.isImportDeclaration(statement) || statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) continue;
      if (!ts.isStringLiteral(statement.moduleSpecifier) || !statement.moduleSpecifier.text.startsWith('.')) continue;
      read(path.resolve(path.dirname(file), statement.moduleSpecifier.text));
    }
  };
  for (const root of roots) read(path.resolve(root));
  return [...found].sort();
}

/** What MDN may call a member: by the interfaces that declare it, and by the type it is asked of. None for members of our own. */
function namesOf(checker: ts.TypeChecker, node: ts.PropertyAccessExpression): string[][] {
  const member = node.name.text;
  const declared = (checker.getSymbolAtLocation(node.name)?.declarations ?? []).filter((each) =>
    /\/lib\.[^/]*\.d\.ts$/u.test(each.getSourceFile().fileName),
  );
  const interfaces = declared.flatMap(({ parent }) => (ts.isInterfaceDeclaration(parent) ? [parent.name.text] : []));
  if (interfaces.length < declared.length) return [['api', node.expression.getText(), `${member}_static`]];
  if (interfaces.length === 0) return [];
  const asked = checker.getApparentType(checker.getTypeAtLocation(node.expression)).getSymbol();
  const holders = [...interfaces, ...(asked ? [asked.name] : [])].map((name) => name.replace(/^Readonly|Constructor$/gu, ''));
  return holders.flatMap((holder) => [
    ['javascript', 'builtins', holder, member],
    ['api', holder, member],
  ]);
}

function told(used: readonly string[][], floor: readonly string[]): string[] {
  return [...new Set(used.map((names) => names.join('.')))].flatMap((name) => {
    const without = lacking(name.split('.'), floor);
    return without.length === 0 ? [] : [`${name}: ${without.join(', ')}`];
  });
}
