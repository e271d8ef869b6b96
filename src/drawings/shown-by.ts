// Draws the controls that can show whether a duty is done, as one line of links.
import { select } from 'd3-selection';
import type { ShownByLink, ShownByScene } from '../scenes/shown-by.ts';

type Links = readonly ShownByLink[];

/** Draws into each panel of a split that was drawn before. */
export function drawShownBy(list: Element, scene: ShownByScene): void {
  for (const item of list.querySelectorAll('[data-layer]')) {
    const panel = item.querySelector('.panel');
    if (panel) drawChecks(panel, scene[item.getAttribute('data-layer') ?? ''] ?? []);
  }
}

/** Draws the line below what stands in the element, above what readers fill in; none without controls. Drawing twice changes nothing. */
export function drawChecks(element: Element, links: Links): void {
  select(element)
    .selectChildren<Element, Links>('.shown-by')
    .data(links.length > 0 ? [links] : [])
    .join((enter) => {
      const line = enter.insert('p', '.kept').attr('class', 'shown-by');
      line.append('span').attr('class', 'block-head').text('Can show whether it is done');
      return line;
    })
    .selectChildren<Element, ShownByLink>('a')
    .data((each) => each)
    .join('a')
    .attr('href', ({ href }) => href)
    .text(({ text }) => text);
}
