// Sets texts of elements.
import type { BaseType, Selection } from 'd3-selection';

/** Sets the text of elements. Skips those that already have it, because setting it again causes another layout. */
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
