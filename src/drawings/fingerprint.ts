// A fingerprint to an svg: one path for each kind of cell.
import { select } from 'd3-selection';
import type { FingerprintCell, FingerprintScene } from '../scenes/fingerprint.ts';

/** The cells of one kind as one path; kinds keep the order in which they first come. */
export function fingerprintPaths(cells: readonly FingerprintCell[]): { readonly kind: string; readonly d: string }[] {
  const paths = new Map<string, string>();
  for (const cell of cells) paths.set(cell.kind, `${paths.get(cell.kind) ?? ''}${outline(cell)}`);
  return [...paths].map(([kind, d]) => ({ kind, d }));
}

/** How thick the edge of a hollow cell is, in units of the strip. */
const edge = 0.9;

/** A hollow cell has a second outline inside, which runs the other way round. */
function outline({ x0, x1, y0, y1, hollow }: FingerprintCell): string {
  const outer = `M${x0} ${y0}H${x1}V${y1}H${x0}z`;
  return hollow ? `${outer}M${x0 + edge} ${y0 + edge}V${y1 - edge}H${x1 - edge}V${y0 + edge}z` : outer;
}

/** Draws the scene into the svg. Drawing twice changes nothing. */
export function drawFingerprint(svg: Element, scene: FingerprintScene): void {
  select(svg)
    .attr('viewBox', `0 0 ${scene.width} ${scene.height}`)
    .attr('width', scene.width)
    .attr('height', scene.height)
    .selectChildren<Element, { kind: string; d: string }>('path')
    .data(fingerprintPaths(scene.cells))
    .join('path')
    .attr('class', ({ kind }) => kind)
    .attr('d', ({ d }) => d);
}
