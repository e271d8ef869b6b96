import { describe, expect, it } from 'vitest';
import { organizationSchema } from '../record/schema/organization.ts';
import { decisionOn, houseAt, houseData, ownerOf, rulesOf } from './house.ts';

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
