import { expect, it } from 'vitest';
import type { Cell } from '../record/schema/cell.ts';
import { controlOf } from '../control/control.fixture.ts';
import { defaults, parties } from '../split/names.fixture.ts';
import type { Names } from '../split/names.ts';
import { mapLayers } from '../vocabulary.ts';
import type { LayerId } from '../vocabulary.ts';
import { groupDuties, stackDuties } from './duties.ts';
import type { Loaded } from './duties.ts';
import type { Member } from './members.ts';
import { dutiesMarkdown, dutiesTable, stackData } from './outputs.ts';
import type { ShownStack } from './outputs.ts';
import { noNote } from './record.ts';

const names: Names = {
  layers: [
    { id: 'network', name: 'Network and firewall', question: 'Who decides what can reach it?' },
    { id: 'backup', name: 'Backup and recovery', question: 'Who makes copies?' },
  ],
  parties,
  defaults,
};
const theirs: Cell = {
  party: 'aws',
  default: 'done',
  aws: 'All of it',
  detail: 'AWS does.',
  source: ['https://docs.aws.amazon.com/a.html'],
};
const open: Cell = {
  party: 'customer',
  default: 'open',
  you: 'Close *it* | now',
  detail: 'It is open.',
  source: ['https://docs.aws.amazon.com/x/open_(it).html'],
  titles: ['Close [it]'],
};
const off: Cell = {
  party: 'shared',
  default: 'when-asked',
  you: 'Switch it on',
  aws: 'Copies',
  detail: 'No copies.',
  source: ['https://docs.aws.amazon.com/x/copies.html'],
};

function loaded(id: string, name: string, cells: Partial<Record<LayerId, Cell>>): Loaded & { readonly member: Member } {
  const all = mapLayers((layer) => cells[layer] ?? theirs);
  const option = {
    id: 'default',
    name: 'Default',
    aliases: [],
    parties: mapLayers((layer) => all[layer].party),
    defaults: mapLayers((layer) => ('default' in all[layer] ? all[layer].default : undefined)),
  };
  const service = { id, short: name, names: [name], options: [option] };
  return { member: { key: `${id}.default`, name, listed: name, href: `/services/${id}/`, service, option }, cells: all };
}

const all = [loaded('amazon-a', 'Amazon A', { network: open, backup: off }), loaded('amazon-b', '=Amazon B', { network: open })];
const page = 'https://docs.aws.amazon.com/securityhub/latest/userguide/a-controls.html';
const shown: ShownStack = {
  title: 'What is ours to do: 2 services',
  address: 'https://example.com/stack/?services=amazon-a,amazon-b',
  members: all.map(({ member }) => member),
  groups: groupDuties(stackDuties(all), 'urgency', { names, members: all.map(({ member }) => member), ownerOf: () => '' }),
  record: new Map([
    ['amazon-a.default.network', { ...noNote, done: true }],
    ['amazon-a.default.backup', { done: true, note: '=1+1\nsecond <b>line</b>', owner: '@nora', due: '2026-12-31' }],
  ]),
  controls: [
    controlOf('A.1', { duties: [{ service: 'amazon-b', layer: 'network', options: ['default'] }], source: `${page}#a-1` }),
    controlOf('A.2', { duties: [{ service: 'amazon-a', layer: 'network', options: ['default'] }], source: `${page}#a-2` }),
    controlOf('A.3', { duties: [{ service: 'amazon-a', layer: 'backup', options: ['other'] }], source: `${page}#a-3` }),
  ],
};

it('tables a row for each duty, with what is kept on it', () => {
  const { head, rows } = dutiesTable(names, shown);
  expect(rows.map((row) => row.length)).toEqual([head.length, head.length]);
  expect(rows).toEqual([
    [
      '1 of 2',
      'Open until you close it',
      'Network and firewall',
      'Amazon A, =Amazon B',
      'Close *it* | now',
      'Reachable until you restrict it',
      '',
      '',
      '',
      'https://docs.aws.amazon.com/x/open_(it).html',
      'A.1 A.2',
      `${page}#a-1 ${page}#a-2`,
    ],
    [
      'Done',
      'Not until you ask',
      'Backup and recovery',
      'Amazon A',
      'Switch it on',
      'Not until you ask',
      '@nora',
      '2026-12-31',
      '=1+1\nsecond <b>line</b>',
      'https://docs.aws.amazon.com/x/copies.html',
      '',
      '',
    ],
  ]);
});

it('writes a list of tasks that an issue tracker reads, with everything else as text', () => {
  expect(dutiesMarkdown(names, shown)).toBe(`# What is ours to do: 2 services

<https://example.com/stack/?services=amazon-a,amazon-b>

Amazon A, =Amazon B

## Open until you close it (1)

- [ ] **Network and firewall**: Close \\*it\\* \\| now (Amazon A, =Amazon B)
  - Open until you close it: Reachable until you restrict it
  - 1 of 2 done
  - Can show whether it is done: [A.1](${page}#a-1) · [A.2](${page}#a-2)
  - [AWS docs: Close \\[it\\]](https://docs.aws.amazon.com/x/open_%28it%29.html)

## Not until you ask (1)

- [x] **Backup and recovery**: Switch it on (Amazon A)
  - Not until you ask: Not until you ask
  - Owner: @nora · Due: 2026-12-31
  - Note: =1+1 second \\<b\\>line\\</b\\>
  - [AWS docs: copies](https://docs.aws.amazon.com/x/copies.html)
`);
});

it('hands on the members, the merged split and the duties as data', () => {
  const data = stackData(names, shown);
  expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  expect(data.services).toEqual([
    { key: 'amazon-a.default', service: 'amazon-a', option: 'default', name: 'Amazon A' },
    { key: 'amazon-b.default', service: 'amazon-b', option: 'default', name: '=Amazon B' },
  ]);
  expect(data.layers).toEqual([
    {
      layer: 'network',
      name: 'Network and firewall',
      shares: [{ party: 'customer', default: 'open', services: ['amazon-a.default', 'amazon-b.default'] }],
    },
    {
      layer: 'backup',
      name: 'Backup and recovery',
      shares: [
        { party: 'shared', default: 'when-asked', services: ['amazon-a.default'] },
        { party: 'aws', default: 'done', services: ['amazon-b.default'] },
      ],
    },
  ]);
  expect(data.duties.map(({ layer, done, owner, due, note, services }) => [layer, done, owner, due, note, services])).toEqual([
    ['network', false, '', '', '', ['amazon-a.default', 'amazon-b.default']],
    ['backup', true, '@nora', '2026-12-31', '=1+1\nsecond <b>line</b>', ['amazon-a.default']],
  ]);
  expect(data.duties.map(({ checks }) => checks)).toEqual([
    [
      { id: 'A.1', source: `${page}#a-1` },
      { id: 'A.2', source: `${page}#a-2` },
    ],
    [],
  ]);
});
