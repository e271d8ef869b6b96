import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { browserArguments, browserVariable, requireBrowser } from './scripts/find-browser.ts';
import { origin, port } from './scripts/serve.ts';

const executablePath = requireBrowser();
// The workers load this file too, and take the browser that was found.
process.env[browserVariable] = executablePath;

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    baseURL: origin,
    browserName: 'chromium',
    launchOptions: { executablePath, args: [...browserArguments] },
  },
  projects: [{ name: 'chromium' }],
  webServer: {
    command: 'node scripts/serve.ts',
    env: { PORT: String(port) },
    url: `${origin}/`,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
