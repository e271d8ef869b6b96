import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { getContent } from '../../content/load.ts';
import { answerParts } from '../../content/search.ts';
import { normalize } from '../normalize.ts';
import { halves, isConceptual, judge, judgedAnswers, measure, parseQuestions } from './judge.ts';
import type { JudgedQuestion, Measures } from './judge.ts';
import { makeAnswers } from './rank.ts';
import type { Answer } from './rank.ts';

const content = getContent();
const parts = answerParts(content);
const answer = makeAnswers(parts);
const answersTo = (query: string): readonly Answer[] => answer(query).answers;
const places = (query: string): string[] => answersTo(query).map(({ href, title }) => href || title);
const fixture = (name: string): string => readFileSync(path.join(import.meta.dirname, '../../../e2e', name), 'utf8');
const lines = (name: string): string[] =>
  fixture(name)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

describe('a question is understood', () => {
  it.each([
    // A layer is told by its surest word, not by a fixed order.
    ['windows updates on workspaces', '/services/amazon-workspaces/?layer=os'],
    ['is traffic to efs encrypted', '/services/amazon-efs/?layer=traffic'],
    ['efs mount without tls', '/services/amazon-efs/?layer=traffic'],
    ['who guards the data centre of s3', '/services/amazon-s3/?layer=facilities'],
    // A layer that the service does not have is not what is asked for.
    ['is direct connect encrypted', '/services/aws-direct-connect/?layer=traffic'],
    // An exact name is never lost among unknown words.
    ['my rds thingamajig quux backups blorp', '/services/amazon-rds/?layer=backup'],
    // Words of every day are no names of services.
    ['who controls customer access to a dynamodb table in the cloud network', '/services/amazon-dynamodb/?layer=access'],
    // Options are named by their names, and by what belongs to them.
    ['who patches eks auto mode', '/services/amazon-eks/?option=auto-mode&layer=os'],
    ['patch self-managed eks worker nodes', '/services/amazon-eks/?layer=os'],
    ['fargate pod eviction', '/services/aws-fargate/?option=eks&layer=os'],
    ['who patches the os on RDS Custom for Oracle', '/services/amazon-rds/?option=rds-custom-oracle&layer=os'],
    // A service that helps another says its layer.
    ['rds with kms', '/services/amazon-rds/?layer=server-encryption'],
    ['ec2 to lambda migration who maintains the operating system', '/services/aws-lambda/?layer=os'],
    // What belongs to a service names it.
    ['bucket policies', '/services/amazon-s3/?layer=access'],
    // The longer of two words that overlap counts alone.
    ['ec2 instance connect ssh keys', '/services/amazon-ec2/?layer=access'],
    ['storage gateway smb guest access', '/services/aws-storage-gateway/?layer=access'],
    ['backup', '/services/aws-backup/'],
    ['backup of s3', '/services/amazon-s3/?layer=backup'],
    // A purpose in its own words asks about no layer, though it has words of one.
    ['content delivery network', '/services/amazon-cloudfront/'],
    // A name of layer words says its layer.
    ['network acl rules in my vpc', '/services/amazon-vpc/?layer=network'],
    ['rds vs database on ec2', '/compare/?services=amazon-rds,amazon-ec2'],
  ])('"%s" leads to %s', (query, href) => {
    expect(places(query)[0]).toBe(href);
  });

  it('gives a reason for each answer', () => {
    expect(answersTo('who patches the os on rds')[0]).toMatchObject({
      kind: 'cell',
      layer: 'os',
      why: ['name "rds"', expect.stringMatching(/^os /u)],
    });
  });
});

describe('a question about the model', () => {
  it.each([
    // In the words of its heading, in others that people use, and in those of several wordings.
    ['who destroys old disks', '/questions/#old-disks'],
    ['can amazon staff look at my files', '/questions/#aws-staff'],
    ['bill after a hack who pays', '/questions/#who-pays'],
    // A heading of the course in its own words goes before a question in others.
    ['controls inherit share', '/guide/controls/'],
    // What exams put around it says nothing.
    [
      'Under the AWS shared responsibility model, which of the following controls do customers inherit in full?',
      '/questions/#kinds-of-controls',
    ],
    // A thing that belongs to a service is no name of it.
    ['eavesdropping between instances', '/questions/#spoofing'],
    // An answer goes before the name of a service without a record.
    ['what does the health dashboard provide', '/questions/#how-aws-tells'],
  ])('"%s" leads to %s', (query, href) => {
    expect(places(query)[0]).toBe(href);
  });

  it.each([
    // Who names a service asks about it, and who tells what it is for wants it.
    ['who patches the guest operating system of ec2', '/services/amazon-ec2/?layer=os'],
    ['sign-in for customers of my app', '/services/amazon-cognito/?layer=access'],
    ['is s3 public by default', '/services/amazon-s3/?layer=network'],
    // One word that a question has in common with it is chance.
    ['global acelerator', '/services/aws-global-accelerator/'],
    // Who asks for services wants a list.
    ['which services does aws patch the operating system', '/explore/?layer=os&party=aws&count=ways'],
  ])('"%s" is none, and leads to %s', (query, href) => {
    expect(places(query)[0]).toBe(href);
  });
});

describe('a question over all services', () => {
  it.each([
    ['which services are open by default', '/defaults/?default=open'],
    ['which services have no backups by default', '/defaults/?default=when-asked&layer=backup'],
    ['which services are encrypted by default', '/explore/?layer=server-encryption&default=done&count=ways'],
    ['where do i patch the os', '/explore/?layer=os&party=customer&count=ways'],
    ['which services does aws patch the operating system', '/explore/?layer=os&party=aws&count=ways'],
  ])('"%s" leads to %s, with the number of services', (query, href) => {
    const [first] = answersTo(query);
    expect(first).toMatchObject({ kind: 'every-service', href });
    expect(first?.which.length).toBeGreaterThan(0);
    expect(first?.which.length).toBeLessThan(content.catalog.services.length);
  });

  it('counts the services that the explorer then shows', () => {
    const { services } = content.catalog;
    const expected = services.filter(({ options }) => options.some(({ parties }) => parties.os === 'customer')).length;
    expect(answersTo('where do i patch the os')[0]?.which).toHaveLength(expected);
  });
});

describe('where no good answer is', () => {
  it.each([
    '',
    '   ',
    '???',
    'the',
    'what is it',
    '数据库',
    'k',
    'purple monkey dishwasher',
    'weather tomorrow',
    'teamwork',
    'checklist',
    '<img src=x onerror=alert(1)>',
    'x'.repeat(2000),
  ])('nothing is answered to "%s"', (query) => {
    expect(places(query)).toEqual([]);
  });

  it('nonsense is answered with nothing', () => {
    expect(lines('nonsense.txt').filter((word) => answersTo(word).length > 0)).toEqual([]);
  });

  it('what has no record is said to have none, and nothing stands in its place', () => {
    const { services, retired } = content.catalog;
    const borne = new Set(
      [...services, ...retired].flatMap(({ name, short, aliases, formerly }) => [name, short, ...aliases, ...formerly].map(normalize)),
    );
    // AWS may give a service the former name of another one, which has a record: then both are told, the record first.
    const place = (name: string): number => (borne.has(normalize(name)) ? 1 : 0);
    const lost = parts.data.missing.filter(({ name }) => answersTo(name)[place(name)]?.title !== `${name} is not covered yet`);
    expect(lost.map(({ name }) => name)).toEqual([]);
    const ownWord = parts.data.missing.filter(({ name }) => /^(?:Amazon|AWS) \w+$/u.test(name) && !borne.has(normalize(name)));
    expect(ownWord).not.toEqual([]);
    const astray = ownWord.filter(({ name }) => answersTo(`${name} encryption`).some(({ kind }) => kind !== 'missing'));
    expect(astray.map(({ name }) => name)).toEqual([]);
    for (const query of ['customer responsibility with managed services', 'one step between managed and abstracted', 'x marks the spot'])
      expect(answersTo(query).map(({ kind }) => kind)).not.toContain('missing');
  });
});

describe('names', () => {
  it('lead to their service, and to the option and layer that stand beside them', () => {
    const wrong = lines('queries.txt').flatMap((line) => {
      const [query = '', meant = ''] = line.split(' = ');
      const [way = '', layer] = meant.split(' ? ');
      const [id = '', option] = way.split('.');
      const asked = [...(option === undefined ? [] : [`option=${option}`]), ...(layer === undefined ? [] : [`layer=${layer}`])];
      const href = `/services/${id}/${asked.length === 0 ? '' : `?${asked.join('&')}`}`;
      const [first = 'nothing'] = places(query);
      return first === href ? [] : [`"${query}": ${first}, not ${href}`];
    });
    expect(wrong).toEqual([]);
  });

  it('find their service first and alone: full, short, aliases, former', () => {
    const { services, retired } = content.catalog;
    const wrong = [...services, ...retired].flatMap(({ id, name, short, aliases, formerly }) =>
      [name, short, ...aliases, ...formerly].filter((each) => {
        const [first] = answersTo(each);
        return first?.href.split('?')[0] !== `/services/${id}/` || first.layer !== undefined;
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('lead to every way to run a service, by its name and in a question', () => {
    const wrong = content.catalog.services.flatMap(({ id, short, options }) =>
      options.length < 2
        ? []
        : options.flatMap((option, index) =>
            [`${short} ${option.name}`, `who patches the os on ${short} ${option.name}`].filter((query) => {
              const [first = ''] = places(query);
              const address = new URL(first, 'https://tideline.example');
              return address.pathname !== `/services/${id}/` || address.searchParams.get('option') !== (index === 0 ? null : option.id);
            }),
          ),
    );
    expect(wrong).toEqual([]);
  });
});

it.each([
  ['cache static content close to users', 'amazon-cloudfront'],
  ['centralized backup', 'aws-backup'],
  ['discover pii in buckets', 'amazon-macie'],
  ['connect hundreds of vpcs', 'aws-transit-gateway'],
  ['user login for mobile app', 'amazon-cognito'],
  ['ship data on a physical device', 'aws-snowball'],
])('a purpose in other words, "%s", finds %s', (query, id) => {
  expect(places(query)[0]).toContain(`/services/${id}/`);
});

it('purposes, told as the records tell them, find their service first in 95 %', () => {
  const all = content.catalog.services.flatMap(({ id, purposes }) => purposes.map((purpose) => ({ id, purpose })));
  const first = all.filter(({ id, purpose }) => places(purpose)[0]?.startsWith(`/services/${id}/`) === true);
  expect(first.length / all.length).toBeGreaterThanOrEqual(0.95);
});

it('a question that names one control does not lead to another that is asked for in the same words', () => {
  const [first = '', second = ''] = places('is patch management a shared control');
  expect([first, second].join(' ')).toContain('/questions/#patching');
  expect([first, second].join(' ')).not.toContain('/questions/#configuration');
});

describe('real questions', () => {
  const { tune, test } = halves(parseQuestions(fixture('questions.jsonl')));
  const measured = (questions: readonly JudgedQuestion[]): Measures => {
    const [last] = measure(questions.map((question) => judge(question, judgedAnswers(answersTo(question.q), parts)))).slice(-1);
    if (!last) throw new Error('no questions');
    return last;
  };
  it('stand in the file that judges alone: an answer that has its question among its wordings proves nothing', () => {
    const judged = new Set([...tune, ...test].map(({ q }) => normalize(q)));
    const wordings = content.faq.flatMap(({ questions }) => questions.flatMap(({ also }) => also));
    expect(wordings.filter((wording) => judged.has(normalize(wording)))).toEqual([]);
  });
  it.each([
    ['tune', tune],
    ['test', test],
  ])('about a service are answered in the half to %s', (_, half) => {
    const { first, layer } = measured(half.filter((question) => !isConceptual(question)));
    expect(first).toBeGreaterThanOrEqual(0.96);
    expect(layer).toBeGreaterThanOrEqual(0.9);
  });
  it.each([
    ['tune', tune],
    ['test', test],
  ])('about the model are answered in the half to %s', (_, half) => {
    const { first, three } = measured(half.filter(isConceptual));
    expect(first).toBeGreaterThanOrEqual(0.88);
    expect(three).toBeGreaterThanOrEqual(0.96);
  });
});
