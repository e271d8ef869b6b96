import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import type { DutiesScene, DutyRow } from '../scenes/stack-duties.ts';
import { drawDuties, drawDuty, drawOwners } from './stack-duties.ts';

const source = { href: 'https://docs.aws.amazon.com/x/page.html', name: 'AWS docs: Page' };

const row = (key: string, said: Partial<DutyRow> = {}): DutyRow => ({
  key,
  cells: `${key}.default.network`,
  task: `Close <${key}>`,
  layer: 'Network and firewall',
  holds: { id: 'open', name: 'Open until you close it', glyph: 'triangle' },
  names: `Service ${key}`,
  shared: '',
  means: 'Reachable from anywhere',
  why: [{ names: '', text: 'It is <b>open</b>.', sources: [source] }],
  note: { done: false, ticked: 0, note: '', owner: '', due: '' },
  partly: '',
  told: '',
  overdue: false,
  ...said,
});
const done = row('b', {
  shared: 'shared with AWS',
  note: { done: true, ticked: 1, note: 'Ticket 12', owner: 'Platform team', due: '2026-12-31' },
  told: 'Platform team · due 2026-12-31 · Ticket 12',
});
const some = row('c', { note: { done: false, ticked: 1, note: '', owner: '', due: '2026-01-01' }, partly: '1 of 2 done', overdue: true });
const scene = (...groups: readonly (readonly DutyRow[])[]): DutiesScene => ({
  counted: '',
  groups: groups.map((rows, at) => ({
    id: at === 0 ? 'open' : `group ${at}`,
    name: at === 0 ? 'Open until you close it' : `Group <${at}>`,
    default: at === 0 ? 'open' : undefined,
    glyph: at === 0 ? 'triangle' : undefined,
    counted: `1 of ${rows.length} done`,
    rows,
  })),
});
const fields = { note: 2000, owner: 80, lastDay: '9999-12-31', owners: 'owners' };

function empty(): Element {
  const root = parseHTML('<!doctype html><html><body><div></div></body></html>').document.body.firstElementChild;
  if (!root) throw new Error('no element');
  return root;
}
const lines = (root: Element): string => root.innerHTML.replaceAll(/(?<=>)(?=<(?:section|li|h3|label|p|button|div|ul))/gu, '\n');

it('draws groups of rows, and the fold of one', async () => {
  const root = empty();
  drawDuties(root, scene([row('a'), done], [some]));
  const [first] = root.querySelectorAll('.duty');
  if (first) drawDuty(first, row('a'), fields);
  await expect(lines(root)).toMatchFileSnapshot('__snapshots__/stack-duties.html');
});

it('drawing twice is drawing once, whatever was drawn between', () => {
  const [once, twice] = [empty(), empty()];
  drawDuties(once, scene([row('a'), done], [some]));
  drawDuties(twice, scene([some], [done], [row('a')]));
  drawDuties(twice, scene([row('a'), done], [some]));
  drawDuties(twice, scene([row('a'), done], [some]));
  expect(twice.innerHTML).toBe(once.innerHTML);
});

it('draws so many rows at first and the others later, and takes none away that stands', () => {
  const root = empty();
  const all = scene([row('a'), row('b')], [row('c')]);
  drawDuties(root, all, 1);
  expect(root.querySelectorAll('.duty')).toHaveLength(1);
  expect(root.querySelectorAll('section')).toHaveLength(2);
  drawDuties(root, all);
  expect(root.querySelectorAll('.duty')).toHaveLength(3);
  drawDuties(root, all, 1);
  expect(root.querySelectorAll('.duty')).toHaveLength(3);
});

it('moves a row that another grouping has elsewhere, with what is unfolded in it, and makes none anew that stands', () => {
  const root = empty();
  drawDuties(root, scene([row('a'), row('b')], [row('c')]));
  const items = new Map([...root.querySelectorAll('.duty')].map((item) => [item.getAttribute('data-duty'), item]));
  items.get('a')?.setAttribute('data-open', '');
  const { groups } = scene([row('c')], [row('b'), row('a')]);
  const other: DutiesScene = { counted: '', groups: groups.map((group) => ({ ...group, id: `other ${group.id}` })) };
  // The first rows at once; the others have no place until they are drawn.
  drawDuties(root, other, 1);
  drawDuties(root, other);
  const now = [...root.querySelectorAll('.duty')];
  expect(now.map((item) => item.getAttribute('data-duty'))).toEqual(['c', 'b', 'a']);
  expect(now.map((item) => item === items.get(item.getAttribute('data-duty')))).toEqual([true, true, true]);
  expect(now[2]?.hasAttribute('data-open')).toBe(true);
  drawDuties(root, scene([row('a', { task: 'Corrected' })]));
  expect(root.querySelectorAll('.duty')).toHaveLength(1);
  expect(root.querySelector('.task')?.textContent).toBe('Corrected');
  // One that was gone is made anew.
  drawDuties(root, scene([row('a'), row('b')]));
  expect(root.querySelectorAll('.duty')[1]).not.toBe(items.get('b'));
});

it('ticks what is done, and says of what is done in part how much', () => {
  const root = empty();
  drawDuties(root, scene([row('a'), done, some]));
  const boxes = [...root.querySelectorAll<HTMLInputElement>('[name="done"]')];
  expect(boxes.map(({ checked, indeterminate }) => [checked, indeterminate])).toEqual([
    [false, false],
    [true, false],
    [false, true],
  ]);
  drawDuties(root, scene([row('a'), { ...done, note: { ...done.note, done: false }, told: '' }, some]));
  expect(boxes[1]?.checked).toBe(false);
});

it('leaves a field alone that holds what it should: its cursor would move', () => {
  const root = empty();
  drawDuties(root, scene([done]));
  const [item] = root.querySelectorAll('.duty');
  if (!item) throw new Error('no row');
  drawDuty(item, done, fields);
  const note = item.querySelector<HTMLTextAreaElement>('[name="note"]');
  if (!note) throw new Error('no field');
  expect([note.value, item.querySelector<HTMLInputElement>('[name="owner"]')?.value]).toEqual(['Ticket 12', 'Platform team']);
  let set = 0;
  Object.defineProperty(note, 'value', {
    get: () => 'Ticket 12',
    set: () => {
      set += 1;
    },
  });
  drawDuty(item, done, fields);
  expect(set).toBe(0);
});

it('offers the owners that are known', () => {
  const root = empty();
  drawOwners(root, ['Data team', 'Platform team <x>']);
  drawOwners(root, ['Data team', 'Platform team <x>']);
  expect([...root.children].map((option) => option.getAttribute('value'))).toEqual(['Data team', 'Platform team <x>']);
});
