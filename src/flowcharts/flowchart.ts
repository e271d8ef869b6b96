// Reads the drawn flowcharts of the guide. `npm run draw-flowcharts` draws each content/guide/diagrams/<name>.mmd
// to <name>.svg beside it, so that the build does not need Mermaid, which is large.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export interface Picture {
  /** One <svg> with role="img", whose ids start with "mermaid-<name>". */
  readonly svg: string;
  /** In px, at the intended text size. */
  readonly width: number;
}

export const folder = 'content/guide/diagrams';

/** Returns the start of every id in a flowchart's SVG. */
export const prefixOf = (name: string): string => `mermaid-${name}`;

/** Returns the first line of a drawn file: a hash of the text it was drawn from. */
export const headLine = (source: string): string => `<!-- ${createHash('sha256').update(source).digest('hex')} -->`;

/** Returns the content of a drawn file. The drawing must have an empty title, which readFlowchart fills. */
export const drawnFile = (source: string, svg: string): string => `${headLine(source)}\n${svg}\n`;

/** What `npm run draw-flowcharts` writes: shapes and texts with classes, places and the arrows of the same picture. */
const drawnElements = 'svg|title|marker|g|path|rect|polygon|circle|ellipse|line|text|tspan';
const drawnAttributes =
  'viewBox|width|height|class|role|aria-labelledby|id|d|x|y|rx|ry|points|cx|cy|r|x1|y1|x2|y2|dy|text-anchor|transform|refX|refY|markerUnits|markerWidth|markerHeight|orient';
const drawnPiece = new RegExp(
  `[^<&]|&(?:amp|lt|gt|quot|#39|nbsp);|</(?:${drawnElements})>|<(?:${drawnElements})(?: (?:${drawnAttributes})="[^"<>&]*"| marker-(?:start|end)="url\\(#[a-z0-9-]+\\)")*>`,
  'uy',
);

/**
 * Holds a drawn file against the text that it was drawn from. It is written into pages as it is, so that it must be nothing but a drawing.
 * @param drawn the drawn file; empty if there is none
 * @returns what is wrong; undefined if nothing is
 */
export function drawnFault(source: string, drawn: string): string | undefined {
  const [head, svg = '', ...rest] = drawn.split('\n');
  if (head !== headLine(source)) return 'the picture beside it is missing or out of date';
  if (rest.join('') !== '') return 'the picture beside it has lines that no drawing has';
  drawnPiece.lastIndex = 0;
  while (drawnPiece.lastIndex < svg.length) {
    const at = drawnPiece.lastIndex;
    if (!drawnPiece.test(svg)) return `the picture beside it holds what no drawing does: ${svg.slice(at, at + 60)}`;
  }
  return undefined;
}

/**
 * Reads a drawn flowchart and sets its title.
 * @param title the accessible name of the picture
 * @throws Error that names the file and the remedy if it is missing or out of date
 */
export async function readFlowchart(name: string, title: string, root: string = process.cwd()): Promise<Picture> {
  const file = `${folder}/${name}.mmd`;
  if (!/^[a-z][a-z0-9-]*$/u.test(name))
    throw new Error(`"${name}" is not a valid flowchart name: use lower-case letters, digits and hyphens, as in ${file}`);
  const source = await readFile(path.join(root, file), 'utf8');
  const drawn = await readFile(path.join(root, file.replace(/\.mmd$/u, '.svg')), 'utf8').catch(() => '');
  const fault = drawnFault(source, drawn);
  if (fault !== undefined) throw new Error(`${file}: ${fault}. Run "npm run draw-flowcharts".`);
  const [, svg = ''] = drawn.split('\n');
  const width = Number(/ width="(\d+)"/u.exec(svg)?.[1]);
  return { svg: svg.replace('-title"></title>', () => `-title">${escapeText(title)}</title>`), width };
}

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
