// Runs after `npm ci`. Astro needs Node 22.12 or later. If the installed Node is older, this script installs Node 24, pinned by the
// lock file beside it, and puts it first on the path of every npm script. Otherwise it downloads nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const wanted = [22, 12];
const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const bin = path.join(here, '../../node_modules/.bin');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
  const { optionalDependencies } = JSON.parse(readFileSync(path.join(here, 'package.json'), 'utf8'));
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const file = path.join(here, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (name in optionalDependencies && !existsSync(file)) {
    process.stdout.write(
      `Node ${process.versions.node} is too old for Astro; installing Node ${optionalDependencies[name]} for the scripts of this project.\n`,
    );
    spawnSync('npm', ['ci', '--silent', '--prefix', here], { stdio: 'inherit', shell: process.platform === 'win32' });
  }
  if (existsSync(file)) linkTo(file);
  else {
    process.stderr.write(`Node ${process.versions.node} is too old: install Node ${wanted.join('.')} or later, then run "npm ci" again.\n`);
    process.exitCode = 1;
  }
}

/** Links Node into node_modules/.bin, which npm puts first on the path of its scripts. */
function linkTo(file) {
  mkdirSync(bin, { recursive: true });
  if (process.platform === 'win32') writeFileSync(path.join(bin, 'node.cmd'), `@"${file}" %*\r\n`);
  else {
    rmSync(path.join(bin, 'node'), { force: true });
    symlinkSync(file, path.join(bin, 'node'));
  }
}
