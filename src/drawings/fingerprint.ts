// A fingerprint to an svg: one path for each kind of cell.
import { select } from 'd3-selection';
import { fingerprintPaths } from '../scenes/fingerprint.ts';
import type { FingerprintPath, FingerprintScene } from '../scenes/fingerprint.ts';

/** Draws the scene into the svg. Drawing twice changes nothing. */
export function drawFingerprint(svg: Element, scene: FingerprintScene): void {
  select(svg)
    .attr('viewBox', `0 0 ${scene.width} ${scene.height}`)
    .attr('width', scene.width)
    .attr('height', scene.height)
    .selectChildren<Element, FingerprintPath>('path')
    .data(fingerprintPaths(scene.cells))
    .join('path')
    .attr('class', ({ kind }) => kind)
    .attr('d', ({ d }) => d);
}
