// The members of a stack and what is open or off in it, to lists.
import { select } from 'd3-selection';
import type { MemberScene, WaitingScene } from '../scenes/stack.ts';
import { drawFingerprint } from './fingerprint.ts';
import { appendGlyph, setGlyph } from './glyph.ts';
import { keyOf } from './key.ts';
import { setText } from './text.ts';

/** Draws each member: its strip, its name as a link, and a button that removes it. Drawing twice changes nothing. */
export function drawMembers(list: Element, members: readonly MemberScene[]): void {
  const items = select(list)
    .selectChildren<Element, MemberScene>('li')
    .data(
      members,
      keyOf<MemberScene>('data-member', (member) => member.key),
    )
    .join((enter) => {
      const item = enter.append('li').attr('data-member', (member) => member.key);
      item.append('svg').attr('class', 'fp').attr('aria-hidden', 'true');
      item.append('a');
      item.append('button').attr('type', 'button').attr('class', 'remove').text('Remove');
      return item;
    })
    .order();
  items.each(function fill(member) {
    const item = select(this);
    const svg = item.select<Element>('svg').node();
    if (svg) drawFingerprint(svg, member.print);
    setText(item.select('a').attr('href', member.href), member.name);
    item.select('button').attr('data-remove', member.key).attr('aria-label', `Remove ${member.name}`);
  });
}

type WaitingLine = WaitingScene['layers'][number];

/** Draws what is open or off: a block for each of the two, with a line for each layer. Drawing twice changes nothing. */
export function drawWaiting(root: Element, waiting: readonly WaitingScene[]): void {
  const blocks = select(root)
    .selectChildren<Element, WaitingScene>('section')
    .data(
      waiting,
      keyOf<WaitingScene>('data-waits', (each) => each.default),
    )
    .join((enter) => {
      const block = enter.append('section').attr('data-waits', (each) => each.default);
      const head = block.append('h3');
      appendGlyph(head);
      head.append('span').attr('class', 'told');
      head.append('small');
      block.append('ul').attr('role', 'list');
      return block;
    })
    .order();
  blocks.each(function fill(each) {
    const block = select<Element, unknown>(this);
    setGlyph(block, each.glyph);
    setText(block.select('.told'), each.told);
    setText(block.select('small'), ` ${each.where}`);
    const lines = block
      .select('ul')
      .selectChildren<Element, WaitingLine>('li')
      .data(
        each.layers,
        keyOf<WaitingLine>('data-layer', (line) => line.layer),
      )
      .join((enter) => {
        const line = enter.append('li').attr('data-layer', (own) => own.layer);
        line.append('strong');
        line.append('span').attr('class', 'n');
        line.append('span').attr('class', 'names');
        line.append('span').attr('class', 'means');
        return line;
      })
      .order();
    lines.each(function say(line) {
      const item = select(this);
      setText(item.select('strong'), line.name);
      setText(item.select('.n'), ` (${line.count}): `);
      setText(item.select('.names'), line.members);
      setText(item.select('.means'), ` ${line.means}`);
    });
  });
}
