// Draws the list of pages that a browser has kept, without d3-selection, which would be one more thing to keep.

export interface VisitedPage {
  readonly href: string;
  readonly title: string;
}

/** Draws an item with a link for each page, in their order, in the place of the items before. */
export function drawVisited(list: Element, pages: readonly VisitedPage[]): void {
  const { ownerDocument } = list;
  list.replaceChildren(
    ...pages.map(({ href, title }) => {
      const item = ownerDocument.createElement('li');
      const link = ownerDocument.createElement('a');
      link.setAttribute('href', href);
      link.textContent = title;
      item.append(link);
      return item;
    }),
  );
}
