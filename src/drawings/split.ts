// A stack scene to markup: an ordered list of native disclosures, each with its band as SVG.
// The same joins run in the build, on an empty list, and in the browser, on what the build drew.
import 'd3-transition';
import { select } from 'd3-selection';
import type { BaseType, Selection } from 'd3-selection';
import { glyphPath } from '../scenes/glyph.ts';
import { lean } from '../scenes/line.ts';
import type { Band, BandPhrase, Block, CountLabel, Holds, ListedPanel, SplitScene } from '../scenes/split.ts';
import { drawLine } from './line.ts';
import { keyOf } from './key.ts';
import { drawParts } from './parts.ts';
import { setText } from './text.ts';

export interface DrawOptions {
  /** Milliseconds that edges take to move; 0 sets them at once. */
  readonly duration: number;
  /** Name shared by the disclosures, so that the browser keeps one open at most. Distinct per diagram of a page. */
  readonly group: string;
  /**
   * The layer whose panel is drawn, where the others are closed and will be drawn as they open.
   * With hundreds of services the lists in closed panels cost more than everything that is seen.
   */
  readonly panel: ListedPanel;
}

/**
 * Draws the scene into the list, keyed by layer. Drawing the same scene twice changes nothing.
 * @param list an `ol`, empty or drawn before
 */
export function drawSplit(list: Element, scene: SplitScene, options: DrawOptions): void {
  const items = select(list)
    .selectChildren<Element, Band>('li')
    .data(
      scene.bands,
      keyOf<Band>('data-layer', (band) => band.layer),
    );
  items.exit().remove();
  const entered = items
    .enter()
    .append<Element>('li')
    .attr('class', 'layer')
    .attr('data-layer', (band) => band.layer);
  const details = entered.append('details').attr('name', options.group);
  const summary = details.append('summary');
  summary.append('span').attr('class', 'layer-name');
  const band = summary.append('span').attr('class', 'band');
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
  summary.append('span').attr('class', 'holding');
  const panel = details.append('div').attr('class', 'panel');
  for (const part of ['panel-head', 'panel-blocks', 'panel-foot']) panel.append('div').attr('class', part);

  const all = entered.merge(items).order();
  all.each(function draw(each) {
    const item = select<Element, Band>(this).attr('data-enters', each.line?.enters ?? null);
    setText(item.select('.layer-name'), each.name);
    const shape = item
      .select('.band')
      .attr('data-kind', each.kind)
      .attr('data-party', each.party)
      .attr('data-default', each.holds?.id ?? null);
    setText(shape.select('.spoken'), `${each.spoken}. `);
    drawParts(shape.select('.parts > g'), each.parts, options.duration);
    drawLine(shape.select('.tide'), each.line, options.duration);
    drawLabels(shape.select('.shape'), each.labels);
    drawPhrases(shape, each.phrases);
    drawHolding(item.select('.holding'), each.holds);
    if (options.panel === 'all' || options.panel === each.layer) drawPanel(item.select('.panel'), each);
  });
}

/** Draws the panel of one layer into a stack drawn before, and leaves everything else as it is. */
export function drawSplitPanel(list: Element, scene: SplitScene, layer: string): void {
  const band = scene.bands.find((each) => each.layer === layer);
  if (!band) return;
  drawPanel(select<Element, unknown>(list).select(`li[data-layer="${layer}"] .panel`).datum(band), band);
}

type BandSelection = Selection<BaseType, Band, null, undefined>;

/** Edges lean as the line does that runs along them, whatever the height of their band. */
const slant = `translate(${lean} 0) skewX(${((-180 * Math.atan(lean / 50)) / Math.PI).toFixed(3)})`;

function drawLabels(shape: BandSelection, labels: readonly CountLabel[]): void {
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

function drawPhrases(band: BandSelection, phrases: readonly BandPhrase[]): void {
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
function drawHolding(cell: BandSelection, holds: Holds | undefined): void {
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

function drawPanel(panel: BandSelection, band: Band): void {
  const lines = [
    { tag: 'p', part: 'title', text: band.name },
    { tag: 'p', part: 'question', text: band.panel.question },
  ];
  panel
    .select('.panel-head')
    .selectChildren<Element, (typeof lines)[number]>('p')
    .data(
      lines,
      keyOf<(typeof lines)[number]>('data-part', (line) => line.part),
    )
    .join('p')
    .attr('class', (line) => line.part)
    .attr('data-part', (line) => line.part)
    .text((line) => line.text);

  const blocks = panel
    .select('.panel-blocks')
    .selectChildren<Element, Block>('div')
    .data(
      band.panel.blocks,
      keyOf<Block>('data-part', (block) => block.kind),
    )
    .join((enter) => {
      const block = enter.append('div').attr('data-part', (each) => each.kind);
      block.append('p').attr('class', 'block-head');
      block.append('p').attr('class', 'block-text');
      return block;
    })
    .attr('class', (each) => `block ${each.kind}`)
    .order();
  blocks.each(function fill(each) {
    const block = select(this);
    block.select('.block-head').text(each.heading);
    block
      .select('.block-text')
      .text(each.text)
      .attr('hidden', each.text === '' ? '' : null);
    block
      .selectChildren<Element, Block['links']>('ul')
      .data(each.links.length === 0 ? [] : [each.links])
      .join((enter) => enter.append('ul').attr('class', 'block-links'))
      .selectChildren<Element, Block['links'][number]>('li')
      .data((links) => links)
      .join((enter) => {
        const item = enter.append('li');
        item.append('a');
        return item;
      })
      .select('a')
      .attr('href', (link) => link.href)
      .text((link) => link.text);
  });

  const last = [
    ...(band.panel.holds === '' ? [] : [{ part: 'holds', label: 'If you do nothing', text: band.panel.holds, href: '' }]),
    ...(band.panel.detail === '' ? [] : [{ part: 'detail', label: '', text: band.panel.detail, href: '' }]),
    ...band.panel.sources.map(({ href, name }, index) => ({ part: `source-${index + 1}`, label: '', text: name, href })),
  ];
  const foot = panel
    .select('.panel-foot')
    .selectChildren<Element, (typeof last)[number]>('p')
    .data(
      last,
      keyOf<(typeof last)[number]>('data-part', (line) => line.part),
    )
    .join('p')
    .attr('class', (line) => (line.href === '' ? line.part : 'source'))
    .attr('data-part', (line) => line.part)
    .order();
  foot.each(function fill(line) {
    const paragraph = select(this);
    if (line.href !== '') {
      paragraph.selectChildren('a').data([line]).join('a').attr('href', line.href).text(line.text);
      return;
    }
    if (line.label === '') {
      paragraph.text(line.text);
      return;
    }
    paragraph.selectChildren('span').data([line.label, line.text]).join('span').text(String);
    paragraph.select('span').attr('class', 'block-head');
  });
}
