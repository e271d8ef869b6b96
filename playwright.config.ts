import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { browserArguments, browserVariable, requireBrowser } from './scripts/find-browser.ts';
import { noteNotRun } from './scripts/not-run.ts';
import { otherBrowsers } from './scripts/other-browsers.ts';
import { origin, port } from './scripts/serve.ts';
import { withParent } from './scripts/with-parent.ts';

const executablePath = requireBrowser();
// The workers load this file too, and take the browser that was found.
process.env[browserVariable] = executablePath;
for (const { name, installed, install } of otherBrowsers()) if (!installed) noteNotRun(name, `it is not installed here: ${install}`);

const withArguments = (path: string): { executablePath: string; args: string[] } => ({ executablePath: path, args: [...browserArguments] });
/** What is asked of every browser; each else is asked of the current Chromium alone. */
const everywhere = /browsers\.spec\.ts$/u;

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    baseURL: origin,
    // The service worker would answer what tests block, alter or count. The two specs that test it allow it.
    serviceWorkers: 'block',
  },
  projects: [
    { name: 'chromium', use: { browserName: 'chromium', launchOptions: withArguments(executablePath) } },
    ...otherBrowsers()
      .filter(({ installed }) => installed)
      .map(({ name, engine, executable }) => ({
        name,
        testMatch: everywhere,
        use: { browserName: engine, launchOptions: engine === 'chromium' ? withArguments(executable) : {} },
      })),
  ],
  webServer: {
    command: `node scripts/serve.ts ${withParent}`,
    env: { PORT: String(port) },
    url: `${origin}/`,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
