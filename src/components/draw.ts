// Draws a scene in the build, on a document of its own, and returns the markup.
import { parseHTML } from 'linkedom';
import { drawStack } from '../drawings/stack.ts';
import type { StackScene } from '../scenes/stack.ts';

/** The list's inner markup: fourteen items. `group` names its disclosures, distinct on the page. */
export function stackMarkup(scene: StackScene, group: string): string {
  const { document } = parseHTML('<!doctype html><html><body><ol></ol></body></html>');
  const list = document.querySelector('ol');
  if (!list) throw new Error('linkedom did not parse the empty list');
  drawStack(list, scene, { duration: 0, group });
  return list.innerHTML;
}
