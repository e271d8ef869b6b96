// `npm run diff-data [-- <commit>]` prints the difference between the records and a commit (HEAD by default), one line for each change.
// `npm run diff-data -- --record [--correction] [day]` adds the changes since the last entry to content/changes.yaml, for /changes/ and
// its feed. With `--correction`, that page says that AWS changed nothing and the record was wrong before.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { getContent, loadCatalog, vocabularies } from '../src/content/load.ts';
import type { ChangeEntry } from '../src/model/record/schema/changes.ts';
import type { Catalog } from '../src/model/record/catalog.ts';
import { diffStates, diffWording, entryBetween, formatChange, replay, statesOf, withEntry } from '../src/model/upkeep/changes.ts';
import { ContentError } from '../src/model/problem.ts';
import { publishServices } from '../src/model/record/published.ts';

const git = (...given: readonly string[]): string =>
  execFileSync('git', given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64e6 });

/**
 * Builds the catalog of a commit.
 * @throws Error if the commit is unknown; ContentError if its content breaks the current rules
 */
function catalogAt(commit: string): Catalog {
  const needed = new Set<string>(vocabularies.map((name) => `content/${name}.yaml`));
  const paths = git('ls-tree', '-r', '--name-only', commit, '--', 'content/')
    .split('\n')
    .filter((path) => needed.has(path) || /^content\/services\/[^/]+\.yaml$/u.test(path));
  return loadCatalog(paths.map((path) => ({ path, text: git('show', `${commit}:${path}`) })));
}

/** Writes the log of changes with one more entry. An entry of the same day is merged with it. */
function record(entry: ChangeEntry): void {
  writeFileSync(
    'content/changes.yaml',
    `# The log of changes by day, written by "npm run diff-data -- --record". Each option has fourteen letters, one for each layer in order:\n# c you, s shared, a AWS, n doesn't apply. For services under "corrected" AWS changed nothing: the record was wrong before.\n${stringify(withEntry(getContent().changes, entry), { lineWidth: 0 })}`,
  );
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

try {
  const { values, positionals } = parseArgs({
    options: { record: { type: 'boolean', default: false }, correction: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [first = 'HEAD'] = positionals;
  if (values.correction && !values.record) throw new Error('--correction needs --record: it says why the recorded duties changed');
  if (values.record) {
    const day = positionals[0] ?? new Date().toISOString().slice(0, 10);
    const before = replay(getContent().changes);
    const after = statesOf(getContent().catalog);
    const entry = entryBetween(day, before, after, values.correction ? 'correction' : 'aws');
    for (const change of diffStates(before, after)) say(formatChange(change));
    if (entry) record(entry);
    say(entry ? `Recorded for ${day} in content/changes.yaml.` : 'Nothing moved since the last entry.');
  } else {
    const before = catalogAt(first);
    const after = getContent().catalog;
    const changes = [
      ...diffStates(statesOf(before), statesOf(after)),
      ...diffWording(publishServices(before).services, publishServices(after).services),
    ];
    for (const change of changes) say(formatChange(change));
    say(`${changes.length} changes against ${first}.`);
  }
} catch (error) {
  process.stderr.write(
    error instanceof ContentError
      ? `Fix these problems first, in the files here or in the commit to compare with:\n${error.message}\n`
      : `${error instanceof Error ? error.message : String(error)}\nUse a commit of this repository, or none to compare with HEAD.\n`,
  );
  process.exitCode = 1;
}
