// `npm run check:hostile`: builds a copy of the site whose every text holds markup, and checks that none of it reaches a file as markup.
// The schema refuses such texts; this shows that no output relies on that. Outputs are found in the built folder, not listed here.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { overlayVariable } from '../src/content/organization.ts';
import { overlay } from './check-below.ts';
import { hostileLoader, payload } from './hostile-content.ts';
import { faultOf } from './hostile-outputs.ts';
import { npm, root } from './steps.ts';

const copy = path.join(root, '.cache/hostile');
const shown = 20;

/** Copies the project without what is built, and makes its content hostile. */
function prepare(): void {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  const left = new Set(['node_modules', '.git', '.cache', '.astro', 'dist', 'test-results', 'playwright-report', 'e2e']);
  for (const name of readdirSync(root).filter((each) => !left.has(each))) {
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true, filter: (from) => path.basename(from) !== 'node_modules' });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  const loader = path.join(copy, 'src/content/load.ts');
  renameSync(loader, path.join(copy, 'src/content/load-real.ts'));
  writeFileSync(loader, hostileLoader);
  leaveOut('linkPictures(),', "compressedFiles(process.env['BUILD_FOR_TESTS'] === 'on' ? 4 : undefined),");
  // The loader, which would refuse them, reads the content as it is. Astro reads the heads of lessons itself.
  cpSync(path.join(root, 'content'), path.join(copy, 'real/content'), { recursive: true });
  const guide = path.join(copy, 'content/guide');
  for (const name of readdirSync(guide).filter((each) => each.endsWith('.mdx'))) {
    const file = path.join(guide, name);
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text.replaceAll(
        /^(title|description|  label): (.*)$/gmu,
        (_, field: string, value: string) => `${field}: ${JSON.stringify(`${value}${payload}`)}`,
      ),
    );
  }
}

/** Takes steps out of the copy's build whose files hold no text of their own: they take a third of its time. */
function leaveOut(...steps: readonly string[]): void {
  const file = path.join(copy, 'astro.config.mjs');
  const config = readFileSync(file, 'utf8');
  const missing = steps.filter((step) => !config.includes(step));
  if (missing.length > 0) throw new Error(`astro.config.mjs has no ${missing.join(', ')}: name the steps that check-hostile.ts leaves out`);
  writeFileSync(
    file,
    steps.reduce((text, step) => text.replace(step, ''), config),
  );
}

function build(): boolean {
  const { status, stdout } = spawnSync(npm, ['run', '--silent', 'build'], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', [overlayVariable]: overlay },
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64e6,
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.stdout.write(`${stdout.slice(-4000)}\nthe copy with hostile content, ${copy}, was not built\n`);
  return status === 0;
}

/** Prints what is wrong in the built copy, and how much was looked at. */
function check(): boolean {
  const built = path.join(copy, 'dist');
  const files = readdirSync(built, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const hostile = new Map<string, number>();
  const faults = files.flatMap((file) => {
    const kind = path.extname(file);
    const { fault, holdsText } = faultOf(kind, readFileSync(file));
    if (holdsText) hostile.set(kind, (hostile.get(kind) ?? 0) + 1);
    return fault === undefined ? [] : [`${path.relative(built, file)}: ${fault}`];
  });
  for (const fault of faults.slice(0, shown)) process.stdout.write(`${fault}\n`);
  const counts = [...hostile].map(([kind, count]) => `${count} ${kind.slice(1)}`).join(', ');
  process.stdout.write(`${files.length} files, ${counts} with hostile texts in them: ${faults.length} let one through\n`);
  // Had the texts not arrived, the check would pass for nothing.
  const missing = ['.html', '.json', '.svg', '.xml'].filter((kind) => !hostile.has(kind));
  if (missing.length > 0) process.stdout.write(`no hostile text in any ${missing.join(' or ')} file: the check looked at nothing\n`);
  return faults.length === 0 && missing.length === 0;
}

prepare();
process.exitCode = build() && check() ? 0 : 1;
