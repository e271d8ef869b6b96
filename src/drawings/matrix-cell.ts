// The link of the cell that a reader points at or has walked to. There is one for all: thousands would weigh more than the page.

export interface CellLink {
  readonly href: string;
  /** "Amazon RDS, Guest operating system: Shared" */
  readonly name: string;
  /** The position of the column among all. */
  readonly column: number;
}

/**
 * Puts the link into the cell and lights its column; without a cell takes both away.
 * @returns the link
 */
export function drawCellLink(table: Element, cell: Element | undefined, { href, name, column }: CellLink): Element {
  const link = table.querySelector('.cell-link') ?? table.ownerDocument.createElement('a');
  link.setAttribute('class', 'cell-link');
  link.setAttribute('href', href);
  link.setAttribute('aria-label', name);
  // Tab walks the services; the arrows walk the cells of one.
  link.setAttribute('tabindex', '-1');
  if (cell) {
    if (link.parentElement !== cell) cell.append(link);
  } else link.remove();
  for (const [index, head] of [...table.querySelectorAll('thead th')].entries())
    head.toggleAttribute('data-lit', cell !== undefined && index === column);
  return link;
}
