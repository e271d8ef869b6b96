// Draws a scene in the build, on a document of its own, and returns the markup.
import { parseHTML } from 'linkedom';
import { drawFingerprint } from '../drawings/fingerprint.ts';
import { drawMatrix } from '../drawings/matrix.ts';
import { drawPicture } from '../drawings/picture.ts';
import { drawPoster } from '../drawings/poster.ts';
import { drawShownBy } from '../drawings/shown-by.ts';
import { drawSplit } from '../drawings/split.ts';
import { drawStory } from '../drawings/story.ts';
import type { LayerControls } from '../model/control/control.ts';
import type { FingerprintScene } from '../scenes/fingerprint.ts';
import type { MatrixScene } from '../scenes/matrix.ts';
import type { PictureScene } from '../scenes/picture.ts';
import type { PosterScene } from '../scenes/poster.ts';
import { shownByScene } from '../scenes/shown-by.ts';
import type { SplitScene } from '../scenes/split.ts';
import type { StoryColumn, StoryScene } from '../scenes/story.ts';

/** Draws into the first element of a document that holds this markup alone, and returns it. */
function drawn(markup: string, draw: (element: Element) => void): Element {
  const element = parseHTML(`<!doctype html><html><body>${markup}</body></html>`).document.body.firstElementChild;
  if (!element) throw new Error(`linkedom did not parse ${markup}`);
  draw(element);
  return element;
}

/**
 * The list's inner markup: fourteen items. `group` names its disclosures, distinct on the page.
 * @param controls what the panels say of controls, for the page of a service
 */
export const splitMarkup = (scene: SplitScene, group: string, controls: LayerControls = {}): string =>
  drawn('<ol></ol>', (list) => {
    drawSplit(list, scene, { duration: 0, group, panel: 'all' });
    drawShownBy(list, shownByScene(controls));
  }).innerHTML;

/** The inner markup of a strip's svg. */
export const fingerprintMarkup = (scene: FingerprintScene): string =>
  drawn('<svg></svg>', (svg) => {
    drawFingerprint(svg, scene);
  }).innerHTML;

/** A column of the story, as its svg. */
export const storyMarkup = (scene: StoryScene, column: StoryColumn): string =>
  drawn('<svg></svg>', (svg) => {
    drawStory(svg, scene, column);
  }).outerHTML;

/** The inner markup of a table. */
export const matrixMarkup = (scene: MatrixScene): string =>
  drawn('<table><thead role="rowgroup"><tr></tr></thead></table>', (table) => {
    drawMatrix(table, scene);
  }).innerHTML;

const file = '<svg xmlns="http://www.w3.org/2000/svg"></svg>';

/** A whole SVG file that needs nothing beside it. */
export const pictureMarkup = (scene: PictureScene, sheet: string): string =>
  drawn(file, (svg) => {
    drawPicture(svg, scene, sheet);
  }).outerHTML;

/** The poster as a whole SVG file. */
export const posterMarkup = (scene: PosterScene, sheet: string): string =>
  drawn(file, (svg) => {
    drawPoster(svg, scene, sheet);
  }).outerHTML;
