// Whether a public data file holds what was asked for: a proxy, a broken line or another deploy may answer with anything.
import type { PublishedCell } from '../record/published.ts';
import type { Cell } from '../record/schema/cell.ts';
import { propertyOf } from '../property.ts';
import { isDefaultId, isPartyId, mapLayers } from '../vocabulary.ts';
import type { LayerId, PartyId } from '../vocabulary.ts';

/** The texts of a cell, by its party. */
const texts: Readonly<Record<PartyId, readonly string[]>> = {
  customer: ['you'],
  shared: ['you', 'aws'],
  aws: ['aws'],
  none: ['reason'],
};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function isCell(value: unknown): value is PublishedCell {
  const [party, holds, sources, titles] = [
    propertyOf(value, 'party'),
    propertyOf(value, 'default'),
    propertyOf(value, 'sources'),
    propertyOf(value, 'titles'),
  ];
  return (
    isText(party) &&
    isPartyId(party) &&
    [...texts[party], 'detail'].every((key) => isText(propertyOf(value, key))) &&
    (party === 'none' || (isText(holds) && isDefaultId(holds))) &&
    Array.isArray(sources) &&
    sources.every((source) => isText(source) && /^https:\/\/\S+$/u.test(source)) &&
    (titles === undefined || (Array.isArray(titles) && titles.every((title) => title === null || isText(title))))
  );
}

/**
 * Returns all cells of an option out of the data file of its service.
 * @throws Error if it is the file of another service, lacks the option, or a cell of it is broken
 */
export function splitOf(file: unknown, id: string, optionId: string): Readonly<Record<LayerId, Cell>> {
  const options = propertyOf(file, 'id') === id ? propertyOf(file, 'options') : undefined;
  const option: unknown = Array.isArray(options) ? options.find((each: unknown) => propertyOf(each, 'id') === optionId) : undefined;
  return mapLayers((layer) => {
    const cell = propertyOf(propertyOf(option, 'split'), layer);
    if (!isCell(cell)) throw new Error(`the file of ${id} has no ${layer} cell of ${optionId}`);
    const { sources, ...rest } = cell;
    return { ...rest, source: sources };
  });
}
