// A comparison to tables: a column for each split and a row for each layer that differs, and one column for those that do not.
import { select } from 'd3-selection';
import type { BaseType, Selection } from 'd3-selection';
import type { Source } from '../model/split/cell.ts';
import type { FingerprintScene } from '../scenes/fingerprint.ts';
import type { CompareRow, CompareScene, ComparedCell } from '../scenes/compare.ts';
import { appendBand, drawBand, drawHolding } from './band.ts';
import type { BandOnly } from './band.ts';
import { drawFingerprint } from './fingerprint.ts';
import { drawOwner, drawWhose } from './house.ts';
import { keyOf } from './key.ts';
import { setText } from './text.ts';

/** The elements that a comparison is drawn into; a page may place them as it likes. */
export const emptyComparison =
  '<ul data-sentences></ul>' +
  '<table class="compare"><thead role="rowgroup"><tr></tr></thead></table>' +
  '<details data-same><summary></summary><table class="same"></table></details>';

/**
 * Draws the scene. Drawing twice changes nothing.
 * @param root holds the elements of {@link emptyComparison}
 */
export function drawComparison(root: Element, scene: CompareScene): void {
  const all = select(root);
  all
    .select('[data-sentences]')
    .selectChildren('li')
    .data(scene.sentences)
    .join('li')
    .text((sentence) => sentence);
  drawHeads(root, scene.columns);
  drawRows(root, 'table.compare', scene.rows);
  drawRows(root, 'table.same', scene.same);
  const same = all.select('[data-same]').attr('hidden', scene.sameTold === '' ? '' : null);
  setText(same.select('summary'), scene.sameTold);
}

function drawHeads(root: Element, columns: CompareScene['columns']): void {
  const heads = columns.length === 0 ? [] : [{ key: '', name: 'Layer', href: '', print: undefined }, ...columns];
  select(root)
    .select('table.compare thead tr')
    .attr('role', 'row')
    .selectChildren<Element, (typeof heads)[number]>('th')
    .data(heads)
    .join('th')
    .attr('role', 'columnheader')
    .attr('scope', 'col')
    .attr('class', (column) => (column.key === '' ? 'vh' : null))
    .each(function fill(column) {
      const cell = select(this);
      if (column.href === '') {
        cell.text(column.name);
        return;
      }
      // The words of the rows say the same.
      const prints = cell
        .selectChildren<Element, FingerprintScene>('svg')
        .data(column.print === undefined ? [] : [column.print])
        .join((enter) => enter.insert('svg', 'a').attr('class', 'fp').attr('aria-hidden', 'true'));
      prints.each(function draw(print) {
        drawFingerprint(this, print);
      });
      cell.selectChildren('a').data([column]).join('a').attr('href', column.href).text(column.name);
      cell
        .selectChildren('button')
        .data([column])
        .join((enter) => enter.append('button').attr('type', 'button').attr('class', 'remove').attr('data-needs-js', '').text('Remove'))
        .attr('data-remove', column.key)
        .attr('aria-label', `Remove ${column.name}`);
    });
}

function drawRows(root: Element, place: string, data: readonly CompareRow[]): void {
  const bodies = select(root)
    .select(place)
    .selectChildren<Element, CompareRow>('tbody')
    .data(
      data,
      keyOf<CompareRow>('data-layer', (row) => row.layer),
    )
    .join((enter) => {
      const body = enter.append('tbody').attr('role', 'rowgroup');
      const row = body.append('tr').attr('class', 'bands').attr('role', 'row');
      const head = row.append('th').attr('scope', 'row').attr('role', 'rowheader').attr('class', 'lname');
      // Opening needs scripts, so a script enables it; without one every reason is open.
      head.append('button').attr('type', 'button').attr('disabled', '').attr('aria-expanded', 'false').append('span');
      head.append('small');
      const why = body.append('tr').attr('class', 'why').attr('role', 'row');
      why.append('th').attr('scope', 'row').attr('role', 'rowheader').append('span').text('Why');
      return body;
    })
    .attr('data-layer', (row) => row.layer)
    .attr('data-differs', (row) => row.difference)
    .order();
  bodies.each(function fill(row) {
    const body = select(this);
    setText(body.select('.lname span'), row.name);
    setText(body.select('.lname small').attr('hidden', row.told === '' ? '' : null), row.told);
    cellsOf(this, '.bands', row, (cell) => {
      appendBand(cell);
      cell.append('span').attr('class', 'holding');
      cell.append('span').attr('class', 'missing');
    }).each(function draw(each) {
      drawCell(this, each);
    });
    cellsOf(this, '.why', row, (cell) => {
      cell.append('p').attr('class', 'detail');
      cell.append('div').attr('class', 'sources');
    }).each(function draw(each) {
      drawWhy(this, each);
    });
  });
}

/** The cells of one of a layer's rows; each holds a box, which its content fills. */
function cellsOf(
  body: Element,
  row: string,
  { cells }: CompareRow,
  fill: (cell: Selection<HTMLDivElement, ComparedCell, BaseType, unknown>) => void,
): Selection<Element, ComparedCell, BaseType, unknown> {
  return select(body)
    .select(row)
    .selectChildren<Element, ComparedCell>('td')
    .data(cells)
    .join((enter) => {
      const cell = enter.append('td').attr('role', 'cell');
      fill(cell.append('div').attr('class', 'box'));
      return cell;
    });
}

/** What a band is whose cell is not there. */
const nothing: BandOnly = {
  kind: 'words',
  party: 'none',
  holds: undefined,
  parts: [],
  line: undefined,
  labels: [],
  phrases: [],
  spoken: '',
};

function drawCell(element: Element, { band, missing }: ComparedCell): void {
  const cell = select<Element, unknown>(element);
  cell.attr('data-enters', band?.line?.enters ?? null);
  drawBand(cell.select('.band'), band ?? nothing, 0);
  if (typeof siteBare === 'undefined') drawOwner(cell.select('.band'), band ?? {});
  cell.select('.band').attr('hidden', band ? null : '');
  drawHolding(cell.select('.holding'), band?.holds);
  setText(cell.select('.missing').attr('hidden', band ? '' : null), missing);
}

function drawWhy(element: Element, { band, detail, sources }: ComparedCell): void {
  const cell = select(element);
  if (typeof siteBare === 'undefined') drawWhose(cell.select('.box'), band?.house?.owner);
  setText(cell.select('.detail'), detail);
  cell
    .select('.sources')
    .selectChildren<Element, Source>('p')
    .data(sources)
    .join((enter) => {
      const line = enter.append('p').attr('class', 'source');
      line.append('a');
      return line;
    })
    .select('a')
    .attr('href', ({ href }) => href)
    .text(({ name }) => `Source: ${name}`);
}
