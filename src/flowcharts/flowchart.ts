// The guide's flowcharts as the build places them: drawn before by `npm run draw-flowcharts`, from content/guide/diagrams/<name>.mmd
// to <name>.svg beside it. So the build needs no Mermaid, which is large.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export interface Picture {
  /** One <svg> with role="img"; its ids begin with "mermaid-<name>". */
  readonly svg: string;
  /** In pixels, at the size the text is meant to be read. */
  readonly width: number;
}

export const folder = 'content/guide/diagrams';

/** What begins the ids of a flowchart's SVG. */
export const prefixOf = (name: string): string => `mermaid-${name}`;

/** The first line of a drawn file says from which text it was drawn. */
export const headLine = (source: string): string => `<!-- ${createHash('sha256').update(source).digest('hex')} -->`;

/** A drawing made without a title, as the text of its file. */
export const drawnFile = (source: string, svg: string): string => `${headLine(source)}\n${svg}\n`;

/**
 * The flowchart of that name with a title of its own.
 * @throws Error that names the file and the remedy, where it is missing or was drawn from another text
 */
export async function readFlowchart(name: string, title: string, root: string = process.cwd()): Promise<Picture> {
  const file = `${folder}/${name}.mmd`;
  if (!/^[a-z][a-z0-9-]*$/u.test(name))
    throw new Error(`"${name}" is not a valid flowchart name: use lower-case letters, digits and hyphens, as in ${file}`);
  const source = await readFile(path.join(root, file), 'utf8');
  const drawn = await readFile(path.join(root, file.replace(/\.mmd$/u, '.svg')), 'utf8').catch(() => '');
  const [head, svg = ''] = drawn.split('\n');
  if (head !== headLine(source))
    throw new Error(`${file}: the picture beside it was drawn from another text. Run "npm run draw-flowcharts".`);
  const width = Number(/ width="(\d+)"/u.exec(svg)?.[1]);
  return { svg: svg.replace('-title"></title>', () => `-title">${escapeText(title)}</title>`), width };
}

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
