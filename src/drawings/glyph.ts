// The glyph of a default, as an element of its own.
import type { BaseType, Selection } from 'd3-selection';
import { glyphPath } from '../scenes/glyph.ts';

/** Appends an empty glyph to each element; {@link setGlyph} gives it its shape. */
export function appendGlyph<E extends BaseType, D, P extends BaseType, Q>(to: Selection<E, D, P, Q>): void {
  to.append('svg')
    .attr('viewBox', '0 0 16 16')
    .attr('width', 16)
    .attr('height', 16)
    .attr('aria-hidden', 'true')
    .attr('focusable', 'false')
    .append('path');
}

/** Gives the glyph within an element its shape. */
export function setGlyph<Datum>(within: Selection<Element, Datum, null, undefined>, glyph: Parameters<typeof glyphPath>[0]): void {
  within.select('svg').attr('class', `glyph ${glyph}`).select('path').attr('d', glyphPath(glyph));
}
