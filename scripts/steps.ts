// The steps of `npm run check` and `npm test`, in order.
import path from 'node:path';
import process from 'node:process';
import { readBrowser, readUnit } from './reports.ts';
import type { Counts } from './reports.ts';

export interface Step {
  readonly name: string;
  readonly command: string;
  readonly given: readonly string[];
  /** Whether `npm run check` runs it too. Such steps need neither a build nor a browser. */
  readonly quick: boolean;
  /** The report with the counts, and how to read it. */
  readonly report?: { readonly file: string; readonly read: (text: string) => Counts };
  /** Steps in a row with the same word run at once: each leaves a core idle by itself. What they print comes one after the other. */
  readonly beside?: string;
  /** Whether it needs the built site. */
  readonly needsBuild?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

export const root = path.join(import.meta.dirname, '..');
// Not test-results/, because Playwright empties that folder.
export const reports = path.join(root, '.cache/test');
export const browserReport = path.join(reports, 'browser.json');
/** The site that is tested: dist/ stays as it is, for whoever serves it. */
const tested = path.join(root, '.cache/tested/dist');
const unitReport = path.join(reports, 'unit.json');
export const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

const script = (name: string): Pick<Step, 'command' | 'given'> => ({ command: npm, given: ['run', '--silent', name] });

/** For what looks at the site that was built for it. */
const ofTested = { needsBuild: true, env: { TIDELINE_DIST: tested } } as const;

export const steps: readonly Step[] = [
  { name: 'types', beside: 'quick', ...script('check:types'), quick: true },
  { name: 'format', beside: 'quick', ...script('check:format'), quick: true },
  { name: 'content', beside: 'quick', ...script('check:content'), quick: true },
  { name: 'prose', beside: 'quick', ...script('check:prose'), quick: true },
  { name: 'drift', beside: 'quick', ...script('check:drift'), quick: true },
  { name: 'licences', beside: 'quick', ...script('check:licences'), quick: true },
  // After types, whose check writes the types of Astro's own modules.
  { name: 'lint', beside: 'code', ...script('lint'), quick: true },
  {
    name: 'unit tests',
    beside: 'code',
    command: npm,
    given: ['run', '--silent', 'test:unit', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    quick: false,
    report: { file: unitReport, read: readUnit },
  },
  {
    name: 'build',
    command: npm,
    given: ['run', '--silent', 'build', '--', '--outDir', tested],
    quick: false,
    // As dist/ is built, but compressed quickly, not well, which takes half the time: no test asks how small a file is as .br.
    env: { BUILD_FOR_TESTS: 'on', KEEP_BUILDS: '0' },
  },
  { name: 'HTML and links', beside: 'copies', command: process.execPath, given: ['scripts/check-html.ts'], quick: false, ...ofTested },
  { name: 'below a path', beside: 'copies', ...script('check:below'), quick: false },
  { name: 'hostile content', beside: 'copies', ...script('check:hostile'), quick: false },
  {
    name: 'browser tests',
    command: process.execPath,
    given: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
    quick: false,
    report: { file: browserReport, read: readBrowser },
    ...ofTested,
  },
];

/** The steps in their order, those that run at once together. */
export function inGroups(all: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  for (const step of all) {
    const last = groups.at(-1);
    if (last && step.beside !== undefined && last[0]?.beside === step.beside) last.push(step);
    else groups.push([step]);
  }
  return groups;
}
