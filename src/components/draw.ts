// Draws a scene in the build, on a document of its own, and returns the markup.
import { parseHTML } from 'linkedom';
import { drawFingerprint } from '../drawings/fingerprint.ts';
import { drawMatrix } from '../drawings/matrix.ts';
import { drawPicture } from '../drawings/picture.ts';
import { drawPoster } from '../drawings/poster.ts';
import { drawSplit } from '../drawings/split.ts';
import { drawStory } from '../drawings/story.ts';
import type { FingerprintScene } from '../scenes/fingerprint.ts';
import type { MatrixScene } from '../scenes/matrix.ts';
import type { PictureScene } from '../scenes/picture.ts';
import type { PosterScene } from '../scenes/poster.ts';
import type { SplitScene } from '../scenes/split.ts';
import type { StoryColumn, StoryScene } from '../scenes/story.ts';

/** The list's inner markup: fourteen items. `group` names its disclosures, distinct on the page. */
export function splitMarkup(scene: SplitScene, group: string): string {
  const { document } = parseHTML('<!doctype html><html><body><ol></ol></body></html>');
  const list = document.querySelector('ol');
  if (!list) throw new Error('linkedom did not parse the empty list');
  drawSplit(list, scene, { duration: 0, group, panel: 'all' });
  return list.innerHTML;
}

/** The inner markup of a strip's svg. */
export function fingerprintMarkup(scene: FingerprintScene): string {
  const { document } = parseHTML('<!doctype html><html><body><svg></svg></body></html>');
  const svg = document.querySelector('svg');
  if (!svg) throw new Error('linkedom did not parse the empty strip');
  drawFingerprint(svg, scene);
  return svg.innerHTML;
}

/** A column of the story, as its svg. */
export function storyMarkup(scene: StoryScene, column: StoryColumn): string {
  const { document } = parseHTML('<!doctype html><html><body><svg></svg></body></html>');
  const svg = document.querySelector('svg');
  if (!svg) throw new Error('linkedom did not parse the empty column');
  drawStory(svg, scene, column);
  return svg.outerHTML;
}

/** The inner markup of a table. */
export function matrixMarkup(scene: MatrixScene): string {
  const { document } = parseHTML('<!doctype html><html><body><table><thead role="rowgroup"><tr></tr></thead></table></body></html>');
  const table = document.querySelector('table');
  if (!table) throw new Error('linkedom did not parse the empty table');
  drawMatrix(table, scene);
  return table.innerHTML;
}

/** A whole SVG file that needs nothing beside it. */
export const pictureMarkup = (scene: PictureScene, sheet: string): string =>
  fileMarkup((svg) => {
    drawPicture(svg, scene, sheet);
  });

/** The poster as a whole SVG file. */
export const posterMarkup = (scene: PosterScene, sheet: string): string =>
  fileMarkup((svg) => {
    drawPoster(svg, scene, sheet);
  });

function fileMarkup(draw: (svg: Element) => void): string {
  const { document } = parseHTML('<!doctype html><html><body><svg xmlns="http://www.w3.org/2000/svg"></svg></body></html>');
  const svg = document.querySelector('svg');
  if (!svg) throw new Error('linkedom did not parse the empty picture');
  draw(svg);
  return svg.outerHTML;
}
