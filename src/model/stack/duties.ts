// What a stack asks of the customer: each half of theirs once, with the members that it covers.
import type { Cell } from '../record/schema/cell.ts';
import { nameOf } from '../record/lookup.ts';
import { sourcesOf } from '../split/cell.ts';
import type { Source } from '../split/cell.ts';
import { urgency } from '../split/default.ts';
import type { Names } from '../split/names.ts';
import { defaultIds, layerIds } from '../vocabulary.ts';
import type { DefaultId, LayerId } from '../vocabulary.ts';
import type { Member } from './members.ts';

/** A member with its cells, as its service's data file has them. */
export interface Loaded {
  readonly member: Pick<Member, 'key' | 'name' | 'listed' | 'href'>;
  readonly cells: Readonly<Record<LayerId, Cell>>;
}

/** What the cells behind a duty say: each text once, with the members that it is about. */
export interface DutyDetail {
  readonly text: string;
  readonly sources: readonly Source[];
  readonly members: readonly Loaded['member'][];
}

/** One act of the customer in one layer, for all members of which it is asked in the same words. */
export interface StackDuty {
  /** Distinct in a list; not for keeping, as it holds the words of the record. */
  readonly key: string;
  readonly layer: LayerId;
  /** What holds until it is done. */
  readonly default: DefaultId;
  /** Imperative: "Set retention, rehearse a restore". */
  readonly task: string;
  /** Whether AWS carries the other half. */
  readonly shared: boolean;
  /** At least one, in the order of the stack. */
  readonly members: readonly Loaded['member'][];
  readonly details: readonly DutyDetail[];
}

/**
 * The name under which notes on a member's layer are kept: `amazon-rds.default.backup`. It holds no words of a record, so that a
 * corrected phrase keeps its tick.
 */
export const cellKey = (member: Pick<Member, 'key'>, layer: LayerId): string => `${member.key}.${layer}`;

/** The names under which notes on a duty are kept, one for each of its members. */
export const cellKeys = ({ members, layer }: Pick<StackDuty, 'members' | 'layer'>): string[] =>
  members.map((member) => cellKey(member, layer));

/**
 * The duties of a stack, the most urgent first, then in the order of layers. Cells of one layer that ask for the same act where the same
 * holds until then are one duty: those that members inherit from their category, and those whose records say the same.
 */
export function stackDuties(loaded: readonly Loaded[]): StackDuty[] {
  const duties = layerIds.flatMap((layer) => {
    const found = new Map<string, Loaded[]>();
    for (const each of loaded) {
      const cell = each.cells[layer];
      if (cell.party !== 'customer' && cell.party !== 'shared') continue;
      const key = `${layer} ${cell.party} ${cell.default} ${cell.you}`;
      found.set(key, [...(found.get(key) ?? []), each]);
    }
    return [...found].flatMap(([key, alike]) => dutyOf(key, layer, alike));
  });
  return duties.sort((a, b) => urgency[a.default] - urgency[b.default]);
}

/** The duty of members whose cells ask for the same act. */
function dutyOf(key: string, layer: LayerId, alike: readonly Loaded[]): StackDuty[] {
  const cell = alike[0]?.cells[layer];
  if (cell?.party !== 'customer' && cell?.party !== 'shared') return [];
  const texts = [...new Set(alike.map(({ cells }) => cells[layer].detail))];
  const details = texts.flatMap((text): DutyDetail[] => {
    const same = alike.filter(({ cells }) => cells[layer].detail === text);
    return same[0] ? [{ text, sources: sourcesOf(same[0].cells[layer]), members: same.map(({ member }) => member) }] : [];
  });
  const members = alike.map(({ member }) => member);
  return [{ key, layer, default: cell.default, task: cell.you, shared: cell.party === 'shared', members, details }];
}

/**
 * What holds until a duty is done, in words that stand beside its tick: of what is in place from the start the customer decides how, and
 * "Done" would say that nothing is left.
 */
export const holdsUntil = (defaults: Names['defaults'], id: DefaultId): string =>
  id === 'done' ? 'In place from the start' : defaults[id].name;

export const groupings = ['urgency', 'layer', 'service', 'owner'] as const;
export type Grouping = (typeof groupings)[number];

export interface DutyGroup {
  /** Distinct in a list: a default, a layer, the key of a member, or an owner. */
  readonly id: string;
  readonly name: string;
  /** The default by which the group is told, where it is one. */
  readonly default: DefaultId | undefined;
  readonly duties: readonly StackDuty[];
}

/** What stands for duties that nobody owns: no owner has an empty name. */
export const noOwner = '';

/** What grouping needs beside the duties. */
export interface Grouped {
  readonly names: Pick<Names, 'layers' | 'defaults'>;
  /** In the order of the stack. */
  readonly members: readonly Loaded['member'][];
  /** Who owns a duty, {@link noOwner} for nobody. */
  readonly ownerOf: (duty: StackDuty) => string;
}

/** The duties in groups; within each the most urgent first. By service a duty stands under each of its members, for that member alone. */
export function groupDuties(duties: readonly StackDuty[], by: Grouping, { names, members, ownerOf }: Grouped): DutyGroup[] {
  const { layers, defaults } = names;
  switch (by) {
    case 'urgency':
      return collect(
        [...defaultIds].sort((a, b) => urgency[a] - urgency[b]).map((id) => ({ id, name: holdsUntil(defaults, id), default: id })),
        duties,
        (duty) => duty.default,
      );
    case 'layer':
      return collect(
        layerIds.map((id) => ({ id, name: nameOf(layers, id), default: undefined })),
        duties,
        (duty) => duty.layer,
      );
    case 'service': {
      const single = duties.flatMap((duty) => duty.members.map((member) => onlyFor(duty, member)));
      return collect(
        members.map(({ key, name }) => ({ id: key, name, default: undefined })),
        single,
        (duty) => duty.members[0]?.key ?? '',
      );
    }
    case 'owner': {
      const owners = [...new Set(duties.map(ownerOf))].filter((owner) => owner !== noOwner).sort((a, b) => a.localeCompare(b, 'en'));
      return collect(
        [...owners.map((id) => ({ id, name: id, default: undefined })), { id: noOwner, name: 'Nobody yet', default: undefined }],
        duties,
        ownerOf,
      );
    }
  }
}

/** The duty as one of its members has it. */
const onlyFor = (duty: StackDuty, member: Loaded['member']): StackDuty => ({
  ...duty,
  key: `${member.key} ${duty.key}`,
  members: [member],
  details: duty.details.filter(({ members }) => members.includes(member)).map((detail) => ({ ...detail, members: [member] })),
});

const collect = (
  heads: readonly Omit<DutyGroup, 'duties'>[],
  duties: readonly StackDuty[],
  groupOf: (duty: StackDuty) => string,
): DutyGroup[] =>
  heads.map((head) => ({ ...head, duties: duties.filter((duty) => groupOf(duty) === head.id) })).filter((group) => group.duties.length > 0);
