// `npm run bench:build -- 1000 5000`: builds copies of this project with so many services, made from its own records, and prints time
// and memory of reading the content and of the whole build. `-- 1000 --content` reads the content alone.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from './steps.ts';
import { variant } from './variant.ts';

const copy = path.join(root, '.cache/bench-build');
const services = path.join(copy, 'content/services');

/** Fills the copy's content with so many records: the real ones, and variants of them. */
function fill(count: number): void {
  rmSync(services, { recursive: true, force: true });
  cpSync(path.join(root, 'content/services'), services, { recursive: true });
  const records = readdirSync(services).filter((name) => !readFileSync(path.join(services, name), 'utf8').includes('status: retired'));
  for (let at = records.length; at < count; at++) {
    const name = records[at % records.length] ?? '';
    const number = Math.floor(at / records.length);
    writeFileSync(
      path.join(services, name.replace('.yaml', `-${number}.yaml`)),
      variant(readFileSync(path.join(services, name), 'utf8'), number),
    );
  }
}

/** Runs Node in the copy, and returns seconds and the most memory it held, in MB. */
function measured(given: readonly string[]): { readonly seconds: number; readonly megabytes: number } {
  const report = path.join(copy, 'memory.txt');
  const hook = `data:text/javascript,import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(report)}, String(process.resourceUsage().maxRSS)));`;
  const start = performance.now();
  const { status } = spawnSync(process.execPath, ['--import', hook, ...given], {
    cwd: copy,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', SITE: 'https://tideline.example', KEEP_BUILDS: '0' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`node ${given.join(' ')} failed in ${copy}`);
  return { seconds: (performance.now() - start) / 1000, megabytes: Number(readFileSync(report, 'utf8')) / 1024 };
}

const asked = process.argv
  .slice(2)
  .filter((each) => /^\d+$/u.test(each))
  .map(Number);
const contentOnly = process.argv.includes('--content');
const left = new Set(['node_modules', 'dist', '.dist', '.git', '.cache', '.astro', 'test-results']);
rmSync(copy, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
for (const name of readdirSync(root).filter((each) => !left.has(each)))
  cpSync(path.join(root, name), path.join(copy, name), { recursive: true, filter: (from) => path.basename(from) !== 'node_modules' });
symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
for (const count of asked.length > 0 ? asked : [1000, 5000]) {
  fill(count);
  const told = ({ seconds, megabytes }: ReturnType<typeof measured>): string =>
    `${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB, ${((1000 * seconds) / count).toFixed(0)} ms a service`;
  const load = path.join(root, 'src/content/load.ts');
  process.stdout.write(
    `${count} services: content ${told(measured(['--eval', `import(${JSON.stringify(load)}).then((it) => it.getContent())`]))}\n`,
  );
  if (contentOnly) continue;
  const build = measured([path.join(root, 'node_modules/astro/bin/astro.mjs'), 'build']);
  const dist = path.join(copy, 'dist');
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, file) => sum + statSync(path.join(file.parentPath, file.name)).size, 0);
  process.stdout.write(`${count} services: build ${told(build)}, ${files.length} files, ${(bytes / 1e6).toFixed(0)} MB\n`);
}
rmSync(copy, { recursive: true, force: true });
