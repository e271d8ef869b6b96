// A stack as one slide: its split with what is open or off beside it, and the names of its members under the title.
import type { Names } from '../model/split/names.ts';
import type { Member } from '../model/stack/members.ts';
import { someNames } from '../model/stack/merged.ts';
import type { CountsView } from './split.ts';
import { characterEm, pictureScene } from './picture.ts';
import type { PictureLabels, PictureScene } from './picture.ts';
import { stackSplit } from './stack.ts';

const margin = 28;
/** The baseline of the names, between the title and the heads of the two sides. */
const namesAt = 71;
/** Of the names, in px. */
const size = 13;
/** Longer queries than this, in characters, have no room at the foot. */
const longestQuery = 100;

/** Returns the scene of a picture of 1280 × 720 px. */
export function stackPicture(
  names: Names,
  members: readonly Member[],
  lens: CountsView['lens'],
  { title, foot }: PictureLabels,
): PictureScene {
  // An address of many services is longer than the slide is wide.
  const short = foot.replace(/\?\S+/u, (query) => (query.length > longestQuery ? '' : query));
  const scene = pictureScene(stackSplit(names, members, { panel: 'none', lens }), { title, foot: short });
  const text = fittingNames(members, (scene.width - 2 * margin) / (size * characterEm));
  return {
    ...scene,
    description: `${someNames(members, members.length)}. ${scene.description}`,
    texts: [...scene.texts, { x: margin, y: namesAt, anchor: 'start', kind: 'foot', text }],
  };
}

/** As many names as fit into so many characters, and how many more there are. */
function fittingNames(members: readonly Member[], room: number): string {
  for (let count = members.length; count > 0; count -= 1) {
    const text = someNames(members, count);
    if (text.length <= room) return text;
  }
  return `${members.length} ways to run services`;
}
