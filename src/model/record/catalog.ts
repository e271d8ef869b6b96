// Joins the parsed content files into one catalog, and holds the rules that no single file can break alone.
import type { z } from 'zod';
import type { Problem } from '../problem.ts';
import { areaSchema, categorySchema, layerSchema, partySchema, retiredSchema, serviceSchema } from './schema.ts';
import type { Area, Category, Cell, Layer, Party, RetiredRecord, ServiceOption, ServiceRecord } from './schema.ts';
import { assertOwnWords } from './duplicates.ts';
import { categoryIds, layerIds, mapLayers, ownLayerIds, partyIds, slug, sortName } from '../vocabulary.ts';
import type { CategoryId, LayerId, StatusId } from '../vocabulary.ts';

/** A content file, parsed from YAML but not yet checked. */
export interface SourceFile {
  /** Path from the project's root, with forward slashes: `content/services/amazon-s3.yaml`. */
  readonly path: string;
  readonly value: unknown;
  /** The file exists but is no YAML, which its reader reports: nothing of it is checked, and nobody is told that it is missing. */
  readonly unreadable?: boolean;
  /** Line (from 1) on which a field stands, for messages; undefined where it is not known. */
  readonly lineOf?: (path: readonly PropertyKey[]) => number | undefined;
}

export type CellOrigin = 'category' | 'service' | 'option';

/** A cell with the place that states it; the nearest statement wins. */
export interface ResolvedCell {
  readonly layer: LayerId;
  readonly cell: Cell;
  readonly origin: CellOrigin;
}

export type Split = Readonly<Record<LayerId, ResolvedCell>>;

export interface Option {
  readonly id: string;
  readonly name: string;
  readonly category: CategoryId;
  readonly summary: string | undefined;
  /** All fourteen layers, resolved. */
  readonly split: Split;
}

export interface Service {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly area: string;
  readonly aliases: readonly string[];
  readonly formerly: readonly string[];
  readonly status: StatusId;
  readonly summary: string;
  readonly reviewed: string;
  readonly docs: string;
  /** Of its actions in IAM policies. */
  readonly prefixes: readonly string[];
  readonly related: readonly string[];
  /** At least one; the first is the default. */
  readonly options: readonly [Option, ...Option[]];
}

/** A service that AWS has ended. */
export type RetiredService = Readonly<RetiredRecord> & { readonly id: string };

export interface Catalog {
  readonly layers: readonly Layer[];
  readonly parties: readonly Party[];
  readonly categories: readonly Category[];
  readonly areas: readonly Area[];
  /** Sorted by short name without its vendor prefix, as readers look it up. */
  readonly services: readonly Service[];
  /** Services that AWS has ended, in the same order; they have a page but no split. */
  readonly retired: readonly RetiredService[];
}

export interface CatalogResult {
  /** Undefined as soon as there is one problem: a half-right catalog would be published as if it were right. */
  readonly catalog: Catalog | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Builds the catalog from all content files.
 * @param files vocabularies (`content/<name>.yaml`) and records (`content/services/<id>.yaml`), in any order
 * @returns the catalog, or every problem found: shape first, then meaning within a record, then across records
 */
export function buildCatalog(files: readonly SourceFile[]): CatalogResult {
  const problems: Problem[] = [];
  const vocabulary = (name: string): SourceFile | undefined => {
    const file = files.find((each) => each.path === `content/${name}.yaml`);
    if (!file) {
      problems.push({
        file: `content/${name}.yaml`,
        field: '(file)',
        found: 'no such file',
        remedy: 'restore it: it declares a vocabulary',
      });
    }
    return file;
  };
  const list = <T extends { id: string }>(name: string, schema: z.ZodType<T>, ids?: readonly string[]): T[] => {
    const file = vocabulary(name);
    if (!file || file.unreadable) return [];
    const entries = parse(file, schema.array(), problems) ?? [];
    if (ids && entries.length > 0) assertOrder(file, entries, ids, problems);
    assertUnique(file, entries, problems);
    return entries;
  };

  const layers = list<Layer>('layers', layerSchema, layerIds);
  const parties = list<Party>('parties', partySchema, partyIds);
  const areas = list<Area>('areas', areaSchema);
  const categories = list<Category>('categories', categorySchema, categoryIds);

  const records: Entry[] = [];
  const ended: RetiredEntry[] = [];
  for (const file of files) {
    const match = /^content\/services\/([^/]+)\.yaml$/u.exec(file.path);
    if (!match?.[1] || file.unreadable) continue;
    if (isRetired(file.value)) {
      const retired = parse(file, retiredSchema, problems);
      if (retired) ended.push({ id: match[1], file, record: retired });
      continue;
    }
    const record = parse(file, serviceSchema, problems);
    if (record) records.push({ id: match[1], file, record });
  }

  for (const entry of records) {
    assertFileName(entry, problems);
    assertOptions(entry, problems);
    if (areas.length > 0) assertArea(entry, areas, problems);
    assertOwnCells(entry, problems);
    assertNeededOverrides(entry, problems);
    if (categories.length > 0) assertComplete(entry, categories, problems);
  }
  // A file that does not parse still exists: a reference to it is not the mistake to report.
  const known = new Set(files.flatMap((file) => /^content\/services\/([^/]+)\.yaml$/u.exec(file.path)?.[1] ?? []));
  for (const entry of ended) {
    assertFileName(entry, problems);
    if (areas.length > 0) assertArea(entry, areas, problems);
  }
  assertRelated(
    [
      ...records.map((entry) => ({ ...entry, field: 'related', ids: entry.record.related })),
      ...ended.map((entry) => ({ ...entry, field: 'successors', ids: entry.record.successors })),
    ],
    known,
    problems,
  );
  assertDistinctNames([...records, ...ended], problems);
  assertOwnWords(records, problems);

  if (problems.length > 0) return { catalog: undefined, problems };
  const services = records.map((entry) => resolveService(entry, categories)).sort(byShortName);
  const retired = ended.map(({ id, record }) => ({ ...record, id })).sort(byShortName);
  return { catalog: { layers, parties, categories, areas, services, retired }, problems };
}

const isRetired = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'status' in value && value.status === 'retired';

export interface Entry {
  readonly id: string;
  readonly file: SourceFile;
  readonly record: ServiceRecord;
}
interface RetiredEntry {
  readonly id: string;
  readonly file: SourceFile;
  readonly record: RetiredRecord;
}
type AnyEntry = Entry | RetiredEntry;

const byShortName = (a: { readonly short: string }, b: { readonly short: string }): number => sortName(a).localeCompare(sortName(b), 'en');

/** Every name that leads to a service, each once: full, short, bare ("RDS"), aliases, former names. */
export function namesOf(
  record: Pick<ServiceRecord, 'name' | 'short'> & { readonly aliases: readonly string[]; readonly formerly: readonly string[] },
): string[] {
  const all = [record.name, record.short, sortName(record), ...record.aliases, ...record.formerly];
  const seen = new Set<string>();
  return all.filter((name) => {
    const key = slug(name);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function resolveService({ id, record }: Entry, categories: readonly Category[]): Service {
  const [first, ...rest] = record.options.map((option) => resolveOption(option, record, categories));
  if (!first) throw new Error(`${id} has no option, which its schema excludes`);
  return { ...record, id, options: [first, ...rest] };
}

function resolveOption(option: ServiceOption, record: ServiceRecord, categories: readonly Category[]): Option {
  const category = categories.find((each) => each.id === option.category);
  const resolve = (layer: LayerId): ResolvedCell => {
    const own = option.cells?.[layer];
    if (own) return { layer, cell: own, origin: 'option' };
    const service = record.cells[layer];
    if (service) return { layer, cell: service, origin: 'service' };
    const inherited = category?.cells[layer];
    if (inherited) return { layer, cell: inherited, origin: 'category' };
    throw new Error(`${record.short}, option ${option.id}, has no ${layer} cell, which the rules exclude`);
  };
  return { id: option.id, name: option.name, category: option.category, summary: option.summary, split: mapLayers(resolve) };
}

// ---- shape ----

/** The value of a file in its shape; undefined where it has another, each fault of which is added to the problems. */
export function parse<T>(file: SourceFile, schema: z.ZodType<T>, problems: Problem[]): T | undefined {
  const result = schema.safeParse(file.value, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) problems.push(...fromIssue(file, issue));
  return undefined;
}

function fromIssue(file: SourceFile, issue: z.core.$ZodIssue): Problem[] {
  const at = (path: readonly PropertyKey[], found: string, remedy: string): Problem => ({
    file: place(file, path),
    field: path.length > 0 ? path.map(String).join('.') : '(file)',
    found,
    remedy,
  });
  if (issue.code === 'unrecognized_keys' && issue.path.at(-1) === 'cells') {
    return issue.keys.map((key) =>
      at([...issue.path, key], `a layer called "${key}"`, `use one of the fourteen layers${nearest(key, layerIds)}`),
    );
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => at([...issue.path, key], `a field called "${key}"`, unknownKeyRemedy(issue.path, key)));
  }
  const found = issue.input === undefined ? 'nothing' : quote(issue.input);
  return [at(issue.path, issue.code === 'invalid_union' ? partyFound(issue.input) : found, remedyOf(issue))];
}

function partyFound(input: unknown): string {
  if (typeof input !== 'object' || input === null) return quote(input);
  return 'party' in input ? `party ${quote(input.party)}` : 'no party';
}

function remedyOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined && !issue.message.startsWith('missing')) {
    return `add it, the field is required: write ${kinds[issue.expected] ?? issue.expected}`;
  }
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')) {
    return `write ${kinds[issue.expected] ?? issue.expected}${issue.path.length > 0 ? '' : ': every content file holds them'}`;
  }
  if (issue.code === 'invalid_union' && typeof issue.input === 'object' && issue.input !== null && 'party' in issue.input) {
    return `write one of ${partyIds.join(', ')}${nearest(String(issue.input.party), partyIds)}`;
  }
  if (issue.code === 'invalid_value' && !issue.message.includes(':')) return `write one of ${issue.values.map(String).join(', ')}`;
  return issue.message;
}

const kinds: Readonly<Record<string, string>> = {
  object: 'fields, each as "name: value"',
  array: 'a list, as "[one, two]" or one "- " a line',
  string: 'text',
};

function unknownKeyRemedy(path: readonly PropertyKey[], key: string): string {
  if (path.length === 0 && (key === 'cells' || key === 'options')) {
    return 'remove it: a retired service has no split; or correct its status';
  }
  const inCell = path.includes('cells');
  if (inCell && (key === 'you' || key === 'aws' || key === 'with' || key === 'reason')) {
    return `remove it, or change the party: customer has "you", aws has "aws", shared has both, none has "reason"`;
  }
  return `remove it, or correct its spelling${nearest(key, knownKeys)}`;
}

const knownKeys = [
  ...Object.keys(serviceSchema.shape),
  ...Object.keys(retiredSchema.shape),
  'id',
  'category',
  'party',
  'you',
  'aws',
  'reason',
  'with',
  'detail',
  'source',
];

/** ` (did you mean "…"?)` where one of the words is at most two edits away; else nothing. */
export function nearest(word: string, words: readonly string[]): string {
  const ranked = words.map((each) => ({ each, edits: editDistance(word, each) })).sort((a, b) => a.edits - b.edits)[0];
  return ranked && ranked.edits <= 2 && ranked.edits < word.length ? ` (did you mean "${ranked.each}"?)` : '';
}

/** Levenshtein distance: insertions, deletions and replacements. https://en.wikipedia.org/wiki/Levenshtein_distance */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row.push(Math.min((row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + cost));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** The file, with the line of a field where it is known. */
export function place(file: SourceFile, path: readonly PropertyKey[]): string {
  const line = file.lineOf?.(path);
  return line === undefined ? file.path : `${file.path}:${line}`;
}

function quote(value: unknown): string {
  const written = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return written.length > 90 ? `${written.slice(0, 80)}… (${written.length - 2} characters)` : written;
}

// ---- meaning within a file ----

function assertOrder(file: SourceFile, entries: readonly { id: string }[], ids: readonly string[], problems: Problem[]): void {
  const found = entries.map((entry) => entry.id).join(', ');
  if (found !== ids.join(', ')) {
    problems.push({
      file: file.path,
      field: '(file)',
      found: `the ids ${found}`,
      remedy: `list exactly these, in this order: ${ids.join(', ')}`,
    });
  }
}

function assertUnique(file: SourceFile, entries: readonly { id: string }[], problems: Problem[]): void {
  entries.forEach((entry, index) => {
    if (entries.findIndex((each) => each.id === entry.id) < index) {
      problems.push({
        file: place(file, [index, 'id']),
        field: `${index}.id`,
        found: `"${entry.id}" a second time`,
        remedy: 'remove one of the two, or give it an id of its own',
      });
    }
  });
}

function assertFileName({ id, file }: AnyEntry, problems: Problem[]): void {
  if (id !== slug(id)) {
    problems.push({
      file: file.path,
      field: '(file)',
      found: `the file name "${id}.yaml"`,
      remedy: `rename it to "${slug(id)}.yaml": lower case, hyphens`,
    });
  }
}

function assertOptions({ file, record }: Entry, problems: Problem[]): void {
  record.options.forEach((option, index) => {
    const at = (field: string) => ({ file: place(file, ['options', index, field]), field: `options.${index}.${field}` });
    if (record.options.findIndex((each) => each.id === option.id) < index) {
      problems.push({ ...at('id'), found: `"${option.id}" a second time`, remedy: 'give each option an id of its own' });
    }
    if (record.options.length > 1 && option.summary === undefined) {
      problems.push({
        ...at('summary'),
        found: 'nothing',
        remedy: 'say in one sentence what runs where in this option, since readers choose between several',
      });
    }
  });
}

function assertArea({ file, record }: AnyEntry, areas: readonly Area[], problems: Problem[]): void {
  const ids = areas.map((area) => area.id);
  if (!ids.includes(record.area)) {
    problems.push({
      file: place(file, ['area']),
      field: 'area',
      found: `"${record.area}"`,
      remedy: `use an id of content/areas.yaml${nearest(record.area, ids)}`,
    });
  }
}

function assertOwnCells({ file, record }: Entry, problems: Problem[]): void {
  for (const layer of ownLayerIds) {
    if (record.cells[layer]) continue;
    record.options.forEach((option, index) => {
      if (option.cells?.[layer]) return;
      problems.push({
        file: place(file, ['options', index]),
        field: `cells.${layer}`,
        found: `nothing for option ${option.id}`,
        remedy: `state ${layer} under cells, or in the option: no two services handle it alike, so no category states it`,
      });
    });
  }
}

/** A service cell that every option overrides is read by nobody. */
function assertNeededOverrides({ file, record }: Entry, problems: Problem[]): void {
  for (const layer of layerIds) {
    if (record.cells[layer] && record.options.every((option) => option.cells?.[layer])) {
      problems.push({
        file: place(file, ['cells', layer]),
        field: `cells.${layer}`,
        found: 'a cell that every option replaces',
        remedy: 'remove it: no reader would see it',
      });
    }
  }
}

function assertComplete({ file, record }: Entry, categories: readonly Category[], problems: Problem[]): void {
  record.options.forEach((option, index) => {
    const category = categories.find((each) => each.id === option.category);
    for (const layer of layerIds) {
      if (ownLayerIds.includes(layer) || option.cells?.[layer] || record.cells[layer] || category?.cells[layer]) continue;
      problems.push({
        file: place(file, ['options', index]),
        field: `options.${index}.cells.${layer}`,
        found: 'nothing, and nothing to inherit',
        remedy: `state ${layer} in the option, in the service or in the category ${option.category}`,
      });
    }
  });
}

// ---- meaning across records ----

interface Reference {
  readonly id: string;
  readonly file: SourceFile;
  readonly field: string;
  readonly ids: readonly string[];
}

function assertRelated(references: readonly Reference[], known: ReadonlySet<string>, problems: Problem[]): void {
  for (const { id, file, field, ids } of references) {
    ids.forEach((other, index) => {
      const at = { file: place(file, [field, index]), field: `${field}.${index}` };
      if (other === id) problems.push({ ...at, found: 'the service itself', remedy: 'remove it' });
      else if (!known.has(other)) {
        problems.push({
          ...at,
          found: `"${other}", which has no record`,
          remedy: `name a service with a file in content/services/${nearest(other, [...known])}`,
        });
      }
    });
  }
}

/** Names are addresses: each may lead to one service only. */
function assertDistinctNames(records: readonly AnyEntry[], problems: Problem[]): void {
  const owner = new Map<string, AnyEntry>();
  for (const entry of records) owner.set(entry.id, entry);
  for (const entry of records) {
    const names = [
      ['name', entry.record.name],
      ['short', entry.record.short],
      ['short', sortName(entry.record)],
    ] as const;
    for (const [field, name] of names) {
      const other = owner.get(slug(name));
      if (other && other !== entry) {
        problems.push({
          file: place(entry.file, [field]),
          field,
          found: `"${name}", also a name of ${other.id}`,
          remedy: 'use the name AWS gives this service alone',
        });
        break;
      }
      owner.set(slug(name), entry);
    }
  }
  for (const entry of records) {
    for (const field of ['aliases', 'formerly'] as const) {
      const seen = new Set<string>();
      entry.record[field].forEach((name, index) => {
        const key = slug(name);
        const other = owner.get(key);
        const at = { file: place(entry.file, [field, index]), field: `${field}.${index}` };
        if (key === '')
          problems.push({ ...at, found: `"${name}"`, remedy: 'use at least one letter or digit: the name becomes an address' });
        else if (seen.has(key)) problems.push({ ...at, found: `"${name}" a second time`, remedy: 'remove one of the two' });
        else if (other && other !== entry) {
          problems.push({
            ...at,
            found: `"${name}", which already leads to ${other.id}`,
            remedy: 'keep it with the one service readers mean by it',
          });
        } else owner.set(key, entry);
        seen.add(key);
      });
    }
  }
}
