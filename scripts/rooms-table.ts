// The rooms as CONTRIBUTING.md prints them.
import { rooms } from './rooms.ts';

/** Returns the table of CONTRIBUTING.md, in Markdown. */
export function roomsTable(): string {
  const list = (names: readonly string[]): string => (names.length === 0 ? 'nothing' : names.join(', '));
  const rows = rooms.map(({ name, holds, runs, may, types = [], bans = [] }) => [
    name.startsWith('The ') ? name : `\`${name}\``,
    holds,
    runs,
    [list(may), ...(types.length > 0 ? [`types of ${types.join(', ')}`] : [])].join('; '),
    list(bans),
  ]);
  return [['Room', 'A line lives here if it', 'Runs in', 'May import', 'Must not use'], ['---', '---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('<', '&lt;')).join(' | ')} |`)
    .join('\n');
}
