import { expect, it } from 'vitest';
import { findOptions } from './find-options.ts';

const one = [{ id: 'default', name: 'Standard', aliases: [] }];
const services = [
  { id: 'amazon-dynamodb', short: 'Amazon DynamoDB', names: ['Amazon DynamoDB', 'DynamoDB', 'DDB'], options: one },
  {
    id: 'amazon-eks',
    short: 'Amazon EKS',
    names: ['Amazon Elastic Kubernetes Service', 'Amazon EKS', 'EKS', 'Kubernetes', 'EKS Auto Mode'],
    options: [
      { id: 'managed-node-groups', name: 'Managed node groups', aliases: [] },
      { id: 'auto-mode', name: 'Auto Mode', aliases: ['Karpenter'] },
    ],
  },
  {
    id: 'amazon-eks-anywhere',
    short: 'Amazon EKS Anywhere',
    names: ['Amazon EKS Anywhere', 'EKS Anywhere'],
    options: one,
  },
  {
    id: 'amazon-opensearch-service',
    short: 'Amazon OpenSearch Service',
    names: ['Amazon OpenSearch Service', 'OpenSearch', 'Amazon Elasticsearch Service'],
    options: one,
  },
  {
    id: 'aws-lambda',
    short: 'AWS Lambda',
    names: ['AWS Lambda', 'Lambda'],
    options: [
      { id: 'managed-runtime', name: 'Managed runtime', aliases: [] },
      { id: 'managed-instances', name: 'Lambda Managed Instances', aliases: [] },
    ],
  },
];
const found = (query: string): string[] =>
  findOptions(services, query).flatMap(({ service, options }) => options.map(({ id }) => `${service.id}.${id}`));

it.each([
  ['dynamo db', ['amazon-dynamodb.default']],
  ['DDB', ['amazon-dynamodb.default']],
  ['elasticsearch', ['amazon-opensearch-service.default']],
  ['aws lambda', ['aws-lambda.managed-runtime', 'aws-lambda.managed-instances']],
  ['lambda managed inst', ['aws-lambda.managed-instances']],
  ['kubern', ['amazon-eks.managed-node-groups', 'amazon-eks.auto-mode']],
  ['eks', ['amazon-eks.managed-node-groups', 'amazon-eks.auto-mode', 'amazon-eks-anywhere.default']],
  ['eks auto', ['amazon-eks.auto-mode']],
  ['auto mode', ['amazon-eks.auto-mode']],
  ['karpenter', ['amazon-eks.auto-mode']],
  ['karpenter', ['amazon-eks.auto-mode']],
  ['nothing like it', []],
])('"%s" finds %j', (query, wanted) => {
  expect(found(query)).toEqual(wanted);
});

it('lists everything while nothing is asked', () => {
  expect(findOptions(services, ' ')).toHaveLength(services.length);
});
