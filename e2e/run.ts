// `npm test`: everything CI checks, in order. The last line is always "N passed, N failed":
// each step counts as one test, and unit and browser tests count one by one.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** First lines of what went wrong, for the end of the output, where people look. */
  readonly reasons?: readonly string[];
}

interface Step {
  readonly name: string;
  readonly command: string;
  readonly given: readonly string[];
  /** Report to read the counts from, and how. */
  readonly report?: { readonly file: string; readonly read: (text: string) => Counts };
  /** Whether it looks at the built site. */
  readonly needsBuild?: boolean;
}

const root = path.join(import.meta.dirname, '..');
// Not test-results/: Playwright empties that.
const reports = path.join(root, '.cache/test');
const unitReport = path.join(reports, 'unit.json');
const browserReport = path.join(reports, 'browser.json');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

const steps: readonly Step[] = [
  { name: 'types', command: npm, given: ['run', '--silent', 'check:types'] },
  { name: 'lint', command: npm, given: ['run', '--silent', 'lint'] },
  { name: 'format', command: npm, given: ['run', '--silent', 'check:format'] },
  { name: 'content', command: npm, given: ['run', '--silent', 'check:content'] },
  { name: 'prose', command: npm, given: ['run', '--silent', 'check:prose'] },
  { name: 'drift', command: npm, given: ['run', '--silent', 'check:drift'] },
  {
    name: 'unit tests',
    command: npm,
    given: ['run', '--silent', 'test:unit', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    report: { file: unitReport, read: readUnit },
  },
  { name: 'build', command: npm, given: ['run', '--silent', 'build'] },
  { name: 'HTML and links', command: process.execPath, given: ['e2e/html.ts'], needsBuild: true },
  {
    name: 'browser tests',
    command: process.execPath,
    given: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
    report: { file: browserReport, read: readBrowser },
    needsBuild: true,
  },
];

/** https://vitest.dev/guide/reporters.html#json-reporter */
function readUnit(text: string): Counts {
  const report = z
    .object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number(), numTodoTests: z.number() })
    .parse(JSON.parse(text));
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numPendingTests + report.numTodoTests };
}

/** https://playwright.dev/docs/test-reporters#json-reporter */
function readBrowser(text: string): Counts {
  const { stats, suites } = z
    .object({
      stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
      suites: z.array(suite),
    })
    .parse(JSON.parse(text));
  // A skipped test has shown nothing, so it counts as failed.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped, reasons: suites.flatMap(reasonsOf) };
}

interface Suite {
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly { readonly results: readonly { readonly errors: readonly { readonly message?: string | undefined }[] }[] }[];
  }[];
  readonly suites?: readonly Suite[] | undefined;
}

const suite: z.ZodType<Suite> = z.object({
  specs: z.array(
    z.object({
      title: z.string(),
      tests: z.array(z.object({ results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })) })),
    }),
  ),
  get suites() {
    return z.array(suite).optional();
  },
});

function reasonsOf(each: Suite): string[] {
  return [
    ...each.specs.flatMap((spec) =>
      spec.tests.flatMap((test) =>
        test.results.flatMap((result) =>
          result.errors.map(({ message }) => `${spec.title}: ${stripVTControlCharacters(message ?? 'no message').slice(0, 400)}`),
        ),
      ),
    ),
    ...(each.suites ?? []).flatMap(reasonsOf),
  ];
}

let running: ReturnType<typeof spawn> | undefined;

function run(step: Step): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(step.command, step.given, {
      cwd: root,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && step.command === npm,
    });
    running = child;
    child.once('error', (error) => {
      process.stdout.write(`${step.command} did not start: ${error.message}\n`);
      resolve(false);
    });
    child.once('exit', (code) => {
      resolve(code === 0);
    });
  });
}

function countsOf(step: Step): Counts {
  if (!step.report) return { passed: 0, failed: 0 };
  try {
    return step.report.read(readFileSync(step.report.file, 'utf8'));
  } catch (error) {
    // A run that left no report has proved nothing; its step fails.
    process.stdout.write(`${step.name}: no report could be read: ${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}

const total = { passed: 0, failed: 0 };
const summary: string[] = [];
const reasons: string[] = [];
let built = true;
const stop = new AbortController();
let told = false;

function finish(): void {
  if (told) return;
  told = true;
  if (stop.signal.aborted) total.failed += 1;
  process.exitCode = total.failed === 0 ? 0 : 1;
  process.stdout.write(`\n${[...reasons, ...summary].join('\n')}\n\n${total.passed} passed, ${total.failed} failed\n`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stop.abort();
    running?.kill(signal);
  });
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
try {
  for (const step of steps) {
    if (stop.signal.aborted) {
      summary.push(`-       ${step.name} (stopped)`);
      continue;
    }
    if (step.needsBuild === true && !built) {
      total.failed += 1;
      summary.push(`FAILED  ${step.name} (not run: there is no build)`);
      continue;
    }
    process.stdout.write(`\n== ${step.name} ==\n`);
    const start = performance.now();
    const succeeded = await run(step);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const counts = countsOf(step);
    const good = succeeded && counts.failed === 0;
    if (step.name === 'build') built = good;
    total.passed += counts.passed + (good ? 1 : 0);
    total.failed += counts.failed + (good ? 0 : 1);
    const inside = step.report ? `, ${counts.passed} passed, ${counts.failed} failed` : '';
    const line = `${good ? 'passed' : 'FAILED'}  ${step.name} (${seconds} s${inside})`;
    summary.push(line);
    reasons.push(...(counts.reasons ?? []).slice(0, 3));
    process.stdout.write(`${line}\n`);
  }
} catch (error) {
  total.failed += 1;
  process.stdout.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
} finally {
  finish();
}
