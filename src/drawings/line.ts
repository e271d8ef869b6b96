// The tide line in one band: a stroke along its cut, and another in the gap below it, to where the next band begins.
import type {} from 'd3-transition';
import type { BaseType, Selection } from 'd3-selection';
import type { LinePlace } from '../scenes/line.ts';

/** An element of the line: where it stands, and what moves when the line does. */
interface Mark {
  readonly tag: 'line' | 'rect';
  /** The attribute that puts it at the foot of the svg. */
  readonly foot: 'y2' | 'y';
  readonly moves: Readonly<Record<string, (place: LinePlace) => string>>;
}

const marks: readonly Mark[] = [
  { tag: 'line', foot: 'y2', moves: { x1: ({ top }) => `${top}%`, x2: ({ bottom }) => `${bottom}%` } },
  {
    tag: 'rect',
    foot: 'y',
    moves: {
      x: ({ bottom, next = bottom }) => `${Math.min(bottom, next)}%`,
      width: ({ bottom, next = bottom }) => `${Math.round(Math.abs(next - bottom) * 100) / 100}%`,
    },
  },
];

/**
 * Draws the line into the svg of one band, which reaches to the middle of the gaps above and below. Drawing twice changes nothing.
 * @param duration in ms; 0 sets the line at once
 */
export function drawLine<Datum>(svg: Selection<BaseType, Datum, null, undefined>, place: LinePlace | undefined, duration: number): void {
  svg.attr('class', place?.crosses === true ? 'tide crosses' : 'tide');
  for (const { tag, foot, moves } of marks) {
    const drawn = svg.selectChildren<Element, LinePlace>(tag).data(place === undefined ? [] : [place]);
    drawn.exit().remove();
    const entered = drawn.enter().append<Element>(tag).attr(foot, '100%');
    const all = entered.merge(drawn);
    // A stroke still on its way to an earlier scene would overwrite this one; without d3-transition none is.
    if ('interrupt' in all) all.interrupt();
    for (const [name, at] of Object.entries(moves)) entered.attr(name, at);
    if (duration > 0) {
      const moving = all.transition().duration(duration);
      for (const [name, at] of Object.entries(moves)) moving.attr(name, at);
    } else {
      for (const [name, at] of Object.entries(moves)) all.attr(name, at);
    }
  }
}
