import { expect, it } from 'vitest';
import { leftOut } from './compared.ts';

it('ways that are left out are those for which four columns of one service have no room', () => {
  const options = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: id.toUpperCase() }));
  const services = [{ id: 'store', options }];
  const columns = options.slice(0, 4).map(({ id }) => ({ service: 'store', option: id }));
  expect(leftOut(columns, services)).toEqual(['E']);
  expect(leftOut(columns.slice(1), services)).toEqual([]);
  expect(leftOut([{ service: 'shop', option: 'a' }, ...columns.slice(1)], services)).toEqual([]);
});
