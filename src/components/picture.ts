// The picture of one option of one service, as a file.
import { getContent } from '../content/load.ts';
import { nameChosen } from '../model/split/filter.ts';
import { optionHref } from '../model/address.ts';
import { findOption } from '../model/record/lookup.ts';
import { namesIn } from '../model/split/names.ts';
import { pictureScene } from '../scenes/picture.ts';
import { splitScene } from '../scenes/split.ts';
import { pictureMarkup } from './draw.ts';
import { pictureSheet } from './picture-sheet.ts';

/**
 * @returns the text of an SVG file
 * @throws Error if there is no such service or option
 */
export function pictureOf(id: string, optionId: string, site: URL | undefined): string {
  const { catalog } = getContent();
  const found = findOption(catalog, id, optionId);
  if (!found) throw new Error(`no picture of ${id}.${optionId}: there is no such service or option`);
  const { service, option } = found;
  const address = new URL(optionHref(service, optionId), site);
  const scene = pictureScene(splitScene(namesIn(catalog), option.cells), {
    title: nameChosen(found),
    foot: `Who secures which layer · ${address.host}${address.pathname}${address.search} · reviewed ${service.reviewed}`,
  });
  return `${pictureMarkup(scene, pictureSheet('light'))}\n`;
}
