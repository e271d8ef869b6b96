// Faults in what no record holds: each is told with its file, its field and what to do, all of them at once.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ContentError } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { getContent } from './load.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'content-'));
  cpSync('content', path.join(root, 'content'), { recursive: true });
});
afterEach(() => {
  vi.unstubAllGlobals();
  rmSync(root, { recursive: true });
});

/** A file without what is to be replaced is a mistake of this test. */
function edit(name: string, from: string, to: string): void {
  const file = path.join(root, 'content', name);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
  writeFileSync(file, text.replace(from, to));
}

function problems(): readonly Problem[] {
  try {
    getContent(root);
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
  return [];
}

it('has nothing to say of the content as it stands', () => {
  expect(problems()).toEqual([]);
});

it('reads content again once a file has changed, and in a build once for all', () => {
  const inDevelopment = getContent(root);
  expect(getContent(root)).toBe(inDevelopment);
  edit('glossary.yaml', 'A pair of an id', 'A pair of one id');
  const later = getContent(root);
  expect(later).not.toBe(inDevelopment);
  vi.stubGlobal('contentStays', true);
  edit('glossary.yaml', 'A pair of one id', 'A pair of an id');
  expect(getContent(root)).toBe(later);
  // Another project is another one all the same.
  expect(getContent()).not.toBe(later);
});

it('tells a day of the log of changes that stands before its entry, or twice', () => {
  edit('changes.yaml', '- day: 2026-11-26', '- day: 2026-11-23');
  expect(problems().map(({ file, found }) => [file.replace(/:\d+$/u, ''), found])).toEqual([
    ['content/changes.yaml', '2026-11-23 a second time'],
  ]);
});

it('tells every choice of the editors that is not there', () => {
  const options = getContent().catalog.services.find(({ id }) => id === 'amazon-ecs')?.options;
  edit('front.yaml', '- amazon-s3', '- amazon-s4');
  edit('front.yaml', '- amazon-eks', '- amazon-ec2');
  edit('comparisons.yaml', 'service: amazon-rds', 'service: amazon-rdss');
  edit('comparisons.yaml', 'option: fargate', 'option: fargates');
  expect(problems()).toEqual([
    {
      file: 'content/front.yaml:5',
      field: 'popular.1',
      found: 'amazon-s4',
      remedy: 'name a service of content/services/ that is not retired (did you mean "amazon-s3"?)',
    },
    { file: 'content/front.yaml:9', field: 'popular.5', found: 'amazon-ec2 a second time', remedy: 'remove one of the two' },
    {
      file: 'content/comparisons.yaml:10',
      field: '1.columns.1.option',
      found: 'fargates',
      remedy: `name an option of amazon-ecs: ${options?.map(({ id }) => id).join(', ')} (did you mean "fargate"?)`,
    },
    {
      file: 'content/comparisons.yaml:15',
      field: '2.columns.1.service',
      found: 'amazon-rdss',
      remedy: 'name a service of content/services/ that is not retired (did you mean "amazon-rds"?)',
    },
  ]);
});

it('takes no retired service for the front page, and no comparison of one', () => {
  edit('front.yaml', '- aws-iam', '- amazon-qldb');
  edit('comparisons.yaml', '    - { service: amazon-eks, option: auto-mode }\n', '');
  expect(problems()).toEqual([
    {
      file: 'content/comparisons.yaml:4',
      field: '0.columns',
      found: '[{"service":"amazon-eks","option":"managed-node-groups"}]',
      remedy: 'fewer than two columns: compare two to four',
    },
    {
      file: 'content/front.yaml:11',
      field: 'popular.7',
      found: 'amazon-qldb',
      remedy: 'name a service of content/services/ that is not retired',
    },
  ]);
});

it('tells lessons that share a place on the path, and places left out', () => {
  edit('guide/your-side.mdx', 'lesson: 6', 'lesson: 5');
  expect(problems()).toEqual([
    {
      file: 'content/guide/your-data.mdx',
      field: 'lesson',
      found: '7',
      remedy: 'number the lessons without a gap: there is no lesson 6',
    },
    {
      file: 'content/guide/your-side.mdx',
      field: 'lesson',
      found: '5, the place of compute',
      remedy: 'give each lesson a place of its own on the path',
    },
  ]);
});

it('tells table cells of the guide that contradict their record, and tables that name none', () => {
  edit('guide/service-categories.mdx', '| Managed | Shared: AWS installs required', '| Managed | AWS, in the window you set');
  edit('guide/your-data.mdx', '| Amazon RDS | Not until you ask: ', '| Amazon RDS | Done: ');
  edit('lesson-tables.yaml', '    Who gets in: { layer: access }\n', '');
  edit('lesson-tables.yaml', '    Set network rules: { layer: network }', '    Set network rule: { layer: network }');
  edit('lesson-tables.yaml', '- page: controls\n  table: 1', '- page: controls\n  table: 2');
  const found = problems().map(({ file, field, found: text, remedy }) => `${file.replace(/:\d+$/u, ':n')} · ${field}: ${text}: ${remedy}`);
  expect(found).toEqual([
    'content/lesson-tables.yaml:n · 2: table 2 of controls: name a page of content/guide/ and one of its tables',
    ...['Infrastructure', 'Managed', 'Abstracted'].flatMap((row) => [
      ...(row === 'Managed'
        ? [
            'content/guide/service-categories.mdx:n · table 2, row “Managed”, column “Guest operating system”: AWS, in the window you set updates, you apply the others: begin it with “Shared”, as amazon-rds, option default, says of os',
          ]
        : []),
      `content/guide/service-categories.mdx:n · table 2, row “${row}”, column “Who gets in”: Shared: you decide, AWS enforces it: say in content/lesson-tables.yaml which service, option and layer it speaks of`,
    ]),
    'content/guide/your-data.mdx:n · table 1, row “Amazon RDS”, column “At rest, if you do nothing”: Done: turn it on when you create the database: begin it with “Not until you ask”, as amazon-rds, option default, says of server-encryption',
    expect.stringMatching(/^content\/lesson-tables.yaml:n · 9\.rows: Set network rule: write one of .+did you mean "Set network rules"/u),
    ...['Your own database on Amazon EC2', 'Amazon RDS', 'Amazon DynamoDB'].map((column): unknown =>
      expect.stringContaining(`table 1, row “Set network rules”, column “${column}”`),
    ),
    expect.stringMatching(/^content\/guide\/controls\.mdx · table 1: Kind \| Who does it \| .+: add it to content\/lesson-tables\.yaml/u),
  ]);
});

/** Two questions of one theme, so that no test hangs on those that stand in content. */
const asked = `- id: the-model
  name: The model
  questions:
    - id: patching
      question: Who patches?
      also: [whose job is patching]
      answer: AWS patches its layers. You patch yours.
      source: [https://docs.aws.amazon.com/x.html]
      reviewed: "2026-11-29"
      see: [{ page: controls }, { service: aws-kms, option: external-key-store }]
    - id: keys
      question: Who holds the keys?
      answer: AWS KMS holds them. You decide who may use them.
      source: [https://docs.aws.amazon.com/x.html, https://docs.aws.amazon.com/y.html]
      reviewed: "2026-11-29"
      see: [{ question: patching }, { layer: os, party: customer }, { default: open }]
`;
/** Writes these questions, each text replaced by the other. */
const ask = (...edits: readonly (readonly [from: string | RegExp, to: string])[]): void => {
  let text = asked;
  for (const [from, to] of edits) {
    if (text.search(from) < 0) throw new Error(`the questions have no ${String(from)}`);
    text = text.replace(from, () => to);
  }
  writeFileSync(path.join(root, 'content/questions.yaml'), text);
};

it('has nothing to say of questions whose places are there', () => {
  ask();
  expect(problems()).toEqual([]);
});

it('tells everything that is wrong across the questions that people ask', () => {
  const { options } = getContent().catalog.services.find(({ id }) => id === 'aws-kms') ?? { options: [] };
  ask(
    [/id: keys/u, 'id: the-model'],
    [/page: controls/u, 'page: control'],
    [/question: patching/u, 'question: the-model'],
    [/option: external-key-store/u, 'option: external-keys'],
    [/whose job is patching/u, 'Who holds the KEYS'],
    [/y\.html/u, 'x.html'],
    [/layer: os, party: customer/u, 'page: controls, party: customer'],
    [/default: open/u, 'layer: facilities, default: open'],
  );
  expect(problems().map(({ file, field, found, remedy }) => `${file} ${field}: ${found}; ${remedy}`)).toEqual([
    'content/questions.yaml:11 0.questions.1.id: "the-model" a second time; give each theme and each question its own id',
    'content/questions.yaml:12 0.questions.1.question: "Who holds the keys?", which stands at patching already; remove one of the two',
    'content/questions.yaml:14 0.questions.1.source.1: https://docs.aws.amazon.com/x.html a second time; remove one of the two',
    'content/questions.yaml:10 0.questions.0.see.0.page: control; name a page of content/guide/ (did you mean "controls"?)',
    `content/questions.yaml:10 0.questions.0.see.1.option: external-keys; name an option of aws-kms: ${options.map(({ id }) => id).join(', ')}`,
    'content/questions.yaml:16 0.questions.1.see.0.question: the-model; name another question of this file',
    'content/questions.yaml:16 0.questions.1.see.1: page, party; name a page, a question, a service, a layer or a default; option belongs to a service, party to a layer',
    'content/questions.yaml:16 0.questions.1.see.2.default: open, which is true of no service; name what some service has, or remove the place',
  ]);
});

/** Each edit of a first question, with its field and the remedy. */
const refused = [
  ['a tag', /AWS patches/u, '<b>AWS</b> patches', 'answer', 'has a tag in it'],
  ['a hidden character', /AWS patches/u, 'AWS\u202E patches', 'answer', 'readers cannot see it'],
  ['a link', /AWS patches/u, 'AWS [patches](x)', 'answer', 'has markup in it'],
  ['no question', /Who patches\?/u, 'Patching', 'question', 'has no question mark'],
  ['one sentence', / You patch yours\./u, '', 'answer', 'one sentence'],
  ['six sentences', /You patch yours\./u, 'One. Two. Three. Four. You do.', 'answer', 'more than five sentences'],
  ['an answer that breaks off', /yours\./u, 'yours', 'answer', 'close the last sentence'],
  ['a source of somebody else', /https:\S+?html/u, 'https://example.com/x', 'source.0', "not an https address on one of AWS's own domains"],
  ['a source without encryption', /https:/u, 'http:', 'source.0', "not an https address on one of AWS's own domains"],
  ['no source', /\[https:\S+?html\]/u, '[]', 'source', 'cite the AWS page that says it'],
  ['no place', /\[\{ page.*\}\]/u, '[]', 'see', 'name the layer, lesson or service'],
  ['an angle bracket in a wording', /whose job is patching/u, '"a > b"', 'also.0', 'has "<" or ">" in it'],
  ['a layer that is none', /service: aws-kms, option: external-key-store/u, 'layer: roof', 'see.1.layer', 'write one of them'],
  ['a review tomorrow', /reviewed: "[\d-]+"/u, 'reviewed: "2999-01-01"', 'reviewed', 'write the day of the last review'],
  ['a field nobody knows', /question: Who/u, 'asked: Who', 'asked', 'remove it, or correct its spelling'],
] as const;

/** What is told of all of them at once, each edit in a theme of its own: reading the content takes a second. */
let told: readonly Problem[] | undefined;
const toldOfAll = (): readonly Problem[] => {
  if (told) return told;
  const themes = refused.map(([, from, to]) => asked.replace(from, () => to));
  expect(new Set([asked, ...themes]).size, 'an edit changes nothing, or two are the same').toBe(refused.length + 1);
  writeFileSync(path.join(root, 'content/questions.yaml'), themes.join(''));
  told = problems();
  return told;
};

it.each(refused.map(([what, , , field, remedy], index) => [what, `${index}.questions.0.${field}`, remedy] as const))(
  'refuses a question with %s',
  (_, field, remedy) => {
    const found = toldOfAll().filter((each) => each.field === field);
    expect(found).toHaveLength(1);
    expect(found[0]?.remedy).toContain(remedy);
  },
);
