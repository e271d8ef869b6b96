import { describe, expect, it } from 'vitest';
import { decodeParties } from '../model/split/counts.ts';
import { decodeDefaults } from '../model/split/default.ts';
import { defaults, parties } from '../model/split/names.fixture.ts';
import type { Names } from '../model/split/names.ts';
import type { Member } from '../model/stack/members.ts';
import type { StackDuty } from '../model/stack/duties.ts';
import { noNote, noRecord } from '../model/stack/record.ts';
import type { StackRecord } from '../model/stack/record.ts';
import { countMembers, stackFinding, stackScene, stackSplit } from './stack.ts';
import { dutiesScene } from './stack-duties.ts';
import { stackPicture } from './stack-picture.ts';

const names: Names = {
  layers: [
    { id: 'network', name: 'Network and firewall', question: 'Who decides what can reach it?' },
    { id: 'backup', name: 'Backup and recovery', question: 'Who makes copies?' },
    { id: 'os', name: 'Guest operating system', question: 'Who patches it?' },
  ],
  parties,
  defaults,
};
/** Letters in the order of the vocabulary; network is the 6th, backup the 7th, os the 11th. */
function member(id: string, partyLetters: string, defaultLetters: string, optionId = 'default'): Member {
  const option = {
    id: optionId,
    name: optionId,
    aliases: [],
    parties: decodeParties(partyLetters),
    defaults: decodeDefaults(defaultLetters),
  };
  const service = { id, short: id, names: [id], options: [option] };
  return { key: `${id}.${optionId}`, name: id, listed: id, href: `/services/${id}/`, service, option };
}
const host = member('host', 'cccccccccccaaa', 'yyyyyoyyyyyddd');
const bucket = member('bucket', 'cccccssssaanaa', 'yyyyydwwwddndd');
const queue = member('queue', 'cccccssssaaaaa', 'yyyyydwppddddd');

describe('the picture of a stack', () => {
  it('counts each layer by party, with what is open or off beside it', () => {
    const { bands } = stackSplit(names, [host, bucket, queue]);
    expect(bands.map(({ layer, spoken, holds }) => [layer, spoken, holds?.name, holds?.id])).toEqual([
      ['network', '1 yours, 2 shared', '1 open', 'open'],
      ['backup', '1 yours, 2 shared', '2 off', 'when-asked'],
      ['os', '1 yours, 2 AWS', '1 only you', 'yours'],
    ]);
    expect(bands[0]?.panel.blocks.map(({ heading, links }) => [heading, links.map(({ text }) => text)])).toEqual([
      ['Yours in 1 service', ['host']],
      ['Shared in 2 services', ['bucket', 'queue']],
    ]);
  });
  it('has no default where a layer exists for no member, and where there is none', () => {
    const nowhere = member('nowhere', 'nnnnnnnnnnnnnn', 'nnnnnnnnnnnnnn');
    expect(stackSplit(names, [nowhere]).bands.map(({ holds }) => holds)).toEqual([undefined, undefined, undefined]);
    expect(stackScene(names, []).waiting).toEqual([]);
  });
  it('says on top what is open and what is off, with number, names and what it means', () => {
    const { waiting } = stackScene(names, [host, bucket, queue]);
    expect(waiting.map(({ told, where }) => [told, where])).toEqual([
      ['1 open until you close it', 'in 1 of 3 services'],
      ['4 off until you ask', 'in 2 of 3 services'],
    ]);
    expect(waiting[0]?.layers).toEqual([
      { layer: 'network', name: 'Network and firewall', count: 1, members: 'host', means: 'Reachable until you restrict it' },
    ]);
  });
  it('shows each member as a strip, through the same lens', () => {
    const through = stackScene(names, [host], { lens: 'defaults' });
    expect(through.members.map(({ name, href }) => [name, href])).toEqual([['host', '/services/host/']]);
    expect(through.members[0]?.print.cells.some(({ kind }) => kind === 'holds-open')).toBe(true);
    expect(through.split.bands[0]?.parts.some(({ kind, x0, x1 }) => kind === 'holds-open' && x0 < x1)).toBe(true);
  });
  it('counts services, and ways where a service stands in it several ways', () => {
    expect(countMembers([host])).toBe('1 service');
    expect(countMembers([host, bucket])).toBe('2 services');
    const both = [host, member('host', 'cccccccccccaaa', 'yyyyyoyyyyyddd', 'other'), bucket];
    expect(countMembers(both)).toBe('3 ways to run 2 services');
    expect(stackSplit(names, both).bands[0]?.panel.blocks[0]?.heading).toBe('Yours in 2 ways');
  });
});

it('is titled by what it comes to', () => {
  expect(stackFinding([host, bucket, queue])).toBe('Our 3 services: 1 open, 4 off until we act');
  expect(stackFinding([host])).toBe('Our host: 1 open until we act');
  expect(stackFinding([member('safe', 'aaaaaaaaaaaaaa', 'dddddddddddddd')])).toBe('Our safe: nothing open or off');
});

describe('the slide', () => {
  const labels = { title: 'Ours', foot: 'Who secures which layer · example.com/stack/?services=host · 2026-11-30' };
  it('has the names under its title and the counts of defaults beside its bands', () => {
    const scene = stackPicture(names, [host, bucket], 'parties', labels);
    const texts = scene.texts.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['host and bucket', '1 open', 'IF YOU DO NOTHING', labels.foot]));
    expect(scene.glyphs).toHaveLength(names.layers.length);
    // Of many services no band is open as a whole, and no half of AWS fades.
    expect(scene.shapes.map(({ kind }) => kind)).not.toEqual(expect.arrayContaining(['edge-open']));
  });
  it('names as many members as fit, and leaves a long query out of its foot', () => {
    const many = Array.from({ length: 60 }, (_, at) => member(`amazon-service-number-${at}`, 'cccccccccccaaa', 'yyyyyoyyyyyddd'));
    const query = `?services=${many.map(({ service }) => service.id).join(',')}`;
    const scene = stackPicture(names, many, 'parties', { ...labels, foot: `Who · example.com/stack/${query} · 2026-11-30` });
    const under = scene.texts.find(({ y }) => y === 71)?.text ?? '';
    expect(under).toMatch(/^amazon-service-number-0, .+ and \d+ more$/u);
    expect(under.length * 6.5).toBeLessThanOrEqual(scene.width - 56);
    expect(scene.texts.map(({ text }) => text)).toContain('Who · example.com/stack/ · 2026-11-30');
    expect(scene.description).toContain('amazon-service-number-59');
  });
});

describe('the list of duties', () => {
  const about = [host, bucket].map(({ key, name, listed, href }) => ({ key, name, listed, href }));
  const duty: StackDuty = {
    key: 'k',
    layer: 'network',
    default: 'open',
    task: 'Close it',
    shared: false,
    members: about,
    details: [
      { text: 'A host is open.', sources: [], members: about.slice(0, 1) },
      { text: 'A bucket is open.', sources: [], members: about.slice(1) },
    ],
  };
  const group = { id: 'open', name: 'Open', default: 'open' as const, duties: [duty] };
  const rowFor = (record: StackRecord, day = '2026-11-30') => dutiesScene(names, [group], record, day).groups[0]?.rows[0];

  it('says what is asked, for which services and why', () => {
    expect(rowFor(noRecord)).toEqual({
      key: 'k',
      cells: 'host.default.network bucket.default.network',
      task: 'Close it',
      layer: 'Network and firewall',
      holds: { id: 'open', name: 'Open until you close it', glyph: 'triangle' },
      names: 'host and bucket',
      shared: '',
      means: 'Reachable until you restrict it',
      why: [
        { names: 'host', text: 'A host is open.', sources: [] },
        { names: 'bucket', text: 'A bucket is open.', sources: [] },
      ],
      note: { ...noNote, ticked: 0 },
      partly: '',
      told: '',
      overdue: false,
    });
  });
  it('says what is kept on it, how much is done, and what is late', () => {
    const one: StackRecord = new Map([
      ['host.default.network', { done: true, note: 'Ticket 12', owner: 'Platform team', due: '2026-11-29' }],
      ['sqs.default.network', { ...noNote, done: true }],
    ]);
    expect(rowFor(one)).toMatchObject({
      partly: '1 of 2 done',
      told: 'Platform team · due 2026-11-29, overdue · Ticket 12',
      overdue: true,
    });
    expect(rowFor(one, '2026-11-29')).toMatchObject({ told: 'Platform team · due 2026-11-29 · Ticket 12', overdue: false });
    const both: StackRecord = new Map([...one, ['bucket.default.network', { ...noNote, done: true }]]);
    expect(rowFor(both)).toMatchObject({ partly: '', overdue: false });
    expect(dutiesScene(names, [group, { ...group, id: 'again' }], both, '2026-11-30')).toMatchObject({
      counted: '2 of 2 done',
      groups: [{ counted: '1 of 1 done', glyph: 'triangle' }, {}],
    });
  });
});
