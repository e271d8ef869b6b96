// The open search dialog: listens to the field, the keys and the filters, and updates the address of the search page.
import { formatSearch, maxQueryLength, parseSearch, searchPath } from '../../model/search/address.ts';
import { drawResults } from '../../drawings/results.ts';
import { clearSelection, firstGroup, moveSelection, noResults, resultsScene, withoutFormer } from '../../scenes/results.ts';
import type { AnswerScene } from '../../scenes/answer.ts';
import type { ResultsScene } from '../../scenes/results.ts';
import { setAddress } from '../address-bar.ts';
import { answersTo } from './answers.ts';
import type { ChosenFilters } from './answers.ts';
import type { CardDue, Cards, Found } from './found.ts';
import { makeSources, maxWait } from './load.ts';
import { forgetRecent, keepRecent } from './recent.ts';
import { isQuick } from '../time-limit.ts';

/** In milliseconds. For so long what the question before found stands in the place of what is to come, so that nothing flickers. */
const formerStays = 300;

export interface SearchDialog {
  /**
   * Shows the results for the query in the field, or recently opened pages if it is empty.
   * @param whole whether they are shown once the answer to the question is there: nobody types, and nothing is to move
   */
  readonly answer: (whole?: boolean) => void;
  /** Starts loading the data that the first keystroke needs. */
  readonly warm: () => void;
}

/**
 * Makes the dialog work.
 * @param root contains the field, the filters and the elements that drawResults fills
 * @param input the field for the query
 */
export function startSearch(root: HTMLElement, input: HTMLInputElement): SearchDialog {
  const sources = makeSources();
  let scene: ResultsScene = noResults;
  let asking = new AbortController();
  let cards: Cards | undefined;
  /** What is shown of what the question in the field has found. */
  let shown: Found | undefined;
  /** Runs while results of questions before may be shown; it is not put off by further keys. */
  let former: ReturnType<typeof setTimeout> | undefined;

  const show = (next: ResultsScene): void => {
    scene = next;
    drawResults(root, scene, cards?.draw);
    root.querySelector('.found [aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    // Only pages are filtered, once they are counted; a filter that leaves none must stay in reach.
    const filtered = scene.filterCounts && scene.groups.some(({ name, results }) => name === 'pages' && results.length > 0);
    root.querySelector('.find-more')?.toggleAttribute('hidden', !filtered && Object.keys(chosenFilters(root)).length === 0);
  };

  /** It stands below results and filters, and would be moved by all of them that are still to come. */
  const showSlash = (): void => {
    root.querySelector('.find-slash')?.removeAttribute('hidden');
  };

  const answer = async (whole = false): Promise<void> => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    scene = clearSelection(scene);
    const query = input.value.trim().slice(0, maxQueryLength);
    let due: CardDue | undefined;
    let card: AnswerScene | undefined;
    let latest: Found | undefined;
    shown = undefined;
    // Nobody asked before where an address asks, and nothing is to move.
    if (!whole)
      former ??= setTimeout(() => {
        former = undefined;
        if (shown) show(withoutFormer(shown, scene));
      }, formerStays);
    const draw = (): void => {
      if (!latest || signal.aborted) return;
      shown = latest;
      show(resultsScene(card ? { ...latest, card } : latest, scene));
      if (latest.filterCounts) showSlash();
    };
    for await (const found of answersTo(query, chosenFilters(root), sources, signal, whole ? maxWait : 0)) {
      if (signal.aborted) return;
      latest = found;
      if (found.complete) {
        clearTimeout(former);
        former = undefined;
      }
      cards ??= found.cards;
      if (cards && found.due && found.due !== due) {
        due = found.due;
        const loading = cards.whole(due).then((loaded) => {
          card = loaded;
          draw();
        });
        // Its outline would make room for another height.
        if (whole) await isQuick(loading, maxWait);
      }
      draw();
    }
    if (!signal.aborted) showSlash();
  };

  /** What Enter opens where nothing is chosen: the answer, or else the first result. Of an empty field nothing, and nothing that another question found. */
  const firstLink = (): HTMLAnchorElement | null => {
    if (!shown || shown.query === '') return null;
    const group = firstGroup(shown);
    return (
      (shown.card ? root.querySelector<HTMLAnchorElement>('.answer h2 a') : null) ??
      (group === undefined ? null : root.querySelector<HTMLAnchorElement>(`[data-found="${group}"] a`))
    );
  };

  /** Asks the question of a link to one; false for other links. */
  const asks = ({ pathname, search }: HTMLAnchorElement): boolean => {
    const question = pathname === searchPath ? parseSearch(search) : '';
    if (question === '') return false;
    input.value = question;
    input.focus();
    ask();
    return true;
  };

  const ask = (): void => {
    void answer();
    if (location.pathname === searchPath) setAddress(formatSearch(input.value), false);
  };
  input.addEventListener('input', ask);
  for (const select of root.querySelectorAll('select')) select.addEventListener('change', ask);

  /** Closes the dialog before the browser goes on: to a part of this page, or away, from where Back should find the page as it was. */
  const leave = (): void => {
    root.querySelector('dialog')?.close();
  };

  input.addEventListener('keydown', (event) => {
    // The keys belong to an input method until its word is committed; macOS says so by the code alone.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      show(moveSelection(scene, event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = root.querySelector<HTMLAnchorElement>('.found [aria-selected="true"]') ?? firstLink();
      if (!chosen || asks(chosen)) return;
      keep(chosen);
      if (event.ctrlKey || event.metaKey) window.open(chosen.href, '_blank', 'noopener');
      else {
        leave();
        location.assign(chosen.href);
      }
    }
  });

  // Store the page before the browser leaves, whether it opens in this tab or another.
  root.querySelector('.results')?.addEventListener('click', (event) => {
    const chosen = event.target instanceof Element ? event.target.closest('a') : null;
    const here = event instanceof MouseEvent && !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (chosen?.origin !== location.origin) return;
    if (here && asks(chosen)) {
      event.preventDefault();
      return;
    }
    keep(chosen);
    if (here) leave();
  });
  root.querySelector('[data-forget]')?.addEventListener('click', () => {
    forgetRecent();
    void answer();
    input.focus();
  });

  return {
    answer: (whole) => {
      void answer(whole);
    },
    warm: () => {
      // This loads all sources before the passages, too. The first keystroke reports a failure.
      sources.passages().catch(() => undefined);
    },
  };
}

function chosenFilters(root: HTMLElement): ChosenFilters {
  const chosen = [...root.querySelectorAll<HTMLSelectElement>('select[data-filter]')].filter(({ value }) => value !== '');
  return Object.fromEntries(chosen.map((select) => [select.dataset['filter'] ?? '', select.value]));
}

/** Stores a result that the reader opens. */
function keep(chosen: HTMLAnchorElement): void {
  const title = chosen.querySelector('strong')?.textContent ?? chosen.closest('.answer')?.querySelector('h2')?.textContent ?? '';
  keepRecent({ href: `${chosen.pathname}${chosen.search}${chosen.hash}`, title });
}
