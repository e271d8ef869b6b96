// Broken overlays: each fault is told with its file, its field, what was found and what to do, and all of them at once.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../model/problem.ts';
import { assertPages } from './guide-rules.ts';
import { getContent } from './load.ts';
import { overlayPlace, readOverlay, wholeOverlay } from './organization.ts';
import type { Organization } from './organization.ts';

const example = 'e2e/fixtures/example-corp';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'overlay-'));
  cpSync(example, folder, { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const at = (name: string): string => path.join(folder, name);

/** Replaces a part of a file; one without that part is a mistake of this test. */
function edit(from: string | RegExp, to: string, name = 'organization.yaml'): void {
  const text = readFileSync(at(name), 'utf8');
  const edited = text.replace(from, () => to);
  if (edited === text) throw new Error(`${name} has no ${String(from)}`);
  writeFileSync(at(name), edited);
}

function read(): { readonly organization: Organization | undefined; readonly told: string[] } {
  const problems: Problem[] = [];
  const place = overlayPlace('', folder);
  if (!place) throw new Error('an overlay that is named is one');
  const { catalog, guide, cases, terms, lessons } = getContent();
  const overlay = readOverlay(place, problems);
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  const organization = wholeOverlay(place, overlay, { services: ids(catalog.services), retired: ids(catalog.retired) }, problems);
  problems.push(
    ...assertPages([...guide, ...overlay.lessons], {
      cases: ids(cases),
      terms: ids(terms),
      lessons: ids(lessons),
      services: new Map(catalog.services.map(({ id, options }) => [id, ids(options)])),
      diagrams: [],
    }).filter(({ file }) => file.startsWith(folder)),
  );
  return {
    organization,
    told: problems.map(({ file, field, found, remedy }) => `${file.replace(`${folder}/`, '')} · ${field} · ${found} · ${remedy}`),
  };
}

const yaml = (from: string | RegExp, to: string) => (): void => {
  edit(from, to);
};
const lesson = (from: string | RegExp, to: string) => (): void => {
  edit(from, to, 'first-week.md');
};
const logo =
  (text: string | Buffer, name = 'logo.svg') =>
  (): void => {
    writeFileSync(at(name), text);
  };
const svg = (inner: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${attributes}>${inner}</svg>`;
const png = (width: number): Buffer => {
  const bytes = Buffer.alloc(33);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(9, 20);
  return bytes;
};

/** What is done to the example, and the one problem that it makes. */
const broken: readonly (readonly [what: string, act: () => void, told: string])[] = [
  [
    'no file',
    () => {
      rmSync(at('organization.yaml'));
    },
    'organization.yaml:1 · (file) · no such file · put it there, or correct TIDELINE_OVERLAY: it names the overlay, or the folder that holds organization.yaml',
  ],
  [
    'a link in its place',
    () => {
      rmSync(at('organization.yaml'));
      symlinkSync('/etc/hostname', at('organization.yaml'));
    },
    'organization.yaml:1 · (file) · a link to another file · put the file itself here',
  ],
  ['no YAML', yaml('services:\n', 'services: [\n'), '(file) · YAML that cannot be read'],
  ['no name', yaml('name: Example Corp\n', ''), 'organization.yaml · name · nothing · missing: write the name of the company'],
  [
    'a field that is not known',
    yaml('regions:', 'region:'),
    'region · a field called "region" · remove it, or correct its spelling (did you mean "regions"?)',
  ],
  [
    'a service that is not there',
    yaml('service: amazon-s3, owner', 'service: amazon-s4, owner'),
    'organization.yaml:13 · services.approved.0.service · amazon-s4 · name a service by the id in its address (did you mean "amazon-s3"?)',
  ],
  [
    'a service that AWS has ended',
    yaml('service: amazon-lightsail', 'service: amazon-qldb'),
    'organization.yaml:22 · services.forbidden.0.service · amazon-qldb · AWS has ended this service',
  ],
  [
    'approved and forbidden',
    yaml('service: amazon-lightsail', 'service: amazon-s3'),
    'organization.yaml:22 · services.forbidden.0.service · amazon-s3, which is approved too · leave it in one of the two lists, approved or forbidden',
  ],
  [
    'approved twice',
    yaml('service: aws-kms', 'service: amazon-s3'),
    'services.approved.2.service · amazon-s3 a second time · remove one of the two',
  ],
  [
    'no reason',
    yaml(', reason: All keys of ours stand here.', ''),
    'services.approved.2.reason · nothing · missing: write why it was decided so',
  ],
  [
    'no owner',
    yaml('owner: Database team\n      reason', 'reason'),
    'services.conditional.0.owner · nothing · missing: write the team that owns it',
  ],
  ['no condition', yaml(/\n {6}condition: .*/u, ''), 'services.conditional.0.condition · nothing · missing: write what must hold'],
  [
    'a Region by its name',
    yaml('[eu-central-1,', '[Frankfurt,'),
    'organization.yaml:24 · regions.0 · "Frankfurt" · not the code of an AWS Region',
  ],
  [
    'a Region that is misspelt',
    yaml('[eu-central-1,', '[eu-cental-1,'),
    'organization.yaml:24 · regions.0 · "eu-cental-1" · not the code of an AWS Region',
  ],
  [
    'a Region twice',
    yaml('eu-west-1]', 'eu-central-1]'),
    'organization.yaml:24 · regions.1 · eu-central-1 a second time · remove one of the two',
  ],
  [
    'a layer that is not there',
    yaml('    backup: Platform team', '    backups: Platform team'),
    'owners.layers.backups · backups · name a layer by its id: data, residency',
  ],
  [
    'a category that is not there',
    yaml('    infrastructure: {', '    infrastructur: {'),
    'owners.categories.infrastructur · infrastructur · name a category by its id: infrastructure, managed, abstracted (did you mean "infrastructure"?)',
  ],
  [
    'a layer of a rule that is not there',
    yaml('layer: backup, category', 'layer: bakup, category'),
    'rules.1.layer · bakup · name a layer by its id',
  ],
  [
    'a rule that holds nowhere',
    yaml('{ service: amazon-s3, text', '{ text'),
    'rules.2 · {"text":"Name buckets after your team and their purpose."} · holds nowhere: add layer, category or service',
  ],
  [
    'markup in a reason',
    yaml('All keys of ours stand here.', '<b onclick="x">All</b> keys.'),
    'services.approved.2.reason · "<b onclick="x">All</b> keys." · has a tag in it',
  ],
  ['markup in a team', yaml('data: Data owners', 'data: Data > owners'), 'owners.layers.data · "Data > owners" · has "<" or ">" in it'],
  [
    'a control character',
    yaml('owner: Storage team', 'owner: "Storage\\e[2J team"'),
    'services.approved.0.owner · U+001B ESCAPE, character 8 of the text · readers cannot see it',
  ],
  [
    'a direction that is turned round',
    yaml('name: Example Corp', 'name: "Example\u202E Corp"'),
    'organization.yaml:3 · name · U+202E RIGHT-TO-LEFT OVERRIDE',
  ],
  [
    'a character of no width',
    yaml('backup: Platform team', 'backup: "Plat\u200Bform team"'),
    'owners.layers.backup · U+200B ZERO WIDTH SPACE',
  ],
  [
    'a script for an address',
    yaml('cloud@example.com', 'javascript:alert(1)'),
    'contacts.0.address · "javascript:alert(1)" · neither an e-mail nor an https address',
  ],
  [
    'a script for a link',
    yaml('https://wiki.example.com/cloud/regions', 'javascript:alert(1)'),
    'rules.0.link · "javascript:alert(1)" · not an https address',
  ],
  [
    'a logo that is not there',
    yaml('logo: logo.svg', 'logo: log.svg'),
    'organization.yaml:4 · logo · log.svg: no such file · put the picture beside the overlay',
  ],
  [
    'a logo elsewhere',
    yaml('logo: logo.svg', 'logo: ../logo.svg'),
    'organization.yaml:4 · logo · "../logo.svg" · not the name of an SVG or PNG file beside the overlay',
  ],
  ['a logo that is too large', logo(svg(`<title>${'x'.repeat(70_000)}</title>`)), 'logo · logo.svg: 70079 bytes · make it smaller'],
  ['a logo with a script', logo(svg('<script>alert(1)</script>')), 'logo · logo.svg: <script> · save it as plain SVG'],
  ['a logo that acts', logo(svg('<path d="M0 0"/>', ' onload="alert(1)"')), 'logo · logo.svg: onload="alert(1)" · save it as plain SVG'],
  ['a logo that leads out', logo(svg('<use href="https://example.com/x.svg#a"/>')), 'logo · logo.svg: href="https://example.com/x.svg#a"'],
  ['a logo with an entity', logo(`<!DOCTYPE svg [<!ENTITY x "y">]>${svg('')}`), 'logo · logo.svg: no SVG of the plain kind: <!DOCTYPE svg'],
  [
    'a logo that is no PNG',
    () => {
      edit('logo.svg', 'logo.png');
      writeFileSync(at('logo.png'), svg(''));
    },
    'logo · logo.png: no PNG picture',
  ],
  [
    'a PNG that is too wide',
    () => {
      edit('logo.svg', 'logo.png');
      writeFileSync(at('logo.png'), png(9000));
    },
    'logo · logo.png: 9000 × 9 pixels · make it smaller',
  ],
  [
    'a page that is not there',
    yaml('exceptions.mdx]', 'exceptions.mdx, more.md]'),
    'pages.2 · more.md: no such file · put it beside the overlay, or take it out of the list',
  ],
  [
    'two pages of one name',
    () => {
      edit('exceptions.mdx]', 'exceptions.mdx, first-week.mdx]');
      cpSync(at('exceptions.mdx'), at('first-week.mdx'));
    },
    'pages.2 · a second page called first-week',
  ],
  [
    'a page without a name',
    () => {
      edit('exceptions.mdx]', 'exceptions.mdx, more/index.md]');
      cpSync(at('first-week.md'), at('more/index.md'));
    },
    'pages.2 · a page called index · give it a name',
  ],
  [
    'code in a page',
    lesson('Example Corp is a company', '{process.exit(1)} Example Corp is a company'),
    'first-week.md:7 · (text) · {process.exit(1)}',
  ],
  [
    'HTML in a page',
    lesson('Example Corp is a company', '<script>alert(1)</script> x'),
    'first-week.md:7 · <script> · <script> · use Markdown',
  ],
  [
    'a link to no page',
    lesson('/guide/why-shared/', '/guide/why-share/'),
    'first-week.md:11 · (link) · /guide/why-share/ · link a page that is there (did you mean "/guide/why-shared/"?)',
  ],
  ['a place on our path', lesson('title:', 'lesson: 3\ntitle:'), 'first-week.md · lesson · 3 · remove it'],
  ['a script in the head of a page', lesson('title:', 'head: [{ tag: script }]\ntitle:'), 'first-week.md:2 · head · a field called "head"'],
];

describe('an overlay with', () => {
  it('nothing wrong is read whole', () => {
    const { organization, told } = read();
    expect(told).toEqual([]);
    expect(organization?.name).toBe('Example Corp');
    expect(organization?.lessons.map(({ href }) => href)).toEqual(['/guide/company/first-week/', '/guide/company/exceptions/']);
    expect(organization?.picture?.href).toBe('/diagrams/organization/logo.svg');
  });

  it.each(broken)('%s is told', (_, act, part) => {
    act();
    const { told } = read();
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(part);
  });
});

it('takes a PNG, and a logo in a folder', () => {
  edit('logo.svg', 'pictures/logo.png');
  cpSync(example, at('pictures'), { recursive: true });
  writeFileSync(at('pictures/logo.png'), png(90));
  expect(read().told).toEqual([]);
});

it('is read from the folder, the file, or content/, and is absent by default', () => {
  expect(overlayPlace('', '')).toBeUndefined();
  expect(overlayPlace('', example)).toEqual({ folder: path.resolve(example), name: 'organization.yaml', shown: `${example}/` });
  expect(overlayPlace('', `./${example}/organization.yaml`)?.shown).toBe(`${example}/`);
  expect(overlayPlace(folder, '')).toBeUndefined();
  cpSync(example, at('content'), { recursive: true });
  expect(overlayPlace(folder, '')?.shown).toBe('content/');
  expect(getContent().organization).toBeUndefined();
});

it('is told where its place is a file, and not a folder', () => {
  for (const given of [at('organization.yaml/x'), at('organization.yaml/x/y.yaml'), at('x'.repeat(300))]) {
    const problems: Problem[] = [];
    const place = overlayPlace('', given);
    if (place) readOverlay(place, problems);
    expect(problems).toMatchObject([{ field: '(file)' }]);
  }
  const { status, stderr } = spawnSync(process.execPath, ['scripts/check-content.ts'], {
    encoding: 'utf8',
    env: { ...process.env, TIDELINE_OVERLAY: 'package.json/foo' },
  });
  expect([status, stderr.split('\n').map((each) => each.trim())]).toEqual([
    1,
    [
      '1 problem in the content',
      'package.json/foo:1 · (file)',
      'found: a file where a folder belongs',
      'to do: put it there, or correct TIDELINE_OVERLAY: it names the overlay, or the folder that holds organization.yaml',
      '',
    ],
  ]);
});

it('fails the check of the content with everything that is wrong, in overlay and pages alike', () => {
  edit('service: amazon-lightsail', 'service: amazon-s3');
  edit('[eu-central-1,', '[eu-west-1,');
  edit('logo: logo.svg', 'logo: log.svg');
  edit('<Term id="region">', '<Term id="regions">', 'exceptions.mdx');
  const { status, stderr } = spawnSync(process.execPath, ['scripts/check-content.ts'], {
    encoding: 'utf8',
    env: { ...process.env, TIDELINE_OVERLAY: folder },
  });
  expect(status).toBe(1);
  expect(stderr).toContain('4 problems in the content');
  for (const field of ['services.forbidden.0.service', 'regions.1', 'logo', '<Term id>']) expect(stderr).toContain(` · ${field}`);
});
