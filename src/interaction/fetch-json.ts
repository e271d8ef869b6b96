// Loads the data that the build wrote.

/**
 * The JSON at an address of this site. The build wrote it from the same types, so its shape is not checked again.
 * Throws an error that names address and status where the answer is no success, and fetch's own where there is no answer.
 */
export async function fetchJson<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const data: T = await answer.json();
  return data;
}
