// The search dialog once it is open: listens to the field, the keys and the filters, and keeps the address of the search page.
import { formatSearch, maxQueryLength, searchPath } from '../../model/search/address.ts';
import { drawResults } from '../../drawings/results.ts';
import { clearSelection, moveSelection, noResults, resultsScene } from '../../scenes/results.ts';
import type { ResultsScene } from '../../scenes/results.ts';
import { answersTo } from './answers.ts';
import type { ChosenFilters } from './answers.ts';
import { makeSources } from './load.ts';
import { forgetRecent, keepRecent } from './recent.ts';

export interface SearchDialog {
  /** Answers the query in the field; where it is empty, shows the pages opened before. */
  readonly answer: () => void;
  /** Starts loading what the first key will need. */
  readonly warm: () => void;
}

/**
 * Takes over the finished dialog.
 * @param root holds the field, the filters and the elements that drawResults fills
 * @param input the field
 */
export function startSearch(root: HTMLElement, input: HTMLInputElement): SearchDialog {
  const sources = makeSources();
  let scene: ResultsScene = noResults;
  let asking = new AbortController();

  const show = (next: ResultsScene): void => {
    scene = next;
    drawResults(root, scene);
    root.querySelector('.found [aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  };

  const answer = async (): Promise<void> => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    scene = clearSelection(scene);
    const query = input.value.trim().slice(0, maxQueryLength);
    for await (const answers of answersTo(query, chosenFilters(root), sources, signal)) {
      if (signal.aborted) return;
      show(resultsScene(answers, scene));
    }
  };

  const ask = (): void => {
    if (location.pathname === searchPath) history.replaceState(null, '', formatSearch(input.value));
    void answer();
  };
  input.addEventListener('input', ask);
  for (const select of root.querySelectorAll('select')) select.addEventListener('change', ask);

  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      show(moveSelection(scene, event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen =
        root.querySelector<HTMLAnchorElement>('.found [aria-selected="true"]') ?? root.querySelector<HTMLAnchorElement>('.found a');
      if (!chosen) return;
      keep(chosen);
      if (event.ctrlKey || event.metaKey) window.open(chosen.href, '_blank', 'noopener');
      else location.assign(chosen.href);
    }
  });

  // A click is kept before the page is left, in this tab or in another one.
  root.querySelector('.found')?.addEventListener('click', (event) => {
    const chosen = event.target instanceof Element ? event.target.closest('a') : null;
    if (chosen) keep(chosen);
  });
  root.querySelector('[data-forget]')?.addEventListener('click', () => {
    forgetRecent();
    void answer();
    input.focus();
  });

  return {
    answer: () => {
      void answer();
    },
    warm: () => {
      // The details come last in the order of loading. A failure is told at the first key.
      sources.details().catch(() => undefined);
    },
  };
}

function chosenFilters(root: HTMLElement): ChosenFilters {
  const chosen = [...root.querySelectorAll<HTMLSelectElement>('select[data-filter]')].filter(({ value }) => value !== '');
  return Object.fromEntries(chosen.map((select) => [select.dataset['filter'] ?? '', select.value]));
}

/** Keeps a result that the reader opens. */
function keep(chosen: HTMLAnchorElement): void {
  const title = chosen.querySelector('strong')?.textContent ?? '';
  keepRecent({ href: `${chosen.pathname}${chosen.search}${chosen.hash}`, title });
}
