// `npm run kill-builds`: stops and breaks builds of a copy of this project, and says after each what is published: the old site, the
// new one, or something between. Where it may mount a disk, it fills one, too. It prints a table and fails if there is anything between. `-- 5` kills five builds instead of twenty.
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from './steps.ts';

const copy = path.join(root, '.cache/kill-builds');
const dist = path.join(copy, 'dist');
/** What stays beside it after a build. */
const staying = new Set(['publish.lock', 'builds.json']);
const kills = Number(process.argv[2] ?? 20);
/** A page that says which build made it. */
const marked = 'guide/index.html';
const lesson = path.join(copy, 'content/guide/index.mdx');
const record = path.join(copy, 'content/services/amazon-sqs.yaml');
const flowchart = 'content/guide/diagrams';

interface Row {
  readonly tried: string;
  readonly ended: string;
  readonly found: string;
  readonly good: boolean;
}
const rows: Row[] = [];

/** A digest of every file, by name and bytes. */
function digest(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

/** Starts the build in a group of its own, so that a kill reaches all of it. */
function start(more: readonly string[] = []): ChildProcess {
  return spawn(process.execPath, [path.join(root, 'node_modules/astro/bin/astro.mjs'), 'build', ...more], {
    cwd: copy,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', SITE: 'https://tideline.example' },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
}

const end = async (build: ChildProcess): Promise<string> => {
  build.stderr?.resume();
  if (build.exitCode === null && build.signalCode === null) await once(build, 'exit');
  return build.signalCode ?? `exit ${build.exitCode ?? ''}`;
};

/** What is wrong with the published site as a whole; empty if nothing is. */
function between(): string[] {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const pages = files
    .filter((file) => file.name.endsWith('.html'))
    .map((file) => readFileSync(path.join(file.parentPath, file.name), 'utf8'));
  const open = pages.filter((page) => !page.includes('Content-Security-Policy')).length;
  return [
    ...['index.html', '404.html', marked, 'sitemap-index.xml', 'pagefind/pagefind.js']
      .filter((name) => !existsSync(path.join(dist, name)))
      .map((name) => `no ${name}`),
    ...(existsSync(path.join(dist, '.prerender')) ? ['code of the build'] : []),
    ...(open > 0 ? [`${open} pages without a policy`] : []),
  ];
}

/** Compares what is published with what was. */
function judge(tried: string, ended: string, before: string, mark: string): void {
  const problems = existsSync(dist) ? between() : ['no site'];
  const same = problems.length === 0 && digest(dist) === before;
  const isNew = problems.length === 0 && !same && readFileSync(path.join(dist, marked), 'utf8').includes(mark);
  rows.push({ tried, ended, found: same ? 'old' : isNew ? 'new' : problems.join(', ') || 'a mixture', good: same || isNew });
  process.stdout.write(`${tried}: ${ended}, ${rows.at(-1)?.found ?? ''}\n`);
}

/** Runs the work with one file changed, and puts the file back. */
async function withFile(file: string, change: (text: string) => string, work: () => Promise<void>): Promise<void> {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, change(text));
  try {
    await work();
  } finally {
    writeFileSync(file, text);
  }
}

rmSync(copy, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
const left = new Set(['node_modules', 'dist', '.dist', '.git', '.cache', '.astro', 'test-results']);
for (const name of readdirSync(root).filter((each) => !left.has(each)))
  cpSync(path.join(root, name), path.join(copy, name), { recursive: true, filter: (from) => path.basename(from) !== 'node_modules' });
symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');

// The first build of a copy fills caches; the second says how long one takes.
await end(start());
const begun = performance.now();
if ((await end(start())) !== 'exit 0') throw new Error('a build of the unchanged project failed: run "npm run build"');
/** What a whole build takes at most, in ms: less, once a build ended before its kill came. */
let whole = performance.now() - begun;
process.stdout.write(`a whole build takes ${(whole / 1000).toFixed(1)} s\n`);

/** Kills that met a build which still ran. The others find what a build does that ended by itself. */
let met = 0;
for (let count = 0; count < kills; count++) {
  const mark = `Killed build ${count}.`;
  // A page that differs, so that the new site is told from the old one.
  appendFileSync(lesson, `\n${mark}\n`);
  const before = digest(dist);
  const build = start();
  // The latest first, because they tell how long a build takes at present.
  const wait = Math.max(500, whole * 1.02 * (1 - count / Math.max(1, kills)));
  const started = performance.now();
  await Promise.race([end(build), new Promise((resolve) => setTimeout(resolve, wait))]);
  if (build.exitCode === null && build.signalCode === null) met += 1;
  else whole = Math.min(whole, performance.now() - started);
  const signal = count % 5 === 4 ? 'SIGINT' : 'SIGKILL';
  if (build.exitCode === null && build.pid !== undefined) process.kill(-build.pid, signal);
  judge(`${signal} after ${(wait / 1000).toFixed(1)} s`, await end(build), before, mark);
}

rows.push({ tried: 'kills that met a running build', ended: '', found: `${met} of ${kills}`, good: met >= Math.floor(kills * 0.75) });

const firstFlowchart = readdirSync(path.join(copy, flowchart)).find((name) => name.endsWith('.mmd')) ?? '';
const failing: readonly (readonly [what: string, file: string, change: (text: string) => string])[] = [
  ['unknown case', lesson, (text) => `${text}\n\nimport Case from '../../src/components/Case.astro';\n\n<Case id="no-such-case" />\n`],
  ['broken Mermaid', path.join(copy, flowchart, firstFlowchart), (text) => `${text}\n--> [[[`],
  ['broken MDX', lesson, (text) => `${text}\n\n<Unclosed\n`],
  ['onclick in a lesson', lesson, (text) => `${text}\n\n<button onclick="go()">Go</button>\n`],
  ['broken record', record, (text) => text.replace(/party: \w+/u, 'party: nobody')],
];
for (const [what, file, change] of failing) {
  const before = digest(dist);
  await withFile(file, change, async () => {
    const ended = await end(start());
    judge(what, ended, before, 'never published');
    if (ended === 'exit 0') rows.push({ tried: what, ended, found: 'the build did not fail', good: false });
  });
}

await onFullDisk();

const before = digest(dist);
const one = start();
await new Promise((resolve) => setTimeout(resolve, 3000));
const other = start();
judge('two builds at once, 3 s apart', `${await end(one)}, ${await end(other)}`, before, `Killed build ${kills - 1}.`);
rows.push({ tried: 'what builds left beside it', ended: '', ...leftBeside() });

/** Builds on a disk that has room for the published site, and too little beside it for another. It needs the right to mount one. */
async function onFullDisk(): Promise<void> {
  const disk = path.join(copy, 'small-disk');
  mkdirSync(disk);
  const size = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + Math.ceil(statSync(path.join(entry.parentPath, entry.name)).size / 4096) * 4096, 0);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${Math.ceil(size * 1.6)}`, 'tmpfs', disk]);
  if (mounted.status !== 0) {
    rows.push({ tried: 'a full disk', ended: '', found: 'not tried: no right to mount one', good: true });
    return;
  }
  try {
    const site = path.join(disk, 'dist');
    cpSync(dist, site, { recursive: true });
    const was = digest(site);
    const ended = await end(start(['--outDir', site]));
    const found = digest(site) === was ? 'old' : 'something else';
    const left = readdirSync(path.join(disk, '.dist')).filter((name) => !staying.has(name));
    const row = { tried: 'a full disk', ended, found: left.length === 0 ? found : `${found}, and left ${left.join(', ')}` };
    rows.push({ ...row, good: ended === 'exit 1' && row.found === 'old' });
    process.stdout.write(`a full disk: ${ended}, ${row.found}\n`);
  } finally {
    spawnSync('umount', [disk]);
  }
}

function leftBeside(): Pick<Row, 'found' | 'good'> {
  const found = readdirSync(path.join(copy, '.dist')).filter((name) => !staying.has(name));
  return { found: found.length === 0 ? 'nothing' : found.join(', '), good: found.length === 0 };
}

const width = Math.max(...rows.map(({ tried }) => tried.length));
process.stdout.write(
  `\n${rows.map(({ tried, ended, found, good }) => `${tried.padEnd(width)}  ${ended.padEnd(16)}  ${found}${good ? '' : '  WRONG'}`).join('\n')}\n`,
);
const wrong = rows.filter(({ good }) => !good).length;
process.stdout.write(`\n${rows.length - wrong} as they should be, ${wrong} not\n`);
if (wrong === 0) rmSync(copy, { recursive: true, force: true });
process.exitCode = wrong === 0 ? 0 : 1;
