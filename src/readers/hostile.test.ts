// What nobody should have to expect: each input is read without a throw and in bounded time, says what was wrong, and keeps what could be read.
import { describe, expect, it } from 'vitest';
import { known, readFiles, says } from '../../scripts/read-stack.fixture.ts';
import { terraformParser } from '../../scripts/read-stack.ts';
import { readStack } from './read.ts';
import type { StackReading } from './read.ts';
import { decode } from './text.ts';

const mb = 1024 * 1024;
const filled = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length));
const many = (count: number, text: (index: number) => string): string => Array.from({ length: count }, (_, index) => text(index)).join('');

const hcl = (index: number): string => `resource "aws_s3_bucket" "b${index}" {\n  bucket = "name-${index}"\n}\n`;
const yaml = (index: number): string => `  B${index}:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Sub "a-${index}"\n`;
const template = (count: number): string =>
  JSON.stringify({
    Resources: Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`B${index}`, { Type: 'AWS::S3::Bucket', Properties: { BucketName: `a-${index}` } }]),
    ),
  });
const plan = (count: number): string =>
  JSON.stringify({
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: Array.from({ length: count }, (_, index) => ({
          address: `aws_instance.a${index}`,
          mode: 'managed',
          type: 'aws_instance',
          name: `a${index}`,
          values: { user_data: 'x'.repeat(200) },
        })),
      },
    },
  });
const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghijk'.split(/(?:)/u).map((key, at) => `${key}: &${key} [${filled(`*${'abcdefghijk'.charAt(at)}, `, 27)}x]`),
].join('\n');
const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set(big ? [0xfe, 0xff] : [0xff, 0xfe]);
  for (let at = 0; at < text.length; at += 1) bytes[2 + at * 2 + (big ? 1 : 0)] = text.charCodeAt(at);
  return bytes;
};

interface Hostile {
  readonly what: string;
  readonly file: string;
  readonly text: string | Uint8Array;
  /** Services that must have been found all the same. */
  readonly keeps: readonly string[];
  /** What the first trouble says; undefined where nothing is wrong. */
  readonly says: RegExp | undefined;
}

const inputs: readonly Hostile[] = [
  // Large.
  { what: '10,000 resources of Terraform', file: 'main.tf', text: many(10_000, hcl), keeps: ['amazon-s3'], says: undefined },
  { what: '10,000 resources in YAML', file: 'a.yaml', text: `Resources:\n${many(10_000, yaml)}`, keeps: ['amazon-s3'], says: undefined },
  {
    what: '1 MB in one text of Terraform',
    file: 'main.tf',
    text: `${hcl(1)}locals {\n  a = <<E\n${filled('a line\n', mb)}E\n}\n`,
    keeps: ['amazon-s3'],
    says: undefined,
  },
  {
    what: 'more than 5 MB of Terraform',
    file: 'main.tf',
    text: `${hcl(1)}${filled('# a line of words\n', 5.1 * mb)}`,
    keeps: ['amazon-s3'],
    says: /^6 MB of text, of which the first 5 MB were read$/u,
  },
  {
    what: 'more than 5 MB of YAML',
    file: 'a.yaml',
    text: `Resources:\n${yaml(1)}${filled('# a line of words\n', 5.1 * mb)}`,
    keeps: ['amazon-s3'],
    says: /^6 MB of text/u,
  },
  { what: '5 MB of JSON', file: 'a.json', text: template(75_000), keeps: ['amazon-s3'], says: undefined },
  { what: 'a plan of 5 MB', file: 'plan.json', text: plan(17_000), keeps: ['amazon-ec2'], says: undefined },
  {
    what: '5 MB of a list',
    file: '',
    text: filled('Amazon RDS\nEC2, S3\n', 5 * mb),
    keeps: ['amazon-rds', 'amazon-ec2', 'amazon-s3'],
    says: /^more than 20000 entries$/u,
  },
  { what: '5 MB in one line', file: '', text: filled('lorem ipsum ', 5 * mb), keeps: [], says: undefined },
  { what: '5 MB of empty lines', file: '', text: `${filled('\n', 5 * mb)}S3`, keeps: ['amazon-s3'], says: undefined },
  { what: '5 MB of spaces within a line', file: '', text: `S3, x${filled(' ', 5 * mb)}y`, keeps: ['amazon-s3'], says: undefined },
  { what: '5 MB of commas', file: '', text: `S3${filled(',', 5 * mb)}`, keeps: ['amazon-s3'], says: undefined },
  { what: '5 MB of comments', file: '', text: `${filled('// a\n', 5 * mb)}${hcl(1)}`, keeps: [], says: /^6 MB of text/u },
  // Cut short.
  {
    what: 'Terraform that ends within a text',
    file: 'main.tf',
    text: `${many(3, hcl)}resource "aws_sqs_queue" "q" {\n  policy = <<E\n{`,
    keeps: ['amazon-s3', 'amazon-sqs'],
    says: /Terraform does not allow/u,
  },
  {
    what: 'Terraform without its last brace',
    file: 'main.tf',
    text: many(3, hcl).slice(0, -3),
    keeps: ['amazon-s3'],
    says: /Terraform does not allow/u,
  },
  {
    what: 'YAML that ends within a text',
    file: 'a.yaml',
    text: `Resources:\n${many(3, yaml)}  Q:\n    Type: "AWS::SQS`,
    keeps: ['amazon-s3'],
    says: /not closed/u,
  },
  {
    what: 'JSON that was cut off',
    file: 'a.json',
    text: template(1000).slice(0, -300),
    keeps: ['amazon-s3'],
    says: /^JSON that cannot be read/u,
  },
  {
    what: 'a plan that was cut off',
    file: 'plan.json',
    text: plan(100).slice(0, -500),
    keeps: ['amazon-ec2'],
    says: /^JSON that cannot be read/u,
  },
  // Deep.
  {
    what: 'lists without end in JSON',
    file: 'a.json',
    text: `{"Resources":${filled('[', 2 * mb)}`,
    keeps: [],
    says: /^brackets within brackets, more than 500 deep$/u,
  },
  { what: 'objects without end in JSON', file: 'a.json', text: filled('{"a":', 5 * mb), keeps: [], says: /^brackets within/u },
  {
    what: 'modules without end in a plan',
    file: 'plan.json',
    text: `{"planned_values":{"root_module":{"resources":[{"type":"aws_sqs_queue","name":"q"}],"child_modules":[${filled('{"child_modules":[', 18 * 20_000)}{}${filled(']}', 2 * 20_000)}]}}}`,
    keeps: ['amazon-sqs'],
    says: /^brackets within/u,
  },
  {
    what: 'brackets in a text of JSON',
    file: 'a.json',
    text: `{"Resources":{"A":{"Type":"AWS::S3::Bucket","Properties":{"P":"\\"${filled('[{', 4000)}"}}}}`,
    keeps: ['amazon-s3'],
    says: undefined,
  },
  {
    what: 'lists without end in YAML',
    file: 'a.yaml',
    text: `Resources:\n  A:\n    Type: AWS::S3::Bucket\n  B: ${filled('[', 4 * mb)}`,
    keeps: ['amazon-s3'],
    says: /^brackets within/u,
  },
  { what: 'list in list in YAML', file: 'a.yaml', text: `Resources:\n  ${filled('- ', 200_000)}`, keeps: [], says: /resource exhaustion/u },
  {
    what: 'blocks without end in Terraform',
    file: 'main.tf',
    text: `${hcl(1)}${filled('a {\n', 40_000)}`,
    keeps: ['amazon-s3'],
    says: /Terraform does not allow/u,
  },
  // Malformed.
  {
    what: 'aliases of aliases',
    file: 'a.yaml',
    text: `${bomb}\nResources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties: *k\n`,
    keeps: ['amazon-s3'],
    says: undefined,
  },
  {
    what: 'tabs in YAML',
    file: 'a.yaml',
    text: 'Resources:\n  A:\n    Type: AWS::S3::Bucket\n  B:\n\tType: AWS::SQS::Queue\n',
    keeps: ['amazon-s3'],
    says: /a tab where YAML needs spaces/u,
  },
  {
    what: 'two documents in a file of YAML',
    file: 'a.yaml',
    text: 'Resources:\n  A:\n    Type: AWS::S3::Bucket\n---\nResources: {}\n',
    keeps: ['amazon-s3'],
    says: /a second document/u,
  },
  {
    what: 'JSON with comments and commas',
    file: 'a.json',
    text: '\uFEFF// a\n{"Resources":{/* b */"A":{"Type":"AWS::S3::Bucket",},},}',
    keeps: ['amazon-s3'],
    says: undefined,
  },
  {
    what: 'names that objects have',
    file: 'a.json',
    text: '{"Resources":{"__proto__":{"Type":"AWS::S3::Bucket"},"constructor":{"Type":"AWS::SQS::Queue"}}}',
    keeps: ['amazon-s3', 'amazon-sqs'],
    says: undefined,
  },
  {
    what: 'a type that is no text',
    file: 'a.json',
    text: '{"Resources":{"A":{"Type":["AWS::S3::Bucket"]},"B":null,"C":7,"D":{"Type":"AWS::SQS::Queue","Properties":"x"}}}',
    keeps: ['amazon-sqs'],
    says: undefined,
  },
  {
    what: 'brackets of Terraform in disorder',
    file: 'main.tf',
    text: `}}} ]( = \n${hcl(1)}`,
    keeps: ['amazon-s3'],
    says: /Terraform does not allow/u,
  },
  { what: 'nothing at all', file: 'main.tf', text: '', keeps: [], says: undefined },
  { what: 'a number', file: 'a.json', text: '7', keeps: [], says: undefined },
  { what: 'an empty list', file: 'a.json', text: '[]', keeps: [], says: /^no section Resources$/u },
  { what: 'values of variables', file: 'prod.tfvars', text: 'password = "hunter2"\n', keeps: [], says: /^values of variables/u },
  {
    what: 'a plan as Terraform prints it',
    file: '',
    text: '  # aws_s3_bucket.a will be created\n  + resource "aws_s3_bucket" "a" {\n      + bucket = "x"\n    }\n  - resource "aws_sqs_queue" "b" {\n',
    keeps: ['amazon-s3'],
    says: /^a plan as Terraform prints it/u,
  },
  // Bytes.
  { what: 'UTF-16 as PowerShell writes it', file: 'plan.json', text: utf16(plan(3), false), keeps: ['amazon-ec2'], says: undefined },
  { what: 'UTF-16, the other way round', file: 'main.tf', text: utf16(many(3, hcl), true), keeps: ['amazon-s3'], says: undefined },
  {
    what: 'Windows line ends and a mark',
    file: 'a.yaml',
    text: new TextEncoder().encode(`\uFEFFResources:\r\n${yaml(1).replaceAll('\n', '\r\n')}`),
    keeps: ['amazon-s3'],
    says: undefined,
  },
  {
    what: 'a letter of Latin-1',
    file: 'main.tf',
    text: Uint8Array.of(0x23, 0xe4, 0x0a, ...new TextEncoder().encode(many(3, hcl))),
    keeps: ['amazon-s3'],
    says: /^a byte that is not UTF-8$/u,
  },
  { what: 'a picture', file: 'a.png', text: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), keeps: [], says: /^binary data$/u },
  {
    what: 'a packed file',
    file: 'main.tf.gz',
    text: Uint8Array.from({ length: 9000 }, (_, index) => 128 + ((index * 7919) % 127)),
    keeps: [],
    says: /^binary data$/u,
  },
];

/** Generous, on a busy machine: no input may take as long as one that grows with its square. */
const patience = 60_000;

describe.each(inputs)('$what', ({ file, text, keeps, says: wanted }) => {
  it(
    'is read as far as it goes, and what is wrong is said',
    () => {
      const { text: known, troubles: told } = typeof text === 'string' ? { text, troubles: [] } : decode(text);
      const reading: StackReading = known === undefined ? { files: [], items: [], members: [] } : readFiles([{ name: file, text: known }]);
      const troubles = [...told, ...reading.files.flatMap((each) => each.troubles)];
      if (wanted === undefined) expect(troubles).toEqual([]);
      else expect(troubles[0]?.found).toMatch(wanted);
      expect(troubles.every(({ remedy }) => remedy !== '')).toBe(true);
      expect(reading.members.map(({ service }) => service)).toEqual(keeps);
    },
    patience,
  );
});

it('a parser that gives up costs its own file alone', async () => {
  const gone = await terraformParser();
  gone.delete();
  const reading = readStack(
    [
      { name: 'main.tf', text: hcl(1) },
      { name: '', text: 'S3' },
    ],
    known,
    gone,
  );
  expect(says(reading)).toEqual(['amazon-s3']);
  expect(reading.files[0]?.troubles[0]?.found).toMatch(/^something that stopped the reading/u);
});
