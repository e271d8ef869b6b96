// Loads the cells of an option from the service's public data file.
import { dataHref } from '../model/address.ts';
import type { PublishedCell, PublishedService } from '../model/record/published.ts';
import type { Cell } from '../model/record/schema/cell.ts';
import { mapLayers } from '../model/vocabulary.ts';
import type { LayerId } from '../model/vocabulary.ts';
import { fetchJson } from './fetch-json.ts';

/** A cell as the model has it: all its pages in one list. */
const cellOf = ({ sources, ...cell }: PublishedCell): Cell => ({ ...cell, source: sources });

const files = new Map<string, Promise<PublishedService>>();

/**
 * Returns all cells of one option. Each file is fetched once, and again only after a failure.
 * @param id the id of the service
 * @throws Error if the file cannot be loaded or does not contain the option
 */
export async function fetchSplit(id: string, option: string): Promise<Readonly<Record<LayerId, Cell>>> {
  const file = files.get(id) ?? fetchJson<PublishedService>(dataHref(id));
  files.set(id, file);
  // Forget a failure, so that the next choice tries again.
  file.catch(() => files.delete(id));
  const split = (await file).options.find((each) => each.id === option)?.split;
  if (!split) throw new Error(`${id} has no option ${option}`);
  return mapLayers((layer) => cellOf(split[layer]));
}
