import { describe, expect, it } from 'vitest';
import { getContent } from '../../content/load.ts';
import { answerParts } from '../../content/search.ts';
import { atOnce } from '../steps.ts';
import { makeReader } from './texts.ts';
import { layersBeside, optionSense, understandInSteps } from './understand.ts';

const { services, data } = answerParts(getContent());
const understand = atOnce(understandInSteps(services, data, makeReader(data.thesaurus.same)));
const surest = (query: string) => {
  const question = understand(query);
  const [sense] = question.services;
  const service = sense && services[sense.at];
  return { question, sense, service };
};

describe('the services of a question', () => {
  it.each([
    ['dynamo db', 'Amazon DynamoDB'],
    ['dynamdb tables', 'Amazon DynamoDB'],
    ['dyn', 'Amazon DynamoDB'],
    ['elastic search', 'Amazon OpenSearch Service'],
    ['secrets man', 'AWS Secrets Manager'],
    ['postgres rds', 'Amazon RDS'],
    ['scan ec2 instances for cves', 'Amazon Inspector'],
    ['content delivery network', 'Amazon CloudFront'],
    ['block bots on my login page', 'AWS WAF'],
    ['access analyzer', 'AWS IAM'],
  ])('"%s" is %s', (query, short) => {
    expect(surest(query).service?.short).toBe(short);
  });

  it('are stronger the more of the question they are', () => {
    const strength = (query: string): number => surest(query).sense?.strength ?? 0;
    expect(strength('lambda')).toBeGreaterThan(strength('is lambda encrypted'));
    expect(strength('is lambda encrypted')).toBeGreaterThan(strength('is lamda encrypted'));
    expect(strength('rds with kms')).toBeGreaterThan(0.9);
  });

  it('are none by ordinary words, letters or beginnings of two letters', () => {
    for (const query of ['customer control of the cloud', 'k', 'dy', 'who is it'])
      expect(understand(query).services.filter(({ words, strength }) => words.length > 0 && strength > 0.5)).toEqual([]);
  });
});

it('the layers of a question are told with their weights, the words of a name counted less', () => {
  const { question, sense } = surest('is the network firewall encrypted');
  const weights = layersBeside(question, sense?.words ?? []);
  expect(weights.get('server-encryption')).toBeGreaterThan(weights.get('traffic') ?? 0);
  expect(weights.get('network')).toBeLessThan(weights.get('server-encryption') ?? 0);
});

it.each([
  ['eks auto mode os', 'auto-mode'],
  ['eks nodegroup os', 'managed-node-groups'],
  ['ecs task os', undefined],
  ['ecs ami', 'ec2'],
  ['lambda custom runtime patches', 'customer-managed-runtime'],
  ['beanstalk without platform updates', 'managed-updates-disabled'],
  ['who patches the os on lambda', undefined],
])('the option of "%s" is %s', (query, option) => {
  const { question, sense, service } = surest(query);
  expect(service && optionSense(service, question, sense?.words ?? [])).toBe(option);
});

it.each([
  ['which services are off by default', 'every-service', 'when-asked', undefined],
  ['where do i patch', 'every-service', undefined, 'customer'],
  ['ec2 vs lambda', 'comparison', undefined, undefined],
  ['is patching a shared control', 'model', undefined, undefined],
] as const)('"%s" wants %s, default %s, party %s', (query, intent, holds, party) => {
  const question = understand(query);
  expect([...question.intents]).toContain(intent);
  expect([question.default, question.party]).toEqual([holds, party]);
});
