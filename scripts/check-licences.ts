// `npm run check:licences`: writes a bill of materials (CycloneDX) and a list of licences for all packages of all lock files,
// and fails if one has a licence that nobody has agreed to.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { npm, reports, root } from './steps.ts';

/** Folders with a lock file of their own; the description in their package.json says what their packages are for. */
const locks = [
  '.',
  ...['scripts', 'src'].flatMap((parent) => readdirSync(path.join(root, parent)).map((name) => `${parent}/${name}`)),
].filter((at) => existsSync(path.join(root, at, 'package-lock.json')));

/** Licences under which packages may build or check the site. What reaches readers stands in licences.txt of the built site. */
const agreed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CC-BY-4.0',
  'ISC',
  // Used by the build as libraries, unchanged, and not handed on: sharp's libvips.
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  // Used unchanged: lightningcss, axe-core, resvg, Observatory's scorer.
  'MPL-2.0',
  // The typeface, drawn into pictures.
  'OFL-1.1',
  'EPL-2.0',
  'Python-2.0',
  'Unlicense',
]);

/** Packages that name no licence in the field for it, and what their own files say. */
const stated: Readonly<Record<string, string>> = {
  // Its Readme.md.
  format: 'MIT',
  // An outdated field, with a list of licences.
  busboy: 'MIT',
  streamsearch: 'MIT',
  // Its file license.
  khroma: 'MIT',
  // Its file LICENSE.
  'png-js': 'MIT',
};

const bill = z.object({
  components: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      licenses: z
        .array(
          z.object({
            expression: z.string().optional(),
            license: z.object({ id: z.string().optional(), name: z.string().optional() }).optional(),
          }),
        )
        .optional(),
    }),
  ),
});

const described = z.object({ name: z.string(), description: z.string() });

const folder = path.join(reports, '../materials');
mkdirSync(folder, { recursive: true });
const lines: string[] = [];
const problems: string[] = [];
for (const at of locks) {
  const { name, description } = described.parse(JSON.parse(readFileSync(path.join(root, at, 'package.json'), 'utf8')));
  const text = execFileSync(npm, ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: path.join(root, at),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  writeFileSync(path.join(folder, `${name}.cdx.json`), text);
  const { components } = bill.parse(JSON.parse(text));
  lines.push(`${name}: ${components.length} packages. ${description}`);
  for (const component of components) {
    const licence =
      (component.licenses ?? []).map((each) => each.expression ?? each.license?.id ?? each.license?.name ?? '').join(' AND ') ||
      (stated[component.name] ?? '');
    lines.push(`  ${component.name} ${component.version}: ${licence || 'none stated'}`);
    if (!agrees(licence)) problems.push(`${at}/package-lock.json: ${component.name} ${component.version} has ${licence || 'no licence'}`);
  }
}
writeFileSync(path.join(folder, 'licences.txt'), `${lines.join('\n')}\n`);
for (const problem of problems)
  process.stdout.write(`${problem}: agree to it in scripts/check-licences.ts with the reason, or leave it out.\n`);
process.stdout.write(
  `${lines.filter((line) => line.startsWith('  ')).length} packages of ${locks.length} lock files, ${problems.length} without an agreed licence; ` +
    `bills of materials and list in ${path.relative(root, folder)}/\n`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Says whether all parts joined by AND are agreed, and one of those joined by OR. */
function agrees(expression: string): boolean {
  return expression
    .replaceAll(/[()]/gu, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((each) => agreed.has(each.trim())));
}
