import { expect, it } from 'vitest';
import { noNote } from './record.ts';
import type { DutyNote } from './record.ts';
import { withTeams } from './teams.ts';

const member = (key: string) => ({ key, name: key, listed: key, href: `/services/${key}/` });
const duties = [
  { layer: 'os', members: [member('amazon-ec2.default'), member('amazon-rds.default')] },
  { layer: 'backup', members: [member('amazon-rds.default')] },
  { layer: 'network', members: [member('amazon-rds.default')] },
] as const;
const teams = {
  owners: {
    layers: { os: 'Platform team' },
    categories: { infrastructure: { os: 'Server team' } },
    services: { 'amazon-rds': { backup: 'Database team' } },
  },
  categories: { 'amazon-ec2.default': 'infrastructure', 'amazon-rds.default': 'managed' },
} as const;

it('gives each layer its team where the reader has written nobody, and keeps what the reader wrote', () => {
  const own = new Map<string, DutyNote>([
    ['amazon-rds.default.backup', { ...noNote, owner: 'Platform team' }],
    ['amazon-rds.default.os', { ...noNote, done: true }],
  ]);
  const filled = withTeams(own, duties, teams);
  expect([...filled].map(([key, { owner, done }]) => [key, owner, done])).toEqual([
    ['amazon-rds.default.backup', 'Platform team', false],
    ['amazon-rds.default.os', 'Platform team', true],
    ['amazon-ec2.default.os', 'Server team', false],
  ]);
  expect(own.get('amazon-rds.default.os')?.owner).toBe('');
});

it('is the same record where the site has no overlay', () => {
  const record = new Map<string, DutyNote>();
  expect(withTeams(record, duties, {})).toBe(record);
});
