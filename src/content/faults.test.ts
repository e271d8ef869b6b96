// Files that cannot be read, and pages that would fail the build or run in it: each is a problem with file, line and remedy, never a trace.
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContentError, formatProblems } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { refusalOf } from './files.ts';
import { assertPages, views } from './guide-rules.ts';
import { parsePage } from './guide.ts';
import { getContent } from './load.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'content-'));
  cpSync('content', path.join(root, 'content'), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const at = (name: string): string => path.join(root, 'content', name);
const sqs = 'services/amazon-sqs.yaml';

function caught(): readonly Problem[] {
  try {
    getContent(root);
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
  return [];
}

const line = ({ file, field, found, remedy }: Problem): string => `${file.replace(/^content\//u, '')} · ${field} · ${found} · ${remedy}`;
const problems = (): string[] => caught().map(line);

/** What is done to a record of its own or to another file, and a part of the problem, as "file:line · field · found · remedy". */
const files: readonly (readonly [what: string, act: (file: string) => void, told: string])[] = [
  [
    '0 bytes',
    (file) => {
      writeFileSync(file, '');
    },
    `<file>:1 · (file) · an empty file · write its fields`,
  ],
  [
    'comments alone',
    (file) => {
      writeFileSync(file, '# nothing\n');
    },
    `<file>:1 · (file) · an empty file`,
  ],
  [
    'binary data',
    (file) => {
      writeFileSync(file, Buffer.from([0x61, 0x0a, 0x62, 0x00, 0xff]));
    },
    `<file>:2 · (file) · a zero byte`,
  ],
  [
    'UTF-16',
    (file) => {
      writeFileSync(file, Buffer.from('\uFEFFname: x\n', 'utf16le'));
    },
    `<file>:1 · (file) · UTF-16 text · save it as UTF-8 text`,
  ],
  [
    'Latin-1',
    (file) => {
      writeFileSync(file, Buffer.from('name: x\nshort: caf\u00e9\n', 'latin1'));
    },
    `<file>:2 · (file) · bytes that are not UTF-8`,
  ],
  [
    'a bomb',
    (file) => {
      writeFileSync(
        file,
        `name: x\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
          .split('')
          .map((key, index) => `${key}: &${key} [${`*${'abcdefgh'.charAt(index)},`.repeat(9)}]`)
          .join('\n')}\n`,
      );
    },
    `<file>:3 · (file) · YAML that cannot be resolved: Excessive alias count`,
  ],
  [
    'too much of it',
    (file) => {
      appendFileSync(file, `#${' '.repeat(600_000)}\n`);
    },
    'shorten it: a file of content takes at most 524288 bytes',
  ],
  [
    'lists twenty thousand deep',
    (file) => {
      writeFileSync(file, `name: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`);
    },
    `<file>:1 · (file) · lists or fields that lie too deep`,
  ],
  [
    'a link to nowhere',
    (file) => {
      rmSync(file);
      symlinkSync('nowhere.yaml', file);
    },
    `<file>:1 · (file) · a link to another file · put the file itself here`,
  ],
  [
    'a link to itself',
    (file) => {
      rmSync(file);
      symlinkSync(path.basename(file), file);
    },
    `<file>:1 · (file) · a link to another file`,
  ],
  [
    'a folder named like a record',
    () => {
      mkdirSync(at('services/x.yaml'));
    },
    'services/x.yaml:1 · (file) · a folder with the name of a file',
  ],
  [
    'a missing vocabulary',
    () => {
      rmSync(at('areas.yaml'));
    },
    'areas.yaml:1 · (file) · no such file · restore it',
  ],
  [
    'missing checks',
    () => {
      rmSync(at('checks.yaml'));
    },
    'checks.yaml:1 · (file) · no such file · restore it',
  ],
  [
    'a page in another form',
    () => {
      writeFileSync(at('guide/other.md'), '# x\n');
    },
    'guide/other.md · (file) · no page · give it the ending .mdx',
  ],
  [
    'a missing page',
    () => {
      rmSync(at('guide/glossary.mdx'));
    },
    'guide/glossary.mdx · (file) · no such file',
  ],
  [
    'an ending in capitals',
    () => {
      writeFileSync(at('services/amazon-x.YAML'), 'name: x\n');
    },
    'services/amazon-x.YAML · (file) · the ending .YAML · rename it to .yaml',
  ],
  [
    'a wrong reason for a gap',
    () => {
      appendFileSync(at('gaps.yaml'), '- { reason: unknown, name: X, prefixes: [x] }\n');
    },
    '· reason "unknown" · reason is none of not-written, part-of, no-service',
  ],
  [
    'no reason for a gap',
    () => {
      appendFileSync(at('gaps.yaml'), '- { name: X, prefixes: [x] }\n');
    },
    '· no reason ·',
  ],
  [
    'changes without services',
    () => {
      appendFileSync(at('changes.yaml'), '- day: 2026-11-24\n  services: none\n');
    },
    '· "none" · write fields, each as "name: value"',
  ],
];

it('tells files with faults of every kind, all at once', () => {
  const records = readdirSync(at('services')).filter((name) => name.startsWith('amazon-'));
  files.forEach(([, act], index) => {
    act(at(`services/${records[index] ?? ''}`));
  });
  const all = problems();
  for (const [index, [what, , told]] of files.entries()) {
    const text = told.replace('<file>', `services/${records[index] ?? ''}`);
    expect
      .soft(
        all.filter((each) => each.includes(text)),
        `${what}: ${text}`,
      )
      .toHaveLength(1);
  }
});

it('tells that a folder is missing', () => {
  rmSync(at('services'), { recursive: true });
  expect(problems()).toContain('services · (folder) · no such file · restore the folder: content is read from it');
});

it('tells of a record with 60,000 unknown fields a hundred, and how many are left, and prints twenty', () => {
  appendFileSync(
    at(sqs),
    Array.from({ length: 60_000 }, (_, index) => `a${index}: 1`)
      .join('\n')
      .slice(0, 500_000),
  );
  const found = caught();
  const own = found.filter(({ file }) => file.includes(sqs));
  expect(own).toHaveLength(101);
  expect(own.some((each) => /^\d{5} further faults of this kind$/u.test(each.found))).toBe(true);
  expect(formatProblems(own).split('\n').length).toBeLessThan(70);
});

it('leaves out what editors put beside files', () => {
  symlinkSync('somebody@host.1234:5678', at('services/.#amazon-sqs.yaml'));
  writeFileSync(at('services/.amazon-sqs.yaml.swp'), Buffer.from([0, 1, 2]));
  writeFileSync(at('guide/.#compute.mdx'), '{');
  expect(problems()).toEqual([]);
});

it('says what the file system says', () => {
  expect(['EACCES', 'EPERM', 'ELOOP', 'EIO'].map((code) => refusalOf(Object.assign(new Error(code), { code })).found)).toEqual([
    'a file that you may not read',
    'a file that you may not read',
    'a link that leads back to itself',
    'a file that cannot be read (EIO)',
  ]);
});

/** Each edit of content/guide/compute.mdx, with the problem it makes: line, field, what was found. */
const pages: readonly (readonly [what: string, from: string | RegExp, to: string, told: string])[] = [
  ['a case that is not there', '<Case id="', '<Case id="x', '· <Case id> · "x'],
  [
    'a word that is not there',
    '<Term id="container">',
    '<Term id="containr">',
    '· <Term id> · "containr" · name one that is there (did you mean "container"?)',
  ],
  ['a flowchart that is not there', 'name="fargate-patch"', 'name="fargate-patc"', '· <Mermaid name> · "fargate-patc"'],
  [
    'an option that is not there',
    'option="fargate"',
    'option="fargates"',
    '· <ServiceDiagram option> · "fargates" · name one that is there',
  ],
  [
    'a layer that is not there',
    'layers="application platform',
    'layers="application platfrom',
    '· <PlaceEdges layers> · "platfrom" · name layers that are there, with spaces between (did you mean "platform"?)',
  ],
  ['a layer named twice', 'layers="application', 'layers="os application', '· <PlaceEdges layers> · "os" a second time'],
  ['a service that is not there', 'service="amazon-ecs"', 'service="amazon-ecss"', '· <ServiceDiagram service> · "amazon-ecss"'],
  ['an attribute left out', 'name="fargate-patch"', '', '· <Mermaid> · nothing · write name="…"'],
  ['an attribute that nothing knows', '<Case id', '<Case onload="x" id', '· <Case> · the attribute onload'],
  ['an attribute out of code', '<Case id="', '<Case {...process.exit(1)} id="', '· <Case> · attributes out of code'],
  ['a value out of code', /id="container"/u, 'id={process.exit(1)}', '· <Term> · the attribute id'],
  ['a component that is not imported', "import Term from '../../src/components/Term.astro';\n", '', '· <Term> · no import of it'],
  [
    'another import',
    "import Term from '../../src/components/Term.astro';",
    "import fs from 'node:fs';",
    "· (import) · import fs from 'node:fs';",
  ],
  [
    'an export',
    "import Term from '../../src/components/Term.astro';",
    "import Term from '../../src/components/Term.astro';\nexport const x = 1;",
    '· (import) · export const x = 1;',
  ],
  ['code', 'This lesson is', '{process.exit(1)} This lesson is', '· (text) · {process.exit(1)}'],
  ['HTML', 'This lesson is', '<script>alert(1)</script> This lesson is', '· <script> · <script>'],
  ['a tag that is not closed', 'This lesson is', '<Term id="patch"> This lesson is', '· (text) · MDX that cannot be read'],
  ['a script behind a link', 'This lesson is', '[x](javascript:alert(1)) This lesson is', '· (link) · javascript:alert(1)'],
  ['a link to no page', '/compare/?services=amazon-ec2,amazon-ecs', '/comparee/?services=amazon-ec2,amazon-ecs', '· (link) · /comparee/'],
  ['a link to no service', 'This lesson is', '[x](/services/amazon-sqss/) This lesson is', '· (link) · /services/amazon-sqss/'],
  ['a link to no heading', 'This lesson is', '[x](/guide/cases/#nothing) This lesson is', '· (link) · /guide/cases/#nothing'],
  ['a picture', 'This lesson is', '![x](./x.png) This lesson is', '· (text) · a picture'],
  ['a hidden character', 'This lesson is', 'This\u202E lesson is', '· (text) · U+202E RIGHT-TO-LEFT OVERRIDE'],
  ['no head', /^---[^]*?---\n/u, '', '· (head) · no head'],
  ['a script in its head', 'lesson: 5', 'lesson: 5\nhead: [{ tag: script, content: "alert(1)" }]', '· head · a field called "head"'],
  ['no title', /^title: .*$/mu, '', '· title · nothing'],
  ['a tag in its title', /^title: .*$/mu, 'title: "x</title><script>"', '· title · "x</title><script>"'],
  [
    'a day that Astro takes for a date',
    'reviewed: "2026-11-29"',
    'reviewed: 2026-11-29',
    '· (head) · reviewed: 2 · put the value of reviewed in quotes',
  ],
  ['more lists on a line than there are levels', 'This lesson is', `${'- '.repeat(6900)}This`, '· (text) · elements or lists that lie too'],
  ['more quotes on a line than there are levels', 'This lesson is', `${'>'.repeat(21)}This`, '· (text) · elements or lists that lie too'],
  ['a head that is no YAML', 'lesson: 5', 'lesson: [5', '· (file) · YAML that cannot be read'],
];

describe('a lesson with', () => {
  const content = getContent();
  const others = content.guide.filter(({ id }) => id !== 'compute');
  const { services } = content.catalog;
  const known = {
    cases: content.cases.map(({ id }) => id),
    terms: content.terms.map(({ id }) => id),
    lessons: content.lessons.map(({ id }) => id),
    services: new Map(services.map((service) => [service.id, service.options.map(({ id }) => id)])),
    diagrams: readdirSync('content/guide/diagrams').map((name) => name.replace(/\.[a-z]+$/u, '')),
  };
  const text = readFileSync('content/guide/compute.mdx', 'utf8');
  const told = (edited: string): string[] => {
    const found: Problem[] = [];
    const page = parsePage('content/guide/compute.mdx', edited, found);
    if (page) found.push(...assertPages([page, ...others], known));
    return found.map(line);
  };

  it('nothing to tell is as it stands', () => {
    expect(told(text)).toEqual([]);
  });

  it.each(pages)('%s is told', (_, from, to, part) => {
    const edited = text.replace(from, () => to);
    expect(edited).not.toBe(text);
    const all = told(edited);
    expect(
      all.some((each) => /^guide\/compute\.mdx(?::\d+)? /u.test(each) && each.includes(part)),
      all.join('\n'),
    ).toBe(true);
  });

  it('a flowchart that was not drawn again, or not drawn by us, is told', () => {
    appendFileSync(at('guide/diagrams/proof.mmd'), '\n');
    const svg = at('guide/diagrams/who-patches.svg');
    writeFileSync(svg, readFileSync(svg, 'utf8').replace('<g>', '<g onload="alert(1)">'));
    writeFileSync(at('guide/diagrams/lost.svg'), '<svg></svg>');
    expect(problems()).toEqual([
      'guide/diagrams/lost.svg · (file) · a picture without its text · write lost.mmd, or remove it',
      'guide/diagrams/proof.mmd · (file) · the picture beside it is missing or out of date · run npm run draw-flowcharts',
      expect.stringContaining(
        'guide/diagrams/who-patches.mmd · (file) · the picture beside it holds what no drawing does: <g onload="alert(1)">',
      ),
    ]);
  });

  it('faults is told of all of them at once, and of faults in records', () => {
    const lesson = readFileSync(at('guide/compute.mdx'), 'utf8');
    writeFileSync(at('guide/compute.mdx'), lesson.replace('<Case id="', '<Case id="x').replace('This lesson is', '{1} This lesson is'));
    writeFileSync(at(sqs), readFileSync(at(sqs), 'utf8').replace('area: ', 'area: x'));
    writeFileSync(at('guide/review.mdx'), '{');
    expect(problems().map((each) => each.replace(/[: ].*$/u, ''))).toEqual(
      expect.arrayContaining(['guide/compute.mdx', 'guide/compute.mdx', 'guide/review.mdx', sqs]),
    );
  });
});

it('knows every page outside of the guide', () => {
  // Pages that nobody links to: they answer when another does not.
  const unlinked = new Set(['404.astro', 'offline.astro', 'offline/index.astro']);
  const routes = readdirSync('src/pages', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.astro') && !name.includes('[') && !unlinked.has(name))
    .map((name) => `/${name.replace(/(?:^|\/)?index\.astro$/u, '/').replace(/\.astro$/u, '/')}`.replace('//', '/'));
  expect(routes.sort()).toEqual([...views].sort());
});

describe('check:content', () => {
  const run = (...ids: readonly string[]) =>
    spawnSync(process.execPath, [path.resolve('scripts/check-content.ts'), ...ids], { cwd: root, encoding: 'utf8' });

  it('knows no record by a misspelt id, and says which is meant', () => {
    const { status, stdout, stderr } = run('amazon-sqss');
    expect(stderr).toContain('"amazon-sqss" (did you mean "amazon-sqs"?)');
    expect([status, stdout]).toEqual([1, '']);
  });

  it('prints the problems of what it was asked about, with controls written out', () => {
    writeFileSync(at(sqs), readFileSync(at(sqs), 'utf8').replace(/^area: .*$/mu, 'area: "x\\e[2J"'));
    const record = run('amazon-sqs');
    expect(record.stderr).toContain('found: "x\\u001b[2J"');
    expect([record.status, record.stdout]).toEqual([1, '']);
  });

  it('says what it could not check while records are broken', () => {
    writeFileSync(at(sqs), 'name: x\n');
    for (const id of ['amazon-sns', 'stacks', 'compute']) {
      const { status, stdout, stderr } = run(id);
      expect(stderr).toBe(`${id} could not be held against the records until the others are mended\n`);
      expect(stdout).toMatch(/^\d+ in other files/u);
      expect(status).toBe(1);
    }
  });

  it('has nothing to say of a file while another is broken that no rule needs', () => {
    writeFileSync(at('guide/compute.mdx'), '{');
    const { status, stdout, stderr } = run('amazon-sns');
    expect(stdout).toMatch(/^no problem in amazon-sns\n\d+ in other files/u);
    expect([status, stderr]).toEqual([0, '']);
    const lesson = run('compute');
    expect(lesson.stderr).toContain('content/guide/compute.mdx:1 · (text)');
    expect(lesson.status).toBe(1);
  });
});
