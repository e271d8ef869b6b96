// The filter in the address: the only state there is. Reading never fails, it reports what it did not understand.

import type { Filter, Outline, ServiceRef, Sort } from './split/filter.ts';
import { categoryIds, isCategoryId, isLayerId, isPartyId, layerIds, partyIds } from './vocabulary.ts';

/** A part of the address that means nothing here. */
export interface Unknown {
  readonly key: string;
  readonly value: string;
}

export interface ParsedFilter {
  readonly filter: Filter;
  readonly unknown: readonly Unknown[];
}

/** What an address may name. */
export interface Known {
  readonly services: readonly Pick<Outline, 'id' | 'options'>[];
  readonly areas: readonly string[];
}

const keys = ['category', 'area', 'services', 'layer', 'party', 'sort'];

/** Reads a query string (with or without "?"). Of a doubled key the first value counts and the others are reported. */
export function parseFilter(search: string, known: Known): ParsedFilter {
  const unknown: Unknown[] = [];
  const given = new Map<string, string>();
  for (const [key, value] of new URLSearchParams(search)) {
    if (!keys.includes(key) || given.has(key)) unknown.push({ key, value });
    else given.set(key, value);
  }
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
    const ref = parseServiceRef(text, known);
    if (!ref) unknown.push({ key: 'services', value: text });
    else if (!services.some((each) => each.service === ref.service && each.option === ref.option)) services.push(ref);
  }
  const category = read('category', (value) => (isCategoryId(value) ? value : undefined));
  const area = read('area', (value) => (known.areas.includes(value) ? value : undefined));
  const layer = read('layer', (value) => (isLayerId(value) ? value : undefined));
  return {
    filter: {
      category,
      area,
      services,
      layer,
      // Who secures what? Without a layer the question has no answer.
      party: read('party', (value) => (isPartyId(value) && layer !== undefined ? value : undefined)),
      sort: read('sort', parseSort),
    },
    unknown,
  };
}

function parseServiceRef(text: string, known: Known): ServiceRef | undefined {
  const dot = text.indexOf('.');
  const id = dot < 0 ? text : text.slice(0, dot);
  const option = dot < 0 ? undefined : text.slice(dot + 1);
  const service = known.services.find((each) => each.id === id);
  if (!service) return undefined;
  if (option !== undefined && !service.options.some((each) => each.id === option)) return undefined;
  return { service: id, option };
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

/** The shortest query string that says the same: "" for no filter, else with its "?". */
export function formatFilter(filter: Filter): string {
  const parts = [
    ...(filter.category === undefined ? [] : [`category=${filter.category}`]),
    ...(filter.area === undefined ? [] : [`area=${encodeURIComponent(filter.area)}`]),
    ...(filter.services.length === 0 ? [] : [`services=${filter.services.map(formatServiceRef).map(encodeURIComponent).join(',')}`]),
    ...(filter.layer === undefined ? [] : [`layer=${filter.layer}`]),
    ...(filter.layer === undefined || filter.party === undefined ? [] : [`party=${filter.party}`]),
    ...(formatSort(filter.sort) === '' ? [] : [`sort=${formatSort(filter.sort)}`]),
  ];
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** `id`, or `id.option`. */
export function formatServiceRef(ref: ServiceRef): string {
  return ref.option === undefined ? ref.service : `${ref.service}.${ref.option}`;
}

/** What may stand after a key; a key that means nothing here has no hint. */
const hints: Readonly<Record<string, string>> = {
  category: `Categories are ${categoryIds.join(', ')}.`,
  services: 'Services go by the ids of their pages.',
  layer: `Layers are ${layerIds.join(', ')}.`,
  party: `A party is ${partyIds.slice(0, -1).join(', ')} or ${partyIds.at(-1)}, beside a layer.`,
};

/** What the reader should know of everything that was not understood, and what may stand there; empty if all was. */
export function describeUnknown(unknown: readonly Unknown[]): string {
  if (unknown.length === 0) return '';
  const shown = unknown.slice(0, 3).map(({ key, value }) => `${shorten(key)}=${shorten(value)}`);
  const more = unknown.length > 3 ? ` and ${unknown.length - 3} more` : '';
  const keysInQuestion = new Set(unknown.map(({ key }) => key));
  const help = Object.entries(hints).flatMap(([key, hint]) => (keysInQuestion.has(key) ? [hint] : []));
  return [`Not understood in this address, and left out: ${shown.join(', ')}${more}.`, ...help].join(' ');
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
