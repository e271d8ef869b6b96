// What panels and folds say of controls that can show whether a duty is done.
import { controlHref } from '../model/control/control.ts';
import type { LayerControls } from '../model/control/control.ts';
import type { Member } from '../model/stack/members.ts';
import type { LayerId } from '../model/vocabulary.ts';

export interface ShownByLink {
  readonly href: string;
  readonly text: string;
}

/** The line that names controls, or says why it does not. */
export interface ChecksScene {
  readonly head: string;
  readonly links: readonly ShownByLink[];
  /** Whether the controls did not come, so that a reader may ask again. */
  readonly lost: boolean;
}

/** The line of each layer that has any control. */
export type ShownByScene = Readonly<Partial<Record<string, ChecksScene>>>;

/** The line of some controls; none where there are none. */
export const checksScene = (ids: readonly string[]): ChecksScene | undefined =>
  ids.length === 0
    ? undefined
    : { head: 'Can show whether it is done', links: ids.map((id) => ({ href: controlHref(id), text: id })), lost: false };

export const loadingChecks: ChecksScene = { head: 'Looking for controls that can show whether it is done …', links: [], lost: false };

/**
 * What stands in the place of controls that are not here: the pages that carry them, at the layer of the duty.
 * @param why whether they did not come, or nobody asked for them before the page is printed
 */
export const elsewhereChecks = (
  why: 'lost' | 'unasked',
  members: readonly Pick<Member, 'listed' | 'href'>[],
  layer: LayerId,
): ChecksScene => ({
  head:
    why === 'lost'
      ? 'Any controls that can show whether it is done could not be loaded. Pages that name them:'
      : 'Pages that name any controls that can show whether it is done:',
  links: members.map(({ listed, href }) => ({ href: `${href}${href.includes('?') ? '&' : '?'}layer=${layer}`, text: listed })),
  lost: why === 'lost',
});

export const shownByScene = (controls: LayerControls): ShownByScene =>
  Object.fromEntries(Object.entries(controls).map(([layer, ids]) => [layer, checksScene(ids.split(' '))]));
