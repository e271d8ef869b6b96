// Makes files from a view. Loaded only when a reader asks for one.
import { csvFormatRows } from 'd3-dsv';
import { markdownTable } from 'markdown-table';
import { drawPicture } from '../drawings/picture.ts';
import { escapeFormula, escapeMarkdown } from '../model/escape.ts';
import type { Table } from '../model/split/table.ts';
import { pictureScene } from '../scenes/picture.ts';
import type { PictureScene } from '../scenes/picture.ts';
import { root } from '../model/root.ts';
import { fetchFile } from './fetch-json.ts';

export { pictureScene };

/** PNG pixels for each px of the picture, so that it is sharp on dense screens. */
const density = 2;

/** Returns a CSV file (RFC 4180) with a byte order mark, by which spreadsheets recognise UTF-8. */
export function csvFile(table: Table): Blob {
  const rows = [table.head, ...table.rows].map((row) => row.map(escapeFormula));
  return new Blob([`\uFEFF${csvFormatRows(rows)}\n`], { type: 'text/csv;charset=utf-8' });
}

/** Returns a Markdown file: a heading, the address of the view and a table. */
export function markdownFile(table: Table, { title, address }: { readonly title: string; readonly address: string }): Blob {
  const rows = [table.head, ...table.rows].map((row) => row.map(escapeMarkdown));
  return new Blob([`# ${escapeMarkdown(title)}\n\n<${address}>\n\n${markdownTable(rows)}\n`], { type: 'text/markdown;charset=utf-8' });
}

/** Returns a text as a file of its type. */
export const textFile = (text: string, type: string): Blob => new Blob([text], { type: `${type};charset=utf-8` });

/**
 * Returns a picture as an SVG file.
 * @param theme "light" or "dark"
 * @throws Error if the style sheet with colours and font cannot be loaded
 */
export async function svgFile(scene: PictureScene, theme: string): Promise<Blob> {
  return new Blob([await svgText(scene, theme)], { type: 'image/svg+xml;charset=utf-8' });
}

/**
 * Returns a picture as a PNG file.
 * @param theme "light" or "dark"
 * @throws Error if the style sheet with colours and font cannot be loaded, or the browser cannot paint the picture
 */
export async function pngFile(scene: PictureScene, theme: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await svgText(scene, theme))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * density;
  canvas.height = image.naturalHeight * density;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser has no 2D canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('this browser could not encode the picture as PNG'));
    }, 'image/png');
  });
}

async function svgText(scene: PictureScene, theme: string): Promise<string> {
  const sheet = await fetchFile(`${root}/diagrams/${theme}.css`, (answer) => answer.text());
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  drawPicture(svg, scene, sheet);
  return `${new XMLSerializer().serializeToString(svg)}\n`;
}
