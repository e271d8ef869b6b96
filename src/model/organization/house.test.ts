import { describe, expect, it } from 'vitest';
import { organizationSchema } from '../record/schema/organization.ts';
import { mapLayers } from '../vocabulary.ts';
import type { CategoryId, PartyId } from '../vocabulary.ts';
import { decisionOn, houseAt, houseData, houseOfAll, ownerOf, rulesOf, teamOf } from './house.ts';

const overlay = organizationSchema.parse({
  name: 'Example Corp',
  services: {
    approved: [{ service: 'amazon-s3', owner: 'Storage team', reason: 'It was tested.' }],
    conditional: [{ service: 'amazon-rds', owner: 'Database team', reason: 'Restores are rehearsed.', condition: 'Run PostgreSQL.' }],
  },
  owners: {
    layers: { os: 'Platform team', backup: 'Platform team' },
    categories: { infrastructure: { os: 'Server team' } },
    services: { 'amazon-rds': { backup: 'Database team' }, 'amazon-ec2': { os: 'Fleet team' } },
  },
  rules: [
    { layer: 'backup', text: 'Everywhere.' },
    { layer: 'backup', category: 'managed', text: 'Where AWS runs it.', link: 'https://wiki.example.com/' },
    { layer: 'backup', service: 'amazon-s3', text: 'In S3.' },
    { service: 'amazon-rds', text: 'On the whole service.' },
    { category: 'abstracted', text: 'On a whole category.' },
  ],
});

describe('the owner of your half', () => {
  it.each([
    ['amazon-rds', 'managed', 'backup', 'Database team'],
    ['amazon-rds', 'managed', 'os', 'Platform team'],
    ['amazon-ecs', 'infrastructure', 'os', 'Server team'],
    ['amazon-ec2', 'infrastructure', 'os', 'Fleet team'],
    ['amazon-s3', 'abstracted', 'network', undefined],
  ] as const)('of %s, %s, in %s is %s', (service, category, layer, owner) => {
    expect(ownerOf(overlay, service, category, layer)).toBe(owner);
    // A page carries a part of the overlay, which says the same.
    expect(ownerOf(houseData(overlay, service, [category]), service, category, layer)).toBe(owner);
  });
});

it('knows the team of a way to run a service by its key', () => {
  const teams = {
    owners: overlay.owners,
    categories: { 'amazon-rds.default': 'managed', 'amazon-ec2.default': 'infrastructure' },
  } as const;
  expect(teamOf(teams, 'amazon-rds.default', 'backup')).toBe('Database team');
  expect(teamOf(teams, 'amazon-ec2.default', 'os')).toBe('Fleet team');
  expect(teamOf(teams, 'amazon-ec2.default', 'network')).toBeUndefined();
  expect(teamOf({}, 'amazon-ec2.default', 'os')).toBeUndefined();
});

describe('the owners of several services', () => {
  const way = (id: string, category: CategoryId, party: PartyId = 'customer') => ({
    service: { id },
    option: { category, parties: mapLayers(() => party) },
  });
  const [rds, ec2, ecs] = [way('amazon-rds', 'managed'), way('amazon-ec2', 'infrastructure'), way('amazon-ecs', 'infrastructure')];
  it('are named once where they are one team, and else with how many each has, the most first', () => {
    expect(houseOfAll(overlay, [ecs, way('amazon-eks', 'infrastructure')], 'os')?.owner).toBe('Server team');
    expect(houseOfAll(overlay, [rds, ecs, ec2, way('amazon-eks', 'infrastructure')], 'os')?.owner).toBe(
      'Server team (2), Platform team (1), Fleet team (1)',
    );
  });
  it("own no layer that is AWS's, and say how many halves nobody owns", () => {
    expect(houseOfAll(overlay, [way('amazon-rds', 'managed', 'aws')], 'os')).toBeUndefined();
    const some = { ...overlay, owners: { ...overlay.owners, layers: {} } };
    expect(houseOfAll(some, [rds, way('amazon-s3', 'abstracted'), way('amazon-sqs', 'abstracted')], 'backup')?.owner).toBe(
      'Database team (1), nobody yet (2)',
    );
    expect(houseOfAll(some, [way('amazon-s3', 'abstracted')], 'os')).toBeUndefined();
  });
  it('share the rules that hold for all of them', () => {
    const texts = (...all: readonly ReturnType<typeof way>[]) => houseOfAll(overlay, all, 'backup')?.rules.map(({ text }) => text);
    expect(texts(rds, ec2)).toEqual(['Everywhere.']);
    expect(texts(rds, way('amazon-aurora', 'managed'))).toEqual(['Everywhere.', 'Where AWS runs it.']);
    expect(houseOfAll(overlay, [], 'backup')).toBeUndefined();
  });
});

it('says what was decided on a service', () => {
  expect(decisionOn(overlay, 'amazon-s3')).toEqual({ id: 'approved', owner: 'Storage team', reason: 'It was tested.' });
  expect(decisionOn(overlay, 'amazon-rds')).toMatchObject({ id: 'conditional', condition: 'Run PostgreSQL.' });
  expect(decisionOn(overlay, 'amazon-ec2')).toEqual({ id: 'undecided' });
});

it('finds the rules of a layer, and those of a service as a whole', () => {
  const texts = (...about: readonly [service: string, category: 'managed' | 'abstracted', layer: 'backup' | undefined]): string[] =>
    rulesOf(overlay, ...about).map(({ text }) => text);
  expect(texts('amazon-rds', 'managed', 'backup')).toEqual(['Everywhere.', 'Where AWS runs it.']);
  expect(texts('amazon-s3', 'abstracted', 'backup')).toEqual(['Everywhere.', 'In S3.']);
  expect(texts('amazon-rds', 'managed', undefined)).toEqual(['On the whole service.']);
  expect(texts('amazon-s3', 'abstracted', undefined)).toEqual(['On a whole category.']);
});

it('says what a company adds to a layer, and no owner where no half is yours', () => {
  const data = houseData(overlay, 'amazon-rds', ['managed']);
  expect(houseAt(data, 'amazon-rds', 'managed', 'backup', true)).toEqual({
    by: 'Example Corp',
    owner: 'Database team',
    rules: [{ text: 'Everywhere.' }, { text: 'Where AWS runs it.', link: 'https://wiki.example.com/' }],
  });
  expect(houseAt(data, 'amazon-rds', 'managed', 'os', false)).toBeUndefined();
  expect(houseAt(data, 'amazon-rds', 'managed', 'network', true)).toBeUndefined();
});

it('carries no rule of another service or category', () => {
  expect(houseData(overlay, 'amazon-rds', ['managed']).rules.map(({ text }) => text)).toEqual(['Everywhere.', 'Where AWS runs it.']);
  expect(houseData(overlay, 'amazon-rds', ['managed']).owners.services).toEqual({ 'amazon-rds': { backup: 'Database team' } });
});
