// `npm run check:sources [-- --all] [service … | questions]`: asks AWS's servers whether each cited page still stands, and names the cells of those
// that are gone, moved or changed since their review. Answers are kept in .cache/sources.json, so that a page is asked for once a week
// and a run that was stopped goes on where it was; --all asks again. Writes the report to .cache/sources.md too. With --titles it then
// completes content/pages.yaml: asks for the titles of pages that have none there, and removes pages that nothing cites.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { z } from 'zod';
import { getContent } from '../src/content/load.ts';
import { visible } from '../src/model/characters.ts';
import { nearest } from '../src/model/problem.ts';
import { citedPages, countsFor, formatFindings, isFresh, judge } from '../src/model/upkeep/sources.ts';
import { askPages, askTitles } from './ask-pages.ts';
import { root } from './steps.ts';

const folder = path.join(root, '.cache');
const memoryFile = path.join(folder, 'sources.json');
const answer = z.object({
  day: z.string(),
  status: z.number(),
  location: z.string().optional(),
  modified: z.string().optional(),
  mark: z.string().optional(),
  trouble: z.string().optional(),
});
const memorySchema = z.record(z.string(), z.object({ first: answer, last: answer }));
type Memory = z.infer<typeof memorySchema>;

/** A company's copy names its own repository, to which operators of servers may write. */
const { repository } = (await import('../src/build/place.ts')).placeOf(process.env);
const agent = `Tideline check-sources (+${repository})`;

function remembered(): Memory {
  try {
    return memorySchema.parse(JSON.parse(readFileSync(memoryFile, 'utf8')));
  } catch {
    // A first run, or a file that nobody can read: everything is asked for.
    return {};
  }
}

const { values, positionals } = parseArgs({
  options: { all: { type: 'boolean', default: false }, titles: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const { catalog, faq } = getContent();
const cited = citedPages(catalog, faq);
const groupOf = (cell: string): string => cell.replace(/\..*$/u, '');
const groups = [...new Set(cited.flatMap(({ cells }) => cells.map(groupOf)))];
const unknown = positionals.filter((name) => !groups.includes(name));
for (const name of unknown)
  process.stderr.write(`no cell of "${visible(name)}" cites a page${nearest(name, groups)}: name records or questions\n`);
if (unknown.length > 0) process.exit(1);
const pages = cited.filter(({ cells }) => positionals.length === 0 || cells.some((cell) => positionals.includes(groupOf(cell))));
const memory = remembered();
const today = new Date().toISOString().slice(0, 10);
const due = pages.filter(({ url }) => values.all || !isFresh(memory[url]?.last, today));
const manners = { agent, pause: 500, patience: 30_000, retries: 3 };
mkdirSync(folder, { recursive: true });
let done = 0;
await askPages(
  due.map(({ url }) => url),
  manners,
  (url, said) => {
    const page = pages.find((each) => each.url === url);
    const before = memory[url]?.first;
    const now = { day: today, ...said };
    memory[url] = { first: page && countsFor(page, before) ? before : now, last: now };
    done += 1;
    writeFileSync(memoryFile, JSON.stringify(memory));
    if (done % 50 === 0) process.stderr.write(`${done} of ${due.length} asked\n`);
  },
);
const findings = pages.flatMap((page) => {
  const known = memory[page.url];
  return (known && judge(page, known.last, known.first === known.last ? undefined : known.first)) ?? [];
});
const left = due.length - done;
const report = `${formatFindings(findings, pages.length)}${left > 0 ? `\n${left} pages were left for another day: their server wants a longer wait.\n` : ''}`;
writeFileSync(path.join(folder, 'sources.md'), report);
process.stdout.write(report);
if (values.titles) await completeTitles();
process.exitCode = findings.some(({ kind }) => kind === 'gone' || kind === 'moved') ? 1 : 0;

async function completeTitles(): Promise<void> {
  const file = path.join(root, 'content/pages.yaml');
  const kept = cited.flatMap(({ url }): [string, string][] => {
    const title = catalog.pages.get(url);
    return title === undefined ? [] : [[url, title]];
  });
  const wanted = pages.map(({ url }) => url).filter((url) => !catalog.pages.has(url) && memory[url]?.last.status === 200);
  const found: [string, string][] = [];
  await askTitles(wanted, manners, (url, title) => {
    if (title !== undefined) found.push([url, title]);
  });
  const head = readFileSync(file, 'utf8').replace(/^(?!#)[^]*$/mu, '');
  const lines = [...kept, ...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((entry) => stringify(Object.fromEntries([entry]), { lineWidth: 0 }));
  writeFileSync(file, head + lines.join(''));
  process.stdout.write(
    `content/pages.yaml: ${found.length} titles added, ${catalog.pages.size - kept.length} removed, ${wanted.length - found.length} not found\n`,
  );
}
