// The matrix as a table: a row for each service, a column for each layer, heads that sort.
import { select } from 'd3-selection';
import type { BaseType, Selection } from 'd3-selection';
import type { MatrixCell, MatrixColumn, MatrixRow, MatrixScene } from '../scenes/matrix.ts';
import { keyOf } from './key.ts';

/**
 * Draws the scene into a table that has a `thead tr` and a `tbody`. Rows that are there and not in the scene are hidden and kept:
 * what stands in a row never changes, and to show it again is cheaper than to make it. Drawing twice changes nothing.
 */
export function drawMatrix(table: Element, scene: MatrixScene): void {
  const heads = select(table)
    .select('thead tr')
    .attr('role', 'row')
    .selectChildren<Element, MatrixColumn>('th')
    .data(
      scene.columns,
      keyOf<MatrixColumn>('data-by', (column) => column.by),
    )
    .join((enter) => {
      const head = enter
        .append('th')
        .attr('scope', 'col')
        .attr('role', 'columnheader')
        .attr('data-by', (column) => column.by);
      // Without scripts nothing sorts; who can sort enables them.
      head.append('button').attr('type', 'button').attr('disabled', '').append('span');
      return head;
    })
    .attr('aria-sort', (column) => (column.sorted === 'none' ? null : column.sorted));
  heads.each(function name(column) {
    select(this).select('span').text(column.name);
  });

  const rows = select(table)
    .select('tbody')
    .selectChildren<Element, MatrixRow>('tr')
    .data(
      scene.rows,
      keyOf<MatrixRow>('data-row', (row) => row.key),
    );
  rows.exit().attr('hidden', '');
  const entered = rows
    .enter()
    .append<Element>('tr')
    .attr('role', 'row')
    .attr('data-row', (row) => row.key);
  drawCells(entered);
  entered.merge(rows).attr('hidden', null).order();
}

function drawCells(rows: Selection<Element, MatrixRow, BaseType, unknown>): void {
  rows
    .append('th')
    .attr('scope', 'row')
    .attr('role', 'rowheader')
    .append('a')
    .attr('href', (row) => row.href)
    .text((row) => row.name);
  rows
    .append('td')
    .attr('role', 'cell')
    .attr('class', 'yours')
    .text((row) => row.yours);
  const cells = rows
    .selectAll<Element, MatrixCell>('td.party')
    .data((row) => row.cells)
    .enter()
    .append('td')
    .attr('role', 'cell')
    .attr('class', (cell) => cell.party);
  cells
    .append('span')
    .attr('class', (cell) => (cell.party === 'none' ? 'vh' : null))
    .text((cell) => cell.word);
}
