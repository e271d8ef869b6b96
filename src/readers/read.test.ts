import { describe, expect, it } from 'vitest';
import { getContent } from '../content/load.ts';
import { known, readFiles, readText, says } from '../../scripts/read-stack.fixture.ts';
import { judge } from './judge.ts';
import { formatOf, readStack } from './read.ts';
import type { Attribute, Resource } from './resource.ts';
import { choose } from './choose.ts';
import { ruledTypes } from './rules.ts';
import { decode } from './text.ts';

const { catalog, gaps } = getContent();

describe('a list of names', () => {
  it.each([
    ['RDS', 'amazon-rds'],
    ['amazon-eks.auto-mode', 'amazon-eks.auto-mode'],
    ['EKS Auto Mode', 'amazon-eks.auto-mode'],
    ['ECS on Fargate', 'amazon-ecs.fargate'],
    ['- Amazon S3', 'amazon-s3'],
    ['1. AWS Lambda', 'aws-lambda'],
    ['Elasticsearch Service', 'amazon-opensearch-service'],
    ['aws_db_instance', 'amazon-rds'],
    ['AWS::SQS::Queue', 'amazon-sqs'],
    ['s3:GetObject', 'amazon-s3'],
    ['arn:aws:sns:eu-central-1:111122223333:topic', 'amazon-sns'],
    ['fsx', 'amazon-fsx'],
    ['securityhub:GetFindings', 'ask prefix: securityhub'],
    ['Kafka on my laptop', 'unknown'],
    ['aws_db_instance.main', 'amazon-rds'],
    ['module.db["a, b"].aws_db_instance.main[0]', 'amazon-rds'],
    ['data.aws_vpc.main', 'read amazon-vpc'],
    ['module.k.data.aws_vpc.main', 'read amazon-vpc'],
    ['aws_lambda_function.f["x"]', 'aws-lambda'],
    ['aws_key_pair.k', 'weak amazon-ec2'],
    ['google_compute_instance.x', 'other google'],
    ['[ ] RDS', 'amazon-rds'],
  ])('"%s" is %s', (entry, expected) => {
    expect(says(readText('', entry))).toEqual([expected]);
  });

  it('stands between commas, tabs or lines', () => {
    expect(readText('', 'EC2, S3;SQS\tSNS\n\n* Lambda\n# a remark\n').members.map(({ service }) => service)).toEqual([
      'amazon-ec2',
      'amazon-s3',
      'amazon-sqs',
      'amazon-sns',
      'aws-lambda',
    ]);
  });

  it('names each service by each of its names', () => {
    const lost = catalog.services.flatMap(({ id, short, name }) =>
      [short, name, id].filter(
        (each) => !says(readText('', each.replaceAll(',', ' '))).some((said) => said === id || said.startsWith(`${id}.`)),
      ),
    );
    expect(lost).toEqual([]);
  });
});

describe('which reader a text needs', () => {
  it.each([
    ['main.tf', '', 'terraform'],
    ['', 'resource "aws_s3_bucket" "a" {\n}', 'terraform'],
    ['', 'AWSTemplateFormatVersion: 2010-09-09\nResources: {}', 'cloudformation'],
    ['', '{"Resources":{}}', 'cloudformation'],
    ['', '{"planned_values":{}}', 'terraform-plan'],
    ['', '{"resource":{}}', 'terraform-json'],
    ['stack.yml', 'a: b', 'cloudformation'],
    ['', 'S3\nEC2', 'names'],
    ['', '', 'names'],
    ['', '// main\nresource "aws_s3_bucket" "a" {}', 'terraform'],
    ['', '/* main\n */\nresource "aws_s3_bucket" "a" {}', 'terraform'],
    ['', '// a template\n{"Resources":{}}', 'cloudformation'],
    ['', '[ ] RDS', 'names'],
    ['', '[]', 'cloudformation'],
    ['', '  + resource "aws_s3_bucket" "a" {', 'terraform'],
    ['terragrunt.hcl', '', 'terraform'],
  ])('%s with "%s": %s', (name, text, format) => {
    expect(formatOf({ name, text })).toBe(format);
  });
});

describe('several files', () => {
  it('are one stack, in which an option that one tells counts', () => {
    const { members } = readFiles([
      { name: 'a.tf', text: 'resource "aws_eks_cluster" "a" {}\nresource "aws_eks_access_entry" "a" {}' },
      { name: 'b.tf', text: 'resource "aws_eks_fargate_profile" "b" {}' },
    ]);
    expect(members).toEqual([{ service: 'amazon-eks', option: 'fargate', resources: 1 }]);
  });

  it('without a parser for Terraform are read as far as they can be', () => {
    const reading = readStack(
      [
        { name: 'a.tf', text: 'resource "aws_s3_bucket" "a" {}' },
        { name: '', text: 'SQS' },
      ],
      known,
      undefined,
    );
    expect(reading.members.map(({ service }) => service)).toEqual(['amazon-s3', 'amazon-sqs']);
    expect(reading.files[0]?.troubles[0]?.remedy).toContain('terraform show -json');
  });
});

describe('the rules that choose an option', () => {
  /** A resource whose attributes all answer the same. */
  const everywhere = (type: string, attribute: Attribute, paths: Set<string> = new Set()): Resource => ({
    language: type.includes('::') ? 'cloudformation' : 'terraform',
    type,
    name: type,
    line: undefined,
    role: 'created',
    attribute: (path) => {
      paths.add(path);
      return attribute;
    },
  });
  const texts = [
    '',
    'FARGATE',
    'EXTERNAL',
    'MANAGED_INSTANCES',
    'true',
    'Image',
    'provided.al2',
    'aurora',
    'custom-oracle-ee',
    'custom-sqlserver-ee',
    'docdb',
    'neptune',
    'mysql',
    'valkey',
    'memcached',
    'redis',
    'network',
    'gateway',
    'Interface',
    'WINDOWS',
    'LUSTRE',
    'ONTAP',
    'OPENZFS',
    'SCRATCH_1',
    'MicrosoftAD',
    'ADConnector',
    'aws/codebuild/a',
    'EXTERNAL_KEY_STORE',
  ];
  const attributes: Attribute[] = [
    { kind: 'absent' },
    { kind: 'reference', text: 'var.x' },
    ...texts.map((value): Attribute => ({ kind: 'value', value })),
  ];

  it('lead to services and options that are there', () => {
    const told = ruledTypes.flatMap((type) => attributes.flatMap((attribute) => choose(everywhere(type, attribute)) ?? []));
    const choices = told.flatMap((each) => ('options' in each ? each.options : [each]));
    const lost = choices.filter(({ service, option }) => {
      const found = catalog.services.find(({ id }) => id === service);
      if (!found) return !gaps.some((gap) => 'id' in gap && gap.id === service);
      return option !== undefined && !found.options.some(({ id }) => id === option);
    });
    expect([...new Set(lost.map(({ service, option }) => `${service}.${option ?? ''}`))]).toEqual([]);
    expect(choices.length).toBeGreaterThan(500);
  });

  it('are told by the reader of Terraform all that they ask for', () => {
    const bodyOf = (paths: Iterable<string>, text: string): string =>
      [...paths]
        .map((path) => path.split('.').reduceRight((inner, step) => (inner === '' ? `${step} = "${text}"` : `${step} {\n${inner}\n}`), ''))
        .join('\n');
    let asked = 0;
    for (const type of ruledTypes.filter((each) => !each.includes('::')))
      for (const text of texts) {
        const paths = new Set<string>();
        const resource = everywhere(type, { kind: 'value', value: text }, paths);
        const wanted = judge(resource, () => undefined);
        const [item] = readText('main.tf', `resource "${type}" "main" {\n${bodyOf(paths, text)}\n}\n`).items;
        // What no rule decides is decided by the type alone.
        if (wanted.kind === 'service' || wanted.kind === 'ask') expect(item?.verdict, `${type} with "${text}"`).toEqual(wanted);
        asked += paths.size;
      }
    expect(asked).toBeGreaterThan(100);
  });
});

describe('bytes', () => {
  const utf16 = (text: string, big: boolean): number[] =>
    Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).flatMap((code) => (big ? [0, code] : [code, 0]));
  it.each([
    ['UTF-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, 0x53, 0x33])],
    ['UTF-16 as PowerShell writes it', new Uint8Array([0xff, 0xfe, ...utf16('S3', false)])],
    ['UTF-16, the other way round', new Uint8Array([0xfe, 0xff, ...utf16('S3', true)])],
    ['UTF-16 without a mark', new Uint8Array(utf16('S3', false))],
  ])('%s are text', (_, bytes) => {
    expect(decode(bytes)).toEqual({ text: 'S3', troubles: [] });
  });

  it('of pictures and archives are refused, with what to do', () => {
    expect(decode(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]))).toMatchObject({
      text: undefined,
      troubles: [{ found: 'binary data' }],
    });
    // Without a zero, as in an archive.
    expect(decode(Uint8Array.from({ length: 4096 }, (_, index) => 0x80 + (index % 64))).text).toBeUndefined();
  });

  it('of which a few are wrong, or that are too many, are read as far as they go', () => {
    const latin = new TextEncoder().encode(`${'#'.repeat(50)}\nRDS`);
    latin[3] = 0xe4;
    expect(decode(latin).text).toMatch(/RDS$/u);
    expect(decode(latin).troubles).toMatchObject([{ line: 1, found: 'a byte that is not UTF-8' }]);
    const long = new TextEncoder().encode('ä'.repeat(9 * 1024 * 1024));
    const { text, troubles } = decode(long);
    expect(text?.length).toBe(8 * 1024 * 1024);
    expect(troubles).toMatchObject([{ found: '18 MB, of which the first 16 MB were read' }]);
    expect(decode(long.subarray(0, 3), long.length).text).toBe('ä');
  });

  it('have Windows line ends no longer', () => {
    expect(decode(new TextEncoder().encode('a\r\nb\rc'))).toEqual({ text: 'a\nb\nc', troubles: [] });
  });
});
