// A stack scene to markup: an ordered list of native disclosures, each with its band as SVG.
// The same joins run in the build, on an empty list, and in the browser, on what the build drew.
import 'd3-transition';
import { select } from 'd3-selection';
import type { BaseType, Selection } from 'd3-selection';
import type { Band, Block, ListedPanel, SplitScene } from '../scenes/split.ts';
import { appendBand, drawBand, drawHolding } from './band.ts';
import { drawHouse, drawOwner } from './house.ts';
import { keyOf } from './key.ts';
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
  appendBand(summary);
  summary.append('span').attr('class', 'holding');
  const panel = details.append('div').attr('class', 'panel');
  for (const part of ['panel-head', 'panel-blocks', 'panel-foot']) panel.append('div').attr('class', part);

  const all = entered.merge(items).order();
  all.each(function draw(each) {
    const item = select<Element, Band>(this).attr('data-enters', each.line?.enters ?? null);
    setText(item.select('.layer-name'), each.name);
    drawBand(item.select('.band'), each, options.duration);
    if (typeof siteBare === 'undefined') drawOwner(item.select('.band'), each);
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
  if (typeof siteBare === 'undefined') drawHouse(panel, band);
}
