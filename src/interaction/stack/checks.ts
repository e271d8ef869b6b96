// The controls that can show the duties of a stack: named in the folds of duties, and taken along as conformance packs.
import { drawChecks } from '../../drawings/shown-by.ts';
import { controlsOfCells, controlsOfMembers } from '../../model/control/control.ts';
import { cellKeys } from '../../model/stack/duties.ts';
import type { StackDuty } from '../../model/stack/duties.ts';
import type { Member } from '../../model/stack/members.ts';
import { checksScene, elsewhereChecks, loadingChecks } from '../../scenes/shown-by.ts';
import { download } from '../download.ts';
import { loadControls } from '../load-controls.ts';
import { isQuick, withTimeLimit } from '../time-limit.ts';

/**
 * Names in the fold of a duty the controls that can show it. Where they are late or lost the fold says so, and which pages name them.
 * @param asked why: a reader opens the fold, asks again for what was lost, or prints, and then the fold says at once what it can
 */
export async function showChecks(fold: Element, duty: StackDuty, asked: 'opened' | 'again' | 'printed'): Promise<void> {
  const controls = loadControls();
  // A fold that is drawn again keeps what it says until there is something else to say.
  const silent = (): boolean => !fold.querySelector('.shown-by');
  if (asked === 'printed' && silent()) drawChecks(fold, elsewhereChecks('unasked', duty.members, duty.layer));
  if (asked === 'again' || (!(await isQuick(controls)) && silent())) drawChecks(fold, loadingChecks);
  drawChecks(
    fold,
    await controls.then(
      (all) => checksScene(controlsOfCells(all, cellKeys(duty)).map(({ id }) => id)),
      () => elsewhereChecks('lost', duty.members, duty.layer),
    ),
  );
}

/** Makes the button work that saves the packs of the stack. */
export function upgradePack(root: HTMLElement, members: () => readonly Member[]): void {
  const button = root.querySelector('button[data-pack]');
  const told = root.querySelector('[data-part="pack-told"]');
  const tell = (text: string): void => {
    if (told) told.textContent = text;
  };
  button?.addEventListener('click', () => {
    tell('Making the file …');
    savePacks(members()).then(tell, () => {
      tell('The file could not be made. Check your connection, then try again.');
    });
  });
}

/** @returns the message for the reader */
async function savePacks(members: readonly Member[]): Promise<string> {
  const [{ conformancePacks }, controls] = await withTimeLimit(Promise.all([import('../../model/control/pack.ts'), loadControls()]));
  const own = controlsOfMembers(
    controls,
    members.map(({ key }) => key),
  );
  const packs = conformancePacks(own, `a stack of ${members.length} services, from ${location.href}`);
  if (packs.length === 0) return 'AWS Config has no rule for a duty of these services.';
  const names = packs.map((pack, at) => {
    const name = `tideline-stack-pack${packs.length > 1 ? `-${at + 1}-of-${packs.length}` : ''}.yaml`;
    download(new Blob([pack], { type: 'application/yaml;charset=utf-8' }), name);
    return name;
  });
  return `Saved ${names.join(' and ')}.`;
}
