import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { decodeParties } from '../model/split/counts.ts';
import { decodeDefaults } from '../model/split/default.ts';
import { defaults } from '../model/split/names.fixture.ts';
import { fingerprintScene } from '../scenes/fingerprint.ts';
import type { MemberScene, WaitingScene } from '../scenes/stack.ts';
import { drawMembers, drawWaiting } from './stack.ts';

const print = fingerprintScene({ parties: decodeParties('csannnnnnnnnnn'), defaults: decodeDefaults('ydwnnnnnnnnnnn') }, { defaults });
const member = (key: string): MemberScene => ({ key, name: `Service <${key}>`, href: `/services/${key}/`, print });
const waiting = (id: 'open' | 'when-asked', members: string): WaitingScene => ({
  default: id,
  glyph: defaults[id].glyph,
  told: '2 of them',
  where: 'in 1 of 2 services',
  layers: [{ layer: 'network', name: 'Network and firewall', count: 2, members, means: 'Reachable <from> anywhere' }],
});

function element(tag: string): Element {
  const root = parseHTML(`<!doctype html><html><body><${tag}></${tag}></body></html>`).document.body.firstElementChild;
  if (!root) throw new Error('no element');
  return root;
}

it('draws members as strips with names, and what is open or off', async () => {
  const [list, block] = [element('ul'), element('div')];
  drawMembers(list, [member('a'), member('b')]);
  drawWaiting(block, [waiting('open', 'A and B'), waiting('when-asked', 'A')]);
  await expect(
    `${list.outerHTML}\n${block.outerHTML}\n`.replaceAll(/(?<=>)(?=<(?:li|section|ul|a|button|h3|strong))/gu, '\n'),
  ).toMatchFileSnapshot('__snapshots__/stack.html');
});

it('drawing twice is drawing once, whatever was drawn between', () => {
  const [once, twice] = [element('ul'), element('ul')];
  drawMembers(once, [member('a'), member('b')]);
  for (const members of [
    [member('b'), member('c')],
    [member('a'), member('b')],
    [member('a'), member('b')],
  ])
    drawMembers(twice, members);
  expect(twice.innerHTML).toBe(once.innerHTML);
  const [block, again] = [element('div'), element('div')];
  drawWaiting(block, [waiting('open', 'A')]);
  for (const each of [[waiting('when-asked', 'B')], [], [waiting('open', 'A')], [waiting('open', 'A')]]) drawWaiting(again, each);
  expect(again.innerHTML).toBe(block.innerHTML);
});
