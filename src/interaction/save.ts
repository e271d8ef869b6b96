// Saves what a page shows as a file. Loaded only when a reader asks for one.
import type { Table } from '../model/split/table.ts';
import type { PictureLabels, PictureScene } from '../scenes/picture.ts';
import type { SplitScene } from '../scenes/split.ts';
import { download } from './download.ts';
import { csvFile, markdownFile, pictureScene, pngFile, svgFile, textFile } from './export.ts';
import { withTimeLimit } from './time-limit.ts';

/** What the page shows now. */
export interface View {
  readonly title: string;
  /** The name of a saved file, without its extension. */
  readonly file: string;
  /** A function, because the table and the code that makes it are only needed when a reader asks for it. */
  readonly table: () => Promise<Table>;
  /** The view in Markdown where it is more than its table. */
  readonly markdown?: (() => Promise<string>) | undefined;
  /** What the view asks for, as a list of tasks in Markdown. */
  readonly checklist?: ((address: string) => Promise<string>) | undefined;
  /** The view as JSON. */
  readonly json?: (() => Promise<string>) | undefined;
  /** The diagram of which a picture is made. */
  readonly split?: SplitScene | undefined;
  /** Makes a picture of its own where a diagram alone is not what the view shows. */
  readonly picture?: ((labels: PictureLabels) => Promise<PictureScene>) | undefined;
}

/**
 * Saves the view in the form that a button names.
 * @param kind csv, json, md, svg, png, or todo for a list of tasks
 * @returns the name of the file
 * @throws Error if the view has no such form, or what it needs cannot be loaded
 */
export async function saveView(kind: string, shown: View, theme: 'light' | 'dark'): Promise<string> {
  const name = kind === 'todo' ? `${shown.file}.checklist.md` : `${shown.file}.${kind}`;
  // Nothing is saved any more once the reader is told that it could not be.
  download(await withTimeLimit(fileOf(kind, shown, theme)), name);
  return name;
}

async function fileOf(
  kind: string,
  { title, table, markdown, checklist, json, split, picture }: View,
  theme: 'light' | 'dark',
): Promise<Blob> {
  if (kind === 'csv') return csvFile(await table());
  if (kind === 'json' && json) return textFile(await json(), 'application/json');
  if (kind === 'md') {
    return markdown ? textFile(await markdown(), 'text/markdown') : markdownFile(await table(), { title, address: location.href });
  }
  if (kind === 'todo' && checklist) return textFile(await checklist(location.href), 'text/markdown');
  const today = new Date().toISOString().slice(0, 10);
  const labels = {
    title,
    foot: `Who secures which layer · ${location.host}${location.pathname}${picture ? location.search : ''} · ${today}`,
  };
  const scene = picture ? await picture(labels) : split && pictureScene(split, labels);
  if (!scene) throw new Error(`this view has no diagram to save as ${kind}`);
  return kind === 'svg' ? svgFile(scene, theme) : pngFile(scene, theme);
}
