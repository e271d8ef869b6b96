// Take a view along: its address, its picture, its table.
import { download } from './download.ts';
import type { Table } from '../model/split/table.ts';
import type { SplitScene } from '../scenes/split.ts';

/** What a page shows at this moment. */
export interface View {
  readonly title: string;
  /** Name of a downloaded file, without its ending. */
  readonly file: string;
  /** Made once asked for. */
  readonly table: () => Table;
  /** Undefined where the view has no diagram. */
  readonly split?: SplitScene | undefined;
}

/**
 * Makes the buttons in the element work, as they are pressed.
 * @param view what is shown, once it is loaded; undefined where there is nothing to take along
 */
export function upgradeShare(root: HTMLElement, view: () => Promise<View> | View | undefined): void {
  const box = root.querySelector<HTMLElement>('[data-share]');
  if (!box) return;
  const told = box.querySelector('[data-share-status]');
  const tell = (text: string): void => {
    if (told) told.textContent = text;
  };
  const dark = box.querySelector<HTMLInputElement>('input[value="dark"]');
  // The page's own theme is the first guess; the reader may choose the other.
  if (dark && getComputedStyle(document.documentElement).colorScheme === 'dark') dark.checked = true;
  else if (dark && getComputedStyle(document.documentElement).colorScheme !== 'light')
    dark.checked = matchMedia('(prefers-color-scheme: dark)').matches;

  box.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-share-as]') : null;
    if (!button) return;
    const kind = button.dataset['shareAs'] ?? '';
    share(kind, view, dark?.checked === true ? 'dark' : 'light').then(tell, () => {
      tell(
        kind === 'link'
          ? `The browser did not let the link be copied. It is ${location.href}`
          : 'The file could not be made. Try again once you are online.',
      );
    });
  });
}

/** @returns what to tell the reader */
async function share(kind: string, view: () => Promise<View> | View | undefined, theme: 'light' | 'dark'): Promise<string> {
  if (kind === 'link') {
    await navigator.clipboard.writeText(location.href);
    return 'Link copied.';
  }
  const [make, shown] = await Promise.all([import('./export.ts'), view()]);
  if (!shown) throw new Error('there is nothing to take along');
  const { title, file, table, split } = shown;
  const today = new Date().toISOString().slice(0, 10);
  const labels = { title, foot: `Who secures which layer · ${location.host}${location.pathname} · ${today}` };
  const save = (blob: Blob, ending: string): string => {
    const name = `${file}.${ending}`;
    download(blob, name);
    return `${name} is made.`;
  };
  if (kind === 'csv') return save(make.csvFile(table()), 'csv');
  if (kind === 'md') return save(make.markdownFile(table(), { title, address: location.href }), 'md');
  if (!split) throw new Error(`nothing to draw for ${kind}`);
  if (kind === 'svg') return save(await make.svgFile(split, labels, theme), 'svg');
  return save(await make.pngFile(split, labels, theme), 'png');
}
