// The matrix as a table: a row for each service, a column for each layer, heads that sort.
import { select } from 'd3-selection';
import type { BaseType, Selection } from 'd3-selection';
import type { MatrixCell, MatrixColumn, MatrixRow, MatrixScene } from '../scenes/matrix.ts';
import { keyOf } from './key.ts';
import { setText } from './text.ts';

/** Rows of one table body: what a screen shows, about. Bodies out of sight are neither styled nor laid out. */
const bodyRows = 40;

/**
 * Draws the scene into a table that has a `thead tr`. Rows not shown are hidden and kept:
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
    setText(select(this).select('span'), column.name);
  });

  const rows = select(table)
    .selectAll<Element, MatrixRow>('tbody > tr')
    .data(
      scene.rows,
      keyOf<MatrixRow>('data-row', (row) => row.key),
    );
  rows.exit().remove();
  const entered = rows
    .enter()
    .append<Element>('tr')
    .attr('role', 'row')
    .attr('data-row', (row) => row.key);
  drawCells(entered);
  const all = entered.merge(rows);
  all.each(function hide(row) {
    setHidden(this, !scene.shown.has(row.key));
  });
  arrange(table, all.nodes());
  for (const body of table.querySelectorAll('tbody')) setHidden(body, body.querySelector('tr:not([hidden])') === null);
}

/** Touches the element only where that changes it: most stay as they are. */
function setHidden(element: Element, hidden: boolean): void {
  if (element.hasAttribute('hidden') !== hidden) element.toggleAttribute('hidden', hidden);
}

/** Deals the rows out to table bodies, unless they stand in this order already: to move a row costs more than to look at it. */
function arrange(table: Element, rows: readonly Element[]): void {
  const stands = (row: Element, index: number): boolean => {
    const before = rows[index - 1];
    if (row.parentElement?.localName !== 'tbody') return false;
    return before === undefined || (before.compareDocumentPosition(row) & row.DOCUMENT_POSITION_FOLLOWING) !== 0;
  };
  if (rows.every(stands)) return;
  const bodies = [...table.querySelectorAll('tbody')];
  rows.forEach((row, index) => {
    const at = Math.floor(index / bodyRows);
    const body = bodies[at] ?? select(table).append<HTMLTableSectionElement>('tbody').attr('role', 'rowgroup').node();
    if (!body) return;
    bodies[at] = body;
    body.append(row);
  });
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
