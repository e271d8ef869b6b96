// Draws the controls that can show whether a duty is done, as one line of links, or why there are none.
import { select } from 'd3-selection';
import type { ChecksScene, ShownByLink, ShownByScene } from '../scenes/shown-by.ts';
import { setText } from './text.ts';

/** Draws into each panel of a split that was drawn before. */
export function drawShownBy(list: Element, scene: ShownByScene): void {
  for (const item of list.querySelectorAll('[data-layer]')) {
    const panel = item.querySelector('.panel');
    if (panel) drawChecks(panel, scene[item.getAttribute('data-layer') ?? '']);
  }
}

/** Draws the line below what stands in the element, above what readers fill in; none without a scene. Drawing twice changes nothing. */
export function drawChecks(element: Element, scene: ChecksScene | undefined): void {
  const line = select(element)
    .selectChildren<Element, ChecksScene>('.shown-by')
    .data(scene ? [scene] : [])
    .join((enter) => {
      const made = enter.insert('p', '.kept').attr('class', 'shown-by');
      made.append('span').attr('class', 'block-head');
      return made;
    });
  // Who opened the fold is told of what comes later, or does not.
  line.attr('role', ({ links, lost }) => (lost || links.length === 0 ? 'status' : null));
  setText(line.select('.block-head'), scene?.head ?? '');
  line
    .selectChildren<Element, ShownByLink>('a')
    .data(({ links }) => links)
    .join((enter) => enter.insert('a', 'button'))
    .attr('href', ({ href }) => href)
    .text(({ text }) => text);
  line
    .selectChildren('button')
    .data(({ lost }) => (lost ? ['Try again'] : []))
    .join((enter) => enter.append('button').attr('type', 'button').attr('class', 'tl-button').attr('data-again', ''))
    .text((text) => text);
}
