import type { BaseType, Selection } from 'd3-selection';

/** Sets the text of elements where it is another: to replace a text by itself makes the browser lay it out anew. */
export function setText<Datum, Parent extends BaseType, ParentDatum>(
  selection: Selection<BaseType, Datum, Parent, ParentDatum>,
  text: string,
): void {
  selection
    .filter(function differs() {
      return this !== null && 'textContent' in this && this.textContent !== text;
    })
    .text(text);
}
