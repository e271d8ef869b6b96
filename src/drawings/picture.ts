// Draws a picture scene as an SVG that works outside the site, with its own style sheet.
import { select } from 'd3-selection';
import type { PictureScene } from '../scenes/picture.ts';

/**
 * Replaces the content of the svg with the scene. Drawing twice changes nothing.
 * @param sheet CSS rules for the classes of the scene, with colours and font embedded
 */
export function drawPicture(svg: Element, scene: PictureScene, sheet: string): void {
  const root = select(svg);
  root.selectChildren().remove();
  root
    .attr('xmlns', 'http://www.w3.org/2000/svg')
    .attr('viewBox', `0 0 ${scene.width} ${scene.height}`)
    .attr('width', scene.width)
    .attr('height', scene.height)
    .attr('role', 'img');
  root.append('title').text(scene.title);
  root.append('desc').text(scene.description);
  root.append('style').text(sheet);
  root.append('rect').attr('class', 'paper').attr('width', scene.width).attr('height', scene.height);
  root
    .append('g')
    .selectAll('polygon')
    .data(scene.shapes)
    .join('polygon')
    .attr('class', (shape) => shape.kind)
    .attr('points', (shape) => shape.points);
  if (scene.line !== '') {
    for (const kind of ['seam', 'tide']) root.append('path').attr('class', kind).attr('d', scene.line);
  }
  if (scene.glyphs.length > 0)
    root
      .append('g')
      .selectAll('path')
      .data(scene.glyphs)
      .join('path')
      .attr('class', (glyph) => glyph.kind)
      .attr('transform', (glyph) => `translate(${glyph.x} ${glyph.y})`)
      .attr('fill-rule', 'evenodd')
      .attr('d', (glyph) => glyph.path);
  root
    .append('g')
    .selectAll('text')
    .data(scene.texts)
    .join('text')
    .attr('class', (text) => text.kind)
    .attr('x', (text) => text.x)
    .attr('y', (text) => text.y)
    .attr('text-anchor', (text) => text.anchor)
    .text((text) => text.text);
}
