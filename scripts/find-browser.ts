// Finds the Chromium for tests and measurements, or installs one, or says how to install one.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { chromium } from '@playwright/test';

/** The environment variable with the path of the browser to use instead of all others. */
export const browserVariable = 'TIDELINE_CHROMIUM';

/**
 * Features that Chromium goes without: those that Playwright turns off, whose argument this one replaces, and those of the address bar,
 * which loads two pages of its own for each window that no test sees. They took two fifths of the time of a page.
 */
export const turnedOff: readonly string[] = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/**
 * Chromium does not start with a sandbox as root, so root gets none. The other arguments stop Chromium's own requests,
 * which would disturb the test of requests to other origins.
 */
export const browserArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${turnedOff.join(',')}`,
];

/**
 * Returns the path of a Chromium: the one in the environment variable, Playwright's or the system's. Undefined if there is none.
 * @throws Error if the environment variable has a path that cannot be run, instead of using another browser silently
 */
export function findBrowser(): string | undefined {
  const named = process.env[browserVariable];
  if (named !== undefined && named !== '') {
    if (!canRun(named)) throw new Error(`${browserVariable} is "${named}", which is not an executable file: correct or unset it.`);
    return named;
  }
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  return ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'].map(onPath).find((found) => found !== undefined);
}

/**
 * Like {@link findBrowser}, but installs a Chromium if there is none.
 * @throws Error that says how to install one if that fails
 */
export function requireBrowser(): string {
  const present = findBrowser();
  if (present !== undefined) return present;
  install();
  const installed = findBrowser();
  if (installed !== undefined) return installed;
  throw new Error(
    [
      'No Chromium was found and none could be installed. Do one of these, then run the command again:',
      '  Debian, Ubuntu:  sudo apt-get update && sudo apt-get install -y chromium',
      '  elsewhere:       npx playwright install chromium',
      `  or use yours:    ${browserVariable}=/path/to/chrome`,
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
    process.stderr.write(`The installation failed: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

/** Sends the output of the installer to standard error, because standard output is for the path. */
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
