// Keys for joins, which also match elements that the build drew.
import type { BaseType } from 'd3-selection';

/** Makes a key function: the key of the datum, or the attribute of an element that the build drew and that has no datum yet. */
export function keyOf<Datum>(attribute: string, key: (datum: Datum) => string) {
  return function keyed(this: BaseType, datum: Datum): string {
    if (datum !== undefined) return key(datum);
    const own = this !== null && 'getAttribute' in this ? this.getAttribute(attribute) : null;
    return own ?? '';
  };
}
