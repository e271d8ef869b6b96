// Shares a view: copies its link, saves its picture or its table.
import { withTimeLimit } from './time-limit.ts';
import type * as tables from '../model/split/table.ts';
import type { Table } from '../model/split/table.ts';
import type { PictureLabels, PictureScene } from '../scenes/picture.ts';
import type { SplitScene } from '../scenes/split.ts';

/** What the page shows now. */
export interface View {
  readonly title: string;
  /** The name of a saved file, without its extension. */
  readonly file: string;
  /** A function, because the table and the code that makes it are only needed when a reader asks for it. */
  readonly table: () => Promise<Table>;
  /** The view in Markdown where it is more than its table. */
  readonly markdown?: (() => Promise<string>) | undefined;
  /** The view as JSON. */
  readonly json?: (() => Promise<string>) | undefined;
  /** The diagram of which a picture is made. */
  readonly split?: SplitScene | undefined;
  /** Makes a picture of its own where a diagram alone is not what the view shows. */
  readonly picture?: ((labels: PictureLabels) => Promise<PictureScene>) | undefined;
}

/** The code that makes tables: only those who share need it. */
export const loadTables = (): Promise<typeof tables> => import('../model/split/table.ts');

/**
 * Makes the share buttons in the element work.
 * @param view what is shown, once it is loaded; undefined while there is nothing to share
 */
export function upgradeShare(root: HTMLElement, view: () => Promise<View | undefined> | View | undefined): void {
  const box = root.querySelector<HTMLElement>('[data-share]');
  if (!box) return;
  const status = box.querySelector('[data-share-status]');
  const dark = box.querySelector<HTMLInputElement>('input[value="dark"]');
  // Start with the theme of the page; readers may choose the other.
  if (dark && getComputedStyle(document.documentElement).colorScheme === 'dark') dark.checked = true;
  else if (dark && getComputedStyle(document.documentElement).colorScheme !== 'light')
    dark.checked = matchMedia('(prefers-color-scheme: dark)').matches;

  root.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-share-as]') : null;
    if (!button) return;
    const kind = button.dataset['shareAs'] ?? '';
    // A button outside of the box says itself what came of it.
    const place = box.contains(button) ? status : button;
    const announce = (text: string): void => {
      if (place) place.textContent = text;
    };
    share(kind, view, dark?.checked === true ? 'dark' : 'light').then(announce, () => {
      announce(
        kind === 'link'
          ? `Your browser did not allow copying. The link is ${location.href}`
          : 'The file could not be made. Check your connection, then try again.',
      );
    });
  });
}

/** @returns the message for the reader */
async function share(kind: string, view: () => Promise<View | undefined> | View | undefined, theme: 'light' | 'dark'): Promise<string> {
  if (kind === 'link') {
    await navigator.clipboard.writeText(location.href);
    return 'Link copied.';
  }
  const [make, { download }, shown] = await withTimeLimit(Promise.all([import('./export.ts'), import('./download.ts'), view()]));
  if (!shown) throw new Error('there is nothing to share');
  const { title, file, table, markdown, json, split, picture } = shown;
  const today = new Date().toISOString().slice(0, 10);
  const labels = {
    title,
    foot: `Who secures which layer · ${location.host}${location.pathname}${picture ? location.search : ''} · ${today}`,
  };
  const save = (blob: Blob, ending: string): string => {
    const name = `${file}.${ending}`;
    download(blob, name);
    return `Saved ${name}.`;
  };
  if (kind === 'csv') return save(make.csvFile(await table()), 'csv');
  if (kind === 'json' && json) return save(make.textFile(await json(), 'application/json'), 'json');
  if (kind === 'md' && markdown) return save(make.textFile(await markdown(), 'text/markdown'), 'md');
  if (kind === 'md') return save(make.markdownFile(await table(), { title, address: location.href }), 'md');
  const scene = picture ? await withTimeLimit(picture(labels)) : split && make.pictureScene(split, labels);
  if (!scene) throw new Error(`this view has no diagram to save as ${kind}`);
  if (kind === 'svg') return save(await make.svgFile(scene, theme), 'svg');
  return save(await make.pngFile(scene, theme), 'png');
}
