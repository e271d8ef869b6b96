// A sentence with links in it. Without d3-selection, which would add 4 kB to every lesson for this.

/** A run of words; a link where it has an address. */
export interface Run {
  readonly text: string;
  readonly href?: string;
}

/** Draws the runs into the element, in place of what was there. */
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
