// Terraform as JSON: plans and states written by `terraform show -json`, state files, and configuration in .tf.json.
import { entriesOf, firstOf, propertyOf, textOf } from '../model/property.ts';
import { absent } from './resource.ts';
import type { Attribute, FileReading, Format, Hidden, Resource, Trouble } from './resource.ts';
import type { ParsedJson } from './json.ts';

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Terraform's JSON files. */
export type TerraformFormat = Extract<Format, `terraform-${string}`>;

/** Which of Terraform's JSON files a value is; undefined for none. */
export function terraformFormat(value: unknown): TerraformFormat | undefined {
  if (propertyOf(value, 'planned_values') !== undefined || propertyOf(value, 'resource_changes') !== undefined) return 'terraform-plan';
  if (propertyOf(propertyOf(value, 'values'), 'root_module') !== undefined) return 'terraform-state';
  if (Array.isArray(propertyOf(value, 'resources')) && propertyOf(value, 'version') !== undefined) return 'terraform-state';
  const blocks = ['resource', 'data', 'module', 'provider', 'terraform', 'variable', 'output', 'locals'];
  const first = firstOf(value);
  return propertyOf(value, 'Resources') === undefined && blocks.some((block) => propertyOf(first, block) !== undefined)
    ? 'terraform-json'
    : undefined;
}

/** Reads any of them. */
export function readTerraformJson(file: string, { value, troubles }: ParsedJson, format: TerraformFormat): FileReading {
  const { resources, hidden } = format === 'terraform-json' ? fromConfiguration(value) : fromValues(value);
  const none: Trouble[] =
    resources.length > 0
      ? []
      : [{ line: undefined, found: 'no resources', remedy: 'choose a plan or state written by terraform show -json, or a .tf.json file' }];
  return { file, format, resources, hidden, troubles: [...troubles, ...none] };
}

interface Found {
  readonly resources: readonly Resource[];
  readonly hidden: readonly Hidden[];
}

/** Plans, states and state files: values are known, and modules are written out. */
function fromValues(value: unknown): Found {
  const planned = propertyOf(value, 'planned_values') ?? propertyOf(value, 'values');
  const told = inModule(propertyOf(planned, 'root_module'));
  // A plan that was cut short, or one of a refresh alone, may tell its resources only by how they change.
  const changed =
    told.length > 0
      ? []
      : asList(propertyOf(value, 'resource_changes'))
          .filter((each) => !isRemoval(propertyOf(propertyOf(each, 'change'), 'actions')))
          .map((each) => resourceOf(each, propertyOf(propertyOf(each, 'change'), 'after')));
  const kept =
    told.length + changed.length > 0
      ? []
      : asList(propertyOf(value, 'resources')).map((each) =>
          resourceOf(each, propertyOf(firstOf(propertyOf(each, 'instances')), 'attributes')),
        );
  return { resources: [...told, ...changed, ...kept].filter(({ type }) => type !== ''), hidden: [] };
}

/** Whether a change only ends a resource. */
const isRemoval = (actions: unknown): boolean => {
  const all = asList(actions);
  return all.length > 0 && all.every((action) => action === 'delete' || action === 'forget');
};

function inModule(module: unknown): Resource[] {
  return [
    ...asList(propertyOf(module, 'resources')).map((each) => resourceOf(each, propertyOf(each, 'values'))),
    ...asList(propertyOf(module, 'child_modules')).flatMap(inModule),
  ];
}

function resourceOf(each: unknown, values: unknown): Resource {
  const module = textOf(propertyOf(each, 'module'));
  const own = textOf(propertyOf(each, 'address')) || [textOf(propertyOf(each, 'type')), textOf(propertyOf(each, 'name'))].join('.');
  return {
    language: 'terraform',
    type: textOf(propertyOf(each, 'type')),
    name: module === '' || own.startsWith(module) ? own : `${module}.${own}`,
    line: undefined,
    attribute: (path) => attributeAt(values, path),
    role: propertyOf(each, 'mode') === 'data' ? 'read' : 'created',
  };
}

/** .tf.json: type, then name, then the arguments; each level may be a list. https://developer.hashicorp.com/terraform/language/syntax/json */
function fromConfiguration(value: unknown): Found {
  const parts = Array.isArray(value) ? value : [value];
  const blocksOf = (kind: string): unknown[] => parts.flatMap((part) => [propertyOf(part, kind) ?? []].flat());
  const named = (kind: string, role: Resource['role']): Resource[] =>
    blocksOf(kind).flatMap((block) =>
      entriesOf(block).flatMap(([type, bodies]) =>
        [bodies].flat().flatMap((body) =>
          entriesOf(body).map(([name, own]): Resource => ({
            language: 'terraform',
            type,
            name: `${type}.${name}`,
            line: undefined,
            attribute: (path) => attributeAt(firstOf(own), path),
            role,
          })),
        ),
      ),
    );
  const hidden = blocksOf('module').flatMap((block) =>
    entriesOf(block).map(([name, body]): Hidden => ({
      what: 'module',
      name,
      from: textOf(propertyOf(firstOf(body), 'source')),
      line: undefined,
    })),
  );
  return { resources: [...named('resource', 'created'), ...named('data', 'read')], hidden };
}

/** Follows a path; blocks are lists of one. A text with "${…}" is a reference. */
function attributeAt(values: unknown, path: string): Attribute {
  let at: unknown = firstOf(values);
  const steps = path.split('.');
  for (const [index, step] of steps.entries()) {
    const next = propertyOf(at, step);
    if (next === undefined || next === null) return absent;
    at = index === steps.length - 1 ? next : firstOf(next);
  }
  if (Array.isArray(at) && at.length === 0) return absent;
  if (typeof at === 'string' && /[$%]\{/u.test(at)) return { kind: 'reference', text: at };
  return { kind: 'value', value: at };
}
