// Draws a sentence that contains links, without d3-selection, which would add 4 kB to every lesson for this.

/** A part of the sentence; a link if it has an address. */
export interface Run {
  readonly text: string;
  readonly href?: string;
}

/** Replaces the content of the element with the runs. */
export function drawSentence(element: Element, runs: readonly Run[]): void {
  const { ownerDocument } = element;
  element.replaceChildren(
    ...runs.map(({ text, href }) => {
      const run = ownerDocument.createElement(href === undefined ? 'span' : 'a');
      if (href !== undefined) run.setAttribute('href', href);
      run.textContent = text;
      return run;
    }),
  );
}
