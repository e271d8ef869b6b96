// What a finished page carries for its script: the same facts as its markup, without repetition.
import type { Catalog, Service } from '../record/catalog.ts';
import type { Filter, Outline } from './filter.ts';
import type { Cell, Layer } from '../record/schema.ts';
import type { CategoryId, LayerId } from '../vocabulary.ts';
import { layerIds, mapLayers } from '../vocabulary.ts';
import { decodeParties, encodeParties } from './counts.ts';

/** The cells of a service, each once; options point at them by position, in the order of the layers. */
export interface ServicePageData<C = Cell> {
  readonly layers: readonly Layer[];
  readonly cells: readonly C[];
  readonly options: readonly {
    readonly id: string;
    readonly name: string;
    readonly category: CategoryId;
    readonly summary: string;
    readonly split: readonly number[];
  }[];
}

export function servicePageData(service: Service, layers: readonly Layer[]): ServicePageData {
  const cells: Cell[] = [];
  const indexOf = (cell: Cell): number => {
    const text = JSON.stringify(cell);
    const at = cells.findIndex((each) => JSON.stringify(each) === text);
    return at >= 0 ? at : cells.push(cell) - 1;
  };
  const options = service.options.map((option) => ({
    id: option.id,
    name: option.name,
    category: option.category,
    summary: option.summary ?? '',
    split: layerIds.map((layer) => indexOf(option.split[layer].cell)),
  }));
  return { layers, cells, options };
}

type Brief<C> = C extends Cell ? Omit<C, 'detail' | 'source'> : never;
/** A cell without the texts that the page's table holds. */
export type BriefCell = Brief<Cell>;

/** The data of a page whose table holds details and sources: they make up a third of such a page, and stand in it once. */
export function briefPageData(data: ServicePageData): ServicePageData<BriefCell> {
  const brief = ({ detail, source, ...rest }: Cell): BriefCell => rest;
  return { ...data, cells: data.cells.map(brief) };
}

/**
 * The reverse of {@link briefPageData}.
 * @param textsOf detail and source of the cell at a position
 */
export function completePageData(
  data: ServicePageData<BriefCell>,
  textsOf: (at: number) => Pick<Cell, 'detail' | 'source'>,
): ServicePageData {
  return { ...data, cells: data.cells.map((cell, at) => ({ ...cell, ...textsOf(at) })) };
}

/** The split of one option out of its page's data. */
export function splitOf(data: ServicePageData, option: ServicePageData['options'][number]): Record<LayerId, Cell> {
  return mapLayers((layer) => {
    const cell = data.cells[option.split[layerIds.indexOf(layer)] ?? -1];
    if (!cell) throw new Error(`the page's data has no ${layer} cell for ${option.id}`);
    return cell;
  });
}

/** The explorer's data: parties as fourteen letters an option. */
export interface ExplorerPageData {
  readonly layers: readonly Layer[];
  readonly areas: readonly string[];
  readonly services: readonly {
    readonly id: string;
    readonly short: string;
    readonly area: string;
    readonly options: readonly (readonly [id: string, name: string, category: CategoryId, parties: string])[];
  }[];
}

export function explorerPageData(catalog: Catalog): ExplorerPageData {
  return {
    layers: catalog.layers,
    areas: catalog.areas.map((area) => area.id),
    services: catalog.services.map(outline).map((service) => ({
      id: service.id,
      short: service.short,
      area: service.area,
      options: service.options.map((option) => [option.id, option.name, option.category, encodeParties(option.parties)] as const),
    })),
  };
}

/** A service reduced to what filtering and counting need. */
export function outline(service: Service): Outline {
  return {
    id: service.id,
    short: service.short,
    area: service.area,
    options: service.options.map((option) => ({
      id: option.id,
      name: option.name,
      category: option.category,
      parties: mapLayers((layer) => option.split[layer].cell.party),
    })),
  };
}

/** The reverse of the packing in {@link explorerPageData}. */
export function unpackServices(data: ExplorerPageData): Outline[] {
  return data.services.map((service) => ({
    ...service,
    options: service.options.map(([id, name, category, parties]) => ({ id, name, category, parties: decodeParties(parties) })),
  }));
}

/** Address of a service, with its option where that is not the default. */
export function serviceHref(service: Pick<Outline, 'id' | 'options'>, option: string, layer?: Filter['layer']): string {
  const query = [...(service.options[0]?.id === option ? [] : [`option=${option}`]), ...(layer === undefined ? [] : [`layer=${layer}`])];
  return `/services/${service.id}/${query.length === 0 ? '' : `?${query.join('&')}`}`;
}
