// Reads the reports of Vitest and Playwright: counts, failures and the slowest tests.
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** The start of each failure message, for the summary at the end of the output. */
  readonly reasons?: readonly string[];
  /** The slowest tests, slowest first. */
  readonly slowest?: readonly { readonly title: string; readonly seconds: number }[];
}

const slowestShown = 10;

/** Reads a report of Vitest. https://vitest.dev/guide/reporters.html#json-reporter */
export function readUnit(text: string): Counts {
  const report = z
    .object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number(), numTodoTests: z.number() })
    .parse(JSON.parse(text));
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numPendingTests + report.numTodoTests };
}

/** Reads a report of Playwright. https://playwright.dev/docs/test-reporters#json-reporter */
export function readBrowser(text: string): Counts {
  const { stats, suites } = z
    .object({
      stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
      suites: z.array(suite),
    })
    .parse(JSON.parse(text));
  // A skipped test proves nothing, so it counts as failed.
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped,
    reasons: suites.flatMap(reasonsOf),
    slowest: slowestOf(suites),
  };
}

interface Suite {
  readonly title: string;
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly results: readonly { readonly duration: number; readonly errors: readonly { readonly message?: string | undefined }[] }[];
    }[];
  }[];
  readonly suites?: readonly Suite[] | undefined;
}

const suite: z.ZodType<Suite> = z.object({
  title: z.string(),
  specs: z.array(
    z.object({
      title: z.string(),
      tests: z.array(
        z.object({ results: z.array(z.object({ duration: z.number(), errors: z.array(z.object({ message: z.string().optional() })) })) }),
      ),
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

function slowestOf(suites: readonly Suite[]): { title: string; seconds: number }[] {
  const walk = (each: Suite): { title: string; seconds: number }[] => [
    ...each.specs.map((spec) => ({
      title: `${each.title}: ${spec.title}`,
      seconds: spec.tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration / 1000, 0),
    })),
    ...(each.suites ?? []).flatMap(walk),
  ];
  return suites
    .flatMap(walk)
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, slowestShown);
}
