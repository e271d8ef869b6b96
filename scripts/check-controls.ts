// `npm run check:controls [-- list]`: prints how many controls there are by service and layer, and how many duties they can show. With a
// list of AWS's controls it names those that AWS added or retired; src/model/upkeep/control-drift.ts says in which forms a list may be.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { getContent } from '../src/content/load.ts';
import { countByLayer, countByService } from '../src/model/control/counts.ts';
import type { ControlCount } from '../src/model/control/counts.ts';
import { findControlDrift, readControlList } from '../src/model/upkeep/control-drift.ts';
import { ContentError, formatProblems } from '../src/model/problem.ts';

const write = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function table(heading: string, counts: readonly ControlCount[]): void {
  write(`${heading.padEnd(36)} controls  duties  with a check  without`);
  for (const { id, controls, duties, shown } of counts) {
    const numbers = [
      String(controls).padStart(8),
      String(duties).padStart(8),
      String(shown).padStart(14),
      String(duties - shown).padStart(9),
    ];
    write(`${id.padEnd(36)} ${numbers.join('')}`);
  }
  write('');
}

try {
  const { catalog, controls, controlGaps } = getContent();
  const services = countByService(catalog.services, controls);
  const layers = countByLayer(catalog.services, controls);
  table(
    'service',
    services.filter(({ controls: own }) => own > 0),
  );
  table('layer', layers);
  const total = (of: (count: ControlCount) => number): number => layers.reduce((sum, count) => sum + of(count), 0);
  const explained = controlGaps.flatMap((gap) => gap.controls).length;
  const rules = controls.filter(({ identifier }) => identifier !== undefined).length;
  write(
    `${controls.length} controls in ${services.filter(({ controls: own }) => own > 0).length} of ${services.length} services, ` +
      `${rules} of them with a rule of AWS Config; ${explained} more show no duty. ` +
      `Of ${total(({ duties }) => duties)} duties ${total(({ shown }) => shown)} can be shown by a check.`,
  );
  const [listFile] = process.argv.slice(2);
  if (listFile !== undefined) {
    const listed = readControlList(readFileSync(listFile, 'utf8'));
    const problems = findControlDrift(controls, controlGaps, listed);
    write(`Against ${listed.length} controls of ${listFile}: ${problems.length} differ.`);
    if (problems.length > 0) {
      process.stderr.write(`${formatProblems(problems)}\n`);
      process.exitCode = 1;
    }
  }
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
