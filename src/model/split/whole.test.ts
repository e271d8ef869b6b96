import { describe, expect, it } from 'vitest';
import { getContent } from '../../content/load.ts';
import { publishService } from '../record/published.ts';
import { splitOf } from './whole.ts';

const { services } = getContent().catalog;
const [first] = services;
if (!first) throw new Error('the catalog is empty');
const option = first.options[0].id;
const file = publishService(first);
const changed = (change: (copy: typeof file) => unknown): unknown => {
  const copy = structuredClone(file);
  return change(copy) ?? copy;
};
const osCell = (change: (cell: Record<string, unknown>) => void): unknown =>
  changed((copy) => {
    const cell: Record<string, unknown> | undefined = copy.options[0]?.split.os;
    if (cell) change(cell);
    return copy;
  });

describe('the data file of a service', () => {
  it('gives back the cells of every option that it was made from', () => {
    for (const service of services)
      for (const each of service.options) expect(splitOf(publishService(service), service.id, each.id)).toEqual(each.cells);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['{}', {}],
    ['[]', []],
    ['a text', 'text'],
    ['a number', 7],
    ['options that are no list', changed((copy) => ({ ...copy, options: {} }))],
    ['no options', changed((copy) => ({ ...copy, options: [] }))],
    ['another service', changed((copy) => ({ ...copy, id: 'amazon-teapot' }))],
    ['an option without a split', changed((copy) => ({ ...copy, options: [{ id: option }] }))],
    ['an empty split', changed((copy) => ({ ...copy, options: [{ id: option, split: {} }] }))],
    ['a cell that is a text', changed((copy) => ({ ...copy, options: [{ id: option, split: { ...copy.options[0]?.split, os: 'x' } }] }))],
    ['an unknown party', osCell((cell) => (cell['party'] = 'nobody'))],
    ['an unknown default', osCell((cell) => Object.assign(cell, { party: 'customer', you: 'Patch', default: 'never' }))],
    ['a party without its phrase', osCell((cell) => Object.assign(cell, { party: 'none', reason: undefined }))],
    ['no detail', osCell((cell) => delete cell['detail'])],
    ['sources that are no list', osCell((cell) => (cell['sources'] = 'https://docs.aws.amazon.com/'))],
    ['a source that is no address', osCell((cell) => (cell['sources'] = ['x']))],
  ])('is refused with %s', (_, broken) => {
    expect(() => splitOf(broken, file.id, option)).toThrow(/has no .* cell/u);
  });
});
