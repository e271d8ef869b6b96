import { describe, expect, it } from 'vitest';
import { known, readFiles, readText } from '../../scripts/read-stack.fixture.ts';
import { foundIn } from './found.ts';

const found = (name: string, text: string): ReturnType<typeof foundIn> => foundIn(readText(name, text), known);

describe('what was found', () => {
  it('names each way to run a service as addresses do, with what says so', () => {
    const { members, entries } = found(
      'main.tf',
      'resource "aws_eks_cluster" "a" {}\nresource "aws_eks_fargate_profile" "b" {}\nresource "aws_sqs_queue" "c" {}\nresource "aws_sqs_queue" "d" {}\n',
    );
    expect(entries).toBe(4);
    expect(members).toEqual([
      { ref: 'amazon-eks.fargate', name: 'Amazon EKS, Fargate', resources: 1, types: ['aws_eks_fargate_profile'], assumed: undefined },
      { ref: 'amazon-sqs', name: 'Amazon SQS', resources: 2, types: ['aws_sqs_queue'], assumed: undefined },
    ]);
  });

  it('says which way is taken where nothing tells, and names the usual way by the service alone', () => {
    expect(found('main.tf', 'resource "aws_eks_cluster" "a" {}').members).toMatchObject([
      { ref: 'amazon-eks', name: 'Amazon EKS', assumed: known.services.find(({ id }) => id === 'amazon-eks')?.options[0]?.name },
    ]);
    expect(found('main.tf', 'resource "aws_lambda_function" "a" {\n  runtime = "nodejs22.x"\n}\n').members).toMatchObject([
      { ref: 'aws-lambda', assumed: undefined },
    ]);
  });

  it('keeps apart what has no split', () => {
    const { members, elsewhere } = found('', 'QLDB, S3');
    expect(members.map(({ ref }) => ref)).toEqual(['amazon-s3']);
    expect(elsewhere).toMatchObject([{ id: 'amazon-qldb', state: 'ended', resources: 1 }]);
  });

  it('asks once what several resources leave open in the same words, and says what each answer changes', () => {
    const text = [1, 2, 3].map((each) => `resource "aws_lambda_function" "f${each}" {\n  package_type = var.kind\n}\n`).join('');
    const { asks, members } = found('main.tf', text);
    expect(members).toEqual([]);
    expect(asks.all).toBe(1);
    expect(asks.shown[0]).toMatchObject({
      attribute: 'package_type',
      text: 'var.kind',
      resources: 3,
      places: [{ file: 'main.tf', line: 1, name: 'aws_lambda_function.f1' }, { line: 4 }, { line: 7 }],
      options: [
        { ref: 'aws-lambda', changes: '', taken: true },
        { ref: 'aws-lambda.container-image', taken: false },
        { ref: 'aws-lambda.os-only-runtime', taken: false },
      ],
    });
    expect(asks.shown[0]?.options[1]?.changes).toMatch(/^More is yours in /u);
  });

  it('takes no answer for granted between services, nor where another resource tells the way', () => {
    const taken = (text: string): boolean[] | undefined => found('main.tf', text).asks.shown[0]?.options.map((option) => option.taken);
    expect(taken('resource "aws_db_instance" "a" {\n  engine = var.e\n}\n')?.some(Boolean)).toBe(false);
    const told =
      'resource "aws_lambda_function" "a" {\n  runtime = "nodejs22.x"\n}\nresource "aws_lambda_function" "b" {\n  runtime = var.r\n}\n';
    expect(taken(told)?.some(Boolean)).toBe(false);
  });

  it('asks of a condition only what it chooses between', () => {
    const { asks } = found('main.tf', 'resource "aws_lambda_function" "a" {\n  runtime = var.x ? "provided.al2023" : "nodejs22.x"\n}\n');
    expect(asks.shown[0]?.options.map(({ ref }) => ref)).toEqual(['aws-lambda.os-only-runtime', 'aws-lambda']);
  });

  it('counts the rest by name', () => {
    const { weak, read, other, unknown, hidden, scaffold, troubles } = foundIn(
      readFiles([
        {
          name: 'main.tf',
          text: 'resource "aws_key_pair" "k" {}\ndata "aws_vpc" "v" {}\nresource "random_id" "r" {}\nresource "random_pet" "p" {}\nresource "aws_nope" "n" {}\nmodule "db" {\n  source = "example/db/aws"\n}\n',
        },
        { name: 'a.yaml', text: 'Resources:\n  M:\n    Type: AWS::CDK::Metadata\n  Q:\n    Type: "AWS' },
      ]),
      known,
    );
    expect(weak).toMatchObject([{ ref: 'amazon-ec2', types: ['aws_key_pair'] }]);
    expect(read).toMatchObject([{ name: 'Amazon VPC', resources: 1 }]);
    expect(other).toMatchObject([{ name: 'random', resources: 2, place: { file: 'main.tf', line: 3 } }]);
    expect(unknown.shown.map(({ name }) => name)).toEqual(['aws_nope', 'AW']);
    expect(hidden.shown).toEqual([{ file: 'main.tf', what: 'module', name: 'db', from: 'example/db/aws', line: 6 }]);
    expect(scaffold).toMatchObject([{ name: 'AWS::CDK::Metadata' }]);
    expect(troubles.shown).toMatchObject([{ file: 'a.yaml', line: 5 }]);
  });

  it('does not take weak evidence for a service that is told anyway', () => {
    expect(found('main.tf', 'resource "aws_key_pair" "k" {}\nresource "aws_instance" "i" {}\n').weak).toEqual([]);
  });

  it('is short, however long the files are, and holds no value of them', () => {
    const text = Array.from(
      { length: 2000 },
      (_, at) =>
        `resource "aws_nope_${at}" "n" {\n  password = "hunter2"\n}\nresource "aws_db_instance" "d${at}" {\n  engine   = var.engine_${at}\n  password = "hunter2"\n}\nmodule "m${at}" {\n  source = "./m${at}"\n}\n`,
    ).join('');
    const all = found('main.tf', text);
    expect([all.unknown.all, all.asks.all, all.hidden.all]).toEqual([2000, 2000, 2000]);
    expect(all.asks.shown).toHaveLength(12);
    expect(JSON.stringify(all).length).toBeLessThan(100_000);
    expect(JSON.stringify(all)).not.toContain('hunter2');
  });
});

it('names of thousands of types in a list are read in the time of one', () => {
  const all = found('', Array.from({ length: 19_000 }, (_, at) => `aws_nope_${at}`).join('\n'));
  expect(all.unknown.all).toBe(19_000);
});
