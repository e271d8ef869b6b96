// The coloured parts of a band: who secures it, or how many services are in which part.
import type {} from 'd3-transition';
import type { BaseType, Selection } from 'd3-selection';
import type { Part } from '../scenes/split.ts';
import { keyOf } from './key.ts';

/** Where no part of a band is seen. */
const outside = 112;

/**
 * Where the edge of a part is drawn. Each part reaches to the right end, under those that follow, and its edge slants:
 * one at the start of the band is drawn outside, or a sliver of it would show.
 */
const edgeOf = ({ x0 }: Part): number => (x0 === 0 ? -12 : x0);

/**
 * Draws the parts of a band into its group, by kind.
 * @param duration in ms: how long edges take to move; 0 sets them at once
 */
export function drawParts<Datum>(group: Selection<BaseType, Datum, null, undefined>, parts: readonly Part[], duration: number): void {
  const before = group.selectChildren<Element, Part>('rect');
  const first = before.empty();
  const rects = before.data(
    parts.filter(({ x0, x1 }) => x0 !== x1),
    keyOf<Part>('data-part', (part) => part.kind),
  );
  // A part that is nothing now is seen to go; those of the other lens make way at once.
  const slides = (rect: Element): boolean => duration > 0 && parts.some(({ kind }) => kind === rect.getAttribute('data-part'));
  const exits = rects.exit<Part>();
  if ('interrupt' in exits) exits.interrupt();
  exits
    .filter(function another() {
      return !slides(this);
    })
    .remove();
  if (duration > 0) {
    exits
      .filter(function known() {
        return slides(this);
      })
      .transition()
      .duration(duration)
      .attr('x', outside)
      .remove();
  }
  const entered = rects
    .enter()
    .append<Element>('rect')
    .attr('class', (part) => `part ${part.kind}`)
    .attr('data-part', (part) => part.kind)
    .attr('y', -20)
    .attr('width', 130)
    .attr('height', 140)
    .attr('x', first ? edgeOf : outside);
  const target = (part: Part): string => String(edgeOf(part));
  const all = entered.merge(rects).order();
  // An edge still on its way to an earlier scene would overwrite this one; without d3-transition none is.
  if ('interrupt' in all) all.interrupt();
  const moved = all.filter(function elsewhere(part) {
    return this.getAttribute('x') !== target(part);
  });
  if (duration > 0) moved.transition().duration(duration).attr('x', target);
  else moved.attr('x', target);
}
