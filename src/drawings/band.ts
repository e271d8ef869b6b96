// One band of a split to markup: its parts with the line through them, and its words or numbers.
// A page that moves its edges loads d3-transition as well: the comparison, which moves none, does without.
import { select } from 'd3-selection';
import type { BaseType, Selection } from 'd3-selection';
import { glyphPath } from '../scenes/glyph.ts';
import { lean } from '../scenes/line.ts';
import type { Band, BandPhrase, CountLabel, Holds } from '../scenes/split.ts';
import { drawLine } from './line.ts';
import { drawParts } from './parts.ts';
import { keyOf } from './key.ts';
import { setText } from './text.ts';

/** The elements of a band, empty, at the end of each element of the selection. */
export function appendBand<E extends BaseType, D, P extends BaseType, Q>(parents: Selection<E, D, P, Q>): void {
  const band = parents.append('span').attr('class', 'band');
  // Size and outline are what is left of it where the style sheet is lost.
  band
    .append('svg')
    .attr('class', 'shape')
    .attr('width', '100%')
    .attr('height', 34)
    .attr('aria-hidden', 'true')
    .append('svg')
    .attr('class', 'parts')
    .attr('viewBox', '0 0 100 100')
    .attr('preserveAspectRatio', 'none')
    .append('g')
    .attr('transform', slant)
    .attr('fill', 'none')
    .attr('stroke', 'currentColor');
  band.append('svg').attr('class', 'tide').attr('width', 0).attr('height', 0).attr('aria-hidden', 'true');
  band.append('span').attr('class', 'vh spoken');
}

/**
 * Draws into the elements of {@link appendBand}. Drawing twice changes nothing.
 * @param duration of moving edges in ms; 0 sets them at once
 */
export function drawBand<D>(shape: BandSelection<D>, each: BandOnly, duration: number): void {
  shape
    .attr('data-kind', each.kind)
    .attr('data-party', each.party)
    // Of many services the column beside the band counts defaults, none of which is the band's own.
    .attr('data-default', (each.kind === 'words' ? each.holds?.id : undefined) ?? null);
  // Where phrases say who does what, the party is said with them.
  setText(shape.select('.spoken'), each.phrases.length > 0 ? '' : `${each.spoken}. `);
  drawParts(shape.select('.parts > g'), each.parts, duration);
  drawLine(shape.select('.tide'), each.line, duration);
  drawLabels(shape.select('.shape'), each.labels);
  drawPhrases(shape, each.phrases);
}

/** A band without its name and its panel. */
export type BandOnly = Omit<Band, 'layer' | 'name' | 'panel'>;

type BandSelection<D> = Selection<BaseType, D, null, undefined>;

/** Edges lean as the line does that runs along them, whatever the height of their band. */
const slant = `translate(${lean} 0) skewX(${((-180 * Math.atan(lean / 50)) / Math.PI).toFixed(3)})`;

function drawLabels<D>(shape: BandSelection<D>, labels: readonly CountLabel[]): void {
  const texts = shape
    .selectChildren<Element, CountLabel>('text')
    .data(
      labels,
      keyOf<CountLabel>('data-part', (label) => label.kind),
    )
    .join((enter) => {
      const text = enter.append('text');
      text.append('tspan').attr('class', 'number');
      text.append('tspan').attr('class', 'unit');
      return text;
    })
    .attr('class', (label) => `count ${label.kind}${label.roomy ? ' roomy' : ''}`)
    .attr('data-part', (label) => label.kind)
    .attr('x', (label) => `${label.x}%`)
    .attr('y', '50%')
    .attr('dy', '0.35em')
    .attr('text-anchor', 'middle');
  texts.each(function fill(label) {
    const text = select(this);
    setText(text.select('.number'), label.text);
    setText(text.select('.unit'), label.unit);
  });
}

function drawPhrases<D>(band: BandSelection<D>, phrases: readonly BandPhrase[]): void {
  const spans = band
    .selectChildren<Element, BandPhrase>('.words')
    .data(
      phrases,
      keyOf<BandPhrase>('data-part', (each) => each.kind),
    )
    .join((enter) => {
      const span = enter.append('span').attr('data-part', (each) => each.kind);
      span.append('span').attr('class', 'vh who');
      span.append('span').attr('class', 'text');
      span.append('span').attr('class', 'vh').text('. ');
      return span;
    })
    .attr('class', (each) => `words ${each.kind}`);
  spans.each(function fill(each) {
    const span = select(this);
    setText(span.select('.who'), `${each.who}: `);
    setText(span.select('.text'), each.text);
  });
}

/** What holds if you do nothing, beside the band: a shape and its word. */
export function drawHolding<D>(cell: BandSelection<D>, holds: Holds | undefined): void {
  const parts = cell
    .selectChildren<Element, Holds>('span')
    .data(
      holds === undefined ? [] : [holds],
      keyOf<Holds>('data-holds', (each) => each.id),
    )
    .join((enter) => {
      const part = enter.append('span').attr('data-holds', (each) => each.id);
      part
        .append('svg')
        .attr('class', (each) => `glyph ${each.glyph}`)
        .attr('viewBox', '0 0 16 16')
        .attr('width', 16)
        .attr('height', 16)
        .attr('aria-hidden', 'true')
        .append('path')
        .attr('d', (each) => glyphPath(each.glyph));
      part.append('span').attr('class', 'vh').text('If you do nothing: ');
      part.append('span').attr('class', 'word');
      return part;
    });
  parts.each(function fill(each) {
    setText(select(this).select('.word'), each.name);
  });
}
