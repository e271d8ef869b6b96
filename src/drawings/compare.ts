// A comparison to tables: a column for each split and a row for each layer that differs, and one column for those that do not.
import { select } from 'd3-selection';
import type { Source } from '../model/split/cell.ts';
import type { FingerprintScene } from '../scenes/fingerprint.ts';
import type { CompareRow, CompareScene, ComparedCell, ComparedPhrase } from '../scenes/compare.ts';
import { drawFingerprint } from './fingerprint.ts';
import { appendGlyph, setGlyph } from './glyph.ts';
import { keyOf } from './key.ts';
import { setText } from './text.ts';

/** The elements that a comparison is drawn into; a page may place them as it likes. */
export const emptyComparison =
  '<ul data-sentences></ul>' +
  '<table class="compare"><thead><tr></tr></thead><tbody></tbody></table>' +
  '<details data-same><summary></summary><table class="same"><tbody></tbody></table></details>';

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
  drawRows(root, 'table.compare tbody', scene.rows);
  drawRows(root, 'table.same tbody', scene.same);
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
    });
}

function drawRows(root: Element, place: string, data: readonly CompareRow[]): void {
  const rows = select(root)
    .select(place)
    .selectChildren<Element, CompareRow>('tr')
    .data(
      data,
      keyOf<CompareRow>('data-layer', (row) => row.layer),
    )
    .join((enter) => {
      const row = enter.append('tr').attr('role', 'row');
      row.append('th').attr('scope', 'row').attr('role', 'rowheader').attr('class', 'lname');
      return row;
    })
    .attr('data-layer', (row) => row.layer)
    .order();
  rows.each(function fill(row) {
    const element = select(this);
    setText(element.select('.lname'), row.name);
    const cells = element
      .selectChildren<Element, ComparedCell>('td')
      .data(row.cells)
      .join((enter) => {
        const cell = enter.append('td').attr('role', 'cell');
        const marks = cell.append('p').attr('class', 'marks');
        marks.append('span').attr('class', 'mark');
        marks.append('span').attr('class', 'holding');
        cell.append('p').attr('class', 'meaning');
        cell.append('div').attr('class', 'phrases');
        const more = cell.append('details');
        more.append('summary').text('Why');
        more.append('p').attr('class', 'detail');
        more.append('div').attr('class', 'sources');
        return cell;
      });
    cells.each(function draw(each) {
      drawCell(this, each);
    });
  });
}

function drawCell(element: Element, { mark, holds, meaning, phrases, detail, sources }: ComparedCell): void {
  const cell = select(element);
  cell.select('.mark').attr('class', `mark ${mark.kind}`).text(mark.text);
  drawHolding(element, holds);
  cell
    .select('.meaning')
    .attr('hidden', meaning === '' ? '' : null)
    .text(meaning);
  const lines = cell
    .select('.phrases')
    .selectChildren<Element, ComparedPhrase>('p')
    .data(phrases)
    .join((enter) => {
      const line = enter.append('p');
      line.append('span').attr('class', 'who');
      line.append('span').attr('class', 'text');
      return line;
    })
    .attr('data-party', ({ party }) => party);
  lines.each(function fill({ who, text }) {
    const line = select(this);
    line
      .select('.who')
      .attr('hidden', who === '' ? '' : null)
      .text(who === '' ? '' : `${who}: `);
    line.select('.text').text(text);
  });
  cell.select('details').attr('hidden', detail === '' ? '' : null);
  cell.select('.detail').text(detail);
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

/** What holds if you do nothing, beside the mark: a shape and its word. */
function drawHolding(cell: Element, holds: ComparedCell['holds']): void {
  const parts = select(cell)
    .select('.holding')
    .selectChildren<Element, NonNullable<ComparedCell['holds']>>('span')
    .data(holds === undefined ? [] : [holds])
    .join((enter) => {
      const part = enter.append('span');
      part.append('span').attr('class', 'vh').text('. If you do nothing: ');
      appendGlyph(part);
      part.append('span').attr('class', 'word');
      return part;
    })
    .attr('data-holds', ({ id }) => id);
  parts.each(function fill({ name, glyph }) {
    const part = select(this);
    setGlyph(part, glyph);
    setText(part.select('.word'), name);
  });
}
