// The flowcharts of the guide: each text with its drawing.
import { drawnFault, folder as diagramFolder } from '../flowcharts/flowchart.ts';
import type { Problem } from '../model/problem.ts';
import { readText } from './files.ts';

/** Holds each flowchart against its drawing, and returns the names of all. */
export function readDiagrams(root: string, paths: readonly string[], problems: Problem[]): string[] {
  const files = paths.filter((each) => each.startsWith(`${diagramFolder}/`));
  const report = (file: string, found: string, remedy: string): void => {
    problems.push({ file, field: '(file)', found, remedy });
  };
  return files.flatMap((file) => {
    const [, name = '', ending = ''] = /\/([^/]*)\.(mmd|svg)$/u.exec(file) ?? [];
    if (ending === '') report(file, 'neither .mmd nor .svg', 'move it out of this folder');
    if (ending === 'svg' && !files.includes(file.replace(/svg$/u, 'mmd')))
      report(file, 'a picture without its text', `write ${name}.mmd, or remove it`);
    if (ending !== 'mmd') return [];
    if (!/^[a-z][a-z0-9-]*$/u.test(name)) report(file, `the name "${name}"`, 'use lower-case letters, digits and hyphens');
    const source = readText(root, file, problems);
    const picture = file.replace(/mmd$/u, 'svg');
    const drawn = files.includes(picture) ? readText(root, picture, problems) : '';
    const fault = source === undefined || drawn === undefined ? undefined : drawnFault(source, drawn);
    if (fault !== undefined) report(file, fault, 'run npm run draw-flowcharts');
    return [name];
  });
}
