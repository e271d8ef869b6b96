// What the continuous integration runs is there, pinned, and may do nothing but read.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = '.github/workflows';
const names = readdirSync(folder);
const step = z.strictObject({
  name: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  shell: z.literal('bash').optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  env: z.record(z.string(), z.string()).optional(),
});
const workflow = z.strictObject({
  name: z.string(),
  on: z.partialRecord(z.enum(['push', 'pull_request', 'schedule', 'workflow_dispatch']), z.unknown()),
  permissions: z.strictObject({ contents: z.literal('read') }),
  concurrency: z.unknown().optional(),
  jobs: z.record(
    z.string(),
    z.strictObject({
      'runs-on': z.string().regex(/^ubuntu-\d\d\.\d\d$/u),
      'timeout-minutes': z.int().max(120),
      steps: z.array(step).min(1),
    }),
  ),
});
const scripts = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync('package.json', 'utf8'))).scripts;

it('are one for every change and one for the upkeep', () => {
  expect(names.sort()).toEqual(['test.yml', 'upkeep.yml']);
});

describe.each(names)('%s', (name) => {
  const text = readFileSync(path.join(folder, name), 'utf8');
  const { jobs } = workflow.parse(parse(text));
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  it('reads, and has no secrets', () => {
    expect(text).not.toMatch(/secrets\.|GITHUB_TOKEN|pull_request_target|permissions: write/u);
  });

  it('takes actions by their commit, with the version beside it, and keeps no credentials', () => {
    const uses = text.split('\n').filter((line) => line.includes('uses:'));
    expect(uses.length).toBeGreaterThan(1);
    for (const line of uses) expect(line).toMatch(/uses: actions\/[a-z/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
    for (const { uses: action, with: given } of steps)
      if (action?.startsWith('actions/checkout@') === true) expect(given).toMatchObject({ 'persist-credentials': false });
  });

  it('runs what is there: scripts of package.json and files', () => {
    const runs = steps.flatMap(({ run }) => run ?? []);
    expect(runs.length).toBeGreaterThan(0);
    for (const run of runs) {
      for (const [, script = ''] of run.matchAll(/npm run (?:--silent )?([\w:-]+)/gu)) expect(scripts, run).toHaveProperty([script]);
      for (const [file] of run.matchAll(/^\.ci\/\w+/gu)) expect(existsSync(file)).toBe(true);
    }
  });

  it('puts nothing of a change into a command', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });
});

it('run everything on every push and pull request, and the upkeep twice a week', () => {
  const read = (name: string): unknown => parse(readFileSync(path.join(folder, name), 'utf8'));
  expect(read('test.yml')).toMatchObject({ on: { push: null, pull_request: null } });
  expect(readFileSync(path.join(folder, 'test.yml'), 'utf8')).toContain('run: .ci/run\n');
  const upkeep = z
    .object({ on: z.object({ schedule: z.array(z.object({ cron: z.string().regex(/^\d+ \d+ \* \* \d(?:,\d)*$/u) })) }) })
    .parse(read('upkeep.yml'));
  expect(upkeep.on.schedule).toHaveLength(1);
  for (const script of ['check:drift', 'check:sources', 'npm audit'])
    expect(readFileSync(path.join(folder, 'upkeep.yml'), 'utf8')).toContain(script);
});

it('keep what servers said of pages from one run to the next, however it ends', () => {
  const { jobs } = workflow.parse(parse(readFileSync(path.join(folder, 'upkeep.yml'), 'utf8')));
  const steps = jobs['sources']?.steps ?? [];
  const at = (wanted: string): number => steps.findIndex(({ uses = '', run = '' }) => uses.startsWith(wanted) || run === wanted);
  const [restore, asks, save] = ['actions/cache/restore@', 'npm run --silent check:sources', 'actions/cache/save@'].map(at);
  expect([restore, asks, save]).toEqual([restore, asks, save].toSorted());
  expect(restore).toBeGreaterThan(0);
  for (const index of [restore, save]) expect(steps[index ?? -1]?.with).toMatchObject({ path: '.cache/sources.json' });
  expect(steps[save ?? -1]?.if).toBe('always()');
});
