// Draws the answer card of the search: title, prose, a row for each way to run a service, links.
import { select } from 'd3-selection';
import type { BaseType, Selection } from 'd3-selection';
import type { AnswerLink, AnswerRow, AnswerScene } from '../scenes/answer.ts';
import type { Phrase } from '../model/split/cell.ts';
import { appendGlyph, setGlyph } from './glyph.ts';
import { setText } from './text.ts';

type Holds = NonNullable<AnswerRow['default']>;

/**
 * Draws the card into its box, or empties it. Drawing twice changes nothing.
 * @param box hidden where there is no card
 */
export function drawAnswer(box: Element, scene: AnswerScene | undefined): void {
  box.toggleAttribute('hidden', scene === undefined);
  const card = select(box)
    .selectChildren<Element, AnswerScene>('div')
    .data(scene ? [scene] : [])
    .join((enter) => {
      const div = enter.append('div').attr('class', 'answer-card');
      div.append('p').attr('class', 'answer-kind');
      div.append('h2');
      div.append('p').attr('class', 'answer-lead');
      div.append('ul').attr('class', 'answer-rows').attr('role', 'list');
      div.append('p').attr('class', 'answer-note');
      div.append('p').attr('class', 'answer-links');
      return div;
    })
    .attr('aria-busy', ({ loading }) => (loading ? 'true' : null));
  card.each(function fill(answer) {
    const each = select(this);
    setText(each.select('.answer-kind'), answer.kind);
    drawTitle(each.select('h2'), answer);
    for (const [name, text] of [
      ['lead', answer.lead],
      ['note', answer.note],
    ] as const)
      setText(each.select(`.answer-${name}`).attr('hidden', text === '' ? '' : null), text);
    drawRows(
      each
        .select('.answer-rows')
        .attr('hidden', answer.rows.length === 0 ? '' : null)
        .attr('data-many', answer.rows.length > 1 ? '' : null),
      answer.rows,
    );
    drawLinks(each.select('.answer-links').attr('hidden', answer.links.length === 0 ? '' : null), answer);
  });
}

type Box = Selection<BaseType, unknown, null, undefined>;

function drawTitle(heading: Box, { title, href }: AnswerScene): void {
  setText(
    heading
      .selectChildren('span')
      .data(href === undefined ? [title] : [])
      .join('span'),
    title,
  );
  setText(
    heading
      .selectChildren('a')
      .data(href === undefined ? [] : [href])
      .join('a')
      .attr('href', (each) => each),
    title,
  );
}

function drawRows(list: Box, rows: readonly AnswerRow[]): void {
  list
    .selectChildren<Element, AnswerRow>('li')
    .data(rows)
    .join((enter) => {
      const item = enter.append('li');
      item.append('p').attr('class', 'verdict');
      item.append('dl');
      item.append('p').attr('class', 'answer-more');
      return item;
    })
    .each(function fill(row) {
      const item = select(this);
      drawVerdict(item.select('.verdict'), row);
      drawPhrases(item.select('dl').attr('hidden', row.phrases.length === 0 ? '' : null), row.phrases);
      setText(item.select('.answer-more').attr('hidden', row.sentence === '' ? '' : null), row.sentence);
    });
}

/** Who secures it, and what holds if you do nothing. The points between its parts are for ears. */
function drawVerdict(line: Box, { name, href, party, default: holds, phrases }: AnswerRow): void {
  const named = line
    .selectChildren('a')
    .data(name === '' ? [] : [href])
    .join((enter) => enter.insert('a', ':first-child'));
  setText(
    named.attr('href', (each) => each),
    name,
  );
  line
    .selectChildren<HTMLSpanElement, AnswerRow['party']>('span.mark')
    .data([party])
    .join('span')
    .attr('class', ({ id }) => `mark ${id}`)
    .each(function fill(each) {
      setText(select<BaseType, unknown>(this), each.name);
    });
  const parts = line
    .selectChildren<Element, Holds>('.answer-holds')
    .data(holds ? [holds] : [])
    .join((enter) => {
      const part = enter.append('span').attr('class', 'answer-holds');
      part.append('span').attr('class', 'nothing').text('If you do nothing: ');
      appendGlyph(part);
      part.append('strong');
      part.append('span').attr('class', 'means');
      return part;
    })
    .attr('data-holds', ({ id }) => id);
  parts.each(function fill(each) {
    const part = select(this);
    part.select('.nothing').attr('class', name === '' ? 'nothing' : 'nothing vh');
    setGlyph(part, each.glyph);
    setText(part.select('strong'), each.name);
    setText(part.select('.means'), each.means === each.name || (name !== '' && phrases.length > 0) ? '' : `. ${each.means}`);
  });
}

function drawPhrases(list: Box, phrases: readonly Phrase[]): void {
  list
    .selectChildren<Element, Phrase>('div')
    .data(phrases)
    .join((enter) => {
      const pair = enter.append('div');
      pair.append('dt');
      pair.append('dd');
      return pair;
    })
    .attr('class', ({ party }) => party)
    .each(function fill({ who, text }) {
      setText(select(this).select('dt'), who);
      setText(select(this).select('dd'), text);
    });
}

function drawLinks(line: Box, { linksName, links }: AnswerScene): void {
  const name = line
    .selectChildren('span')
    .data(linksName === '' ? [] : [linksName])
    .join((enter) => enter.insert('span', ':first-child'));
  setText(name, linksName);
  line
    .selectChildren<Element, AnswerLink>('a')
    .data(links)
    .join('a')
    .attr('href', ({ href }) => href)
    .attr('class', ({ outside }) => (outside ? 'outside' : null))
    .each(function fill({ text }) {
      setText(select<BaseType, unknown>(this), text);
    });
}
