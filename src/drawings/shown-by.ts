// Draws into each panel of a split the controls that can show whether its duty is done. Apart, as only pages of services have them.
import { select } from 'd3-selection';
import type { ShownByLink, ShownByScene } from '../scenes/shown-by.ts';

type Links = readonly ShownByLink[];

/** @param list the diagram, drawn before */
export function drawShownBy(list: Element, scene: ShownByScene): void {
  for (const item of list.querySelectorAll('[data-layer]')) {
    const links = scene[item.getAttribute('data-layer') ?? ''];
    select(item)
      .select('.panel')
      .selectChildren<Element, Links>('.shown-by')
      .data(links ? [links] : [])
      .join((enter) => {
        const line = enter.append('p').attr('class', 'shown-by');
        line.append('span').attr('class', 'block-head').text('Can show whether it is done');
        return line;
      })
      .selectChildren<Element, ShownByLink>('a')
      .data((each) => each)
      .join('a')
      .attr('href', ({ href }) => href)
      .text(({ text }) => text);
  }
}
