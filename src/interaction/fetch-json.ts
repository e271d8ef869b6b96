// Loads files of the site.
import { revisionHeader } from '../model/revision.ts';
import { withTimeLimit } from './time-limit.ts';

/**
 * Fetches a file of the site and reads it.
 * @param begun called once the server sends the file
 * @throws Error with the address and the HTTP status if the server does not return the file, or if it takes too long
 */
export async function fetchFile<T>(address: string, read: (answer: Response) => Promise<T>, begun?: () => void): Promise<T> {
  const headers = { [revisionHeader]: document.documentElement.dataset['revision'] ?? '' };
  return withTimeLimit(
    fetch(address, { headers }).then((answer) => {
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      begun?.();
      return read(answer);
    }),
  );
}

/**
 * Fetches a JSON file of the site. The build wrote it from the same types, so its shape is not checked again.
 * @throws Error like {@link fetchFile}, or if it is not JSON
 */
export const fetchJson = <T>(address: string, begun?: () => void): Promise<T> =>
  fetchFile(address, (answer): Promise<T> => answer.json(), begun);
