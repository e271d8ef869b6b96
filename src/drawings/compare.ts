// A comparison to a table: a column for each split, a row for each layer, differences marked in words.
import { select } from 'd3-selection';
import type { CompareRow, CompareScene, ComparedCell, ComparedPhrase } from '../scenes/compare.ts';
import type { Source } from '../model/split/cell.ts';
import { keyOf } from './key.ts';

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
    .attr('scope', 'col')
    .attr('class', (column) => (column.key === '' ? 'vh' : null));
  head.each(function fill(column) {
    const cell = select(this);
    if (column.href === '') cell.text(column.name);
    else cell.selectChildren('a').data([column]).join('a').attr('href', column.href).text(column.name);
  });

  const rows = table
    .select('tbody')
    .selectChildren<Element, CompareRow>('tr')
    .data(
      scene.rows,
      keyOf<CompareRow>('data-layer', (row) => row.layer),
    )
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
        more.append('div').attr('class', 'sources');
        return cell;
      });
    cells.each(function fillCell(each) {
      const cell = select(this);
      cell.select('span').attr('class', `mark ${each.party}`).text(each.partyName);
      cell
        .select('dl')
        .selectChildren<Element, ComparedPhrase>('div')
        .data(
          each.phrases,
          keyOf<ComparedPhrase>('data-party', ({ party }) => party),
        )
        .join((enter) => {
          const pair = enter.append('div').attr('data-party', ({ party }) => party);
          pair.append('dt');
          pair.append('dd');
          return pair;
        })
        .each(function fillPhrase(phrase) {
          const pair = select(this);
          pair.select('dt').text(phrase.party === 'none' ? 'Why' : phrase.who);
          pair.select('dd').text(phrase.text);
        });
      cell.select('.detail').text(each.detail);
      cell
        .select('.sources')
        .selectChildren<Element, Source>('p')
        .data(each.sources)
        .join((enter) => {
          const line = enter.append('p').attr('class', 'source');
          line.append('a');
          return line;
        })
        .select('a')
        .attr('href', ({ href }) => href)
        .text(({ name }) => `Source: ${name}`);
    });
  });
}
