// Keeps the place of a reader who follows a link of a region that scrolls and comes back to a page that loads anew.

interface Place {
  readonly row: string;
  /** Of the row below the top of the region, in px. */
  readonly below: number;
  /** How far the region was scrolled sideways, in px. */
  readonly left: number;
}

/**
 * Notes the place in the browser's history as a link is followed.
 * @returns puts the region back to where it was left, if the reader comes back to it
 */
export function keepPlace(region: HTMLElement): () => void {
  const below = (row: Element): number => row.getBoundingClientRect().top - region.getBoundingClientRect().top;
  region.addEventListener('click', ({ target }) => {
    const row = target instanceof Element ? target.closest('a')?.closest('[data-row]') : undefined;
    if (!row) return;
    const place: Place = { row: row.getAttribute('data-row') ?? '', below: below(row), left: region.scrollLeft };
    try {
      history.replaceState(place, '');
    } catch {
      // A browser that has had enough changes of the address: the reader comes back to the top.
    }
  });
  return () => {
    const place: unknown = history.state;
    if (!isPlace(place)) return;
    const row = region.querySelector(`[data-row="${CSS.escape(place.row)}"]`);
    if (!row) return;
    const put = (): void => {
      region.scrollTo(place.left, region.scrollTop + below(row) - place.below);
    };
    put();
    // Rows out of sight have a height only once they were seen.
    requestAnimationFrame(put);
  };
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null || !('row' in value) || !('below' in value) || !('left' in value)) return false;
  return typeof value.row === 'string' && typeof value.below === 'number' && typeof value.left === 'number';
}
