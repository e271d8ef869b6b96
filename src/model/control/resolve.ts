// Joins the files of content/controls/ with the catalog, and reports what does not fit it.
import type { Option } from '../record/catalog.ts';
import type { ControlFile, ControlGap } from '../record/schema/controls.ts';
import { nearest, place } from '../problem.ts';
import type { Problem, SourceFile } from '../problem.ts';
import type { LayerId } from '../vocabulary.ts';
import { compareControls, controlAnchor, isYours } from './control.ts';
import type { Control, ControlDuty } from './control.ts';

/** A file of content/controls/ that has the right shape. */
export interface ReadControls {
  readonly file: SourceFile;
  readonly data: ControlFile;
}

/** What resolving needs to know of a service. */
export interface Resolvable {
  readonly id: string;
  readonly options: readonly Pick<Option, 'id' | 'parties'>[];
}
interface Services {
  readonly services: readonly Resolvable[];
}
type Entry = ControlFile['controls'][number];
type Report = (path: readonly PropertyKey[], found: string, remedy: string) => void;

/**
 * Returns all controls, sorted by id, each with the options that its duties are about.
 * @param problems every control that is named twice, every service, option or layer that is not there or not yours
 */
export function resolveControls(files: readonly ReadControls[], catalog: Services, problems: Problem[]): Control[] {
  const known = new Map<string, string>();
  const controls = files.flatMap(({ file, data }) => {
    const own = /^content\/controls\/(.+)\.yaml$/u.exec(file.path)?.[1] ?? '';
    const page =
      data.source
        .split('/')
        .at(-1)
        ?.replace(/-controls\.html$/u, '') ?? '';
    const reportAt = (at: readonly PropertyKey[]): Report => {
      return (path, found, remedy) => {
        const whole = [...at, ...path];
        problems.push({ file: place(file, whole), field: whole.map(String).join('.'), found, remedy });
      };
    };
    if (own !== page)
      reportAt([])(['source'], data.source, `cite the page of this file, ${own}-controls.html, or rename it to ${page}.yaml`);
    return data.controls.map((entry, index): Control => {
      const report = reportAt(['controls', index]);
      const anchor = controlAnchor(entry.id);
      const before = known.get(anchor);
      if (before !== undefined) report(['id'], `${entry.id} a second time`, `keep it in one place: ${before} has it too`);
      known.set(anchor, file.path);
      if (!anchor.startsWith(`${own}-`)) report(['id'], entry.id, `move it to the file of its page, ${anchor.replace(/-\d+$/u, '')}.yaml`);
      return resolveControl(entry, `${data.source}#${anchor}`, catalog, report);
    });
  });
  problems.push(...files.flatMap(({ file, data }) => withoutParameters(file, data, controls)));
  return controls.sort(compareControls);
}

/** Every control that leaves a rule to AWS Config's own parameters where another control gives it some. */
function withoutParameters(file: SourceFile, data: ControlFile, controls: readonly Control[]): Problem[] {
  return data.controls.flatMap(({ id, parameters }, index) => {
    const own = controls.find((control) => control.id === id);
    if (parameters !== undefined || own?.identifier === undefined) return [];
    const other = controls.find((control) => control.identifier === own.identifier && Object.keys(control.parameters).length > 0);
    if (!other) return [];
    const remedy = `write what makes the rule check this control alone, as ${other.id} does: without, AWS Config lets ${own.rule ?? ''} check its defaults`;
    return [{ file: place(file, ['controls', index]), field: `controls.${index}.parameters`, found: 'nothing', remedy }];
  });
}

function resolveControl(entry: Entry, source: string, catalog: Services, report: Report): Control {
  const { id, shows, severity, rule, types, parameters = {} } = entry;
  const usual = rule?.toUpperCase().replaceAll('-', '_');
  if (rule !== undefined && entry.identifier === usual)
    report(['identifier'], usual ?? '', 'remove it: it follows from the name of the rule');
  const duties = entry.duties.flatMap((duty, index) =>
    resolveDuty(duty, catalog, (path, found, remedy) => {
      report(['duties', index, ...path], found, remedy);
    }),
  );
  const twice = entry.duties.findIndex(
    (duty, index) => entry.duties.findIndex((each) => each.service === duty.service && each.layer === duty.layer) < index,
  );
  if (twice >= 0) report(['duties', twice], 'the same layer of the same service a second time', 'name the options in one entry');
  const identifier = entry.own ? undefined : (entry.identifier ?? usual);
  return { id, shows, severity, rule, identifier, types, parameters, duties, source };
}

/** The options of a duty; none where it names what is not there. */
function resolveDuty(duty: Entry['duties'][number], { services }: Services, report: Report): ControlDuty[] {
  const service = services.find(({ id }) => id === duty.service);
  if (!service) {
    const ids = services.map(({ id }) => id);
    report(['service'], duty.service, `name a record of content/services/ that is not retired${nearest(duty.service, ids)}`);
    return [];
  }
  const options = duty.options === undefined ? service.options : namedOptions(duty.options, service, duty.layer, report);
  const yours = options.filter((option) => isYours(option, duty.layer)).map(({ id }) => id);
  if (yours.length === 0 && duty.options === undefined)
    report(['layer'], duty.layer, `name a layer in which customers of ${service.id} have a half: there is nothing to show in this one`);
  return yours.length === 0 ? [] : [{ service: service.id, layer: duty.layer, options: yours }];
}

function namedOptions(named: readonly string[], service: Resolvable, layer: LayerId, report: Report): Resolvable['options'] {
  const ids = service.options.map(({ id }) => id);
  return named.flatMap((id, index) => {
    const option = service.options.find((each) => each.id === id);
    if (!option) report(['options', index], id, `name an option of ${service.id}: ${ids.join(', ')}${nearest(id, ids)}`);
    else if (!isYours(option, layer))
      report(
        ['options', index],
        id,
        `remove it: of ${layer} customers have no half there (${option.parties[layer]}), so there is nothing to show`,
      );
    else if (named.indexOf(id) < index) report(['options', index], `${id} a second time`, 'remove one of the two');
    else return [option];
    return [];
  });
}

/** Every control of the list of gaps that has a duty after all, or is named twice. */
export function assertControlGaps(file: SourceFile, gaps: readonly ControlGap[], controls: readonly Pick<Control, 'id'>[]): Problem[] {
  const ids = new Set(controls.map(({ id }) => id));
  const seen = new Set<string>();
  return gaps.flatMap((gap, row) =>
    gap.controls.flatMap((id, index) => {
      const at = { file: place(file, [row, 'controls', index]), field: `${row}.controls.${index}`, found: id };
      const double = seen.has(id);
      seen.add(id);
      if (ids.has(id)) return [{ ...at, remedy: 'remove it here: content/controls/ says which duty it shows' }];
      return double ? [{ ...at, found: `${id} a second time`, remedy: 'remove one of the two' }] : [];
    }),
  );
}
