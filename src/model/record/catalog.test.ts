// Loads broken records as text and checks the problems reported. Then checks the catalog of valid records.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../content/load.ts';
import { aliasAddresses } from './aliases.ts';
import { namesOf } from './lookup.ts';
import type { Catalog } from './catalog.ts';
import { ContentError, nearest } from '../problem.ts';
import type { Problem } from '../problem.ts';

interface Text {
  readonly path: string;
  readonly text: string;
}

const vocabularies: Text[] = ['layers', 'parties', 'defaults', 'areas', 'categories', 'disagreements'].map((name) => {
  const path = `content/${name}.yaml`;
  // Reasons for real records are not needed here, and an unneeded reason is a problem.
  return { path, text: name === 'disagreements' ? '[]' : readFileSync(path, 'utf8') };
});

const store = `name: Amazon Example Store
short: Amazon Store
area: storage
aliases: [Shop, Bazaar]
formerly: [Amazon Stall]
status: active
summary: Keeps things. You say who may take them.
reviewed: 2026-11-01
purposes: [keep things, lend things, a place for things]
docs: https://docs.aws.amazon.com/store/
related: []
cells:
  access:
    party: shared
    default: partly
    you: Say who may take things
    aws: Checks every call
    detail: If you do nothing, nobody may take anything.
    source: https://docs.aws.amazon.com/store/access.html
  network:
    party: customer
    default: open
    you: Close the door
    detail: The door is open by default.
    source: https://docs.aws.amazon.com/store/network.html
  backup:
    party: customer
    default: open
    you: Keep a second copy of everything
    detail: AWS keeps no copy for you.
    source: https://docs.aws.amazon.com/store/backup.html
  traffic:
    party: aws
    default: done
    aws: Encrypts every connection
    detail: There is no unencrypted endpoint.
    source: https://docs.aws.amazon.com/store/traffic.html
  server-encryption:
    party: shared
    default: partly
    you: Choose the key
    aws: Encrypts every object
    detail: Without a choice of yours, AWS owns the key.
    source: https://docs.aws.amazon.com/store/encryption.html
options:
  - id: default
    name: Store
    category: abstracted
`;

const path = 'content/services/amazon-store.yaml';

/** Returns the record with new texts in every cell, because two services may not share them. */
const inOtherWords = (text: string, word: string): string =>
  text.replace(
    /^( {4}(?:you|aws|reason|detail): ).*?(\.?)$/gmu,
    (_, field: string, stop: string) => `${field}${word} ${word} ${word}${stop}`,
  );

const other: Text = {
  path: 'content/services/amazon-thing.yaml',
  text: edit(inOtherWords(store, 'gnihT'), 'Amazon Example Store', 'Amazon Other Thing')
    .replace('Amazon Store', 'Amazon Thing')
    .replace('[Shop, Bazaar]', '[Gadget]')
    .replace('[Amazon Stall]', '[]'),
};

/** Replaces a part of a text. Throws if the part is missing, because then the test itself is wrong. */
function edit(text: string, from: string | RegExp, to: string): string {
  const edited = text.replace(from, () => to);
  if (edited === text) throw new Error(`nothing to replace: ${String(from)}`);
  return edited;
}

function problemsOf(texts: readonly Text[]): readonly Problem[] {
  try {
    loadCatalog(texts);
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
  return [];
}

interface Broken {
  readonly what: string;
  readonly from: string | RegExp;
  readonly to: string;
  /** The file and the line. */
  readonly at: string;
  readonly field: string;
  readonly found: string;
  readonly remedy: string;
}

const second = `  - id: second
    name: Second
    category: managed
    summary: Runs beside the first.
`;
const ownNetwork = `    cells:
      network:
        party: aws
        default: done
        aws: Closes the door
        detail: It is always shut.
        source: https://docs.aws.amazon.com/store/door.html
`;

const broken: readonly Broken[] = [
  // shape: characters
  {
    what: 'a tag in its name',
    from: 'short: Amazon Store',
    to: 'short: "SQS</title><script>window.pwn=1</script>"',
    at: `${path}:2`,
    field: 'short',
    found: '</title>',
    remedy: 'remove the tag',
  },
  {
    what: 'an angle bracket in a phrase',
    from: 'you: Close the door',
    to: 'you: Close < 5 doors',
    at: `${path}:23`,
    field: 'cells.network.you',
    found: 'Close < 5 doors',
    remedy: 'write it in words',
  },
  {
    what: 'a tag in its summary',
    from: 'Keeps things.',
    to: 'Keeps <b>things.',
    at: `${path}:7`,
    field: 'summary',
    found: 'Keeps <b>things.',
    remedy: 'put a space after "<"',
  },
  {
    what: 'a character that turns the text around',
    from: 'aws: Encrypts every connection',
    to: 'aws: "Encrypts \\u202Eevery connection"',
    at: `${path}:35`,
    field: 'cells.traffic.aws',
    found: 'U+202E RIGHT-TO-LEFT OVERRIDE, character 10 of the text',
    remedy: 'readers cannot see it: remove it',
  },
  {
    what: 'a character without a width in an alias',
    from: '[Shop, Bazaar]',
    to: '["Sh\\u200Bop", Bazaar]',
    at: `${path}:4`,
    field: 'aliases.0',
    found: 'U+200B ZERO WIDTH SPACE',
    remedy: 'remove it',
  },
  {
    what: 'a control character in a detail',
    from: 'The door is open by default.',
    to: '"The door is\\e[2J open by default."',
    at: `${path}:24`,
    field: 'cells.network.detail',
    found: 'U+001B ESCAPE',
    remedy: 'remove it',
  },
  {
    what: 'an address that leaves its attribute',
    from: 'https://docs.aws.amazon.com/store/',
    to: `'https://docs.aws.amazon.com/"onclick="x'`,
    at: `${path}:10`,
    field: 'docs',
    found: 'onclick',
    remedy: 'cite the AWS page',
  },
  // shape: vocabulary
  {
    what: 'an unknown layer',
    from: '  network:',
    to: '  netwrok:',
    at: `${path}:20`,
    field: 'cells.netwrok',
    found: 'netwrok',
    remedy: 'did you mean "network"?',
  },
  {
    what: 'a misspelt party',
    from: 'party: customer',
    to: 'party: custmer',
    at: `${path}:21`,
    field: 'cells.network.party',
    found: 'custmer',
    remedy: 'did you mean "customer"?',
  },
  {
    what: 'no party',
    from: '    party: customer\n',
    to: '',
    at: `${path}:20`,
    field: 'cells.network.party',
    found: 'no party',
    remedy: 'customer, shared, aws, none',
  },
  {
    what: 'a layer without anything',
    from: /(?<= {2}backup:\n)[\s\S]*backup\.html\n/u,
    to: '',
    at: `${path}:26`,
    field: 'cells.backup',
    found: 'null',
    remedy: 'remove the layer to inherit it',
  },
  {
    what: 'an unknown category',
    from: 'category: abstracted',
    to: 'category: abstract',
    at: `${path}:48`,
    field: 'options.0.category',
    found: 'abstract',
    remedy: 'infrastructure, managed, abstracted',
  },
  {
    what: 'an unknown status',
    from: 'status: active',
    to: 'status: Active',
    at: `${path}:6`,
    field: 'status',
    found: '"Active"',
    remedy: 'closed-to-new-customers',
  },
  {
    what: 'an unknown field',
    from: 'related: []',
    to: 'related: []\nrealted: []',
    at: `${path}:12`,
    field: 'realted',
    found: 'realted',
    remedy: 'did you mean "related"?',
  },
  {
    what: 'an unknown field of a cell',
    from: 'you: Close the door',
    to: 'you: Close the door\n    yuo: Close',
    at: `${path}:24`,
    field: 'cells.network.yuo',
    found: 'yuo',
    remedy: 'did you mean "you"?',
  },
  {
    what: 'a field that its party does not have',
    from: 'you: Close the door',
    to: 'you: Close the door\n    aws: Opens it',
    at: `${path}:24`,
    field: 'cells.network.aws',
    found: '"aws"',
    remedy: 'or change the party',
  },
  {
    what: 'a list that is none',
    from: '[Shop, Bazaar]',
    to: 'Shop',
    at: `${path}:4`,
    field: 'aliases',
    found: '"Shop"',
    remedy: 'write a list',
  },
  {
    what: 'a missing field',
    from: /^reviewed.*\n/mu,
    to: '',
    at: path,
    field: 'reviewed',
    found: 'nothing',
    remedy: 'the field is required',
  },
  // shape: cells
  {
    what: 'shared with one half',
    from: '    aws: Checks every call\n',
    to: '',
    at: `${path}:13`,
    field: 'cells.access.aws',
    found: 'nothing',
    remedy: 'write the phrase of what AWS does',
  },
  {
    what: 'none without a reason',
    from: 'party: customer\n    default: open\n    you: Close the door',
    to: 'party: none',
    at: `${path}:20`,
    field: 'cells.network.reason',
    found: 'nothing',
    remedy: 'why it is not there',
  },
  {
    what: 'a phrase too long for half a band',
    from: 'Say who may take things',
    to: 'Say who may take things, on which days of the week and how often',
    at: `${path}:16`,
    field: 'cells.access.you',
    found: 'how often',
    remedy: 'at most 60 characters',
  },
  {
    what: 'a phrase too long for a whole band',
    from: 'Close the door',
    to: `Close ${'every '.repeat(15)}door`,
    at: `${path}:23`,
    field: 'cells.network.you',
    found: 'every',
    remedy: 'at most 90 characters',
  },
  {
    what: 'a phrase with a full stop',
    from: 'Close the door',
    to: 'Close the door.',
    at: `${path}:23`,
    field: 'cells.network.you',
    found: 'door.',
    remedy: 'full stop: a phrase has none',
  },
  {
    what: 'a detail with five sentences',
    from: 'AWS keeps no copy for you.',
    to: 'One copy. Two copies. Three copies. Four copies. Five.',
    at: `${path}:30`,
    field: 'cells.backup.detail',
    found: 'Five.',
    remedy: 'keep the four that matter',
  },
  {
    what: 'a detail without an end',
    from: 'AWS keeps no copy for you.',
    to: 'AWS keeps no copy for you',
    at: `${path}:30`,
    field: 'cells.backup.detail',
    found: 'AWS keeps',
    remedy: 'close the last sentence',
  },
  // shape: sources
  {
    what: 'no default',
    from: '    default: open\n',
    to: '',
    at: `${path}:20`,
    field: 'cells.network.default',
    found: 'nothing',
    remedy: 'missing: say what holds if the customer does nothing, one of done, open, yours, unstated',
  },
  {
    what: 'a default that its party does not have',
    from: 'default: open',
    to: 'default: when-asked',
    at: `${path}:22`,
    field: 'cells.network.default',
    found: 'when-asked',
    remedy: 'or change the party',
  },
  {
    what: 'four sources',
    from: 'source: https://docs.aws.amazon.com/store/access.html',
    to: `source: [${['a', 'b', 'c', 'd'].map((page) => `https://docs.aws.amazon.com/${page}`).join(', ')}]`,
    at: `${path}:19`,
    field: 'cells.access.source',
    found: '["https://docs.aws.amazon.com/a"',
    remedy: 'keep the three that carry the cell',
  },
  {
    what: 'two purposes',
    from: '[keep things, lend things, a place for things]',
    to: '[keep things, lend things]',
    at: `${path}:9`,
    field: 'purposes',
    found: 'lend things',
    remedy: 'fewer than three',
  },
  {
    what: 'no source',
    from: '    source: https://docs.aws.amazon.com/store/access.html\n',
    to: '',
    at: `${path}:13`,
    field: 'cells.access.source',
    found: 'nothing',
    remedy: 'write the address of the AWS page',
  },
  {
    what: 'a source over http',
    from: 'https://docs.aws.amazon.com/store/access',
    to: 'http://docs.aws.amazon.com/store/access',
    at: `${path}:19`,
    field: 'cells.access.source',
    found: 'http://',
    remedy: 'with https://',
  },
  {
    what: "a source outside AWS's domains",
    from: 'docs.aws.amazon.com/store/access',
    to: 'aws.amazon.com.example.org/access',
    at: `${path}:19`,
    field: 'cells.access.source',
    found: 'example.org',
    remedy: "one of AWS's own domains",
  },
  {
    what: 'a source that is not a valid address',
    from: 'https://docs.aws.amazon.com/store/access.html',
    to: 'the S3 guide',
    at: `${path}:19`,
    field: 'cells.access.source',
    found: 'the S3 guide',
    remedy: 'cite the AWS page',
  },
  {
    what: 'an empty detail',
    from: 'AWS keeps no copy for you.',
    to: '""',
    at: `${path}:30`,
    field: 'cells.backup.detail',
    found: '""',
    remedy: 'empty: write the detail',
  },
  {
    what: 'documentation elsewhere',
    from: 'https://docs.aws.amazon.com/store/\n',
    to: 'https://store.example/\n',
    at: `${path}:10`,
    field: 'docs',
    found: 'store.example',
    remedy: "one of AWS's own domains",
  },
  // shape: dates, lists
  {
    what: 'a review in the future',
    from: '2026-11-01',
    to: '2199-01-01',
    at: `${path}:8`,
    field: 'reviewed',
    found: '2199-01-01',
    remedy: 'the day of the last review',
  },
  {
    what: 'a date that does not exist',
    from: '2026-11-01',
    to: '2026-02-30',
    at: `${path}:8`,
    field: 'reviewed',
    found: '2026-02-30',
    remedy: 'YYYY-MM-DD',
  },
  {
    what: 'an empty list of options',
    from: /options:[\s\S]*/u,
    to: 'options: []\n',
    at: `${path}:45`,
    field: 'options',
    found: '[]',
    remedy: 'write at least one',
  },
  // invalid YAML
  {
    what: 'a colon in unquoted text',
    from: 'Amazon Example Store',
    to: 'Amazon: Example Store',
    at: `${path}:1`,
    field: '(file)',
    found: 'cannot be read',
    remedy: 'needs quotes',
  },
  {
    what: 'a list that does not end',
    from: '[Shop, Bazaar]',
    to: '[Shop, Bazaar',
    at: `${path}:5`,
    field: '(file)',
    found: 'must be sufficiently indented and end with a ]',
    remedy: 'check the indentation',
  },
  {
    what: 'tabs',
    from: '    party: customer',
    to: '\tparty: customer',
    at: `${path}:21`,
    field: '(file)',
    found: 'Tabs are not allowed',
    remedy: 'two spaces instead of tabs',
  },
  {
    what: 'a field written twice',
    from: 'you: Close the door',
    to: 'you: Close the door\n    you: Open it',
    at: `${path}:24`,
    field: '(file)',
    found: 'the field "you" a second time',
    remedy: 'remove one of the two',
  },
  {
    what: 'a reference to nowhere',
    from: 'you: Close the door',
    to: 'you: *nobody',
    at: `${path}:23`,
    field: '(file)',
    found: 'nobody',
    remedy: 'write the value out',
  },
  {
    what: 'a value that contains itself',
    from: '[Shop, Bazaar]',
    to: '&a [*a]',
    at: `${path}:4`,
    field: '(file)',
    found: 'cannot be resolved',
    remedy: 'write the value out',
  },
  { what: 'an empty file', from: /[\s\S]*/u, to: '', at: `${path}:1`, field: '(file)', found: 'an empty file', remedy: 'write its fields' },
  // meaning within the record
  {
    what: 'an unknown area',
    from: 'area: storage',
    to: 'area: storrage',
    at: `${path}:3`,
    field: 'area',
    found: 'storrage',
    remedy: 'content/areas.yaml (did you mean "storage"?)',
  },
  {
    what: 'no statement of a layer it must state',
    from: / {2}backup:[\s\S]*backup\.html\n/u,
    to: '',
    at: `${path}:40`,
    field: 'cells.backup',
    found: 'option default',
    remedy: 'state backup under cells',
  },
  {
    what: 'two options of one id',
    from: /$/u,
    to: edit(second, 'second', 'default'),
    at: `${path}:49`,
    field: 'options.1.id',
    found: '"default" a second time',
    remedy: 'its own id',
  },
  {
    what: 'several options without a summary',
    from: /$/u,
    to: second,
    at: `${path}:46`,
    field: 'options.0.summary',
    found: 'nothing',
    remedy: 'what runs where in this option',
  },
  {
    what: 'a cell that every option replaces',
    from: /$/u,
    to: ownNetwork,
    at: `${path}:20`,
    field: 'cells.network',
    found: 'every option replaces',
    remedy: 'no reader would see it',
  },
  {
    what: 'an alias twice',
    from: '[Shop, Bazaar]',
    to: '[Shop, shop]',
    at: `${path}:4`,
    field: 'aliases.1',
    found: '"shop" a second time',
    remedy: 'remove one of the two',
  },
  {
    what: 'an alias that makes no valid address',
    from: '[Shop, Bazaar]',
    to: '["!!"]',
    at: `${path}:4`,
    field: 'aliases.0',
    found: '"!!"',
    remedy: 'at least one letter or digit',
  },
  // meaning across records
  {
    what: "an alias that is another service's name",
    from: '[Shop, Bazaar]',
    to: '[thing]',
    at: `${path}:4`,
    field: 'aliases.0',
    found: 'already leads to amazon-thing',
    remedy: 'keep it with the one service',
  },
  {
    what: "a former name that is another service's id",
    from: '[Amazon Stall]',
    to: '[Amazon-Thing]',
    at: `${path}:5`,
    field: 'formerly.0',
    found: 'already leads to amazon-thing',
    remedy: 'keep it with the one service',
  },
  {
    what: 'a relation to nowhere',
    from: 'related: []',
    to: 'related: [amazon-thin]',
    at: `${path}:11`,
    field: 'related.0',
    found: 'no record',
    remedy: 'did you mean "amazon-thing"?',
  },
  {
    what: 'a relation to itself',
    from: 'related: []',
    to: 'related: [amazon-store]',
    at: `${path}:11`,
    field: 'related.0',
    found: 'the service itself',
    remedy: 'remove it',
  },
];

describe('a broken record', () => {
  it.each(broken)('with $what is reported with file, field and remedy', ({ from, to, at, field, found, remedy }) => {
    const problems = problemsOf([...vocabularies, other, { path, text: edit(store, from, to) }]);
    const problem = problems.find((each) => each.field === field);
    expect(problem, JSON.stringify(problems, null, 2)).toMatchObject({ file: at });
    expect(problem?.found).toContain(found);
    expect(problem?.remedy).toContain(remedy);
    expect(problems.every((each) => each.file.startsWith(path))).toBe(true);
  });

  it('has one problem for each fault', () => {
    // A missing summary is missing in both options, and the second option's id is taken.
    const several = ['several options without a summary', 'two options of one id'];
    for (const { what, from, to } of broken.filter((each) => !several.includes(each.what))) {
      expect(problemsOf([...vocabularies, other, { path, text: edit(store, from, to) }]), what).toHaveLength(1);
    }
  });

  it('with a wrong file name is reported with the right one', () => {
    expect(problemsOf([...vocabularies, { path: 'content/services/Amazon_Store.yaml', text: store }])).toEqual([
      {
        file: 'content/services/Amazon_Store.yaml',
        field: '(file)',
        found: 'the file name "Amazon_Store.yaml"',
        remedy: 'rename it to "amazon-store.yaml": lower case, hyphens',
      },
    ]);
    expect(problemsOf([...vocabularies, { path: 'content/services/amazon-store.yml', text: store }])).toEqual([
      {
        file: 'content/services/amazon-store.yml',
        field: '(file)',
        found: 'the ending .yml',
        remedy: 'rename it to .yaml, like the other files',
      },
    ]);
  });
});

describe('records together', () => {
  it('may not share an alias: the later one is reported', () => {
    const problems = problemsOf([
      ...vocabularies,
      { path, text: store },
      { ...other, text: edit(other.text, '[Gadget]', '[Gadget, "shop"]') },
    ]);
    expect(problems).toEqual([
      {
        file: `${other.path}:4`,
        field: 'aliases.1',
        found: '"shop", which already leads to amazon-store',
        remedy: 'keep it with the one service that readers mean',
      },
    ]);
  });

  it('may not share a name', () => {
    const problems = problemsOf([
      ...vocabularies,
      { path, text: store },
      { ...other, text: edit(other.text, 'short: Amazon Thing', 'short: Amazon Store') },
    ]);
    expect(problems).toEqual([
      {
        file: `${other.path}:2`,
        field: 'short',
        found: '"Amazon Store", also a name of amazon-store',
        remedy: 'use the name that AWS gives to this service only',
      },
    ]);
  });

  it('are all reported at once', () => {
    const problems = problemsOf([
      ...vocabularies,
      { path, text: edit(edit(store, 'area: storage', 'area: storrage'), '2026-11-01', 'yesterday') },
      { ...other, text: edit(other.text, 'status: active', '\tstatus: active') },
      { path: 'content/services/amazon-third.yml', text: 'name: x' },
    ]);
    const places = problems.map((each) => `${each.file} ${each.field}`);
    // The rules run only on files with a valid shape, so the unknown area is not reported yet.
    expect(places.sort()).toEqual(
      [
        'content/services/amazon-store.yaml:8 reviewed',
        'content/services/amazon-thing.yaml:6 (file)',
        'content/services/amazon-third.yml (file)',
      ].sort(),
    );
  });

  it('may refer to a record that cannot be read: only that one is reported', () => {
    const problems = problemsOf([
      ...vocabularies,
      { path, text: edit(store, 'related: []', 'related: [amazon-thing]') },
      { ...other, text: 'name: [' },
    ]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.file).toBe('content/services/amazon-thing.yaml:1');
  });

  it('are counted and listed by file in the message', () => {
    const texts = [...vocabularies, { path, text: edit(edit(store, 'area: storage', 'area: 3'), '2026-11-01', 'yesterday') }];
    expect(() => loadCatalog(texts)).toThrow(
      /^2 problems in the content\n {2}content\/services\/amazon-store\.yaml:3 · area\n {4}found: 3\n {4}to do: .*\n {2}content\/services\/amazon-store\.yaml:8 · reviewed/u,
    );
  });
});

describe('two services', () => {
  const problemsWith = (text: string): readonly Problem[] => problemsOf([...vocabularies, { path, text: store }, { ...other, text }]);

  it('may share a phrase, where the same is true of both', () => {
    expect(problemsWith(edit(other.text, 'you: gnihT gnihT gnihT', 'you: Say who may take things'))).toEqual([]);
  });

  it('may share a detail, a third may not, even with its own name put in', () => {
    const detail = (name: string, end: string): string =>
      `Amazon ${name} leaves the door open until somebody of yours shuts it for ${end}.`;
    const first = edit(store, 'The door is open by default.', detail('Store', 'good'));
    const second = edit(other.text, /(?<=network:\n.*\n.*\n.*\n {4}detail: ).*/u, detail('Thing', 'ever'));
    const third: Text = {
      path: 'content/services/amazon-third.yaml',
      text: edit(
        edit(
          edit(edit(inOtherWords(store, 'drihT'), 'Amazon Example Store', 'Amazon Third'), 'Amazon Store', 'Amazon Third'),
          '[Shop, Bazaar]',
          '[]',
        ),
        '[Amazon Stall]',
        '[]',
      ).replace(/(?<=network:\n.*\n.*\n.*\n {4}detail: ).*/u, detail('Third', 'now')),
    };
    const two = [...vocabularies, { path, text: first }, { ...other, text: second }];
    expect(problemsOf(two)).toEqual([]);
    const problems = problemsOf([...two, third]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: `${third.path}:20`, field: 'cells.network' });
    expect(problems[0]?.found).toContain('the detail of amazon-store and amazon-thing');
  });

  it('that cite one page for a layer agree in party and default, or say why not', () => {
    const apart = problemsWith(edit(other.text, 'default: open', 'default: yours'));
    expect(apart).toEqual([
      {
        file: `${other.path}:20`,
        field: 'cells.network',
        found:
          'customer, yours, while amazon-store says customer, open and cites the same page, https://docs.aws.amazon.com/store/network.html',
        remedy: 'make both agree, or say in content/disagreements.yaml why they differ',
      },
    ]);
    const reason = '- page: https://docs.aws.amazon.com/store/network.html\n  layer: network\n  because: The thing has no door.\n';
    const files = vocabularies.map((each) => (each.path === 'content/disagreements.yaml' ? { ...each, text: reason } : each));
    const explained = [...files, { path, text: store }, { ...other, text: edit(other.text, 'default: open', 'default: yours') }];
    expect(problemsOf(explained)).toEqual([]);
    expect(problemsOf([...files, { path, text: store }, other])).toEqual([
      {
        file: 'content/disagreements.yaml',
        field: 'network',
        found: 'a reason for https://docs.aws.amazon.com/store/network.html, about which no two services differ',
        remedy: 'remove it',
      },
    ]);
  });

  it('leave no layer but residency to the customer as done', () => {
    const problems = problemsOf([...vocabularies, { path, text: edit(store, 'default: open', 'default: done') }]);
    expect(problems).toMatchObject([{ field: 'cells.network', found: 'party customer with default done' }]);
  });

  it('may say the same thing in their own words', () => {
    expect(problemsWith(other.text)).toEqual([]);
  });
});

describe('a retired service', () => {
  const retired = `name: Amazon Old Thing
short: Amazon Old Thing
area: storage
aliases: [Relic]
formerly: []
status: retired
summary: Kept things once.
ended: 2025-07-31
instead: AWS names Amazon Store as the place to move to.
successors: [amazon-store]
source: https://docs.aws.amazon.com/old/end.html
reviewed: 2026-11-01
`;
  const load = (text: string) =>
    loadCatalog([...vocabularies, { path, text: store }, { path: 'content/services/amazon-old-thing.yaml', text }]);

  it('has a page and names, but no split', () => {
    const catalog = load(retired);
    expect(catalog.services.map((service) => service.id)).toEqual(['amazon-store']);
    expect(catalog.retired).toMatchObject([{ id: 'amazon-old-thing', ended: '2025-07-31', prefixes: [] }]);
    expect(aliasAddresses(catalog)).toContainEqual({
      from: '/services/relic/',
      to: '/services/amazon-old-thing/',
      name: 'Amazon Old Thing',
    });
  });

  it('may not name a successor without a record, take the alias of another, or keep cells', () => {
    expect(() => load(edit(retired, '[amazon-store]', '[amazon-stroe]'))).toThrow(/successors\.0[\s\S]*which has no record/u);
    expect(() => load(edit(retired, '[Relic]', '[Bazaar]'))).toThrow(/aliases\.0[\s\S]*already leads to amazon-store/u);
    expect(() => load(`${retired}cells: {}\n`)).toThrow(/a retired service has no split/u);
  });
});

describe('a broken vocabulary', () => {
  const without = (name: string): Text[] => vocabularies.filter((each) => each.path !== `content/${name}.yaml`);
  const with_ = (name: string, from: string | RegExp, to: string): Text[] =>
    vocabularies.map((each) => (each.path === `content/${name}.yaml` ? { ...each, text: edit(each.text, from, to) } : each));

  it('is reported if it is missing', () => {
    expect(problemsOf([...without('layers'), { path, text: store }])).toEqual([
      { file: 'content/layers.yaml', field: '(file)', found: 'no such file', remedy: 'restore it: it declares a vocabulary' },
    ]);
  });

  it('is not reported as missing if it cannot be read', () => {
    const problems = problemsOf([...without('areas'), { path: 'content/areas.yaml', text: '- {' }, { path, text: store }]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.found).toContain('cannot be read');
  });

  it('is reported if it has an entry twice', () => {
    const problems = problemsOf([...with_('areas', 'id: compute', 'id: storage'), { path, text: store }]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ found: '"storage" a second time', remedy: 'remove one of the two, or give it its own id' });
    expect(problems[0]?.file).toMatch(/^content\/areas\.yaml:\d+$/u);
  });

  it('is reported if its entries are in another order', () => {
    const text = vocabularies.find((each) => each.path === 'content/parties.yaml')?.text ?? '';
    const [head, ...entries] = text.trim().split('\n');
    const problems = problemsOf([...without('parties'), { path: 'content/parties.yaml', text: [head, ...entries.reverse()].join('\n') }]);
    expect(problems).toEqual([
      {
        file: 'content/parties.yaml',
        field: '(file)',
        found: 'the ids none, aws, shared, customer',
        remedy: 'list exactly these, in this order: customer, shared, aws, none',
      },
    ]);
  });
});

describe('the catalog of valid records', () => {
  const load = (text: string): Catalog => loadCatalog([...vocabularies, { path, text }]);

  it('takes each cell from the nearest place: category, service, option', () => {
    const [service] = load(edit(store, /$/u, `    summary: Runs alone.\n${second}${ownNetwork}`)).services;
    const [first, next] = service?.options ?? [];
    expect(first?.cells.network).toMatchObject({ party: 'customer', you: 'Close the door' });
    expect(next?.cells.network).toMatchObject({ party: 'aws', aws: 'Closes the door' });
    expect([first?.origins.network, next?.origins.network, first?.origins.os]).toEqual(['service', 'option', 'category']);
    expect([first?.parties.application, next?.parties.application]).toEqual(['none', 'customer']);
    expect(next?.category).toBe('managed');
  });

  it('resolves fourteen layers for every option, and names the service after its file', () => {
    const [service] = load(store).services;
    expect(service?.id).toBe('amazon-store');
    expect(Object.keys(service?.options[0].cells ?? {})).toHaveLength(14);
  });

  it('sorts services by the name readers look up', () => {
    const named = (id: string, short: string): Text => ({
      path: `content/services/${id}.yaml`,
      text: edit(
        edit(
          edit(edit(inOtherWords(store, id.slice(0, -1)), 'Amazon Example Store', `${short} full`), 'Amazon Store', short),
          '[Shop, Bazaar]',
          '[]',
        ),
        '[Amazon Stall]',
        '[]',
      ),
    });
    const { services } = loadCatalog([
      ...vocabularies,
      named('aws-zebra', 'AWS Zebra'),
      named('amazon-mole', 'Amazon Mole'),
      named('aws-bee', 'AWS Bee'),
    ]);
    expect(services.map((each) => each.short)).toEqual(['AWS Bee', 'Amazon Mole', 'AWS Zebra']);
  });
});

it('lists each name of a service once', () => {
  expect(namesOf({ name: 'Amazon Relational Database Service', short: 'Amazon RDS', aliases: ['rds', 'SQL'], formerly: [] })).toEqual([
    'Amazon Relational Database Service',
    'Amazon RDS',
    'RDS',
    'SQL',
  ]);
});

it('takes "<" where it means "less than"', () => {
  expect(problemsOf([...vocabularies, { path, text: edit(store, 'Keeps things.', 'Keeps things < 5 ms away.') }])).toEqual([]);
});

it('guesses a word at most two letters away', () => {
  expect(nearest('contaners', ['compute', 'containers'])).toBe(' (did you mean "containers"?)');
  expect(nearest('database', ['compute', 'containers'])).toBe('');
});

describe('the titles of pages', () => {
  const titles = (text: string): Text => ({ path: 'content/pages.yaml', text });
  const [address = ''] = loadCatalog([...vocabularies, { path, text: store }]).services[0]?.options[0].cells.data.source ?? [];

  it('stand in the cells that cite them, shared by options as before', () => {
    const { services, pages } = loadCatalog([...vocabularies, { path, text: store }, titles(`${address}: What a store is`)]);
    expect(pages.get(address)).toBe('What a store is');
    const cells = services.flatMap(({ options }) => options.map((option) => option.cells.data));
    expect(cells[0]?.titles).toContain('What a store is');
    expect(new Set(cells).size).toBe(1);
  });

  it('are refused where an address names a part, or a title has markup', () => {
    const problems = problemsOf([...vocabularies, { path, text: store }, titles(`${address}#part: A part\n${address}: A <b>store</b>`)]);
    expect(problems.map(({ file, remedy }) => [file, remedy])).toEqual([
      ['content/pages.yaml:1', expect.stringContaining('without "#"')],
      ['content/pages.yaml:2', expect.stringContaining('tag')],
    ]);
  });
});
