// The picture of one option of one service, as a file.
import { getCatalog } from '../content/load.ts';
import { nameChosen } from '../model/split/filter.ts';
import { outline, serviceHref } from '../model/split/page-data.ts';
import { mapLayers } from '../model/vocabulary.ts';
import { pictureScene } from '../scenes/picture.ts';
import { splitScene } from '../scenes/split.ts';
import { pictureMarkup } from './draw.ts';
import { pictureSheet } from './picture-sheet.ts';

/**
 * @returns the text of an SVG file
 * @throws Error if there is no such service or option
 */
export function pictureOf(id: string, optionId: string, site: URL | undefined): string {
  const { services, layers } = getCatalog();
  const service = services.find((each) => each.id === id);
  const option = service?.options.find((each) => each.id === optionId);
  if (!service || !option) throw new Error(`no picture of ${id}.${optionId}: there is no such service or option`);
  const brief = outline(service);
  const shown = brief.options.find((each) => each.id === optionId);
  const address = new URL(serviceHref(brief, optionId), site);
  const stack = splitScene(
    layers,
    mapLayers((layer) => option.split[layer].cell),
  );
  const scene = pictureScene(stack, {
    title: shown ? nameChosen({ service: brief, option: shown }) : service.short,
    foot: `Who secures which layer · ${address.host}${address.pathname}${address.search} · reviewed ${service.reviewed}`,
  });
  return `${pictureMarkup(scene, pictureSheet('light'))}\n`;
}
