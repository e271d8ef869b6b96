// The poster to an SVG that works outside the site: each strip is a link to its page.
import { select } from 'd3-selection';
import type { PosterHead, PosterScene, PosterStrip, PosterText } from '../scenes/poster.ts';
import { fingerprintPaths } from '../scenes/fingerprint.ts';

/**
 * Replaces the content of the svg with the scene. Drawing twice changes nothing.
 * @param sheet CSS rules for the classes of the scene, with colours and font embedded
 */
export function drawPoster(svg: Element, scene: PosterScene, sheet: string): void {
  const root = select(svg);
  root.selectChildren().remove();
  root
    .attr('xmlns', 'http://www.w3.org/2000/svg')
    .attr('viewBox', `0 0 ${scene.width} ${scene.height}`)
    .attr('width', `${scene.width / 4}mm`)
    .attr('height', `${scene.height / 4}mm`);
  root.append('title').text(scene.title);
  root.append('desc').text(scene.description);
  root.append('style').text(sheet);
  root.append('rect').attr('class', 'paper').attr('width', scene.width).attr('height', scene.height);
  drawTexts(svg, scene.texts);
  const key = root
    .selectAll<Element, PosterStrip>('g.key')
    .data([scene.key.strip, ...scene.key.examples])
    .join('g');
  key.each(function draw(strip) {
    drawStrip(this, strip);
  });
  drawTexts(svg, scene.key.texts);
  const areas = root.selectAll<Element, PosterHead>('g.area').data(scene.heads).join('g').attr('class', 'area');
  areas.each(function draw({ rule, text, strips }) {
    const area = select(this);
    area.append('path').attr('class', 'rule').attr('d', `M${rule.x0} ${rule.y}H${rule.x1}`);
    drawTexts(this, [text]);
    const links = area
      .selectAll<Element, PosterStrip>('a')
      .data(strips)
      .join('a')
      .attr('href', ({ href }) => href);
    // As text: a file of XML must escape more in an attribute than the document does that writes it.
    links.append('title').text(({ name, print }) => `${name}. ${print.spoken}`);
    links.each(function place(strip) {
      drawStrip(this, strip);
    });
  });
}

function drawStrip(place: Element, { x, y, scale, print, texts }: PosterStrip): void {
  const box = select(place).append('g').attr('transform', `translate(${x} ${y}) scale(${scale})`);
  box.append('rect').attr('class', 'track').attr('width', print.width).attr('height', print.height);
  for (const { kind, d } of fingerprintPaths(print.cells)) box.append('path').attr('class', kind).attr('d', d);
  drawTexts(place, texts);
}

function drawTexts(place: Element, texts: readonly PosterText[]): void {
  for (const { x, y, size, kind, anchor, text } of texts)
    select(place)
      .append('text')
      .attr('class', kind)
      .attr('x', x)
      .attr('y', y)
      .attr('font-size', size)
      .attr('text-anchor', anchor === 'start' ? null : anchor)
      .text(text);
}
