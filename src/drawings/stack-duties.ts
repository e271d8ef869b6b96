// The list of duties of a stack to sections: a row for each duty, and in its fold why it is one and what the reader keeps on it.
import { select } from 'd3-selection';
import type { Source } from '../model/split/cell.ts';
import type { DutiesScene, DutyGroupScene, DutyRow, DutyWhy } from '../scenes/stack-duties.ts';
import { drawHolding } from './band.ts';
import { appendGlyph, setGlyph } from './glyph.ts';
import { keyOf } from './key.ts';
import { setText } from './text.ts';

/** What the fields of a duty take. */
export interface DutyFields {
  /** Most characters of a note and of an owner. */
  readonly note: number;
  readonly owner: number;
  /** The last day, YYYY-MM-DD. */
  readonly lastDay: string;
  /** The id of a list that offers owners. */
  readonly owners: string;
}

/** The rows of an element by their keys. Another grouping has the same rows elsewhere, and moving one takes a tenth of making it. */
const made = new WeakMap<Element, Map<string, Element>>();

/**
 * Draws the groups into the element. Folds are drawn by {@link drawDuty} as they open. Drawing twice changes nothing.
 * @param most rows that are drawn in all, from the first: hundreds take longer than a frame, so a page draws them bit by bit
 */
export function drawDuties(root: Element, scene: DutiesScene, most = Infinity): void {
  let left = most;
  const kept = made.get(root) ?? new Map<string, Element>();
  made.set(root, kept);
  const groups = select(root)
    .selectChildren<Element, DutyGroupScene>('section')
    .data(
      scene.groups,
      keyOf<DutyGroupScene>('data-group', (group) => group.id),
    )
    .join((enter) => {
      const section = enter
        .append('section')
        .attr('class', 'duty-group')
        .attr('data-group', (group) => group.id);
      const head = section.append('h3');
      appendGlyph(head);
      head.append('span').attr('class', 'name');
      head.append('small');
      section.append('ul').attr('role', 'list');
      return section;
    })
    .attr('data-urgency', (group) => group.default ?? null)
    .order();
  groups.each(function fill(group) {
    const section = select<Element, unknown>(this);
    section.select('h3 svg').attr('hidden', group.glyph === undefined ? '' : null);
    if (group.glyph !== undefined) setGlyph(section.select<Element>('h3').datum(group), group.glyph);
    setText(section.select('h3 .name'), group.name);
    setText(section.select('h3 small'), group.counted);
    const list = section.select<Element>('ul').node();
    // Rows that stand already are not taken away to come back.
    if (list) drawRows(list, group.rows.slice(0, Math.max(left, list.childElementCount)), kept);
    left = Math.max(0, left - group.rows.length);
  });
  const shown = new Set(scene.groups.flatMap(({ rows }) => rows.map(({ key }) => key)));
  for (const key of kept.keys()) if (!shown.has(key)) kept.delete(key);
}

/** What a row was and said when it was drawn last: of hundreds of rows an act changes one. */
const drawn = new WeakMap<Element, DutyRow>();
const said = new WeakMap<Element, string>();

const saidBy = ({ task, cells, layer, names, shared, told, partly, note, overdue }: DutyRow): string =>
  JSON.stringify([task, cells, layer, names, shared, told, partly, note.done, overdue]);

/** A row without words, of which rows are copied: that takes a part of appending each of their elements. */
const empty = new WeakMap<Document, Element>();

function emptyRow(document: Document): Element {
  const item = document.createElement('li');
  const row = select(item).attr('class', 'duty');
  const act = row.append('label').attr('class', 'act');
  act.append('input').attr('type', 'checkbox').attr('name', 'done');
  act.append('span').attr('class', 'task');
  const about = row.append('p').attr('class', 'about');
  about.append('span').attr('class', 'holding');
  for (const of of ['layer', 'names', 'shared']) about.append('span').attr('class', of);
  about.append('strong').attr('class', 'partly');
  const more = row.append('button').attr('type', 'button').attr('class', 'more').attr('aria-expanded', 'false').text('Why and notes');
  more.append('span').attr('class', 'vh');
  row.append('p').attr('class', 'told');
  row.append('div').attr('class', 'fold');
  return item;
}

/** @param kept the rows that were made before, which are taken wherever they stand; those that are made now come to them */
function drawRows(list: Element, rows: readonly DutyRow[], kept: Map<string, Element>): void {
  const { ownerDocument } = list;
  const from = empty.get(ownerDocument) ?? emptyRow(ownerDocument);
  empty.set(ownerDocument, from);
  const items = select(list)
    .selectChildren<Element, DutyRow>('li')
    .data(
      rows,
      keyOf<DutyRow>('data-duty', (row) => row.key),
    )
    .join((enter) =>
      enter
        .append((row) => {
          const item = kept.get(row.key) ?? ownerDocument.importNode(from, true);
          kept.set(row.key, item);
          return item;
        })
        .attr('data-duty', (row) => row.key),
    )
    .order();
  items.each(function fill(row) {
    if (drawn.get(this) === row) return;
    drawn.set(this, row);
    const says = saidBy(row);
    if (said.get(this) === says) return;
    said.set(this, says);
    const item = select<Element, DutyRow>(this)
      .attr('data-cells', row.cells)
      .attr('data-done', row.note.done ? '' : null)
      .attr('data-overdue', row.overdue ? '' : null);
    item
      .select('[name="done"]')
      .property('checked', row.note.done)
      .property('indeterminate', row.partly !== '');
    setText(item.select('.task'), row.task);
    setText(item.select('.layer'), row.layer);
    setText(item.select('.names'), row.names);
    setText(item.select('.shared').attr('hidden', row.shared === '' ? '' : null), row.shared);
    drawHolding(item.select('.holding'), row.holds);
    setText(item.select('.partly').attr('hidden', row.partly === '' ? '' : null), row.partly);
    setText(item.select('.told').attr('hidden', row.told === '' ? '' : null), row.told);
    setText(item.select('.more .vh'), `: ${row.task}`);
  });
}

/** Draws the fold of one row that was drawn before: why it is a duty, its sources, and the fields. Drawing twice changes nothing. */
export function drawDuty(item: Element, row: DutyRow, fields: DutyFields): void {
  const fold = select<Element, unknown>(item).select<Element>('.fold');
  fold
    .selectChildren('p.means')
    .data([row.means])
    .join((enter) => enter.append('p').attr('class', 'means'))
    .text((means) => `If you do nothing: ${means}.`);
  const why = fold
    .selectChildren<Element, DutyWhy>('div.why')
    .data(row.why)
    .join((enter) => {
      const block = enter.append('div').attr('class', 'why');
      block.append('strong');
      block.append('p').attr('class', 'detail');
      block.append('p').attr('class', 'cites');
      return block;
    });
  why.each(function fill(each) {
    const block = select(this);
    setText(block.select('strong').attr('hidden', each.names === '' ? '' : null), each.names);
    setText(block.select('.detail'), each.text);
    block
      .select('.cites')
      .selectChildren<Element, Source>('a')
      .data(each.sources)
      .join('a')
      .attr('href', ({ href }) => href)
      .text(({ name }) => name);
  });
  const kept = fold
    .selectChildren<Element, DutyRow>('div.kept')
    .data([row])
    .join((enter) => {
      const block = enter.append('div').attr('class', 'kept');
      const field = (name: string, label: string) => {
        const of = block.append('label').attr('class', name);
        of.append('span').text(label);
        return of;
      };
      field('owner', 'Owner')
        .append('input')
        .attr('name', 'owner')
        .attr('type', 'text')
        .attr('autocomplete', 'off')
        .attr('maxlength', fields.owner)
        .attr('list', fields.owners);
      field('due', 'Due').append('input').attr('name', 'due').attr('type', 'date').attr('max', fields.lastDay);
      field('note', 'Note').append('textarea').attr('name', 'note').attr('rows', 2).attr('maxlength', fields.note);
      return block;
    });
  // What is being written stays as it is: setting it again would move the cursor.
  for (const name of ['owner', 'due', 'note'] as const)
    kept
      .select<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)
      .filter(function differs() {
        return this.value !== row.note[name];
      })
      .property('value', row.note[name]);
}

/** Draws the owners that a field offers into its list. */
export function drawOwners(list: Element, owners: readonly string[]): void {
  select(list)
    .selectChildren('option')
    .data(owners)
    .join('option')
    .attr('value', (owner) => owner);
}
