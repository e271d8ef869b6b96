// Draws a sentence that contains links.
import { select } from 'd3-selection';

/** A part of the sentence; a link if it has an address. */
export interface Run {
  readonly text: string;
  readonly href?: string;
}

/** Replaces the content of the element with the runs. */
export function drawSentence(element: Element, runs: readonly Run[]): void {
  const root = select(element);
  root.text('');
  for (const { text, href } of runs) {
    if (href === undefined) root.append('span').text(text);
    else root.append('a').attr('href', href).text(text);
  }
}
