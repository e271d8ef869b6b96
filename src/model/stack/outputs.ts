// What readers take along of a stack: a table, a list for an issue tracker, and everything as data.
import { controlsOfCells } from '../control/control.ts';
import type { Control } from '../control/control.ts';
import { escapeMarkdown } from '../escape.ts';
import { nameOf } from '../record/lookup.ts';
import { meaningOf } from '../split/default.ts';
import type { Names } from '../split/names.ts';
import type { Table } from '../split/table.ts';
import type { DefaultId, LayerId, PartyId } from '../vocabulary.ts';
import { cellKeys, holdsUntil } from './duties.ts';
import type { DutyGroup, Loaded, StackDuty } from './duties.ts';
import { mergeSplits } from './merged.ts';
import type { Member } from './members.ts';
import { joinNotes } from './record.ts';
import type { DutyNote, StackRecord } from './record.ts';

/** A stack as it is shown. */
export interface ShownStack {
  /** "Our 8 services: 7 open, 9 off until we act" */
  readonly title: string;
  /** Of the page with this stack. */
  readonly address: string;
  readonly members: readonly Member[];
  readonly groups: readonly DutyGroup[];
  readonly record: StackRecord;
  /** All controls that can show a duty. */
  readonly controls: readonly Check[];
}

/** What an output says of a control. */
type Check = Pick<Control, 'id' | 'duties' | 'source'>;

const namesOf = (members: StackDuty['members']): string => members.map(({ listed }) => listed).join(', ');

/** The pages that the cells behind a duty cite, each once. */
const pagesOf = (duty: StackDuty): { readonly href: string; readonly name: string }[] => [
  ...new Map(duty.details.flatMap(({ sources }) => sources.map((source) => [source.href, source] as const))).values(),
];

/** One row a duty, in the order of the groups. */
export function dutiesTable(
  { layers, defaults }: Names,
  { groups, record, controls }: Pick<ShownStack, 'groups' | 'record' | 'controls'>,
): Table {
  const about = ['Done', 'If you do nothing', 'Layer', 'Services', 'What you do', 'What that means', 'Owner', 'Due', 'Note'];
  return {
    head: [...about, 'Sources', 'Checks', 'Pages of checks'],
    rows: groups
      .flatMap(({ duties }) => duties)
      .map((duty) => {
        const cells = cellKeys(duty);
        const note = joinNotes(record, cells);
        const checks = controlsOfCells(controls, cells);
        return [
          note.done ? 'Done' : note.ticked > 0 ? `${note.ticked} of ${duty.members.length}` : '',
          holdsUntil(defaults, duty.default),
          nameOf(layers, duty.layer),
          namesOf(duty.members),
          duty.task,
          meaningOf(defaults, duty.default, duty.layer),
          note.owner,
          note.due,
          note.note,
          pagesOf(duty)
            .map(({ href }) => href)
            .join(' '),
          checks.map(({ id }) => id).join(' '),
          checks.map(({ source }) => source).join(' '),
        ];
      }),
  };
}

/** A list of tasks in Markdown, as issue trackers read it: https://github.github.com/gfm/#task-list-items-extension- */
export function dutiesMarkdown(
  names: Names,
  { title, address, members, groups, record, controls }: Omit<ShownStack, 'members'> & { readonly members: readonly Loaded['member'][] },
): string {
  const sections = groups.map((group) => {
    const items = group.duties.map((duty) => taskOf(names, duty, record, controlsOfCells(controls, cellKeys(duty))));
    return `## ${escapeMarkdown(group.name)} (${group.duties.length})\n\n${items.join('\n')}\n`;
  });
  return [`# ${escapeMarkdown(title)}\n`, `<${address}>\n`, `${escapeMarkdown(namesOf(members))}\n`, ...sections].join('\n');
}

/** Links with a dot between. */
const linksOf = (links: readonly { readonly href: string; readonly name: string }[]): string =>
  links.map(({ href, name }) => `[${escapeMarkdown(name)}](${href.replaceAll('(', '%28').replaceAll(')', '%29')})`).join(' · ');

function taskOf({ layers, defaults }: Names, duty: StackDuty, record: StackRecord, checks: readonly Check[]): string {
  const note = joinNotes(record, cellKeys(duty));
  const told = [
    ...(note.owner === '' ? [] : [`Owner: ${escapeMarkdown(note.owner)}`]),
    ...(note.due === '' ? [] : [`Due: ${note.due}`]),
    ...(note.ticked > 0 && !note.done ? [`${note.ticked} of ${duty.members.length} done`] : []),
  ];
  const lines = [
    `- [${note.done ? 'x' : ' '}] **${escapeMarkdown(nameOf(layers, duty.layer))}**: ${escapeMarkdown(duty.task)} (${escapeMarkdown(namesOf(duty.members))})`,
    `${escapeMarkdown(holdsUntil(defaults, duty.default))}: ${escapeMarkdown(meaningOf(defaults, duty.default, duty.layer))}`,
    ...(told.length === 0 ? [] : [told.join(' · ')]),
    ...(note.note === '' ? [] : [`Note: ${escapeMarkdown(note.note)}`]),
    ...(checks.length === 0
      ? []
      : [`Can show whether it is done: ${linksOf(checks.map(({ id, source }) => ({ href: source, name: id })))}`]),
    linksOf(pagesOf(duty)),
  ];
  return lines.join('\n  - ');
}

/** A stack as data: its members, its merged split, and its duties with what the reader keeps on them. */
export interface StackData {
  readonly version: 1;
  readonly title: string;
  readonly address: string;
  readonly services: readonly { readonly key: string; readonly service: string; readonly option: string; readonly name: string }[];
  readonly layers: readonly {
    readonly layer: LayerId;
    readonly name: string;
    /** `services` holds keys of `services` above. */
    readonly shares: readonly { readonly party: PartyId; readonly default: DefaultId | null; readonly services: readonly string[] }[];
  }[];
  readonly duties: readonly (DutyNote & {
    readonly layer: LayerId;
    readonly default: DefaultId;
    readonly task: string;
    readonly shared: boolean;
    readonly services: readonly string[];
    readonly details: readonly { readonly text: string; readonly sources: readonly string[]; readonly services: readonly string[] }[];
    /** The controls that can show whether it is done, with the AWS page about each. */
    readonly checks: readonly { readonly id: string; readonly source: string }[];
  })[];
}

const keysOf = (members: readonly { readonly key: string }[]): string[] => members.map(({ key }) => key);

export function stackData({ layers }: Names, { title, address, members, groups, record, controls }: ShownStack): StackData {
  const merged = mergeSplits(members);
  return {
    version: 1,
    title,
    address,
    services: members.map(({ key, name, service, option }) => ({ key, service: service.id, option: option.id, name })),
    layers: layers.map(({ id, name }) => ({
      layer: id,
      name,
      shares: merged[id].map((share) => ({ party: share.party, default: share.default ?? null, services: keysOf(share.members) })),
    })),
    duties: groups
      .flatMap(({ duties }) => duties)
      .map((duty) => {
        const cells = cellKeys(duty);
        const { done, note, owner, due } = joinNotes(record, cells);
        const { layer, task, shared } = duty;
        const details = duty.details.map(({ text, sources, members: about }) => ({
          text,
          sources: sources.map(({ href }) => href),
          services: keysOf(about),
        }));
        const checks = controlsOfCells(controls, cells).map(({ id, source }) => ({ id, source }));
        return { layer, default: duty.default, task, shared, services: keysOf(duty.members), details, checks, done, owner, due, note };
      }),
  };
}
