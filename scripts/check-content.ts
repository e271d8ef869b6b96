// `npm run check:content [-- id …]`: reads all content and prints either what it holds or everything wrong with it.
// Without ids it also asks whether every duty that moved is recorded in content/changes.yaml.
import { getCases, getCatalog, getChanges, getGaps, getQuestions, getStatements, getTerms } from '../src/content/load.ts';
import { formatChange, unrecorded } from '../src/model/upkeep/changes.ts';
import { layerIds } from '../src/model/vocabulary.ts';
import { ContentError, formatProblems } from '../src/model/problem.ts';

const wanted = process.argv.slice(2);

try {
  const catalog = getCatalog();
  const { services, retired } = catalog;
  getGaps();
  const lesson = [getQuestions(), getCases(), getTerms(), getStatements()].map((each) => each.length);
  const missing = wanted.length > 0 ? [] : unrecorded(getChanges(), catalog);
  const options = services.flatMap((service) => service.options.map((option) => ({ service, option })));
  const cells = options.flatMap(({ option }) => layerIds.map((layer) => option.split[layer]));
  const own = services
    .map((service) => {
      const ownCells = new Set(
        service.options.flatMap((option) =>
          layerIds
            .map((layer) => option.split[layer])
            .filter((each) => each.origin !== 'category')
            .map((each) => each.cell),
        ),
      );
      return { id: service.id, own: ownCells.size, options: service.options.length };
    })
    .sort((a, b) => a.own - b.own);
  const sources = new Set(cells.map((each) => each.cell.source));
  for (const each of own)
    process.stdout.write(`${each.id.padEnd(28)} ${String(each.options).padStart(2)} options ${String(each.own).padStart(3)} own cells\n`);
  if (missing.length > 0) {
    process.stderr.write(
      `${missing.length} changes are not in content/changes.yaml, which readers follow:\n${missing.map((change) => `  ${formatChange(change)}\n`).join('')}` +
        'To record them: npm run diff-data -- --record\n',
    );
    process.exitCode = 1;
  }
  process.stdout.write(
    `${services.length} services, ${options.length} options, ${cells.length} cells resolved, ${own.reduce((sum, each) => sum + each.own, 0)} own cells ` +
      `(smallest ${own[0]?.own ?? 0}, median ${own[Math.floor(own.length / 2)]?.own ?? 0} a service), ${sources.size} sources, ${retired.length} retired\n` +
      `the lesson: ${lesson[0] ?? 0} questions, ${lesson[1] ?? 0} cases, ${lesson[2] ?? 0} terms, ${lesson[3] ?? 0} statements taught\n`,
  );
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  const shown =
    wanted.length > 0 ? error.problems.filter((each) => wanted.some((id) => each.file.includes(`/${id}.yaml`))) : error.problems;
  process.stderr.write(`${formatProblems(shown)}\n`);
  process.exitCode = shown.length > 0 ? 1 : 0;
}
