// The key by which a join knows elements that the build drew.
import type { BaseType } from 'd3-selection';

/** The datum's key on enter and update; the element's own attribute where the build drew it and no datum is bound yet. */
export function keyOf<Datum>(attribute: string, key: (datum: Datum) => string) {
  return function keyed(this: BaseType, datum: Datum): string {
    if (datum !== undefined) return key(datum);
    const own = this !== null && 'getAttribute' in this ? this.getAttribute(attribute) : null;
    return own ?? '';
  };
}
