// The list of duties of a stack as the page shows it: groups of rows, each with what the reader keeps on it.
import { meaningOf } from '../model/split/default.ts';
import { joined } from '../model/wording.ts';
import type { Source } from '../model/split/cell.ts';
import type { Names } from '../model/split/names.ts';
import { nameOf } from '../model/record/lookup.ts';
import { cellKeys, holdsUntil } from '../model/stack/duties.ts';
import type { DutyGroup, StackDuty } from '../model/stack/duties.ts';
import { joinNotes } from '../model/stack/record.ts';
import type { JoinedNote, StackRecord } from '../model/stack/record.ts';
import type { DefaultId } from '../model/vocabulary.ts';
import type { Holds } from './split.ts';

/** Why a duty is one: the text of a cell, under the names it is about where not all are alike. */
export interface DutyWhy {
  readonly names: string;
  readonly text: string;
  readonly sources: readonly Source[];
}

export interface DutyRow {
  /** Distinct in the list. */
  readonly key: string;
  /** The cells that a note on it is kept for, parted by spaces. */
  readonly cells: string;
  readonly task: string;
  readonly layer: string;
  readonly holds: Holds;
  /** "Amazon S3, Amazon SQS" */
  readonly names: string;
  /** "shared with AWS"; empty where it is the customer's alone. */
  readonly shared: string;
  /** "Reachable from anywhere until you restrict it" */
  readonly means: string;
  readonly why: readonly DutyWhy[];
  readonly note: JoinedNote;
  /** "1 of 3 done"; empty where all are, or none. */
  readonly partly: string;
  /** "Platform team · due 2026-12-31, overdue"; empty where nothing is kept. */
  readonly told: string;
  readonly overdue: boolean;
}

export interface DutyGroupScene {
  readonly id: string;
  readonly name: string;
  readonly default: DefaultId | undefined;
  readonly glyph: Holds['glyph'] | undefined;
  /** "2 of 7 done" */
  readonly counted: string;
  readonly rows: readonly DutyRow[];
}

export interface DutiesScene {
  /** "3 of 41 done" */
  readonly counted: string;
  readonly groups: readonly DutyGroupScene[];
}

/** @param today YYYY-MM-DD in the reader's time zone */
export function dutiesScene(names: Names, groups: readonly DutyGroup[], record: StackRecord, today: string): DutiesScene {
  const scenes = groups.map((group): DutyGroupScene => {
    const rows = group.duties.map((duty) => rowOf(names, duty, record, today));
    const { id, name } = group;
    const glyph = group.default && names.defaults[group.default].glyph;
    return { id, name, default: group.default, glyph, counted: countDone(rows), rows };
  });
  return { counted: countDone(scenes.flatMap(({ rows }) => rows)), groups: scenes };
}

const countDone = (rows: readonly DutyRow[]): string => `${rows.filter(({ note }) => note.done).length} of ${rows.length} done`;

function rowOf(names: Names, duty: StackDuty, record: StackRecord, today: string): DutyRow {
  const { key, layer, task, members } = duty;
  const keys = cellKeys(duty);
  const note = joinNotes(record, keys);
  const overdue = note.due !== '' && note.due < today && !note.done;
  const day = note.due === '' ? [] : [`due ${note.due}${overdue ? ', overdue' : ''}`];
  const holds: Holds = { id: duty.default, name: holdsUntil(names.defaults, duty.default), glyph: names.defaults[duty.default].glyph };
  return {
    key,
    cells: keys.join(' '),
    task,
    layer: nameOf(names.layers, layer),
    holds,
    names: listOf(members),
    shared: duty.shared ? 'shared with AWS' : '',
    means: meaningOf(names.defaults, duty.default, layer),
    why: duty.details.map((detail) => ({
      names: duty.details.length > 1 ? listOf(detail.members) : '',
      text: detail.text,
      sources: detail.sources,
    })),
    note,
    partly: note.ticked > 0 && !note.done ? `${note.ticked} of ${keys.length} done` : '',
    told: [note.owner, ...day, note.note].filter((text) => text !== '').join(' · '),
    overdue,
  };
}

const listOf = (members: StackDuty['members']): string => joined(members.map(({ listed }) => listed));
