// `npm test`: runs all checks of the continuous integration in order. The last line is always "N passed, N failed",
// where each step counts as one test, as does each unit and browser test. `npm run check` runs only the quick steps.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import process from 'node:process';
import { notRun } from './not-run.ts';
import type { Counts } from './reports.ts';
import { browserReport, inGroups, npm, reports, root, steps } from './steps.ts';
import type { Step } from './steps.ts';

const running = new Set<ReturnType<typeof spawn>>();

/** @param aside whether what the step prints is kept until it has ended, because another one runs */
function run(step: Step, aside: boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(step.command, step.given, {
      cwd: root,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport, ...step.env },
      stdio: ['ignore', aside ? 'pipe' : 'inherit', aside ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32' && step.command === npm,
    });
    running.add(child);
    const printed: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => printed.push(part));
    const end = (succeeded: boolean): void => {
      running.delete(child);
      process.stdout.write(Buffer.concat(printed));
      resolve(succeeded);
    };
    child.once('error', (error) => {
      process.stdout.write(`${step.command} did not start: ${error.message}\n`);
      end(false);
    });
    // Not "exit", after which something may still be printed.
    child.once('close', (code) => {
      end(code === 0);
    });
  });
}

function countsOf(step: Step): Counts {
  if (!step.report) return { passed: 0, failed: 0 };
  try {
    return step.report.read(readFileSync(step.report.file, 'utf8'));
  } catch (error) {
    // A run without a report proves nothing, so its step fails.
    process.stdout.write(
      `${step.name}: the report ${step.report.file} could not be read: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return { passed: 0, failed: 1 };
  }
}

const quickOnly = process.argv[2] === 'check';
const total = { passed: 0, failed: 0 };
const summary: string[] = [];
const reasons: string[] = [];
const slowest: string[] = [];
let built = true;
const stop = new AbortController();
let announced = false;

function finish(): void {
  if (announced) return;
  announced = true;
  if (stop.signal.aborted) total.failed += 1;
  process.exitCode = total.failed === 0 ? 0 : 1;
  process.stdout.write(
    `\n${[...reasons, ...slowest, ...summary, ...notRun()].join('\n')}\n\n${total.passed} passed, ${total.failed} failed\n`,
  );
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stop.abort();
    for (const child of running) child.kill(signal);
  });
}

async function runStep(step: Step, aside: boolean): Promise<void> {
  if (stop.signal.aborted) {
    summary.push(`-       ${step.name} (stopped)`);
    return;
  }
  if (step.needsBuild === true && !built) {
    total.failed += 1;
    summary.push(`FAILED  ${step.name} (not run, because the build failed)`);
    return;
  }
  if (!aside) process.stdout.write(`\n== ${step.name} ==\n`);
  const start = performance.now();
  const succeeded = await run(step, aside);
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
  slowest.push(...(counts.slowest ?? []).map((each) => `${each.seconds.toFixed(1).padStart(7)} s  ${each.title}`));
  process.stdout.write(`${line}\n`);
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
try {
  for (const group of inGroups(steps.filter(({ quick }) => quick || !quickOnly)))
    await Promise.all(group.map((step) => runStep(step, group.length > 1)));
} catch (error) {
  total.failed += 1;
  process.stdout.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
} finally {
  finish();
}
