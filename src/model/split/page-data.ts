// What a finished page carries for its script: the same facts as its markup, without repetition.
import { decisionOn, houseData } from '../organization/house.ts';
import type { ApprovalId, HouseData, Teams } from '../organization/house.ts';
import type { OrganizationRecord } from '../record/schema/organization.ts';
import type { Catalog, Service } from '../record/catalog.ts';
import type { Cell } from '../record/schema/cell.ts';
import type { CategoryId, DefaultId, LayerId } from '../vocabulary.ts';
import { defaultIds, layerIds, mapLayers } from '../vocabulary.ts';
import { decodeParties, encodeParties } from './counts.ts';
import { namesOf } from '../record/lookup.ts';
import { decodeDefaults, defaultNames, encodeDefaults } from './default.ts';
import type { DefaultName, DefaultNames } from './default.ts';
import type { Outline } from './filter.ts';
import type { Findable } from './find-options.ts';
import { namesIn } from './names.ts';
import type { Names } from './names.ts';

/** The cells of a service, each once, in the order of the page's table; options point at them by position, in the order of the layers. */
export interface ServicePageData<C = Cell> extends Names {
  readonly id: string;
  readonly cells: readonly C[];
  readonly options: readonly {
    readonly id: string;
    readonly name: string;
    readonly category: CategoryId;
    readonly summary: string;
    readonly places: readonly number[];
  }[];
  /** For each option the ids of the controls that can show a layer, with a space between; undefined where all have the same. */
  readonly controls?: readonly Readonly<Partial<Record<LayerId, string>>>[] | undefined;
  /** What a company says of its layers; only where the site has an overlay. */
  readonly house?: HouseData;
}

/** @param organization the overlay of a company, which pages for frames do without */
export function servicePageData(
  service: Service,
  catalog: Pick<Catalog, 'layers' | 'parties' | 'defaults'>,
  organization?: HouseData,
): ServicePageData {
  const cells: Cell[] = [];
  // Layer by layer, as the rows of the page's table: the script finds the texts of a cell by its position alone.
  const places = layerIds.map((layer) => {
    const before = cells.length;
    return service.options.map(({ cells: own }) => {
      const text = JSON.stringify(own[layer]);
      const at = cells.findIndex((each, index) => index >= before && JSON.stringify(each) === text);
      return at >= 0 ? at : cells.push(own[layer]) - 1;
    });
  });
  const options = service.options.map((option, index) => ({
    id: option.id,
    name: option.name,
    category: option.category,
    summary: option.summary ?? '',
    places: places.map((ofLayer) => ofLayer[index] ?? -1),
  }));
  const names = namesIn(catalog);
  const house =
    organization &&
    houseData(
      organization,
      service.id,
      options.map(({ category }) => category),
    );
  return { ...names, defaults: wordsNeeded(names.defaults, service), id: service.id, cells, options, ...(house ? { house } : {}) };
}

/** The words of each default for those layers alone in which the service has it: a fifth of all. */
function wordsNeeded(defaults: DefaultNames, service: Service): DefaultNames {
  const needed = (id: DefaultId): DefaultName => ({
    ...defaults[id],
    layers: Object.fromEntries(
      layerIds
        .filter((layer) => service.options.some((option) => option.defaults[layer] === id))
        .map((layer) => [layer, defaults[id].layers[layer]]),
    ),
  });
  return defaultNames(defaultIds.map(needed));
}

type Brief<C> = C extends Cell ? Omit<C, 'you' | 'aws' | 'reason' | 'detail' | 'source' | 'titles'> : never;
/** A cell without the texts that the page's table holds. */
export type BriefCell = Brief<Cell>;

/** The texts of a cell as the page's table holds them. */
export interface CellTexts extends Pick<Cell, 'detail' | 'source' | 'titles'> {
  /** As {@link phraseTexts} returns them: your half first. */
  readonly phrases: readonly string[];
}

/**
 * The data of a page whose table holds phrases, details and sources: they make up half of such a page, and stand in it once.
 * Fetching the service's data file instead was measured on 2026-11-29: it costs a request before an option can be drawn,
 * and Lambda's file alone weighs more than this block and the budget of the page allow.
 */
export function briefPageData(data: ServicePageData): ServicePageData<BriefCell> {
  return { ...data, cells: data.cells.map(briefCell) };
}

function briefCell(cell: Cell): BriefCell {
  // Told apart by party, because what is left over of a union is no longer a union.
  switch (cell.party) {
    case 'customer':
      return { party: cell.party, default: cell.default };
    case 'aws':
      return { party: cell.party, default: cell.default, with: cell.with };
    case 'shared':
      return { party: cell.party, default: cell.default, with: cell.with };
    case 'none':
      return { party: cell.party };
  }
}

/**
 * The reverse of {@link briefPageData}.
 * @param textsOf the texts of the cell at a position
 */
export function completePageData(data: ServicePageData<BriefCell>, textsOf: (at: number) => CellTexts): ServicePageData {
  return { ...data, cells: data.cells.map((cell, at) => completeCell(cell, textsOf(at))) };
}

function completeCell(cell: BriefCell, { phrases: [first = '', second = ''], ...texts }: CellTexts): Cell {
  switch (cell.party) {
    case 'customer':
      return { ...cell, you: first, ...texts };
    case 'aws':
      return { ...cell, aws: first, ...texts };
    case 'shared':
      return { ...cell, you: first, aws: second, ...texts };
    case 'none':
      return { ...cell, reason: first, ...texts };
  }
}

/** The cells of one option out of its page's data. */
export function cellsOf(data: ServicePageData, option: ServicePageData['options'][number]): Record<LayerId, Cell> {
  return mapLayers((layer) => {
    const cell = data.cells[option.places[layerIds.indexOf(layer)] ?? -1];
    if (!cell) throw new Error(`the page's data has no ${layer} cell for ${option.id}`);
    return cell;
  });
}

/** The explorer's data: parties as a letter for each layer of an option. */
export interface ExplorerPageData extends Names {
  readonly areas: readonly string[];
  readonly services: readonly {
    readonly id: string;
    readonly short: string;
    readonly area: string;
    readonly options: readonly (readonly [id: string, name: string, category: CategoryId, parties: string, defaults: string])[];
    readonly approval?: ApprovalId;
  }[];
  /** What a company says of all layers; only where the site has an overlay. */
  readonly house?: HouseData;
}

export function explorerPageData(catalog: Catalog, organization?: OrganizationRecord): ExplorerPageData {
  return {
    ...namesIn(catalog),
    areas: catalog.areas.map((area) => area.id),
    services: catalog.services.map(({ id, short, area, options }) => ({
      id,
      short,
      area,
      options: options.map(
        (option) => [option.id, option.name, option.category, encodeParties(option.parties), encodeDefaults(option.defaults)] as const,
      ),
      ...(organization ? { approval: decisionOn(organization, id).id } : {}),
    })),
    ...(organization ? { house: { name: organization.name, owners: organization.owners, rules: organization.rules } } : {}),
  };
}

/** The data of the comparison: what a column is called, and by which names it is found. */
export interface ComparePageData extends Names, Teams {
  readonly services: readonly (readonly [
    id: string,
    short: string,
    names: string,
    options: readonly (readonly [id: string, name: string, ...aliases: string[]])[],
  ])[];
}

/** @param organization the overlay of a company, whose teams stand on your halves */
export function comparePageData(catalog: Catalog, organization?: Pick<OrganizationRecord, 'owners'>): ComparePageData {
  return {
    ...namesIn(catalog),
    services: catalog.services.map((service) => [
      service.id,
      service.short,
      // Names of one way alone find that way.
      namesOf({ ...service, options: [] })
        .filter((name) => name !== service.short)
        .join('|'),
      service.options.map(({ id, name, aliases = [] }) => [id, name, ...aliases]),
    ]),
    ...(organization ? { owners: organization.owners, categories: categoriesIn(catalog) } : {}),
  };
}

const categoriesIn = ({ services }: Catalog): Record<string, CategoryId> =>
  Object.fromEntries(services.flatMap(({ id, options }) => options.map((option) => [`${id}.${option.id}`, option.category])));

/** The reverse of the packing in {@link comparePageData}. */
export function unpackFindable(data: ComparePageData): Findable[] {
  return data.services.map(([id, short, names, options]) => ({
    id,
    short,
    names: [short, ...names.split('|')],
    options: options.map(([option, name, ...aliases]) => ({ id: option, name, aliases })),
  }));
}

/** The reverse of the packing in {@link explorerPageData}. */
export function unpackServices(data: ExplorerPageData): Outline[] {
  return data.services.map((service) => ({
    ...service,
    options: service.options.map(([id, name, category, parties, defaults]) => ({
      id,
      name,
      category,
      parties: decodeParties(parties),
      defaults: decodeDefaults(defaults),
    })),
  }));
}
