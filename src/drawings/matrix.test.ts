import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { sortChosen } from '../model/split/filter.ts';
import type { Chosen, Sort } from '../model/split/filter.ts';
import { decodeParties } from '../model/split/counts.ts';
import { decodeDefaults } from '../model/split/default.ts';
import { matrixRow, matrixScene } from '../scenes/matrix.ts';
import type { MatrixScene } from '../scenes/matrix.ts';
import type { Names } from '../model/split/names.ts';
import { defaults, parties } from '../model/split/names.fixture.ts';
import { drawMatrix } from './matrix.ts';

const layers: Names['layers'] = [
  { id: 'data', name: 'Customer data', question: 'Who keeps it?' },
  { id: 'os', name: 'Guest operating system', question: 'Who patches it?' },
];
const names: Names = { layers, parties, defaults };
const chosen: readonly Chosen[] = [
  ['a', 'ccccccccccaaaa'],
  ['b', 'ccccccccccccca'],
  ['c', 'cssssssssannaa'],
].map(([id = '', code = '']) => {
  const option = {
    id: 'default',
    name: 'Default',
    category: 'managed' as const,
    parties: decodeParties(code),
    defaults: decodeDefaults('d'.repeat(14)),
  };
  return { service: { id, short: `Service <${id}>`, area: 'compute', options: [option] }, option };
});
const scene = (some: readonly Chosen[], sort?: Sort, all: readonly Chosen[] = chosen): MatrixScene =>
  matrixScene(
    names,
    sortChosen(all, sort).map((each) => matrixRow(names, each, `/services/${each.service.id}/`)),
    some,
    sort,
  );

function emptyTable(): Element {
  const { document } = parseHTML('<!doctype html><html><body><table><thead><tr></tr></thead></table></body></html>');
  const table = document.querySelector('table');
  if (!table) throw new Error('linkedom did not parse the table');
  return table;
}
const shown = (table: Element): (string | null)[] => [...table.querySelectorAll('tbody tr:not([hidden])')].map((row) => row.textContent);

it('has a row for each service and a word in each cell, and shows markup in names as text', () => {
  const table = emptyTable();
  drawMatrix(table, scene(chosen));
  expect(shown(table)).toEqual(['Service <a>10 + 0YouAWS', 'Service <b>13 + 0YouYou', "Service <c>1 + 8YouDoesn't apply"]);
  expect(table.outerHTML).toMatchSnapshot();
});

it('does not change when drawn twice', () => {
  const table = emptyTable();
  drawMatrix(table, scene(chosen, { by: 'os', reversed: false }));
  const once = table.outerHTML;
  drawMatrix(table, scene(chosen, { by: 'os', reversed: false }));
  expect(table.outerHTML).toBe(once);
});

it('says through the other lens what holds, in the rows shown alone, and goes back to parties', () => {
  const table = emptyTable();
  drawMatrix(table, scene(chosen));
  const before = table.innerHTML.replaceAll(' data-lens="parties"', '');
  const through = (some: readonly Chosen[]): MatrixScene =>
    matrixScene(
      names,
      chosen.map((each) => matrixRow(names, each, `/services/${each.service.id}/`, 'defaults')),
      some,
      undefined,
      'defaults',
    );
  drawMatrix(table, through(chosen.slice(0, 1)));
  expect([...table.querySelectorAll('.holds-done')].map((cell) => cell.textContent)).toEqual(['Done', 'Done']);
  drawMatrix(table, through(chosen));
  const once = table.innerHTML;
  expect(shown(table)[1]).toBe('Service <b>13 + 0DoneDone');
  drawMatrix(table, through(chosen));
  expect(table.innerHTML).toBe(once);
  drawMatrix(table, scene(chosen));
  expect(table.innerHTML.replaceAll(' data-lens="parties"', '')).toBe(before);
});

it('hides what is not in the scene and shows it again, in the order of the scene', () => {
  const table = emptyTable();
  drawMatrix(table, scene(chosen));
  drawMatrix(table, scene(chosen.slice(1, 2)));
  expect(shown(table)).toEqual(['Service <b>13 + 0YouYou']);
  drawMatrix(table, scene(chosen, { by: 'yours', reversed: false }));
  expect(shown(table).map((text) => text?.slice(9, 10))).toEqual(['b', 'a', 'c']);
  drawMatrix(table, scene(chosen, { by: 'os', reversed: true }));
  expect(shown(table).map((text) => text?.slice(9, 10))).toEqual(['c', 'a', 'b']);
});

it('marks the column that sorts the rows', () => {
  const sorted = (sort?: Sort): (string | null)[] => {
    const table = emptyTable();
    drawMatrix(table, scene(chosen, sort));
    return [...table.querySelectorAll('thead th')].map((head) => head.getAttribute('aria-sort'));
  };
  expect(sorted()).toEqual(['ascending', null, null, null]);
  expect(sorted({ by: 'name', reversed: true })).toEqual(['descending', null, null, null]);
  expect(sorted({ by: 'yours', reversed: false })).toEqual([null, 'descending', null, null]);
  expect(sorted({ by: 'os', reversed: false })).toEqual([null, null, null, 'ascending']);
});

it('splits many rows into bodies, hides empty bodies, and moves no row that is already in order', () => {
  const many = Array.from({ length: 100 }, (_, index): Chosen => {
    const option = {
      id: 'default',
      name: 'Default',
      category: 'managed' as const,
      parties: decodeParties('c'.repeat(14)),
      defaults: decodeDefaults('d'.repeat(14)),
    };
    return { service: { id: `s${index}`, short: `S${index}`, area: 'compute', options: [option] }, option };
  });
  const table = emptyTable();
  const sizes = (): number[] => [...table.querySelectorAll('tbody:not([hidden])')].map((body) => body.querySelectorAll('tr').length);
  drawMatrix(table, scene(many, undefined, many));
  expect(sizes()).toEqual([40, 40, 20]);
  const places = [...table.querySelectorAll('tbody tr')];
  drawMatrix(table, scene(many.slice(50, 60), undefined, many));
  expect(sizes()).toEqual([40]);
  expect(shown(table)).toHaveLength(10);
  expect([...table.querySelectorAll('tbody tr')].every((row, index) => row === places[index])).toBe(true);
  drawMatrix(table, scene(many, { by: 'name', reversed: true }, many));
  expect(sizes()).toEqual([40, 40, 20]);
  expect(shown(table)[0]).toMatch(/^S99/u);
  expect(table.querySelectorAll('tr:not(tbody *, thead *)')).toHaveLength(0);
});
