// Loads the cells of an option from the service's public data file.
import { dataHref } from '../model/address.ts';
import type { Cell } from '../model/record/schema/cell.ts';
import { splitOf } from '../model/split/whole.ts';
import type { LayerId } from '../model/vocabulary.ts';
import { fetchJson } from './fetch-json.ts';

const files = new Map<string, Promise<unknown>>();

/**
 * Returns all cells of one option. Each file is fetched once, and again only after a failure.
 * @param id the id of the service
 * @throws Error if the file cannot be loaded in time, is another one's, or lacks a cell of the option
 */
export async function fetchSplit(id: string, option: string): Promise<Readonly<Record<LayerId, Cell>>> {
  const file = files.get(id) ?? fetchJson<unknown>(dataHref(id));
  files.set(id, file);
  try {
    return splitOf(await file, id, option);
  } catch (error) {
    // Forget a failure, so that the next choice tries again.
    files.delete(id);
    throw error;
  }
}
