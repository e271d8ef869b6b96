// Joins the parsed content files into one catalog in which nothing is left to inherit.
import type { z } from 'zod';
import type { Problem, SourceFile } from '../problem.ts';
import { categoryIds, defaultIds, layerIds, mapLayers, partyIds, sortName } from '../vocabulary.ts';
import type { CategoryId, DefaultId, LayerId, PartyId } from '../vocabulary.ts';
import type { Entry, RetiredEntry } from './entry.ts';
import { assertIds, breaches } from './rules.ts';
import type { Cell, Cells } from './schema/cell.ts';
import {
  areaSchema,
  categorySchema,
  defaultSchema,
  disagreementSchema,
  layerSchema,
  partySchema,
  retiredSchema,
  serviceSchema,
} from './schema/service.ts';
import type { Area, Category, Default, Layer, Party, RetiredRecord, ServiceOption, ServiceRecord } from './schema/service.ts';
import { defaultOf } from './holding.ts';
import { pagesSchema, titlesOf } from './schema/pages.ts';
import type { PageTitles } from './schema/pages.ts';
import { parse } from './shape.ts';

/** The place that states a cell; the nearest statement wins. */
export type CellOrigin = 'category' | 'service' | 'option';

/** One way to run a service, with all fourteen layers resolved. */
export interface Option {
  readonly id: string;
  readonly name: string;
  /** Further names of this option alone. */
  readonly aliases: readonly string[] | undefined;
  readonly category: CategoryId;
  readonly summary: string | undefined;
  readonly cells: Readonly<Record<LayerId, Cell>>;
  readonly parties: Readonly<Record<LayerId, PartyId>>;
  /** Undefined where the layer does not exist. */
  readonly defaults: Readonly<Record<LayerId, DefaultId | undefined>>;
  readonly origins: Readonly<Record<LayerId, CellOrigin>>;
}

/** At least one option; the first is the default. */
export type Service = Readonly<Omit<ServiceRecord, 'cells' | 'options'>> & {
  readonly id: string;
  readonly options: readonly [Option, ...Option[]];
};

/** A service that AWS has ended. */
export type RetiredService = Readonly<RetiredRecord> & { readonly id: string };

export interface Catalog {
  readonly layers: readonly Layer[];
  readonly parties: readonly Party[];
  readonly defaults: readonly Default[];
  readonly categories: readonly Category[];
  readonly areas: readonly Area[];
  /** Sorted by short name without its vendor prefix, as readers look it up. */
  readonly services: readonly Service[];
  /** Services that AWS has ended, in the same order; they have a page but no split. */
  readonly retired: readonly RetiredService[];
  /** Titles of cited pages by address; those of cells stand in the cells too. */
  readonly pages: PageTitles;
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
  const fileOf = (name: string): SourceFile | undefined => {
    const path = `content/${name}.yaml`;
    const file = files.find((each) => each.path === path);
    if (!file) problems.push({ file: path, field: '(file)', found: 'no such file', remedy: 'restore it: it declares a vocabulary' });
    return file?.unreadable ? undefined : file;
  };
  const entriesOf = <T>(name: string, schema: z.ZodType<T[]>): T[] => {
    const file = fileOf(name);
    return (file && parse(file, schema, problems)) ?? [];
  };
  const list = <T extends { id: string }>(name: string, schema: z.ZodType<T>, ids?: readonly string[]): T[] => {
    const file = fileOf(name);
    const entries = (file && parse(file, schema.array(), problems)) ?? [];
    if (file) problems.push(...assertIds(file, entries, ids));
    return entries;
  };
  const layers = list<Layer>('layers', layerSchema, layerIds);
  const parties = list<Party>('parties', partySchema, partyIds);
  const defaults = list<Default>('defaults', defaultSchema, defaultIds);
  const areas = list<Area>('areas', areaSchema);
  const categories = list<Category>('categories', categorySchema, categoryIds);

  const disagreements = entriesOf('disagreements', disagreementSchema.array());

  // Earlier commits, which are read to tell what changed, have no titles.
  const titles = files.find((each) => each.path === 'content/pages.yaml');
  const titled = titles && !titles.unreadable ? parse(titles, pagesSchema, problems) : undefined;
  const pages = new Map(Object.entries(titled ?? {}));

  const entries: Entry[] = [];
  const ended: RetiredEntry[] = [];
  // A file that does not parse still exists: a reference to it is not the mistake to report.
  const known = new Set<string>();
  for (const file of files) {
    const id = /^content\/services\/([^/]+)\.yaml$/u.exec(file.path)?.[1];
    if (id === undefined) continue;
    known.add(id);
    if (file.unreadable) continue;
    if (isRetired(file.value)) {
      const record = parse(file, retiredSchema, problems);
      if (record) ended.push({ id, file, record });
    } else {
      const record = parse(file, serviceSchema, problems);
      if (record) entries.push({ id, file, record });
    }
  }
  problems.push(...breaches({ entries, retired: ended, areas, categories, disagreements, known }));

  if (problems.length > 0) return { catalog: undefined, problems };
  const named = categories.map((category) => ({ ...category, cells: withTitles(category.cells, pages) }));
  const services = entries.map((entry) => resolveService(nameSources(entry, pages), named)).sort(byShortName);
  const retired = ended.map(({ id, record }) => ({ ...record, id })).sort(byShortName);
  return { catalog: { layers, parties, defaults, categories: named, areas, services, retired, pages }, problems };
}

const isRetired = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'status' in value && value.status === 'retired';

const byShortName = (a: { readonly short: string }, b: { readonly short: string }): number => sortName(a).localeCompare(sortName(b), 'en');

/** The cells with the titles of their pages. Once for each, so that options which share a cell go on sharing it. */
function withTitles<T extends Cells>(cells: T, pages: PageTitles): T {
  const titled = Object.entries(cells).map(([layer, cell]): [string, Cell] => {
    const titles = titlesOf(pages, cell.source);
    return [layer, titles.some((title) => title !== null) ? { ...cell, titles } : cell];
  });
  return { ...cells, ...Object.fromEntries(titled) };
}

const nameSources = ({ record, ...entry }: Entry, pages: PageTitles): Entry => ({
  ...entry,
  record: {
    ...record,
    cells: withTitles(record.cells, pages),
    options: record.options.map((option) => (option.cells ? { ...option, cells: withTitles(option.cells, pages) } : option)),
  },
});

function resolveService({ id, record }: Entry, categories: readonly Category[]): Service {
  const [first, ...others] = record.options.map((option) => resolveOption(option, record, categories));
  if (!first) throw new Error(`${id} has no option, which its schema excludes`);
  const { cells, ...described } = record;
  return { ...described, id, options: [first, ...others] };
}

function resolveOption(option: ServiceOption, record: ServiceRecord, categories: readonly Category[]): Option {
  const category = categories.find((each) => each.id === option.category);
  const origins = mapLayers((layer): CellOrigin => {
    if (option.cells?.[layer]) return 'option';
    return record.cells[layer] ? 'service' : 'category';
  });
  const cells = mapLayers((layer): Cell => {
    const cell = option.cells?.[layer] ?? record.cells[layer] ?? category?.cells[layer];
    if (!cell) throw new Error(`${record.short}, option ${option.id}, has no ${layer} cell, which the rules exclude`);
    return cell;
  });
  const parties = mapLayers((layer) => cells[layer].party);
  const defaults = mapLayers((layer) => defaultOf(cells[layer]));
  const { id, name, aliases, summary } = option;
  return { id, name, aliases, category: option.category, summary, cells, parties, defaults, origins };
}
