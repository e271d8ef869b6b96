// A column of the story to an svg that stretches to its place: bands, what is yours on them, and the line.
import { select } from 'd3-selection';
import type { StoryColumn, StoryRow, StoryScene } from '../scenes/story.ts';

/** Draws the column into the svg. Drawing twice changes nothing. */
export function drawStory(svg: Element, { width, height }: StoryScene, column: StoryColumn): void {
  const root = select(svg)
    .attr('viewBox', `0 0 ${width} ${height}`)
    .attr('preserveAspectRatio', 'none')
    .attr('height', height)
    .attr('role', 'img')
    .attr('aria-label', column.spoken);
  root.selectChildren().remove();
  // An svg within cuts off what lies beside the bands.
  const bands = root.append('svg').attr('class', 'bands').attr('width', width).attr('height', height);
  bands
    .selectAll('rect')
    .data(column.rows)
    .join('rect')
    .attr('class', ({ applies }) => (applies ? 'aws' : 'none'))
    .attr('y', ({ y }) => y)
    .attr('width', width)
    .attr('height', (row) => row.height);
  bands
    .selectAll('polygon')
    .data(column.rows.filter(({ applies }) => applies))
    .join('polygon')
    .attr('class', 'yours')
    .attr('data-from', ({ from }: StoryRow) => (from === 0 ? null : from))
    .attr('points', ({ yours }) => yours);
  for (const kind of ['seam', 'tide']) root.append('path').attr('class', kind).attr('d', column.line);
}
