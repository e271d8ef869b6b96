// The list of duties: draws it, and keeps what a reader ticks and writes on each.
import { drawDuties, drawDuty, drawOwners } from '../../drawings/stack-duties.ts';
import type { Names } from '../../model/split/names.ts';
import { cellKeys, groupDuties, stackDuties } from '../../model/stack/duties.ts';
import type { DutyGroup, Grouping, Loaded, StackDuty } from '../../model/stack/duties.ts';
import { joinNotes, lastDay, noteLimits, ownersIn, withNote } from '../../model/stack/record.ts';
import type { DutyNote } from '../../model/stack/record.ts';
import { withTeams } from '../../model/stack/teams.ts';
import type { Teams } from '../../model/organization/house.ts';
import { dutiesScene } from '../../scenes/stack-duties.ts';
import type { DutyRow } from '../../scenes/stack-duties.ts';
import { isComposing } from '../composing.ts';
import { painted } from '../painted.ts';
import { today } from '../today.ts';
import { showChecks } from './checks.ts';
import { changeRecord, onRecord, readRecord } from './kept.ts';

/** As many rows as a screen shows, and a frame has time for. */
const atOnce = 40;
/** Milliseconds of a frame in which more rows are drawn: those that are moved take little. */
const frameTime = 20;

export interface DutiesView {
  /** Shows the duties of the members, grouped. */
  readonly show: (loaded: readonly Loaded[], by: Grouping) => void;
  /** Shows them again, after the record has changed elsewhere. */
  readonly again: () => void;
  /** The groups that are shown, or others of the same duties. */
  readonly groups: (by?: Grouping) => DutyGroup[];
}

/**
 * @param root holds the list, its count and the list of owners
 * @param told says that the browser did not keep what was written; empty where it did
 */
export function startDuties(root: HTMLElement, names: Names & Teams, told: (text: string) => void): DutiesView {
  const part = (name: string): HTMLElement | null => root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  const list = part('list');
  const owners = part('owners');
  const fields = { ...noteLimits, lastDay, owners: owners?.id ?? '' };
  let loaded: readonly Loaded[] = [];
  let all: readonly StackDuty[] = [];
  let grouping: Grouping = 'urgency';
  let rows = new Map<string, DutyRow>();
  let turn = 0;
  /** Draws the rows that are still to come. */
  let drawRest = (): void => undefined;

  const groups = (by: Grouping = grouping): DutyGroup[] => {
    const { record } = typeof siteBare === 'undefined' ? { record: withTeams(readRecord().record, all, names) } : readRecord();
    const ownerOf = (duty: StackDuty): string => joinNotes(record, cellKeys(duty)).owner;
    return groupDuties(all, by, { names, members: loaded.map(({ member }) => member), ownerOf });
  };
  const fold = (item: Element, why: 'opened' | 'again' | 'printed' = 'opened'): void => {
    const key = item.getAttribute('data-duty') ?? '';
    const [row, duty, place] = [rows.get(key), all.find((each) => each.key === key), item.querySelector('.fold')];
    if (!row || !duty || !place) return;
    drawDuty(item, row, fields);
    void showChecks(place, duty, why);
  };
  /** @param most rows that are drawn at once; the others follow, some in each frame */
  const draw = (most = Infinity): void => {
    if (!list) return;
    const mine = ++turn;
    const { record } = typeof siteBare === 'undefined' ? { record: withTeams(readRecord().record, all, names) } : readRecord();
    const scene = dutiesScene(names, groups(), record, today());
    rows = new Map(scene.groups.flatMap((group) => group.rows.map((row) => [row.key, row])));
    list.dataset['by'] = grouping;
    const drawTo = (rowsInAll: number): void => {
      drawDuties(list, scene, rowsInAll);
      for (const kept of list.querySelectorAll('.fold > .kept')) {
        const item = kept.closest('.duty');
        if (item) fold(item);
      }
    };
    drawTo(most);
    const counted = part('counted');
    if (counted && counted.textContent !== scene.counted) counted.textContent = scene.counted;
    if (owners) drawOwners(owners, ownersIn(record));
    drawRest = (): void => {
      if (mine === turn && most < rows.size) drawTo(Infinity);
    };
    const follow = async (): Promise<void> => {
      for (let drawn = most; drawn < rows.size;) {
        await painted();
        if (mine !== turn) return;
        const until = performance.now() + frameTime;
        do {
          drawn += atOnce;
          drawTo(drawn);
        } while (drawn < rows.size && performance.now() < until);
      }
    };
    void follow();
  };
  const keep = (field: HTMLInputElement | HTMLTextAreaElement): void => {
    const cells = field.closest('.duty')?.getAttribute('data-cells')?.split(' ') ?? [];
    const kept = changeRecord((record) => withNote(record, cells, changeOf(field)));
    if (!kept)
      told('This browser did not keep it: its storage is blocked or full. Export your notes as a file before you leave this page.');
    else told(isCut(field) ? `Only the first ${noteLimits[field.name]} characters of it are kept.` : '');
  };
  root.addEventListener('input', ({ target }) => {
    if (isField(target) && target.name !== 'done') keep(target);
  });
  /** The duty whose owner has changed: it moves to another group once the reader has left it. */
  let moving: Element | null = null;
  root.addEventListener('change', ({ target }) => {
    if (!isField(target)) return;
    keep(target);
    if (grouping === 'owner' && target.name === 'owner') moving = target.closest('.duty');
    if (!moving) draw();
  });
  root.addEventListener('focusout', ({ relatedTarget }) => {
    if (!moving || (relatedTarget instanceof Node && moving.contains(relatedTarget))) return;
    moving = null;
    draw();
  });
  const unfold = (item: Element, open: boolean): void => {
    if (open) fold(item);
    item.toggleAttribute('data-open', open);
    item.querySelector('.more')?.setAttribute('aria-expanded', String(open));
  };
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('.duty button') : null;
    const item = button?.closest('.duty');
    if (!button || !item) return;
    if (button.matches('.more')) {
      unfold(item, !item.hasAttribute('data-open'));
      return;
    }
    // The button goes with what it asks for, in every fold.
    item.querySelector<HTMLElement>('.more')?.focus();
    for (const lost of list?.querySelectorAll('.shown-by button') ?? []) {
      const other = lost.closest('.duty');
      if (other) fold(other, 'again');
    }
  });
  root.addEventListener('keydown', (event) => {
    const { key, target } = event;
    const item = key === 'Escape' && !isComposing(event) && target instanceof Element ? target.closest('.duty[data-open]') : null;
    if (!item) return;
    unfold(item, false);
    item.querySelector<HTMLElement>('.more')?.focus();
  });
  addEventListener('beforeprint', () => {
    drawRest();
    for (const item of list?.querySelectorAll('.duty') ?? []) fold(item, 'printed');
  });
  onRecord(() => {
    draw();
  });

  return {
    show: (those, by) => {
      loaded = those;
      all = stackDuties(those);
      grouping = by;
      draw(atOnce);
    },
    again: () => {
      draw(atOnce);
    },
    groups,
  };
}

function isField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.closest('.duty') !== null;
}

/** Several cells that share a duty may hold more together than one of them keeps. */
const isCut = <T extends { readonly name: string; readonly value: string }>(field: T): field is T & { readonly name: 'owner' | 'note' } =>
  (field.name === 'owner' || field.name === 'note') && field.value.length > noteLimits[field.name];

function changeOf(field: HTMLInputElement | HTMLTextAreaElement): Partial<DutyNote> {
  switch (field.name) {
    case 'done':
      return field instanceof HTMLInputElement ? { done: field.checked } : {};
    case 'owner':
      return { owner: field.value };
    case 'due':
      return { due: field.value };
    default:
      return { note: field.value };
  }
}
