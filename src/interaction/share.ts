// Shares a view: copies its link, saves its picture or its table.
import { withTimeLimit } from './time-limit.ts';
import type * as tables from '../model/split/table.ts';
import type { View } from './save.ts';

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
    if (kind !== 'link') announce('Making the file …');
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
  const [{ saveView }, shown] = await withTimeLimit(Promise.all([import('./save.ts'), view()]));
  if (!shown) throw new Error('there is nothing to share');
  return `Saved ${await saveView(kind, shown, theme)}.`;
}
