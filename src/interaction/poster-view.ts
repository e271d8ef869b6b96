// The controls of the poster's page: turns the address into strips and their order, drawn onto the links that the build wrote.
import { drawPosterKey, drawPosterList } from '../drawings/poster-list.ts';
import { describeUnknownPoster, formatPosterQuery, noPosterQuery, parsePosterQuery } from '../model/poster-address.ts';
import type { PosterQuery } from '../model/poster-address.ts';
import { decodeParties } from '../model/split/counts.ts';
import { decodeDefaults } from '../model/split/default.ts';
import type { Names } from '../model/split/names.ts';
import { fingerprintScene } from '../scenes/fingerprint.ts';
import type { Printed } from '../scenes/fingerprint.ts';
import { setAddress } from './address-bar.ts';
import { tell } from './notice.ts';
import { readPageData } from './page-data.ts';

interface Item {
  readonly printed: Printed;
  readonly element: HTMLElement;
  readonly list: HTMLElement;
  readonly href: string;
}

/** What the page's small script asks of this one. */
export interface PosterView {
  /** Draws what the controls said when one was chosen, and writes it into the address. */
  readonly choose: (values: FormData) => void;
  /** Shows what the address says. */
  readonly fromAddress: () => void;
}

/**
 * Returns what the controls do.
 * @throws Error if the page carries no data
 */
export function startPoster(root: HTMLElement, form: HTMLFormElement): PosterView {
  const names = readPageData<Pick<Names, 'defaults'>>(root);
  const areas = root.querySelector<HTMLElement>('[data-areas]');
  const all = root.querySelector<HTMLElement>('[data-all]');
  const key = root.querySelector<HTMLElement>('[data-key]');
  if (!names || !areas || !all) throw new Error('the page of the poster carries no data');
  const items = [...areas.querySelectorAll<HTMLElement>('[data-place]')]
    .sort((a, b) => Number(a.dataset['place']) - Number(b.dataset['place']))
    .flatMap(readItem);
  let shown = noPosterQuery;

  const show = (query: PosterQuery): void => {
    for (const radio of form.querySelectorAll('input')) radio.checked = radio.value === (radio.name === 'lens' ? query.lens : query.order);
    for (const part of root.querySelectorAll<HTMLElement>('dl[data-lens]')) part.hidden = part.dataset['lens'] !== query.lens;
    if (query.lens === shown.lens && query.order === shown.order) return;
    shown = query;
    const inOneRow = query.order === 'all';
    drawPosterList(
      items.map((item) => ({
        ...item,
        href: query.lens === 'defaults' ? `${item.href}${item.href.includes('?') ? '&' : '?'}lens=defaults` : item.href,
        print: fingerprintScene(item.printed, names, query.lens),
      })),
      inOneRow ? all : null,
    );
    if (key) drawPosterKey(key, fingerprintScene(printedOf(key), names, query.lens));
    areas.hidden = inOneRow;
    all.hidden = !inOneRow;
  };

  return {
    choose: (values) => {
      const given = new URLSearchParams();
      for (const [name, value] of values) if (typeof value === 'string') given.set(name, value);
      const { query } = parsePosterQuery(given.toString());
      tell(root, '');
      show(query);
      setAddress(formatPosterQuery(query) || location.pathname, true);
    },
    fromAddress: () => {
      const { query, unknown } = parsePosterQuery(location.search);
      tell(root, describeUnknownPoster(unknown));
      show(query);
    },
  };
}

/** Reads an option that the build wrote; none if it lacks a part. */
function readItem(element: HTMLElement): Item[] {
  const list = element.parentElement;
  const href = element.querySelector('a')?.getAttribute('href');
  return list && href !== null && href !== undefined ? [{ element, list, href, printed: printedOf(element) }] : [];
}

/** The letters of the parties, and those of the defaults. */
function printedOf({ dataset }: HTMLElement): Printed {
  const [parties = '', defaults = ''] = (dataset['strip'] ?? '').split(' ');
  return { parties: decodeParties(parties), defaults: decodeDefaults(defaults) };
}
