// Reads content/controls/ and content/control-gaps.yaml: which controls of Security Hub CSPM can show a duty, and which show none.
import type { Control } from '../model/control/control.ts';
import { assertControlGaps, resolveControls } from '../model/control/resolve.ts';
import type { ReadControls } from '../model/control/resolve.ts';
import type { Catalog } from '../model/record/catalog.ts';
import { controlFileSchema, controlGapSchema } from '../model/record/schema/controls.ts';
import type { ControlGap } from '../model/record/schema/controls.ts';
import { parse } from '../model/record/shape.ts';
import type { Problem, SourceFile } from '../model/problem.ts';
import { namesIn } from './files.ts';

/** The controls of AWS, each with what it can show or why it shows nothing. */
export interface Controls {
  readonly controls: readonly Control[];
  readonly controlGaps: readonly ControlGap[];
}

const folder = 'content/controls';
const gapFile = 'content/control-gaps.yaml';

/** The files that controls are read from. */
export function controlPaths(root: string, problems: Problem[]): string[] {
  return [gapFile, ...namesIn(root, folder, problems).map((name) => `${folder}/${name}`)];
}

/** Whether {@link readControls} has the right shape of all of them; their meaning needs the catalog. */
export interface ParsedControls {
  readonly files: readonly ReadControls[];
  readonly gaps: { readonly file: SourceFile; readonly entries: readonly ControlGap[] } | undefined;
}

/**
 * Checks the shape of the files.
 * @param files all files of content/ that were parsed
 * @param problems every fault of every file is added
 */
export function parseControls(files: readonly SourceFile[], problems: Problem[]): ParsedControls {
  const read = files
    .filter(({ path, unreadable }) => path.startsWith(`${folder}/`) && unreadable !== true)
    .flatMap((file): ReadControls[] => {
      const data = parse(file, controlFileSchema, problems);
      return data ? [{ file, data }] : [];
    });
  const file = files.find(({ path, unreadable }) => path === gapFile && unreadable !== true);
  return { files: read, gaps: file && { file, entries: parse(file, controlGapSchema.array(), problems) ?? [] } };
}

/** Joins the controls with the catalog; every fault of meaning is added to the problems. */
export function joinControls({ files, gaps }: ParsedControls, catalog: Catalog, problems: Problem[]): Controls {
  const controls = resolveControls(files, catalog, problems);
  if (gaps) problems.push(...assertControlGaps(gaps.file, gaps.entries, controls));
  return { controls, controlGaps: gaps?.entries ?? [] };
}
