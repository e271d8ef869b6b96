import { expect, it } from 'vitest';
import type { Found } from '../model/stack/found.ts';
import { foundScene, stackLink } from './found.ts';

const none: Found = {
  files: 1,
  entries: 0,
  members: [],
  elsewhere: [],
  asks: { all: 0, shown: [] },
  weak: [],
  hidden: { all: 0, shown: [] },
  read: [],
  other: [],
  scaffold: [],
  unknown: { all: 0, shown: [] },
  troubles: { all: 0, shown: [] },
};
const place = { file: 'main.tf', line: 3, name: 'aws_lambda_function.a' };
const s3 = { ref: 'amazon-s3', name: 'Amazon S3', resources: 2, types: ['aws_s3_bucket'], assumed: 'General purpose buckets' };

it('says in one line what was found', () => {
  const trouble = { file: '', line: 7, found: 'a tab', remedy: 'mend it' };
  const told = (found: Partial<Found>): string => foundScene({ ...none, ...found }).told;
  expect(told({})).toBe('Nothing was recognised in 1 file.');
  expect(told({ files: 2, troubles: { all: 1, shown: [trouble] } })).toBe('Nothing was recognised in 2 files. The reasons stand below.');
  expect(told({ entries: 1, members: [s3] })).toBe('1 service was recognised: 1 entry in 1 file.');
  expect(
    told({
      entries: 9,
      members: [s3, { ...s3, ref: 'amazon-s3.table-buckets' }],
      weak: [s3],
      asks: { all: 2, shown: [] },
      troubles: { all: 1, shown: [trouble] },
    }),
  ).toBe('1 service was recognised: 9 entries in 1 file. 2 questions for you. 1 service with weak evidence. 1 place could not be read.');
  expect(told({ entries: 3 })).toBe('No service was recognised: 3 entries in 1 file.');
});

it('says why each is taken, and against what the answers of a question are measured', () => {
  const { members, asks, weak } = foundScene({
    ...none,
    members: [s3],
    weak: [{ ...s3, resources: 1, assumed: undefined }],
    asks: {
      all: 1,
      shown: [
        {
          attribute: 'package_type',
          text: 'var.kind',
          resources: 4,
          places: [place],
          options: [
            { ref: 'aws-lambda', name: 'AWS Lambda, Managed runtime', changes: '', taken: true },
            { ref: 'aws-lambda.container-image', name: 'AWS Lambda, Container image', changes: 'More is yours in x.', taken: false },
          ],
        },
      ],
    },
  });
  expect(members).toEqual([
    { ref: 'amazon-s3', title: 'Amazon S3', note: '2 resources: aws_s3_bucket; the usual way: General purpose buckets', taken: true },
  ]);
  expect(weak).toEqual([{ ref: 'amazon-s3', title: 'Amazon S3', note: '1 resource: aws_s3_bucket', taken: false }]);
  expect(asks).toMatchObject([
    {
      title: 'Which do you run? package_type is var.kind',
      note: 'aws_lambda_function.a (main.tf, line 3), and 3 more',
      choices: [
        { note: 'Taken until you say otherwise.', taken: true },
        { note: 'Against AWS Lambda, Managed runtime: More is yours in x.', taken: false },
      ],
    },
  ]);
});

it('folds the rest into lists that say how long they are', () => {
  const { parts } = foundScene({
    ...none,
    troubles: { all: 60, shown: [{ file: '', line: 7, found: 'a tab', remedy: 'mend the line' }] },
    asks: { all: 3, shown: [] },
    hidden: { all: 1, shown: [{ file: 'main.tf', line: 3, what: 'module', name: 'db', from: 'example/db' }] },
    elsewhere: [{ id: 'amazon-qldb', name: 'Amazon QLDB', state: 'ended', resources: 1 }],
    unknown: { all: 1, shown: [{ name: 'Kafka', resources: 2, place: { file: '', line: 1, name: 'Kafka' } }] },
    other: [{ name: 'random', resources: 1, place }],
  });
  expect(parts.map(({ title, lines, open }) => [title, lines, open])).toEqual([
    ['Could not be read (60)', ['pasted text, line 7: a tab. Mend the line.', 'and 59 more'], true],
    ['Not asked (3)', [], false],
    ['Not in these files (1)', ['Module db, from example/db (main.tf, line 3)'], false],
    ['Without a page here (1)', ['Amazon QLDB (1 resource): AWS has ended it'], false],
    ['Not recognised (1)', ['Kafka, 2 times: pasted text, line 1'], false],
    ['Of other providers (1)', ['random: aws_lambda_function.a (main.tf, line 3)'], false],
  ]);
});

it('the link counts services, and names the ways', () => {
  expect(stackLink([])).toBeUndefined();
  expect(stackLink(['amazon-rds', 'amazon-eks', 'amazon-eks.fargate'])).toEqual({
    href: '/stack/?services=amazon-rds,amazon-eks,amazon-eks.fargate',
    text: 'Show my stack of 2 services',
  });
});
