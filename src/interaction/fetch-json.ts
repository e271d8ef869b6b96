// Loads JSON files of the site.
import { revisionHeader } from '../model/revision.ts';

/**
 * Fetches a JSON file of the site. The build wrote it from the same types, so its shape is not checked again.
 * @throws Error with the address and the HTTP status if the server does not return the file, or if it is not JSON
 */
export async function fetchJson<T>(address: string): Promise<T> {
  const answer = await fetch(address, { headers: { [revisionHeader]: document.documentElement.dataset['revision'] ?? '' } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const value: T = await answer.json();
  return value;
}
