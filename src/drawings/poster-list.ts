// The poster's page: draws strips onto the links that the build wrote, and puts them into the order asked for.
import { select } from 'd3-selection';
import type { FingerprintScene } from '../scenes/fingerprint.ts';
import { drawFingerprint } from './fingerprint.ts';
import { setText } from './text.ts';

export interface PosterItem {
  /** Holds a link with a strip, and the counts in words. */
  readonly element: Element;
  /** The list of its area. */
  readonly list: Element;
  readonly href: string;
  readonly print: FingerprintScene;
}

/** Draws the strip of the key, which says its counts itself. Drawing twice changes nothing. */
export function drawPosterKey(key: Element, print: FingerprintScene): void {
  const strip = key.querySelector('svg');
  if (!strip) return;
  drawFingerprint(strip, print);
  select(strip).attr('aria-label', print.spoken);
}

/**
 * Draws the items. Drawing twice changes nothing.
 * @param items in the order of all
 * @param all the list that holds every item in one order; null leaves each in the list of its area
 */
export function drawPosterList(items: readonly PosterItem[], all: Element | null): void {
  for (const { element, list, href, print } of items) {
    // Each in turn as the last: lists that hold them in this order end in it.
    (all ?? list).append(element);
    const item = select(element);
    item.select('a').attr('href', href);
    setText(item.select('.counts'), print.spoken);
    const strip = element.querySelector('svg');
    if (strip) drawFingerprint(strip, print);
  }
}
