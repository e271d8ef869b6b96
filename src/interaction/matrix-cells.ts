// The cells of the matrix: each leads to its layer on the page of its service, by pointer and by the arrows.
import { drawCellLink } from '../drawings/matrix-cell.ts';

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** Lights the row and the column of the cell that a reader points at or has walked to, and links it. */
export function upgradeCells(table: HTMLElement): void {
  const heads = [...table.querySelectorAll<HTMLElement>('thead th')];
  const light = (cell: HTMLTableCellElement): HTMLElement | undefined => {
    const row = cell.parentElement;
    const service = row?.querySelector('th a');
    const head = heads[cell.cellIndex];
    const layer = head?.dataset['by'] ?? '';
    // The names of the services and their sums are no layers.
    if (!service || !head || cell.cellIndex < 2) return undefined;
    const href = service.getAttribute('href') ?? '';
    const link = drawCellLink(table, cell, {
      href: `${href}${href.includes('?') ? '&' : '?'}layer=${layer}`,
      name: `${service.textContent}, ${head.textContent}: ${cell.querySelector('span')?.textContent ?? ''}`,
      column: cell.cellIndex,
    });
    return link instanceof HTMLElement ? link : undefined;
  };
  const none = (): void => {
    if (table.querySelector('.cell-link:focus') === null) drawCellLink(table, undefined, { href: '', name: '', column: -1 });
  };
  const point = (target: EventTarget | null): void => {
    const cell = target instanceof Element ? target.closest('td') : null;
    if (table.querySelector('.cell-link:focus') !== null) return;
    if (!cell || !light(cell)) none();
  };
  table.addEventListener('pointerover', ({ target }) => {
    point(target);
  });
  // The pointer may have come before this code.
  point(table.querySelector('td:hover'));
  table.addEventListener('pointerleave', none);
  table.addEventListener('focusout', () => {
    // The focus is on its way to another cell, or out of the table.
    queueMicrotask(none);
  });
  table.addEventListener('keydown', (event) => {
    const [down, right] = steps[event.key] ?? [0, 0];
    const from = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>('tbody :is(td, th)') : null;
    if (!from || (down === 0 && right === 0) || event.altKey || event.ctrlKey || event.metaKey) return;
    // From the name of a service the arrows up and down scroll, as everywhere.
    if (from.localName === 'th' && right <= 0) return;
    const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr:not([hidden])')].filter(
      ({ offsetParent }) => offsetParent !== null,
    );
    const row = rows[rows.findIndex((each) => each.contains(from)) + down];
    const at = from.cellIndex === 0 ? 2 : from.cellIndex + right;
    const to = row?.cells[at];
    if (!row || !to) return;
    event.preventDefault();
    const target = at < 2 ? row.querySelector('a') : light(to);
    target?.focus();
  });
}
