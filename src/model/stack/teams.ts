// Who owns a duty where the reader has written nobody: the team that a company's overlay names.
import { teamOf } from '../organization/house.ts';
import type { Teams } from '../organization/house.ts';
import { cellKey } from './duties.ts';
import type { StackDuty } from './duties.ts';
import { noNote } from './record.ts';
import type { StackRecord } from './record.ts';

/** A record in which each layer without an owner has its team, to be shown and taken along; what is kept stays as the reader wrote it. */
export function withTeams(record: StackRecord, duties: readonly Pick<StackDuty, 'members' | 'layer'>[], teams: Teams): StackRecord {
  if (!teams.owners) return record;
  const filled = new Map(record);
  for (const { members, layer } of duties)
    for (const member of members) {
      const team = teamOf(teams, member.key, layer);
      const key = cellKey(member, layer);
      const note = record.get(key) ?? noNote;
      if (note.owner === '' && team !== undefined) filled.set(key, { ...note, owner: team });
    }
  return filled;
}
