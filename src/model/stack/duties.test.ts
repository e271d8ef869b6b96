import { expect, it } from 'vitest';
import { getContent } from '../../content/load.ts';
import type { Cell } from '../record/schema/cell.ts';
import { namesIn } from '../split/names.ts';
import { mapLayers } from '../vocabulary.ts';
import type { LayerId } from '../vocabulary.ts';
import { cellKeys, groupDuties, groupings, stackDuties } from './duties.ts';
import type { Loaded, StackDuty } from './duties.ts';
import { membersOf } from './members.ts';

const names = namesIn(getContent().catalog);
const source = ['https://docs.aws.amazon.com/x/page.html'];
const theirs: Cell = { party: 'aws', default: 'done', aws: 'All of it', detail: 'AWS does.', source };
const yours = (you: string, detail = 'You do.'): Cell => ({ party: 'customer', default: 'open', you, detail, source });
const both = (you: string, detail = 'Both do.'): Cell => ({ party: 'shared', default: 'when-asked', you, aws: 'The rest', detail, source });

/** A member that AWS secures but for what is said. */
function member(key: string, said: Partial<Record<LayerId, Cell>>): Loaded {
  return { member: { key, name: key, listed: key, href: `/${key}/` }, cells: mapLayers((layer) => said[layer] ?? theirs) };
}

const bucket = member('a.default', { backup: both('Switch on versions'), network: yours('Close it', 'A bucket is open.') });
const queue = member('b.default', { network: yours('Close it', 'A queue is open.'), access: both('Write a policy') });
const host = member('c.default', { network: yours('Write rules'), backup: both('Switch on versions') });
const all = [bucket, queue, host];
const told = (duties: readonly StackDuty[]): string[] =>
  duties.map(({ layer, task, members }) => `${layer}: ${task} (${members.map(({ key }) => key).join(' ')})`);

it('lists the halves of the customer, the most urgent first, each act once with the members it covers', () => {
  expect(told(stackDuties(all))).toEqual([
    'network: Close it (a.default b.default)',
    'network: Write rules (c.default)',
    'access: Write a policy (b.default)',
    'backup: Switch on versions (a.default c.default)',
  ]);
});

it('keeps each text of the cells behind a duty, once, with its sources and members', () => {
  const [first, , , last] = stackDuties(all);
  expect(first?.details.map(({ text, members }) => [text, members.map(({ key }) => key)])).toEqual([
    ['A bucket is open.', ['a.default']],
    ['A queue is open.', ['b.default']],
  ]);
  expect(last?.details.map(({ text, members }) => [text, members.map(({ key }) => key)])).toEqual([
    ['Both do.', ['a.default', 'c.default']],
  ]);
  expect(first?.details[0]?.sources).toEqual([{ href: source[0], name: 'AWS docs: page' }]);
});

it('parts the same words where another party or default holds', () => {
  const asked: Cell = { party: 'shared', default: 'partly', you: 'Close it', aws: 'A part', detail: 'x', source };
  expect(stackDuties([bucket, member('d.default', { network: asked })]).filter(({ layer }) => layer === 'network')).toHaveLength(2);
});

it('names cells without words of a record, so that a corrected phrase keeps its tick', () => {
  const [duty] = stackDuties(all);
  expect(duty && cellKeys(duty)).toEqual(['a.default.network', 'b.default.network']);
  const [corrected] = stackDuties([member('a.default', { network: yours('Close it to the world') })]);
  expect(corrected && cellKeys(corrected)).toEqual(['a.default.network']);
});

const groupsBy = (by: (typeof groupings)[number], ownerOf: (duty: StackDuty) => string = () => ''): [string, string[]][] =>
  groupDuties(stackDuties(all), by, { names, members: all.map((each) => each.member), ownerOf }).map(({ name, duties }) => [
    name,
    told(duties),
  ]);

it('calls what is in place from the start so, because "Done" beside a tick would say that nothing is left', () => {
  const kept: Cell = { party: 'shared', default: 'done', you: 'Choose the key', aws: 'Encrypts', detail: 'x', source };
  const [group] = groupDuties(stackDuties([member('d.default', { 'server-encryption': kept })]), 'urgency', {
    names,
    members: [],
    ownerOf: () => '',
  });
  expect(group?.name).toBe('In place from the start');
});

it('groups by urgency and by layer, each in its order', () => {
  expect(groupsBy('urgency').map(([name, duties]) => [name, duties.length])).toEqual([
    ['Open until you close it', 2],
    ['Not until you ask', 2],
  ]);
  expect(groupsBy('layer').map(([name, duties]) => [name, duties.length])).toEqual([
    ['Identity and access', 1],
    ['Network and firewall', 2],
    ['Backup and recovery', 1],
  ]);
});

it('groups by service in the order of the stack, each duty under each of its members for it alone', () => {
  expect(groupsBy('service')).toEqual([
    ['a.default', ['network: Close it (a.default)', 'backup: Switch on versions (a.default)']],
    ['b.default', ['network: Close it (b.default)', 'access: Write a policy (b.default)']],
    ['c.default', ['network: Write rules (c.default)', 'backup: Switch on versions (c.default)']],
  ]);
  const duties = groupDuties(stackDuties(all), 'service', {
    names,
    members: all.map((each) => each.member),
    ownerOf: () => '',
  }).flatMap((group) => group.duties);
  expect(new Set(duties.map(({ key }) => key)).size).toBe(duties.length);
  expect(duties[0]?.details.map(({ text }) => text)).toEqual(['A bucket is open.']);
});

it('groups by owner, by name, with what nobody owns last', () => {
  const owners: Partial<Record<LayerId, string>> = { network: 'Platform team', backup: 'Data team' };
  expect(groupsBy('owner', ({ layer }) => owners[layer] ?? '').map(([name, duties]) => [name, duties.length])).toEqual([
    ['Data team', 1],
    ['Platform team', 2],
    ['Nobody yet', 1],
  ]);
});

it('loses no duty of any real stack, whatever the grouping', () => {
  const { services } = getContent().catalog;
  const members = membersOf(
    services.slice(0, 60).map(({ id }) => ({ service: id, option: undefined })),
    services.map(({ id, short, options }) => ({
      id,
      short,
      names: [short],
      options: options.map((option) => ({ ...option, aliases: [] })),
    })),
  );
  const loaded = members.flatMap((each): Loaded[] => {
    const option = services.find(({ id }) => id === each.service.id)?.options.find(({ id }) => id === each.option.id);
    return option ? [{ member: each, cells: option.cells }] : [];
  });
  const cells = loaded.flatMap((each) => Object.values(each.cells)).filter(({ party }) => party === 'customer' || party === 'shared');
  const duties = stackDuties(loaded);
  expect(duties.length).toBeLessThan(cells.length);
  for (const by of groupings) {
    const keys = groupDuties(duties, by, { names, members, ownerOf: () => '' }).flatMap((group) => group.duties.flatMap(cellKeys));
    expect([by, keys.length, new Set(keys).size]).toEqual([by, cells.length, cells.length]);
  }
});
