// Addresses of the site, and the state that stands in them. Reading never fails: it reports what it did not understand.
import { lensIds, unitIds } from './split/filter.ts';
import type { Filter, LensId, Query, ServiceRef, Sort } from './split/filter.ts';
import { isApprovalId } from './organization/house.ts';
import { keyName } from './key-name.ts';
import { root } from './root.ts';
import { categoryIds, defaultIds, isCategoryId, isDefaultId, isLayerId, isPartyId, layerIds, partyIds, servicePath } from './vocabulary.ts';
import type { LayerId } from './vocabulary.ts';

// ---- paths ----

interface Optioned {
  readonly id: string;
  readonly options: readonly { readonly id: string }[];
}

const isDefault = ({ options }: Optioned, option: string): boolean => options[0]?.id === option;

/** Address of a service's page, with its option where that is not the default, and the layer to open. */
export function optionHref(service: Optioned, option: string, layer?: LayerId): string {
  return `${servicePath(service.id)}${formatServiceQuery({ option, layer }, service)}`;
}

/** Address of an option's picture; the default option's goes by the service alone. */
export const pictureHref = (service: Optioned, option: string): string =>
  `${root}/diagrams/${service.id}${isDefault(service, option) ? '' : `.${option}`}.svg`;

/** Address of the page for frames that shows an option: a page of its own, since frames without scripts cannot read a query. */
export const embedHref = (service: Optioned, option: string): string =>
  `${root}/embed/${service.id}/${isDefault(service, option) ? '' : `${option}/`}`;

/** Address of a service's public data file. */
export const dataHref = (id: string): string => `${root}/data/v1/services/${id}.json`;

/** Address of a comparison. */
export const compareHref = (refs: readonly ServiceRef[]): string => `${root}/compare/?services=${refs.map(formatServiceRef).join(',')}`;

/** Address of the explorer under a query. */
export const exploreHref = (query: Query): string => `${root}/explore/${formatQuery(query)}`;

/** The service that a page of its own is about: the last part of its address. */
export const serviceOfPath = (pathname: string): string => pathname.split('/').filter(Boolean).at(-1) ?? '';

// ---- former ids ----

/**
 * Options that have another id today, as `service.former-id` → id, so that a renamed option never breaks a link.
 * Whoever renames an option enters it here.
 */
const formerOptions: Readonly<Record<string, string>> = {};

/** The option of that id, or the one that had it before it was renamed; undefined where there was none. */
export function findOptionId({ id, options }: Optioned, option: string, former = formerOptions): string | undefined {
  const wanted = [option, former[`${id}.${option}`]];
  return options.find((each) => wanted.includes(each.id))?.id;
}

// ---- reading queries ----

/** A part of the address that means nothing here. */
export interface Unknown {
  readonly key: string;
  readonly value: string;
}

/** No value of these pages holds "&" or "=", so those that were escaped with the rest of an address are taken for what they are. */
const unescaped = (search: string): string => search.replaceAll(/%26/gu, '&').replaceAll(/%3D/giu, '=');

/**
 * The values of the keys that a page knows, in lower case, as all ids are; of a doubled key the first that says anything counts and others are
 * reported.
 * Keys of campaigns and of other pages are left alone.
 */
export function readKeys(
  search: string,
  keys: readonly string[],
): { readonly given: ReadonlyMap<string, string>; readonly unknown: Unknown[] } {
  const unknown: Unknown[] = [];
  const given = new Map<string, string>();
  for (const [name, text] of new URLSearchParams(unescaped(search))) {
    const [key, value] = [keyName(name), text.trim().toLowerCase()];
    if (!keys.includes(key) || value === '') continue;
    if (!given.has(key)) given.set(key, value);
    else if (given.get(key) !== value) unknown.push({ key, value });
  }
  return { given, unknown };
}

// ---- the service page ----

/** What a service's page shows. */
export interface ServiceQuery {
  /** An id of its options. */
  readonly option: string;
  /** The opened layer. */
  readonly layer: LayerId | undefined;
  readonly lens?: LensId;
}

/** Reads the query string of a service's page (with or without "?"). */
export function parseServiceQuery(
  search: string,
  service: Optioned,
): { readonly query: ServiceQuery; readonly unknown: readonly Unknown[] } {
  const { given } = readKeys(search, ['option', 'layer', 'lens']);
  const [first = { id: '' }] = service.options;
  const option = given.get('option') ?? '';
  const layer = given.get('layer') ?? '';
  const lens = given.get('lens') ?? '';
  const found = option === '' ? first.id : findOptionId(service, option);
  return {
    query: {
      option: found ?? first.id,
      layer: isLayerId(layer) ? layer : undefined,
      ...(lens === 'defaults' ? { lens } : {}),
    },
    unknown: [
      ...(found === undefined ? [{ key: 'option', value: option }] : []),
      ...(layer !== '' && !isLayerId(layer) ? [{ key: 'layer', value: layer }] : []),
      ...(lens !== '' && !lensIds.some((id) => id === lens) ? [{ key: 'lens', value: lens }] : []),
    ],
  };
}

/** The reverse of {@link parseServiceQuery}: the shortest query string, "" for the default option with no layer open. */
export function formatServiceQuery({ option, layer, lens }: ServiceQuery, service: Optioned): string {
  const parts = [
    ...(isDefault(service, option) ? [] : [`option=${option}`]),
    ...(layer === undefined ? [] : [`layer=${layer}`]),
    ...(lens === 'defaults' ? [`lens=${lens}`] : []),
  ];
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

// ---- explorer and comparison ----

export interface ParsedQuery {
  readonly query: Query;
  readonly unknown: readonly Unknown[];
}

/** What an address may name. */
export interface Nameable {
  readonly services: readonly Optioned[];
  readonly areas: readonly string[];
}

const queryKeys = ['category', 'area', 'services', 'layer', 'party', 'default', 'sort', 'lens', 'count'];

/** Reads a query string (with or without "?"). */
export function parseQuery(search: string, nameable: Nameable): ParsedQuery {
  const { given, unknown } = readKeys(search, typeof siteBare === 'undefined' ? [...queryKeys, 'approval'] : queryKeys);
  const read = <T>(key: string, understand: (value: string) => T | undefined): T | undefined => {
    const value = given.get(key);
    if (value === undefined || value === '') return undefined;
    const understood = understand(value);
    if (understood === undefined) unknown.push({ key, value });
    return understood;
  };
  const services: ServiceRef[] = [];
  for (const text of (given.get('services') ?? '').split(',')) {
    if (text === '') continue;
    const ref = parseServiceRef(text, nameable);
    if (!ref) unknown.push({ key: 'services', value: text });
    else if (!services.some((each) => each.service === ref.service && each.option === ref.option)) services.push(ref);
  }
  const category = read('category', (value) => (isCategoryId(value) ? value : undefined));
  const area = read('area', (value) => (nameable.areas.includes(value) ? value : undefined));
  const layer = read('layer', (value) => (isLayerId(value) ? value : undefined));
  // Who secures what? Without a layer the question has no answer.
  const party = read('party', (value) => (isPartyId(value) && layer !== undefined ? value : undefined));
  const holds = read('default', (value) => (isDefaultId(value) ? value : undefined));
  const filter: Filter = {
    category,
    area,
    services,
    secured: layer === undefined || party === undefined ? undefined : { layer, party },
    holds: holds === undefined ? undefined : { layer, default: holds },
  };
  const sort = read('sort', parseSort);
  const lens = read('lens', (value) => lensIds.find((id) => id === value)) ?? 'parties';
  const unit = read('count', (value) => unitIds.find((id) => id === value)) ?? 'services';
  const approval = typeof siteBare === 'undefined' ? read('approval', (value) => (isApprovalId(value) ? value : undefined)) : undefined;
  return { query: { filter: typeof siteBare === 'undefined' ? { ...filter, approval } : filter, layer, sort, lens, unit }, unknown };
}

/** `id` or `id.option`; undefined for a service or an option that is not there. */
function parseServiceRef(text: string, { services }: Nameable): ServiceRef | undefined {
  const dot = text.indexOf('.');
  const id = dot < 0 ? text : text.slice(0, dot);
  const service = services.find((each) => each.id === id);
  if (!service) return undefined;
  if (dot < 0) return { service: id, option: undefined };
  const option = findOptionId(service, text.slice(dot + 1));
  return option === undefined ? undefined : { service: id, option };
}

/** `id`, or `id.option`: the reverse of reading it. */
export function formatServiceRef(ref: ServiceRef): string {
  return ref.option === undefined ? ref.service : `${ref.service}.${ref.option}`;
}

/** `os`, `yours` or `-name`: the hyphen turns the order round. Undefined for what is none of these. */
export function parseSort(text: string): Sort | undefined {
  const reversed = text.startsWith('-');
  const by = reversed ? text.slice(1) : text;
  return by === 'name' || by === 'yours' || isLayerId(by) ? { by, reversed } : undefined;
}

/** The reverse of reading it: "" for the order that needs no saying. */
export function formatSort(sort: Sort | undefined): string {
  if (sort === undefined || (sort.by === 'name' && !sort.reversed)) return '';
  return `${sort.reversed ? '-' : ''}${sort.by}`;
}

/** The reverse of {@link parseQuery}: the shortest query string that says the same, "" for no query, else with its "?". */
export function formatQuery({ filter, layer: opened, sort, lens, unit }: Query): string {
  const layer = filter.secured?.layer ?? filter.holds?.layer ?? opened;
  const parts = [
    ...(filter.category === undefined ? [] : [`category=${filter.category}`]),
    ...(filter.area === undefined ? [] : [`area=${encodeURIComponent(filter.area)}`]),
    ...(filter.services.length === 0 ? [] : [`services=${filter.services.map(formatServiceRef).map(encodeURIComponent).join(',')}`]),
    ...(layer === undefined ? [] : [`layer=${layer}`]),
    ...(filter.secured === undefined ? [] : [`party=${filter.secured.party}`]),
    ...(filter.holds === undefined ? [] : [`default=${filter.holds.default}`]),
    ...(formatSort(sort) === '' ? [] : [`sort=${formatSort(sort)}`]),
    ...(lens === 'parties' ? [] : [`lens=${lens}`]),
    ...(unit === 'services' ? [] : [`count=${unit}`]),
  ];
  if (typeof siteBare === 'undefined' && filter.approval !== undefined) parts.push(`approval=${filter.approval}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

// ---- telling the reader ----

/** What may stand after a key. */
const hints: Readonly<Record<string, string>> = {
  category: `Categories are ${categoryIds.join(', ')}.`,
  services: 'Services go by the ids of their pages.',
  layer: `Layers are ${layerIds.join(', ')}.`,
  default: `A default is ${defaultIds.slice(0, -1).join(', ')} or ${defaultIds.at(-1) ?? ''}.`,
  party: `A party is ${partyIds.slice(0, -1).join(', ')} or ${partyIds.at(-1)}, beside a layer.`,
};

/** Unknown parts shown to the reader; the others are counted. */
const maxShown = 3;
const maxLength = 40;

/**
 * What the reader should know of everything that was not understood, and what may stand there; empty if all was.
 * @param hintsHere what may stand after the keys of this page
 */
export function describeUnknown(unknown: readonly Unknown[], hintsHere = hints): string {
  if (unknown.length === 0) return '';
  const shown = unknown.slice(0, maxShown).map(({ key, value }) => `${shorten(key)}=${shorten(value)}`);
  const more = unknown.length > maxShown ? ` and ${unknown.length - maxShown} more` : '';
  const keysInQuestion = new Set(unknown.map(({ key }) => key));
  const help = Object.entries(hintsHere).flatMap(([key, hint]) => (keysInQuestion.has(key) ? [hint] : []));
  return [`We ignored a part of this link: ${shown.join(', ')}${more}.`, ...help].join(' ');
}

/**
 * What the reader of a service's page should know of everything that was not understood.
 * @param shown the name of the option that the page shows
 * @param why the page shows no other; left out where it shows any there is
 */
export const describeUnknownService = (unknown: readonly Unknown[], shown: string, why = 'There is no such way to run it.'): string =>
  describeUnknown(unknown, { ...hints, option: `${why} You see: ${shown}.` });

const shorten = (text: string): string => (text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text);
