// The Chromium that tests and measurements run in: the one there is, else one that gets installed, else a plain word on what to install.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { chromium } from '@playwright/test';

/** Names the browser to take, and wins over all others. */
export const browserVariable = 'TIDELINE_CHROMIUM';

/**
 * No sandbox as root, because Chromium refuses to start with one. The rest keeps a system's Chromium from calling home,
 * which a test on requests to other origins would otherwise have to tell apart.
 */
export const browserArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Path of a Chromium: named in the environment, Playwright's own, the system's.
 * @throws Error if the environment names a file that cannot be run: another browser than asked for would be a surprise
 */
export function findBrowser(): string | undefined {
  const named = process.env[browserVariable];
  if (named !== undefined && named !== '') {
    if (!canRun(named)) throw new Error(`${browserVariable} is "${named}", which is no program that can be run: correct it, or unset it.`);
    return named;
  }
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  return ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'].map(onPath).find((found) => found !== undefined);
}

/**
 * As {@link findBrowser}, after an installation where there is none.
 * @throws Error that says what to install
 */
export function requireBrowser(): string {
  const present = findBrowser();
  if (present !== undefined) return present;
  install();
  const installed = findBrowser();
  if (installed !== undefined) return installed;
  throw new Error(
    [
      'No Chromium was found, and none could be installed. Do one of these, then run the command again:',
      '  Debian, Ubuntu:  sudo apt-get update && sudo apt-get install -y chromium',
      '  elsewhere:       npx playwright install chromium',
      `  or name yours:   ${browserVariable}=/path/to/chrome`,
    ].join('\n'),
  );
}

function install(): void {
  const debian = process.getuid?.() === 0 && onPath('apt-get') !== undefined;
  process.stderr.write(`No Chromium was found; installing one with ${debian ? 'apt-get' : 'Playwright'} …\n`);
  try {
    if (debian) {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      run('apt-get', ['update'], env);
      run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], env);
    } else {
      run(
        process.execPath,
        [path.join(import.meta.dirname, '../node_modules/@playwright/test/cli.js'), 'install', 'chromium'],
        process.env,
      );
    }
  } catch (error) {
    process.stderr.write(`That did not work: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

/** What the installer says goes to standard error: standard output is for the path. */
function run(command: string, given: readonly string[], env: NodeJS.ProcessEnv): void {
  execFileSync(command, given, { env, stdio: ['ignore', 2, 2] });
}

function onPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((directory) => path.join(directory, name))
    .find(canRun);
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

if (import.meta.main) {
  try {
    process.stdout.write(`${requireBrowser()}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
