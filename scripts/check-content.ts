// `npm run check:content [-- id …]`: checks all content and prints its counts, or every problem.
// Without ids it also checks that content/changes.yaml records every duty that moved.
import { contentPaths, getContent } from '../src/content/load.ts';
import { overlayPlace } from '../src/content/organization.ts';
import { statements } from '../src/model/record/lookup.ts';
import { formatChange, unrecorded } from '../src/model/upkeep/changes.ts';
import { bySource } from '../src/model/upkeep/freshness.ts';
import { layerIds } from '../src/model/vocabulary.ts';
import { visible } from '../src/model/characters.ts';
import { ContentError, formatProblems, nearest } from '../src/model/problem.ts';

const wanted = process.argv.slice(2);
const stemOf = (file: string): string => file.replace(/:\d+$/u, '').replace(/^.*\/|\.[a-z]+$/gu, '');
const overlay = overlayPlace(process.cwd());
const stems = [...new Set([...contentPaths(process.cwd(), []), ...(overlay ? [overlay.name] : [])].map(stemOf))];
const unknown = wanted.filter((id) => !stems.includes(id));

if (unknown.length > 0) {
  for (const id of unknown)
    process.stderr.write(
      `content/ has no file "${visible(id)}"${nearest(id, stems)}: name records, lessons or lists without their ending\n`,
    );
  process.exitCode = 1;
} else check();

function check(): void {
  try {
    report();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    const own = wanted.length > 0 ? error.problems.filter(({ file }) => wanted.includes(stemOf(file))) : error.problems;
    const others = error.problems.length - own.length;
    if (own.length > 0) process.stderr.write(`${formatProblems(own)}\n`);
    else if (error.complete) process.stdout.write(`no problem in ${wanted.join(', ')}\n`);
    if (!error.complete && others > 0)
      process.stderr.write(`${wanted.join(', ')} could not be held against the records until the others are mended\n`);
    if (others > 0) process.stdout.write(`${others} in other files: npm run check:content lists them\n`);
    process.exitCode = own.length > 0 || !error.complete ? 1 : 0;
  }
}

function report(): void {
  const { catalog, questions, cases, terms, statements: lessonStatements, changes, faq, organization } = getContent();
  const { services, retired } = catalog;
  const missing = wanted.length > 0 ? [] : unrecorded(changes, catalog);
  const options = services.flatMap((service) => service.options);
  const cells = options.flatMap((option) => layerIds.map((layer) => option.cells[layer]));
  const counts = new Map<string, number>();
  for (const { service } of statements(catalog)) if (service) counts.set(service.id, (counts.get(service.id) ?? 0) + 1);
  const own = services
    .map((service) => ({ id: service.id, own: counts.get(service.id) ?? 0, options: service.options.length }))
    .sort((one, other) => one.own - other.own);
  const sources = bySource(catalog).length;
  for (const each of own)
    process.stdout.write(`${each.id.padEnd(28)} ${String(each.options).padStart(2)} options ${String(each.own).padStart(3)} own cells\n`);
  if (missing.length > 0) {
    process.stderr.write(
      `content/changes.yaml lacks ${missing.length} changes, and readers follow that file:\n${missing.map((change) => `  ${formatChange(change)}\n`).join('')}` +
        'To record them, run npm run diff-data -- --record\n',
    );
    process.exitCode = 1;
  }
  process.stdout.write(
    `${services.length} services, ${options.length} options, ${cells.length} cells resolved, ${own.reduce((sum, each) => sum + each.own, 0)} own cells ` +
      `(smallest ${own[0]?.own ?? 0}, median ${own[Math.floor(own.length / 2)]?.own ?? 0} a service), ${sources} sources, ${retired.length} retired\n` +
      `the course: ${questions.length} questions, ${cases.length} cases, ${terms.length} terms, ${lessonStatements.length} statements taught\n` +
      `${faq.flatMap(({ questions: asked }) => asked).length} questions that people ask, in ${faq.length} themes\n`,
  );
  if (organization) {
    const { approved, conditional, forbidden } = organization.services;
    process.stdout.write(
      `the overlay of ${organization.name}: ${approved.length} services approved, ${conditional.length} conditional, ${forbidden.length} forbidden, ` +
        `${organization.rules.length} rules, ${organization.lessons.length} pages\n`,
    );
  }
}
