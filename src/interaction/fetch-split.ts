// The cells of an option, from the service's public data file.
import { dataHref } from '../model/address.ts';
import type { PublishedService } from '../model/record/published.ts';
import type { Cell } from '../model/record/schema/cell.ts';
import { mapLayers } from '../model/vocabulary.ts';
import type { LayerId } from '../model/vocabulary.ts';
import { fetchJson } from './fetch-json.ts';

const files = new Map<string, Promise<PublishedService>>();

/**
 * All cells of one option; a file is fetched once, and once more after it failed.
 * @throws Error if the file cannot be had, or has no such option
 */
export async function fetchSplit(id: string, option: string): Promise<Readonly<Record<LayerId, Cell>>> {
  const file = files.get(id) ?? fetchJson<PublishedService>(dataHref(id));
  files.set(id, file);
  // A failed load may be tried again by the next choice.
  file.catch(() => files.delete(id));
  const split = (await file).options.find((each) => each.id === option)?.split;
  if (!split) throw new Error(`${id} has no option ${option}`);
  return mapLayers((layer) => split[layer]);
}
