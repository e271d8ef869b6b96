// A comparison to a table: a column for each split, a row for each layer, differences marked in words.
import { select } from 'd3-selection';
import type { CompareRow, CompareScene, ComparedCell } from '../scenes/compare.ts';
import type { Words } from '../scenes/split.ts';
import { sourceName } from './split.ts';

const partyName = { customer: 'You', shared: 'Shared', aws: 'AWS', none: 'Not there' } as const;

/**
 * Draws the scene into a table that has a `thead tr` and a `tbody`, and its sentences into a list. Drawing twice changes nothing.
 * @param root holds `table` and `[data-sentences]`
 */
export function drawComparison(root: Element, scene: CompareScene): void {
  select(root)
    .select('[data-sentences]')
    .selectChildren('li')
    .data(scene.sentences)
    .join('li')
    .text((sentence) => sentence);

  const table = select(root).select('table');
  const heads = [{ key: '', name: 'Layer', href: '' }, ...scene.columns];
  const head = table
    .select('thead tr')
    .attr('role', 'row')
    .selectChildren<Element, (typeof heads)[number]>('th')
    .data(heads)
    .join('th')
    .attr('role', 'columnheader')
    .attr('scope', 'col');
  head.each(function fill(column) {
    const cell = select(this);
    if (column.href === '') cell.text(column.name);
    else cell.selectChildren('a').data([column]).join('a').attr('href', column.href).text(column.name);
  });

  const rows = table
    .select('tbody')
    .selectChildren<Element, CompareRow>('tr')
    .data(scene.rows)
    .join((enter) => {
      const row = enter.append('tr').attr('role', 'row');
      const name = row.append('th').attr('scope', 'row').attr('role', 'rowheader');
      name.append('span').attr('class', 'lname');
      name.append('span').attr('class', 'differs');
      return row;
    })
    .attr('data-layer', (row) => row.layer)
    .attr('data-differs', (row) => (row.differs ? '' : null));
  rows.each(function fill(row) {
    const element = select(this);
    element.select('.lname').text(row.name);
    element
      .select('.differs')
      .text(row.differs ? ' Differs' : '')
      .attr('hidden', row.differs ? null : '');
    const cells = element
      .selectChildren<Element, ComparedCell>('td')
      .data(row.cells)
      .join((enter) => {
        const cell = enter.append('td').attr('role', 'cell');
        cell.append('span');
        cell.append('dl');
        const more = cell.append('details');
        more.append('summary').text('Why');
        more.append('p').attr('class', 'detail');
        more.append('p').attr('class', 'source').append('a');
        return cell;
      });
    cells.each(function fillCell(each) {
      const cell = select(this);
      cell.select('span').attr('class', `mark ${each.party}`).text(partyName[each.party]);
      cell
        .select('dl')
        .selectChildren<Element, Words>('div')
        .data(each.words)
        .join((enter) => {
          const pair = enter.append('div');
          pair.append('dt');
          pair.append('dd');
          return pair;
        })
        .each(function fillWords(words) {
          const pair = select(this);
          pair.select('dt').text(words.party === 'none' ? 'Why' : words.who);
          pair.select('dd').text(words.text);
        });
      cell.select('.detail').text(each.detail);
      cell
        .select('.source a')
        .attr('href', each.source)
        .text(`Source: ${sourceName(each.source)}`);
    });
  });
}
