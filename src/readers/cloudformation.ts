// CloudFormation templates in YAML and JSON, with SAM's types and globals, and what the CDK synthesizes.
import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { ParsedNode } from 'yaml';
import { entriesOf, firstOf, propertyOf, textOf } from '../model/property.ts';
import { withoutDepths } from './nesting.ts';
import { absent } from './resource.ts';
import type { Attribute, FileReading, Hidden, Resource, Trouble } from './resource.ts';
import type { ParsedJson } from './json.ts';

/** A template as plain values: short tags written out, so that `!Ref X` is `{ Ref: "X" }`. */
interface Template {
  readonly value: unknown;
  /** The line of a resource by its name. */
  readonly lineOf: (name: string) => number | undefined;
  readonly troubles: readonly Trouble[];
}

/**
 * Reads a template.
 * @param json the template parsed, where it is JSON
 */
export function readCloudFormation(file: string, text: string, json: ParsedJson | undefined): FileReading {
  const { value, lineOf, troubles } = json ? { ...json, lineOf: () => undefined } : fromYaml(text);
  const resources: Resource[] = [];
  const hidden: Hidden[] = [];
  const globals = propertyOf(propertyOf(value, 'Globals'), 'Function');
  const walk = (block: unknown): void => {
    for (const [name, body] of entriesOf(block)) {
      if (name.startsWith('Fn::')) {
        const loop = name.startsWith('Fn::ForEach');
        hidden.push({ what: loop ? 'loop' : 'macro', name, from: '', line: lineOf(name) });
        // A loop's third part holds the resources that it writes again and again.
        if (loop && Array.isArray(body)) walk(body[2]);
        continue;
      }
      const type = propertyOf(body, 'Type');
      if (typeof type !== 'string') continue;
      const line = lineOf(name);
      const wrapped = hiddenIn(type, body);
      if (wrapped) hidden.push({ ...wrapped, name, line });
      if (wrapped?.what === 'module') continue;
      const properties = propertyOf(body, 'Properties');
      const shared = type === 'AWS::Serverless::Function' ? globals : undefined;
      const attribute = (path: string): Attribute => {
        const own = attributeAt(properties, path);
        return own.kind === 'absent' && shared !== undefined ? attributeAt(shared, path) : own;
      };
      resources.push({
        language: 'cloudformation',
        type,
        name,
        line,
        attribute,
        role: isScaffold(type, name, body) ? 'scaffold' : 'created',
      });
      resources.push(...broughtBy(type, name, line, propertyOf(properties, 'Events')));
    }
  };
  const block = propertyOf(value, 'Resources');
  walk(block);
  const none: Trouble[] =
    entriesOf(block).length > 0
      ? []
      : [
          {
            line: undefined,
            found: 'no section Resources',
            remedy: 'choose a template of CloudFormation or SAM, or what cdk synth writes to cdk.out',
          },
        ];
  if (propertyOf(value, 'Transform') !== undefined && !isSam(propertyOf(value, 'Transform')))
    hidden.push({ what: 'macro', name: 'Transform', from: String(firstOf(propertyOf(value, 'Transform'))), line: lineOf('Transform') });
  return { file, format: 'cloudformation', resources, hidden, troubles: [...troubles, ...none] };
}

const isSam = (transform: unknown): boolean =>
  [transform].flat().every((each) => typeof each === 'string' && each.startsWith('AWS::Serverless-'));

/** What hides further resources. */
function hiddenIn(type: string, body: unknown): Pick<Hidden, 'what' | 'from'> | undefined {
  const properties = propertyOf(body, 'Properties');
  if (type.endsWith('::MODULE')) return { what: 'module', from: type };
  if (type === 'AWS::CloudFormation::Stack') return { what: 'nested-stack', from: textOf(propertyOf(properties, 'TemplateURL')) };
  if (type !== 'AWS::Serverless::Application') return undefined;
  const location = propertyOf(properties, 'Location');
  const application = propertyOf(location, 'ApplicationId');
  return { what: 'nested-stack', from: textOf(application ?? location) };
}

/** Resources that the events of a SAM function create without being listed. */
function broughtBy(type: string, name: string, line: number | undefined, events: unknown): Resource[] {
  if (type !== 'AWS::Serverless::Function') return [];
  const brought = new Map([
    ['Api', 'AWS::Serverless::Api'],
    ['HttpApi', 'AWS::Serverless::HttpApi'],
    ['Schedule', 'AWS::Events::Rule'],
    ['ScheduleV2', 'AWS::Scheduler::Schedule'],
    ['EventBridgeRule', 'AWS::Events::Rule'],
    ['CloudWatchEvent', 'AWS::Events::Rule'],
  ]);
  return entriesOf(events).flatMap(([event, body]) => {
    const created = brought.get(textOf(propertyOf(body, 'Type')));
    const elsewhere = attributeAt(propertyOf(body, 'Properties'), created?.endsWith('Api') === true ? 'RestApiId' : '');
    if (created === undefined || elsewhere.kind !== 'absent' || attributeAt(propertyOf(body, 'Properties'), 'ApiId').kind !== 'absent')
      return [];
    return [
      { language: 'cloudformation', type: created, name: `${name}.${event}`, line, attribute: () => absent, role: 'created' } as const,
    ];
  });
}

/** What the CDK brings along for itself: its metadata, and the functions behind its own custom resources. */
function isScaffold(type: string, name: string, body: unknown): boolean {
  const path = textOf(propertyOf(propertyOf(body, 'Metadata'), 'aws:cdk:path'));
  return (
    type === 'AWS::CDK::Metadata' ||
    type.startsWith('Custom::') ||
    /^Custom.*CustomResourceProvider/u.test(name) ||
    /\/(?:Custom::|LogRetention|BucketNotificationsHandler|AWS679f53fac)/u.test(path)
  );
}

/** Follows a path; lists by their first entry. What a function of CloudFormation computes is a reference. */
function attributeAt(value: unknown, path: string): Attribute {
  let at: unknown = firstOf(value);
  for (const step of path === '' ? [] : path.split('.')) {
    const reference = referenceIn(at);
    if (reference !== undefined) return referenceTo(reference, undefined);
    at = firstOf(propertyOf(at, step));
    if (at === undefined || at === null) return absent;
  }
  if (path === '') return absent;
  const reference = referenceIn(at);
  return reference === undefined ? { kind: 'value', value: at } : referenceTo(reference, branchesOf(at));
}

const referenceTo = (text: string, oneOf: readonly unknown[] | undefined): Attribute => ({
  kind: 'reference',
  text,
  ...(oneOf && { oneOf }),
});

/** What Fn::If chooses between, if all of it is written out; undefined stands for a property that is then left out. */
function branchesOf(value: unknown): unknown[] | undefined {
  const branches: unknown = propertyOf(value, 'Fn::If');
  if (!Array.isArray(branches) || branches.length !== 3) return undefined;
  const all: unknown[] = [];
  for (const branch of branches.slice(1)) {
    if (propertyOf(branch, 'Ref') === 'AWS::NoValue') all.push(undefined);
    else if (referenceIn(branch) === undefined) all.push(branch);
    else {
      const inner = branchesOf(branch);
      if (!inner) return undefined;
      all.push(...inner);
    }
  }
  return all;
}

/** "Ref Engine" of `{ Ref: "Engine" }`; undefined for what is no function. */
function referenceIn(value: unknown): string | undefined {
  const [entry, ...more] = entriesOf(value);
  if (!entry || more.length > 0) return undefined;
  const [name, argument] = entry;
  if (name !== 'Ref' && name !== 'Condition' && !name.startsWith('Fn::')) return undefined;
  return `${name.replace('Fn::', '')} ${typeof argument === 'string' ? argument : JSON.stringify(argument)}`;
}

/** Strings longer than this are code or policies: no attribute that chooses anything. */
const longest = 10_000;

/** Deeper than any template, and no deeper than the parser goes; brackets in code that a template holds need not be closed. */
const deepest = 5000;

function fromYaml(given: string): Template {
  const lines = new LineCounter();
  const { text, troubles: cut } = withoutDepths(given, deepest, false);
  // Keys that stand twice and unknown tags are CloudFormation's own matter. Without these settings 5 MB take half a minute.
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error', lineCounter: lines });
  const at = new Map<string, number>();
  const plain = (node: ParsedNode | null | undefined, depth: number): unknown => {
    if (!node || depth > 60) return undefined;
    const tag = typeof node.tag === 'string' && /^![A-Za-z]/u.test(node.tag) ? node.tag.slice(1) : undefined;
    const value = untagged(node, depth);
    if (tag === undefined) return value;
    return { [tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`]: value };
  };
  const untagged = (node: ParsedNode, depth: number): unknown => {
    if (isScalar(node)) return typeof node.value === 'string' && node.value.length > longest ? '' : node.value;
    if (isSeq(node)) return node.items.map((item) => plain(item, depth + 1));
    // What an alias names stands elsewhere too; following it would let a small file grow without end.
    if (isAlias(node)) return { Ref: node.source };
    if (!isMap(node)) return undefined;
    const pairs: [string, unknown][] = [];
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (depth <= 2 && isScalar(key) && !at.has(name)) at.set(name, lines.linePos(key.range[0]).line);
      pairs.push([name, plain(value, depth + 1)]);
    }
    return Object.fromEntries(pairs);
  };
  const troubles = document.errors.slice(0, 5).map(({ pos: [start], code }): Trouble => {
    const { line } = lines.linePos(start);
    return {
      line,
      found: yamlFaults[code] ?? `YAML that cannot be read (${code.toLowerCase().replaceAll('_', ' ')})`,
      remedy: 'mend the line; what could be read is kept',
    };
  });
  return { value: plain(document.contents, 0), lineOf: (name) => at.get(name), troubles: cut.length > 0 ? cut : troubles };
}

/** https://eemeli.org/yaml/#errors */
const yamlFaults: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab where YAML needs spaces',
  BAD_INDENT: 'a line that is indented wrongly',
  MISSING_CHAR: 'a quote or bracket that is not closed',
  UNEXPECTED_TOKEN: 'something that YAML does not allow here',
  MULTIPLE_DOCS: 'a second document in the file; only the first was read',
};
