// A sentence with links in it.
import { select } from 'd3-selection';

/** A run of words; a link where it has an address. */
export interface Run {
  readonly text: string;
  readonly href?: string;
}

/** Draws the runs into the element, in place of what was there. */
export function drawSentence(element: Element, runs: readonly Run[]): void {
  const root = select(element);
  root.text('');
  for (const { text, href } of runs) {
    if (href === undefined) root.append('span').text(text);
    else root.append('a').attr('href', href).text(text);
  }
}
