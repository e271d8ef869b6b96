// Draws the matrix as a table: a row for each option of a service, a column for each layer, headers that sort.
import { select } from 'd3-selection';
import type { BaseType, Selection } from 'd3-selection';
import type { MatrixCell, MatrixColumn, MatrixRow, MatrixScene } from '../scenes/matrix.ts';
import { keyOf } from './key.ts';
import { setText } from './text.ts';

/** Rows in one table body, about as many as a screen shows. The browser skips style and layout of bodies out of view. */
const bodyRows = 40;

/**
 * Draws the scene into a table that has a `thead tr`. Drawing twice changes nothing.
 * Rows that are not shown are hidden but kept, because showing a row again is cheaper than making it.
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
      // Sorting needs scripts, so the explorer's script enables the buttons.
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
    .attr('data-row', (row) => row.key)
    .attr('data-other', (row) => (row.other ? '' : null));
  drawHead(entered);
  drawCells(entered);
  const all = entered.merge(rows);
  // Only the lens changes what a row says. Rows out of sight wait until they are shown.
  const changed = all.filter(function stale(row) {
    return scene.shown.has(row.key) && (this.getAttribute('data-lens') ?? 'parties') !== scene.lens;
  });
  drawCells(changed);
  changed.attr('data-lens', scene.lens);
  // What is shown now is not what the finished page shows.
  table.removeAttribute('data-usual');
  all.each(function hide(row) {
    setHidden(this, !scene.shown.has(row.key));
  });
  arrange(table, all.nodes());
  for (const body of table.querySelectorAll('tbody')) setHidden(body, body.querySelector('tr:not([hidden])') === null);
}

/** Sets the attribute only if it differs, because most rows do not change. */
function setHidden(element: Element, hidden: boolean): void {
  if (element.hasAttribute('hidden') !== hidden) element.toggleAttribute('hidden', hidden);
}

/** Puts the rows into table bodies. Does nothing if they are already in order, because moving rows is slower than comparing them. */
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

function drawHead(rows: Selection<Element, MatrixRow, BaseType, unknown>): void {
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
}

function drawCells(rows: Selection<Element, MatrixRow, BaseType, unknown>): void {
  const cells = rows
    .selectAll<Element, MatrixCell>('td:not(.yours)')
    .data((row) => row.cells)
    .join((enter) => {
      const cell = enter.append('td').attr('role', 'cell');
      cell.append('span');
      return cell;
    })
    .attr('class', (cell) => cell.kind);
  cells
    .select('span')
    .attr('class', (cell) => (cell.kind === 'none' ? 'vh' : null))
    .text((cell) => cell.word);
}
