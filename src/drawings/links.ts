// Links in a sentence.

interface Link {
  readonly name: string;
  readonly href: string;
}

/** Appends " A, B and C." to the text of an element, each a link. */
export function appendLinks(element: Element, links: readonly Link[]): void {
  for (const [at, { name, href }] of links.entries()) {
    const anchor = element.ownerDocument.createElement('a');
    anchor.href = href;
    anchor.textContent = name;
    element.append(at === 0 ? ' ' : at === links.length - 1 ? ' and ' : ', ', anchor);
  }
  element.append('.');
}
