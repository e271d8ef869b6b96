// The browser's own search finds the rows of options that are not shown, and choosing the option shows what it found.
// https://html.spec.whatwg.org/multipage/interaction.html#the-hidden-attribute

/** Lets the browser look into the rows that the table hides; where it cannot, they stay as the style sheet has them. */
export function leaveFindable(table: HTMLElement): void {
  if (!('onbeforematch' in table)) return;
  for (const row of table.querySelectorAll('tbody tr')) {
    const hide = table.hasAttribute('data-one') && row.hasAttribute('data-other');
    if (hide) row.setAttribute('hidden', 'until-found');
    else row.removeAttribute('hidden');
    // What is left of such a row is empty: to a screen reader it would be a row without cells.
    if (hide) row.setAttribute('aria-hidden', 'true');
    else row.removeAttribute('aria-hidden');
  }
}

/**
 * Calls back when the browser is about to show such a row.
 * @param choose takes the position of the row among those of the table's body
 */
export function whenFound(table: HTMLElement, choose: (at: number) => void): void {
  leaveFindable(table);
  table.addEventListener('beforematch', ({ target }) => {
    const row = target instanceof Element ? target.closest('tr') : null;
    if (!row) return;
    // At once, as the browser scrolls to the row before the option is drawn.
    row.removeAttribute('data-other');
    row.removeAttribute('aria-hidden');
    choose(row.sectionRowIndex);
  });
}
