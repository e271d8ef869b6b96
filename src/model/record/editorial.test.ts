import { describe, expect, it } from 'vitest';
import { mapLayers } from '../vocabulary.ts';
import type { PartyId } from '../vocabulary.ts';
import { assertFront } from './editorial.ts';
import type { Front } from './schema/editorial.ts';

const optionOf = (id: string, os: PartyId) => ({ id, parties: mapLayers((layer) => (layer === 'os' ? os : 'customer')) });
const services = [
  { id: 'amazon-ec2', options: [optionOf('default', 'customer')] },
  { id: 'aws-lambda', options: [optionOf('managed-runtime', 'shared'), optionOf('custom', 'customer')] },
];
const stepOf = (service: string, option: string, os: PartyId) => ({ service, option, name: service, told: 'You patch it.', takes: { os } });
const front: Front = {
  popular: ['amazon-ec2'],
  questions: ['One?', 'Two?', 'Three?'],
  story: {
    layers: ['application', 'os'],
    steps: [stepOf('amazon-ec2', 'default', 'customer'), stepOf('aws-lambda', 'managed-runtime', 'shared')],
  },
};
const told = (changed: Partial<Front['story']>): string[] =>
  assertFront({ path: 'content/front.yaml', value: {} }, { ...front, story: { ...front.story, ...changed } }, { services }).map(
    ({ field, found, remedy }) => `${field}: ${found}: ${remedy}`,
  );

describe('the story of the front page', () => {
  it('passes where its words are true', () => {
    expect(told({})).toEqual([]);
  });

  it('names a step whose record has moved', () => {
    expect(told({ steps: [stepOf('amazon-ec2', 'default', 'customer'), stepOf('aws-lambda', 'managed-runtime', 'aws')] })).toEqual([
      'story.steps.1.takes: os: aws, where the record of aws-lambda says shared: write the words anew, then correct what they take for granted',
    ]);
  });

  it('names a service or an option that is not there, with the nearest', () => {
    const steps = [stepOf('amazon-ec3', 'default', 'customer'), stepOf('aws-lambda', 'costum', 'customer')];
    expect(told({ steps }).map((line) => line.replace(/:.*/u, ''))).toEqual(['story.steps.0.service', 'story.steps.1.option']);
    expect(told({ steps })[0]).toContain('amazon-ec2');
    expect(told({ steps })[1]).toContain('custom');
  });

  it('names a layer that moves and is not drawn', () => {
    expect(told({ layers: ['application', 'network'] })).toEqual([
      'story.layers: application, network: add os: its party moves between the steps',
    ]);
  });
});
